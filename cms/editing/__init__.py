"""What editors and office meet in Wagtail's admin: forms, releasing, uploads, plain tables."""
