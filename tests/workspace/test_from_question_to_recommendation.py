"""One text all the way: asked about, answered, decided, checked and published; then all find its course."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid
from tests.factories import adopt, contribute_to, end_of, hand_in, make_consultation, step
from workspace.actions.consultations import answer_contribution
from workspace.models import DraftState

pytestmark = pytest.mark.django_db


def said_on(client, publication) -> str:
    return client.get(f"/wissen/{publication.entry.slug}/").content.decode().partition('id="provenance"')[2]


def test_what_members_said_is_answered_before_it_is_published_and_stays_part_of_its_course(
    draft, coordinator, member, mentor, outsider, editor, office, as_client
):
    adopt(draft, by=coordinator)
    consultation = make_consultation(draft, by=coordinator, questions=("Was fehlt?", "Was ist zu viel?"))
    first = contribute_to(consultation, by=outsider, text="Die Kosten fehlen.", for_county=True)
    second = contribute_to(consultation, by=mentor, text="Bitte einfacher.")
    end_of(consultation)
    draft.refresh_from_db()
    assert draft.state == DraftState.DECIDED, "the adopted text is as it was"

    answer_contribution(first, "taken_up", "Sie stehen jetzt im Anhang.", actor=actor_for(coordinator))
    with pytest.raises(Invalid) as blocked:
        hand_in(draft, by=coordinator)
    assert "1 Beitrag" in str(blocked.value)
    answer_contribution(second, "not_taken_up", "Die Fachwörter sind nötig.", actor=actor_for(coordinator))

    publication = hand_in(draft, by=coordinator)
    step(publication, "finish_language", by=editor)
    step(publication, "sign", by=editor)
    assert as_client(outsider).get(f"/wissen/{publication.entry.slug}/").status_code == 404
    publication = step(publication, "sign", by=office)

    told = said_on(as_client(outsider), publication)
    assert f'href="{consultation.get_absolute_url()}"' in told and "2 Beiträge aus" in told
    answers = as_client(outsider).get(f"{consultation.get_absolute_url()}beitraege/").content.decode()
    assert "Sie stehen jetzt im Anhang." in answers and "Die Fachwörter sind nötig." in answers
    origin = as_client(outsider).get(f"{draft.get_absolute_url()}herkunft/")
    assert origin.status_code == 200 and "Wir empfehlen eine Telefonnummer." in origin.content.decode()
    assert as_client(outsider).get(draft.get_absolute_url()).status_code == 404, "the draft itself stays the group's"
    assert as_client(outsider).get(f"{draft.get_absolute_url()}veroeffentlichung/").status_code == 404
