"""Groups get other names and close, drafts become one, people are erased: the chain of a recommendation stays whole."""

from __future__ import annotations

import pytest

from cms.accounts.actions import erase_person
from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import contribute_to, end_of, make_consultation, make_draft, make_publication
from workspace.actions.consultations import answer_contribution
from workspace.actions.draft_joining import merge_draft
from workspace.actions.drafts import rename_draft
from workspace.actions.groups import edit_group
from workspace.actions.life import close_group
from workspace.models import Draft, WorkingGroup

pytestmark = pytest.mark.django_db


def heard() -> None:
    while dispatch_pending():
        pass


def line(client, publication) -> str:
    html = client.get(f"/wissen/{publication.entry.slug}/").content.decode()
    return html.partition('id="provenance"')[2].partition("</section>")[0]


def test_the_chain_is_whole_after_a_rename_a_merge_the_end_of_the_group_and_the_erasure_of_an_author(
    draft, group, coordinator, member, mentor, outsider, admin, as_client, challenge
):
    lead = actor_for(coordinator)
    other = make_draft(group, "Vorarbeit des Mitglieds", by=member, text="# Woher\n\nAus Auental.")
    consultation = make_consultation(other, by=member)
    said = contribute_to(consultation, by=outsider, text="Bitte mit Beispielen.")
    end_of(consultation)
    answer_contribution(said, "taken_up", "Eines steht jetzt darin.", actor=lead)
    merge_draft(draft, Draft.objects.get(pk=other.pk), actor=lead)
    rename_draft(draft, title="Empfehlung Wohnen", actor=lead)
    publication = make_publication(Draft.objects.get(pk=draft.pk), by=coordinator, released=True)
    edit_group(group, {"title": "AG Ankommen und Wohnen"}, actor=lead)
    heard()
    before = line(as_client(None), publication)

    close_group(WorkingGroup.objects.get(pk=group.pk), report="Die Empfehlung steht.", actor=lead)
    for person in (member, mentor):
        erase_person(person, actor=actor_for(admin))
    heard()

    reader = as_client(User.objects.get(pk=outsider.pk))
    html = line(reader, publication)
    assert html.count("<time") == before.count("<time") + 1, "that the group has closed"
    for words in (
        challenge.discussion.title,
        "AG Ankommen und Wohnen",
        "Wir empfehlen, wie Landkreise beim Wohnen helfen.",
        consultation.get_absolute_url(),
        "/herkunft/#beschluss-",
        "/herkunft/#text-",
    ):
        assert words in html
    trace = reader.get(f"/entwuerfe/{draft.pk}/herkunft/").content.decode()
    for words in ("Aus Auental.", "Wohnraum vermitteln.", "AG Ankommen und Wohnen", str(coordinator)):
        assert words in trace
    assert "member@example.org" not in trace and "Vorarbeit des Mitglieds" not in html
    assert "Working group" in line(as_client(None), publication) or "Arbeitsgruppe" in line(
        as_client(None), publication
    )


def test_a_group_from_which_a_draft_was_handed_over_stays_in_the_chain(draft, group, coordinator, outsider, as_client):
    from tests.factories import make_group

    heir = make_group("AG Erbin", coordinator=coordinator)
    lead = actor_for(coordinator)
    close_group(group, report="Andere machen weiter.", actor=lead, heirs={draft.pk: heir})
    publication = make_publication(Draft.objects.get(pk=draft.pk), by=coordinator)
    html = line(as_client(outsider), publication)
    assert "AG Erbin" in html and str(group) in html
