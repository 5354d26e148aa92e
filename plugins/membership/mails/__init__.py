"""Mails to people outside, who come by a link."""
