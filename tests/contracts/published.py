"""Drafts about which all members were asked, that were published, sent back or are being checked, merged and split."""

from __future__ import annotations

from cms.accounts.models import User
from cms.actions.entries import unpublish_entry
from cms.models import County
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from tests.factories import contribute_to, end_of, make_consultation, make_draft, make_group, make_publication
from workspace.actions.draft_joining import merge_draft, split_draft
from workspace.models import Draft, GroupVisibility, Publication, PublicationState
from workspace.queries.draft_joining import sections_to_take_out


def publish_drafts(people: dict[str, User | None]) -> None:
    coordinator, member, outsider = (people[name] for name in ("coordinator", "member", "outsider"))
    assert coordinator is not None and member is not None and outsider is not None
    known = make_group("AG Herkunft", coordinator=coordinator)
    hidden = make_group("AG verborgene Herkunft", coordinator=coordinator, visibility=GroupVisibility.HIDDEN)
    whole = make_draft(known, "Zusammengeführt", by=coordinator, text="# Eins\n\nA.\n\n# Zwei\n\nB.")
    lead = actor_for(coordinator)
    split_draft(whole, sections_to_take_out(whole)[1].key, title="Abgetrennt", actor=lead)
    merge_draft(whole, make_draft(known, "Vorarbeit", by=coordinator), actor=lead)
    asked = make_consultation(whole, by=coordinator)
    contribute_to(asked, by=outsider)
    end_of(asked)
    make_consultation(make_draft(hidden, "Wird gefragt", by=coordinator), by=coordinator)
    make_publication(Draft.objects.get(pk=whole.pk), by=coordinator, title="Aus zwei Entwürfen", released=True)
    make_publication(make_draft(hidden, "Aus verborgener Gruppe", by=coordinator), by=coordinator)
    county = County.objects.get(key="99001")
    gone = make_publication(make_draft(county, "Zurückgezogene Empfehlung", by=member), by=member)
    unpublish_entry(gone.entry, actor=SYSTEM)
    for state in (PublicationState.CHECKING, PublicationState.SENT_BACK):
        waiting = make_publication(make_draft(known, f"Empfehlung {state}", by=coordinator), by=coordinator)
        Publication.objects.filter(pk=waiting.pk).update(state=state, entry=None)
