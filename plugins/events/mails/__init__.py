"""What is mailed. One file per concept."""
