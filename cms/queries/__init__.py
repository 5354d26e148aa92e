"""Looking things up: what an actor may see, in the shape that callers need."""
