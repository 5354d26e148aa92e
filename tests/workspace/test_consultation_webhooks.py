"""Programs of members are told that all members are asked, and not what about."""

from __future__ import annotations

from tests.factories import deliver, end_of, make_consultation, make_draft, make_group, make_webhook

EVENTS = ("consultation.opened", "consultation.ended")


def test_a_consultation_is_told_to_programs_of_members_by_number_alone(
    receiver, other_receiver, member, guest, coordinator
):
    make_webhook(member, receiver.url, events=EVENTS)
    make_webhook(guest, other_receiver.url, events=EVENTS)
    draft = make_draft(make_group(coordinator=coordinator), "Sprachmittlung", by=coordinator)
    consultation = make_consultation(draft, by=coordinator)
    deliver()
    end_of(consultation)
    deliver()
    data = {"id": consultation.pk, "class": "members"}
    assert receiver.told == [("consultation.opened", data), ("consultation.ended", data)]
    assert other_receiver.messages == []
