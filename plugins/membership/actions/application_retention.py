"""What the clock does with applications: it reminds once, forgets, empties, and tells the office what is late."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.outbox import announce
from plugins.membership.actions import application_letters as letters
from plugins.membership.actions.application_links import send_link
from plugins.membership.actions.applications import note
from plugins.membership.facts import ApplicationWaits
from plugins.membership.models import Application, ApplicationDecision, Assessment, AssessmentMark
from plugins.membership.periods import ACCEPTED_KEPT, FORGOTTEN_AFTER, REFUSED_KEPT, REMINDED_AFTER
from plugins.membership.queries.applications import WAITING

WORDS = ("name", "function", "email", "telephone", "reasons", "contribution", "resources")


@transaction.atomic
def remind_of_begun() -> None:
    """Whoever has not touched an application for two months gets one link, once."""
    begun = Application.objects.select_for_update().filter(state="begun", reminded_at=None)
    for application in _older(begun, "saved_at", REMINDED_AFTER):
        application.reminded_at = timezone.now()
        application.save(update_fields=["reminded_at"])
        send_link(application, "reminder")


@transaction.atomic
def forget_begun() -> None:
    """An application that was begun and left alone goes as a whole: it never was the office's."""
    for application in _older(Application.objects.filter(state="begun"), "saved_at", FORGOTTEN_AFTER):
        letters.remove(application)
        application.delete()


@transaction.atomic
def empty_ended() -> None:
    """When the period has passed an application is a number, a state and dates."""
    ended = Application.objects.filter(emptied_at=None)
    refused = ended.filter(state__in=("declined", "withdrawn"))
    for application in _older(refused, "ended_at", REFUSED_KEPT):
        empty(application)
    for application in _older(ended.filter(state="accepted"), "ended_at", ACCEPTED_KEPT):
        empty(application)


@transaction.atomic
def empty(application: Application) -> None:
    """Texts, names, addresses, letter and links go. What was accepted keeps its county, which is a member."""
    letters.remove(application)
    for rows in (application.keys, application.comments, application.questions, application.notes):
        rows.all().delete()
    application.seat_offers.all().delete()
    ApplicationDecision.objects.filter(application=application).update(reason="", conditions="", way_back="")
    Assessment.objects.filter(application=application).update(summary="", conflict="")
    AssessmentMark.objects.filter(assessment__application=application).update(note="")
    for name in WORDS:
        setattr(application, name, "")
    if application.state != "accepted":
        application.county = None
    application.emptied_at = timezone.now()
    application.save(update_fields=[*WORDS, "county", "emptied_at"])
    note(application, "empty_application", SYSTEM)


@transaction.atomic
def tell_of_late() -> None:
    """The office hears once of each latest day that has passed, for its own step or for an answer."""
    today = timezone.localdate()
    waiting = Application.objects.filter(state__in=(*WAITING, "asked"), next_step_by__lt=today)
    for application in waiting.filter(Q(late_since=None) | ~Q(late_since=F("next_step_by"))):
        application.late_since = application.next_step_by
        application.save(update_fields=["late_since"])
        announce(ApplicationWaits(application.pk, "late", str(application.next_step_by)))


def _older(rows: QuerySet[Application], field: str, than: timedelta) -> QuerySet[Application]:
    return rows.filter(**{f"{field}__lte": timezone.now() - than})
