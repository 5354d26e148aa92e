"""The same door on every wall: HTTP, REST, pages, Wagtail, the auth backend."""
