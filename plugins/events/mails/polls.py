"""Mails that ask for a date: they lead to the question and say nothing of it."""

from __future__ import annotations

from django.urls import reverse

from plugins.api.mails import address_of, send_mail
from plugins.events.actions.polls import renew_key
from plugins.events.facts import DatesAsked
from plugins.events.models import PollVoter


def send_questions(facts: list[DatesAsked]) -> None:
    """One mail for each person who has not answered. Raises when no mail can be sent."""
    asked = {pk for fact in facts for pk in fact.voter_ids}
    voters = PollVoter.objects.select_related("person", "poll").filter(pk__in=asked, answered_at=None)
    for voter in voters.order_by("pk"):
        if voter.poll.is_open and voter.person.is_active:
            url = address_of(reverse("answer_date_poll", args=[renew_key(voter)]))
            person = voter.person
            send_mail("mails/dates_asked.html", {"url": url}, to=person.email, language=person.language)
