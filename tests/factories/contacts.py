"""Requests for contact, made as people make them: asked outside, confirmed by link, answered by members."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext

from cms.accounts.models import User
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for
from plugins.membership.actions.contact_office import invite_members
from plugins.membership.actions.contacts import answer_invitation, ask_for_contact, confirm_contact_request
from plugins.membership.models import ContactInvitation, ContactRequest

ASKED = {
    "kind": "researcher",
    "name": "Dr. Ida Fragner",
    "institution": "Universität Musterstadt",
    "email": "ida.fragner@uni.example",
    "purpose": "Wir untersuchen, wie Landkreise Wohnraum vermitteln.",
    "expected": "Ein Gespräch von einer Stunde.",
}


def make_contact_request(*, confirmed: bool = True, days: int = 60, topics: Any = (), **fields: Any) -> ContactRequest:
    """Until so many days from today; confirmed by its link unless `confirmed` says no."""
    until = timezone.localdate() + timedelta(days=days)
    request = ask_for_contact(**{**ASKED, "until": until, "topics": topics, **fields}, actor=ANONYMOUS)
    if not confirmed:
        return request
    return confirm_contact_request(request, actor=by_link(request))


def by_link(request: ContactRequest) -> Actor:
    """Whoever comes with the link of the mail."""
    return Actor(user=None, principals=ANONYMOUS.principals | {request.principal})


def ask_about_contact(request: ContactRequest, office: User, *people: User) -> list[ContactInvitation]:
    return invite_members(request, [person.pk for person in people], actor=actor_for(office))


def say(invitation: ContactInvitation, answer: str, **said: str) -> ContactInvitation:
    """The member who was asked answers; a yes passes on the address of the account."""
    member = invitation.member
    usual = {"address": member.email if answer == "yes" else ""}
    return answer_invitation(invitation, answer, **{**usual, **said}, actor=actor_for(member))


def in_german(words: str) -> str:
    """As mails to people without an account say it."""
    with translation.override("de"):
        return gettext(words)
