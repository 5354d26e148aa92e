"""Membership for programs. One file per concept."""
