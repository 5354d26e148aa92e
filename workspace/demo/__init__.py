"""The workspace in the demo world."""
