"""What Django does not know about dates in our languages."""
