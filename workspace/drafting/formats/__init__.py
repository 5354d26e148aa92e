"""Texts of drafts from and to other formats. A text is a document in ProseMirror's JSON."""
