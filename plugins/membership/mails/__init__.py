"""What is mailed: a link, and no content. One file per concept."""
