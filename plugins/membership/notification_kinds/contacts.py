"""What a member is told who is asked about a contact: that there is a question, nothing of who asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.membership.facts import ContactMemberAsked
from plugins.membership.models import ContactInvitation


def asked_kind() -> NotificationKind:
    return NotificationKind(
        "membership.contact_asked",
        gettext_lazy("Whether you want to be introduced to somebody from outside"),
        about=ContactInvitation,
        facts=(ContactMemberAsked,),
        news=asked_news,
        sentence=_asked_sentence,
        in_mail=gettext_lazy("The programme office asks you whether it may introduce you to somebody"),
        is_personal=True,
    )


def asked_news(fact: ContactMemberAsked) -> Iterator[News]:
    """The member, once; no word of the request is stored with it."""
    invitation = ContactInvitation.objects.filter(pk=fact.invitation_id).first()
    if invitation is not None:
        yield News(
            about=invitation,
            url=invitation.get_absolute_url(),
            people=frozenset({invitation.member_id}),
            by=invitation.asked_by_id,
        )


def _asked_sentence(words: Mapping[str, Any]) -> str:
    return _("The programme office asks you whether it may introduce you to somebody from outside.")
