"""Addresses of pages. One file per concept, mounted by its record."""
