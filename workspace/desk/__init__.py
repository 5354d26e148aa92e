"""What editors and office see of adopted texts in Wagtail's admin."""
