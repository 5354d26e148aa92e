"""The workspace for programs. Thin: it asks queries and calls actions."""
