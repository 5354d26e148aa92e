"""What came of an import, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.actions.imports import Outcome


@dataclass
class Report:
    """Counts and what was left out, in the order of reading."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    not_imported: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What was changed on the way, or is to be looked at by whoever checks a draft."""
    drafts: list[str] = field(default_factory=list)
    """Documents that became drafts, with what was proposed for them."""
    interruption: str = ""

    @property
    def is_complete(self) -> bool:
        return not (self.not_imported or self.left_out or self.interruption)

    def sentences(self) -> Iterator[str]:
        """The report, line by line."""
        yield from _section(_("Not imported:"), self.not_imported)
        yield from _section(_("Imported, but for a part:"), self.left_out)
        yield from _section(_("Remarks:"), self.remarks)
        title = _("Unpublished drafts. Kind, topics and summary are proposals; an editor checks and publishes them:")
        yield from _section(title, self.drafts)
        new, changed, unchanged = (self.counts[outcome] for outcome in Outcome)
        yield _("%(new)d new, %(changed)d changed, %(unchanged)d unchanged, %(not_imported)d not imported.") % {
            "new": new,
            "changed": changed,
            "unchanged": unchanged,
            "not_imported": len(self.not_imported),
        }
        if self.interruption:
            yield self.interruption
        elif self.is_complete:
            yield _("Everything is in.")
        else:
            yield ngettext(
                "%d thing was left out; see above.",
                "%d things were left out; see above.",
                len(self.not_imported) + len(self.left_out),
            ) % (len(self.not_imported) + len(self.left_out))


def _section(title: str, sentences: list[str]) -> Iterator[str]:
    if sentences:
        yield title
        yield from (f"  {sentence}" for sentence in sentences)
        yield ""
