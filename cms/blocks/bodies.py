"""Which parts may stand in which text."""

from __future__ import annotations

from wagtail import blocks

from cms.blocks.parts import (
    TEXT_FEATURES,
    CalloutBlock,
    CaptionedTableBlock,
    ContactBlock,
    DownloadBlock,
    FiguresBlock,
    HeadingBlock,
    PictureBlock,
    PlacesBlock,
    QuoteBlock,
    StepsBlock,
    TextBlock,
)


class PlainBody(blocks.StreamBlock):
    """The text of a plain page."""

    heading = HeadingBlock()
    text = TextBlock(features=TEXT_FEATURES)
    callout = CalloutBlock()


class SectionBody(blocks.StreamBlock):
    """One section of an entry; its heading is the name of the section."""

    text = TextBlock(features=TEXT_FEATURES, required=False)
    steps = StepsBlock()
    figures = FiguresBlock()
    picture = PictureBlock()
    table = CaptionedTableBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    download = DownloadBlock()
    contact = ContactBlock()
    places = PlacesBlock()


class EntryBody(SectionBody):
    """Text of an entry beyond its sections, with headings of its own."""

    heading = HeadingBlock()
