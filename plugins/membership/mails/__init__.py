"""What is mailed. One file per concept: a link, and no content."""
