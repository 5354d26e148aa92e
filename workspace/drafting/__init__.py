"""The shared text of drafts: what it may hold, and how it comes in and goes out."""
