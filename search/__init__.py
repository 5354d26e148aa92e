"""Finding: one analysis of German text, one engine protocol, and what each reader may find."""
