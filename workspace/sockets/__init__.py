"""Thin callers that stay connected: what an open page hears of, and what is said to it."""
