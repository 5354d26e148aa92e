"""Texts of drafts from and to other formats. Functions without memory: a text goes in as ProseMirror's JSON or comes out."""
