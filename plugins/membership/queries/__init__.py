"""Looking up. One file per concept."""
