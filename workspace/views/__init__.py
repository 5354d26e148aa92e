"""Pages of the work in groups: thin callers of queries and actions."""
