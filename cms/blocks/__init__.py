"""StreamField blocks: the parts that texts are made of."""

from cms.blocks.bodies import EntryBody, PlainBody

__all__ = ["EntryBody", "PlainBody"]
