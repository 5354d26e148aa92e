"""What people are told. One file per concept."""
