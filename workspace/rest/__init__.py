"""The work in groups for programs: thin callers of queries and actions."""
