"""Mediated first contact: somebody outside asks, the office matches, members opt in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership import schedules, start_lists
from plugins.membership.demo import contacts as demo
from plugins.membership.facts import ContactAsked, ContactConfirmed, ContactIntroduced, ContactRefusalSent
from plugins.membership.mails import contacts as mails
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest
from plugins.membership.notification_kinds import contacts as kinds
from plugins.membership.personal_data import contacts as personal_data
from plugins.membership.policies.contacts import ContactInvitationPolicy, ContactRequestPolicy
from plugins.membership.queries.contacts import open_invitations


def contact_records() -> Iterator[Any]:
    yield slots.UrlMount("kontakt-vermitteln/", "plugins.membership.urls.contacts")
    yield slots.PolicyRecord(ContactRequestPolicy())
    yield slots.PolicyRecord(ContactInvitationPolicy())
    yield slots.NavItem(
        _("Find counties to talk to"),
        "/kontakt-vermitteln/",
        30,
        "handshake",
        place="about",
        text=_("For those who fund or do research: the programme office asks counties, and introduces who agrees."),
    )
    yield slots.FactListener("membership.contact_confirm", (ContactAsked,), mails.ask_to_confirm)
    yield slots.FactListener("membership.contact_receipt", (ContactConfirmed,), mails.acknowledge)
    yield slots.FactListener(
        "membership.contact_introduced", (ContactIntroduced,), mails.send_introductions, takes_long=True
    )
    yield slots.FactListener("membership.contact_refused", (ContactRefusalSent,), mails.send_refusals)
    yield kinds.asked_kind()
    yield slots.TaskSchedule("membership.end_contacts", timedelta(hours=6), schedules.end_contact_requests)
    yield slots.StartList("contacts", _("Asked by the programme office"), open_invitations, "", order=15)
    yield slots.StartList("membership", _("Membership"), start_lists.for_office, "", order=16)
    yield slots.PersonalData(
        title=_("Requests for contact"),
        models=(ContactRequest, ContactInvitation, ContactNote),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Requests for contact under your e-mail address, and that the programme office asked you whether you want "
            "contact, with your answer. Only the programme office reads your answer; whoever asked gets your address "
            "only where you agreed. Ninety days after the end of a request its words and addresses are erased."
        ),
    )
    yield slots.DemoData(
        order=80,
        load=demo.load,
        to_try=(_("Ask for contact with counties as somebody from outside: %(url)skontakt-vermitteln/"),),
    )
