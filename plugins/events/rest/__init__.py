"""Events for programs. One file per concept."""
