"""The knowledge base for programs, under `/api/v1/`."""
