"""How counties join."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership import schedules
from plugins.membership.demo import applications as demo
from plugins.membership.facts import ApplicationLinkDue, SeatOffered
from plugins.membership.mails import applications as mails
from plugins.membership.models import (
    ApplicationDecision,
    ApplicationNote,
    ApplicationQuestion,
)
from plugins.membership.notification_kinds.applications import waiting_kind
from plugins.membership.personal_data import applications as personal_data
from plugins.membership.policies.applications import ApplicationPolicy, SeatOfferPolicy
from plugins.membership.policies.office import OFFICE
from plugins.membership.queries import application_pages


def application_records() -> Iterator[Any]:
    """Counties apply by link, the office decides, and seats are taken."""
    yield slots.PolicyRecord(ApplicationPolicy())
    yield slots.PolicyRecord(SeatOfferPolicy())
    yield slots.UrlMount("", "plugins.membership.urls.applications")
    yield slots.NavItem(
        _("How to become a member"),
        "/mitglied-werden/",
        10,
        "file-text",
        place="about",
        text=_("Who can join, how it is decided, how long it takes, and how a county applies."),
    )
    yield slots.FactListener("membership.application_links", (ApplicationLinkDue,), mails.send_links)
    yield slots.FactListener("membership.seat_offers", (SeatOffered,), mails.send_seat_offers)
    yield slots.TaskSchedule("membership.applications", timedelta(hours=6), schedules.look_after_applications)
    yield waiting_kind()
    yield from _account_pages()
    yield slots.PersonalData(
        title=_("Applications of counties"),
        models=(ApplicationDecision, ApplicationNote, ApplicationQuestion),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you wrote when your county applied, and what you asked, noted and decided for the programme office. "
            "The office reads it, and members who assess the application read its texts and the letter."
        ),
    )
    yield slots.DemoData(
        order=80,
        load=demo.load,
        to_try=(
            _("Apply for a county: %(url)smitglied-werden/"),
            _("Read applications as the programme office: %(url)smitglied-werden/bewerbungen/"),
        ),
    )


def _account_pages() -> Iterator[Any]:
    """Where whoever is signed in finds applications: her own, or all that wait."""
    yield slots.AccountPage(
        _("My county’s application"),
        _("Where your county’s application stands, and a seat that is kept for you."),
        "own_applications",
        order=8,
        icon="file-text",
        shown_to=application_pages.has_own,
    )
    yield slots.AccountPage(
        _("Applications of counties"),
        _("What waits for the programme office, and what has been decided."),
        "office_applications",
        order=9,
        icon="list",
        shown_to=lambda actor: actor.has(OFFICE),
    )
