"""Who may see what of membership, and do what with it. One file per concept."""
