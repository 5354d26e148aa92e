"""The second reader: for example the superior, who reads along and comments before it is handed in."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.membership.actions.application_links import send_link
from plugins.membership.actions.applications import locked, note
from plugins.membership.models import Application, ApplicationKey, ReaderComment


@transaction.atomic
def invite_reader(application: Application, email: str, *, actor: Actor) -> ApplicationKey:
    """This address gets a link that reads and comments. Raises Invalid for the applicant's own, or a second reader."""
    application = locked(application)
    require(actor, "invite_reader", application)
    if email.lower() == application.email.lower():
        raise Invalid({"email": [_("This is your own address. Please give that of the second person.")]})
    if application.keys.filter(is_reader=True).exists():
        raise Invalid({"email": [_("Somebody reads along already. End that link first.")]})

    key = send_link(application, "reader", email=email.lower(), is_reader=True)
    note(application, "invite_reader", actor)
    return key


@transaction.atomic
def end_reading(application: Application, *, actor: Actor) -> None:
    """The link of the second reader stops working with the next click; what she said stays."""
    application = locked(application)
    require(actor, "end_reading", application)
    application.keys.filter(is_reader=True).delete()
    note(application, "end_reading", actor)


@transaction.atomic
def comment(application: Application, text: str, *, actor: Actor) -> ReaderComment:
    """The applicant finds it beside her application. Raises Invalid without words."""
    application = locked(application)
    require(actor, "comment", application)
    if not text.strip():
        raise Invalid({"text": [_("Please write what you want to say.")]})
    return ReaderComment.objects.create(application=application, text=text.strip())
