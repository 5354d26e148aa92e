"""What is looked up of the work in groups. One file per concept."""
