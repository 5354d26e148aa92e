"""Signing in with an account of one's county: the forum as OpenID Connect client."""
