"""Pages for people: thin callers of queries, in front of Wagtail's own pages."""
