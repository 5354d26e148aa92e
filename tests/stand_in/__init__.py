"""A plugin of the test suite: it makes members and guests of people where no other plugin does.

So the core is tested alone, as it runs with `LERNNETZ_PLUGINS=`. It has no models and no pages: what it knows is
kept in a table that is there anyway, and is rolled back with every test.
"""
