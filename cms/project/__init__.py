"""Composition root: settings, addresses and the ways to serve them. Nobody imports from here."""
