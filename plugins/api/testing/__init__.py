"""For the tests of plugin authors, from an installed forum: people with rights, and what every plugin has to keep.

Nothing here is imported where a forum is served. `conformance.PluginConformance` is the class to begin with.
"""
