"""What readers get of the work in groups. One file per concept."""
