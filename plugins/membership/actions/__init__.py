"""What people do, one function each. One file per concept."""
