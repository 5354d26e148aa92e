"""The knowledge base: counties, topics, entries, their layers, and the people who write and read them."""
