"""Who may see what of the work in groups, and do what with it. One file per concept."""
