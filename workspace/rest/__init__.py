"""The work in groups for programs."""
