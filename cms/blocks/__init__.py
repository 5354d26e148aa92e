"""StreamField blocks: the parts that texts are made of."""

from cms.blocks.bodies import EntryBody, PlainBody, SectionBody

__all__ = ["EntryBody", "PlainBody", "SectionBody"]
