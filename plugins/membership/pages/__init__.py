"""The pages. One file per concept."""
