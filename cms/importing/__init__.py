"""Bringing texts in from elsewhere: reading files, understanding lines, reporting what was not understood."""
