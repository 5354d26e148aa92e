"""What people do with the work in groups. One file per concept."""
