"""Which parts may stand in which text."""

from __future__ import annotations

from wagtail import blocks

from cms.blocks.parts import (
    TEXT_FEATURES,
    CalloutBlock,
    DownloadBlock,
    FiguresBlock,
    HeadingBlock,
    PictureBlock,
    QuoteBlock,
    TextBlock,
)


class PlainBody(blocks.StreamBlock):
    """The text of a plain page."""

    heading = HeadingBlock()
    text = TextBlock(features=TEXT_FEATURES)
    callout = CalloutBlock()


class EntryBody(PlainBody):
    """The full text of an entry."""

    picture = PictureBlock()
    download = DownloadBlock()
    quote = QuoteBlock()
    table = FiguresBlock()
