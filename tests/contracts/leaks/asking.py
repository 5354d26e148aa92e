"""What the source county is asked and answers: each word for one person and the desk, which reads it in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cms.actions.confirming import decline_suggestion
from cms.models import Confirmation, Entry
from plugins.api.access import SYSTEM
from tests.factories import UserFactory, answered_by, ask_member, give_seat, make_entry, text

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
ASKED = frozenset({"member"})
"""Who is asked to confirm a version: the member alone, signed in, on a page of hers."""


def plant_confirmations(garden: Garden) -> None:
    """A version that the member reads, one that she has answered, and the same of somebody else."""
    stranger = give_seat(UserFactory(email="gefragt@example.org"), "99003").person
    for which, person, readers in (("of the member", garden.people["member"], ASKED), ("of others", stranger, NOBODY)):
        note = garden.secret(f"note to who is asked {which}", readers)
        ask_member(_draft(garden, which, readers), person, note=note, by=garden.author)
        _answered(garden, which, person, readers)


def _draft(garden: Garden, which: str, readers: frozenset[str]) -> Entry:
    def planted(part: str) -> str:
        return garden.secret(f"{part} of the draft {which}", readers)

    fetching = readers | {"members' token"} if readers else readers  # her token opens pictures as she does
    picture = garden.picture(f"the draft {which}", fetching)
    return garden.entry(
        f"draft {which}",
        title=f"Titel {planted('title')}",
        summary=f"Kurz: {planted('summary')}",
        approach=text(f"<p>Der Kurs heißt {planted('section')}.</p>"),
        body=[("picture", {"image": picture, "alt": planted("alt text"), "caption": planted("caption")})],
        contact=planted("contact"),
        published=False,
    )


def _answered(garden: Garden, which: str, person: Any, readers: frozenset[str]) -> Confirmation:
    def planted(part: str) -> str:
        return garden.secret(f"{part} {which}", readers)

    entry = make_entry(title="Titel", summary="", published=False, by=garden.author)
    answered = answered_by(
        ask_member(entry, person, by=garden.author),
        note=planted("answer"),
        suggestions=[
            {"part": "title", "passage": "Titel", "wording": planted("wording"), "why": planted("why of a wording")}
        ],
    )
    decline_suggestion(answered.suggestions.get(), reason=planted("reason"), actor=SYSTEM)
    return answered
