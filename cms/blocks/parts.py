"""The parts that a text is made of. Each is HTML for pages and structure for the API."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.blocks.comparing import ReadableTableBlock, ReadableTextBlock, TextComparison

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]


class HeadingBlock(blocks.StructBlock):
    """A heading of the second level; those below it stand in the text."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists, links."""

    def get_comparison_class(self) -> type[TextComparison]:
        return TextComparison

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


SEEN_BY_READERS = _("Members see it because they read the entry; everybody does once the whole text is released.")


class PictureBlock(blocks.StructBlock):
    """A picture that says what it shows to those who cannot see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("What the picture shows"), max_length=300)
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")
        help_text = SEEN_BY_READERS
        template = "blocks/picture.html"


class DownloadBlock(blocks.StructBlock):
    """A file with a title that tells what is in it."""

    file = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("File")
        help_text = SEEN_BY_READERS
        template = "blocks/download.html"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who. Without their consent it can be kept in a draft, but not be published by hand."""

    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        max_length=200,
        help_text=_("A function is enough, for example “teacher in Auental”."),
    )
    consent = blocks.BooleanBlock(label=_("The person agrees to be quoted like this"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    """A box that stands out: a tip, a warning, a rule."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = ReadableTextBlock(label=_("Text"), features=["bold", "italic", "ol", "ul", "link"])

    class Meta:
        icon = "info-circle"
        label = _("Box")
        template = "blocks/callout.html"


class CaptionedTableBlock(blocks.StructBlock):
    """A table with a caption."""

    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)
    table = ReadableTableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"


class StepsBlock(blocks.StructBlock):
    """What to do, one after the other."""

    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("Step"), max_length=160)),
                (
                    "text",
                    ReadableTextBlock(label=_("What to do"), required=False, features=["bold", "italic", "ul", "link"]),
                ),
            ],
            label=_("Step"),
        ),
        label=_("Steps"),
        min_num=1,
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"


class FiguresBlock(blocks.StructBlock):
    """A few figures that tell a result, and where each comes from."""

    figures = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("value", blocks.CharBlock(label=_("Figure"), max_length=40, help_text=_("With its unit: “16 %”."))),
                ("label", blocks.CharBlock(label=_("What it counts"), max_length=160)),
                ("source", blocks.CharBlock(label=_("Source and date"), max_length=200)),
            ],
            label=_("Figure"),
        ),
        label=_("Figures"),
        min_num=1,
    )

    class Meta:
        icon = "decimal"
        label = _("Figures with source")
        template = "blocks/figures.html"


class ContactBlock(blocks.StructBlock):
    """Whom to ask about this part of the text."""

    name = blocks.CharBlock(label=_("Office or person"), max_length=160)
    function = blocks.CharBlock(label=_("Function"), required=False, max_length=160)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    phone = blocks.CharBlock(label=_("Telephone"), required=False, max_length=60)

    class Meta:
        icon = "user"
        label = _("Contact")
        template = "blocks/contact.html"


class PlacesBlock(blocks.StructBlock):
    """Where something takes place: a drawn map, and the same as a list."""

    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)
    places = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("name", blocks.CharBlock(label=_("Place"), max_length=120)),
                ("note", blocks.CharBlock(label=_("What is there"), required=False, max_length=200)),
                (
                    "latitude",
                    blocks.FloatBlock(
                        label=_("Latitude"),
                        required=False,
                        min_value=47,
                        max_value=55.2,
                        help_text=_("In degrees, between 47 and 55.2. Without both figures the place is only listed."),
                    ),
                ),
                (
                    "longitude",
                    blocks.FloatBlock(
                        label=_("Longitude"),
                        required=False,
                        min_value=5.5,
                        max_value=15.5,
                        help_text=_("In degrees, between 5.5 and 15.5."),
                    ),
                ),
            ],
            label=_("Place"),
        ),
        label=_("Places"),
        min_num=1,
    )

    class Meta:
        icon = "site"
        label = _("Map of places")
        template = "blocks/places.html"
