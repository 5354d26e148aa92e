"""Words that are not in the text and stand in all its forms. They are in the language of the texts, whoever reads."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

ENTRY = "/entwuerfe/eintrag/%d/"
"""Where a cross reference leads; it goes on to the entry if the reader may see it."""


def heading_of(kind: str) -> str:
    """The word above a box."""
    with translation.override(settings.LANGUAGE_CODE):
        match kind:
            case "important":
                return pgettext("box in a text", "Important")
            case "example":
                return pgettext("box in a text", "Example")
        return pgettext("box in a text", "Note")


def footnotes() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("Footnotes")


def back_to_text(number: int) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("Back to the place of footnote %d in the text") % number


def table() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("Table")


def pages(current: str, all_of_them: str) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("Page %(number)s of %(count)s") % {"number": current, "count": all_of_them}
