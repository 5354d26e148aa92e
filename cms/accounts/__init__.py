"""People: accounts with sign-in by e-mail, roles, tokens for programs."""
