"""What people are told about. One file per concept."""
