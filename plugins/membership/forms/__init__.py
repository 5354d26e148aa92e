"""Forms validate and never save. One file per concept."""
