"""The demo world applies: one declined, one with an open question, one begun, and no mail about any of it."""

from __future__ import annotations

from plugins.api.outbox import dispatch_pending
from plugins.membership.demo import applications, seats
from plugins.membership.models import Application, OfficeDecision


def test_an_applicant_has_three_and_twice_changes_nothing(in_demo_world, mailoutbox):
    seats.load()
    applications.load()
    applications.load()
    found = Application.objects.order_by("pk")
    assert list(found.values_list("state", flat=True)) == ["declined", "asked", "begun"]
    assert {one.email for one in found} == {"applicant@demo.example"}
    assert found[1].questions.get().part == "letter" and found[1].letter.content_type == "application/pdf"
    assert OfficeDecision.objects.get().kind == "refusal"
    dispatch_pending()
    assert [mail for mail in mailoutbox if "applicant@demo.example" in mail.to] == []
