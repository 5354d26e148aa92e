"""Events: when, where, who may know of them and who organises them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Final, Self
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import County, Topic
from plugins.events.models.kinds import EventKind
from plugins.events.times import moment_in_words, when
from workspace.models import WorkingGroup


class EventForm(models.TextChoices):
    """How people come together."""

    IN_PERSON = "in_person", _("in person")
    VIRTUAL = "virtual", _("by video")
    HYBRID = "hybrid", _("in person and by video")


class EventClass(models.TextChoices):
    """Who may know of the event at all."""

    PUBLIC = "public", _("Everybody")
    MEMBERS = "members", _("All members")
    GROUP = "group", _("The working group, and whoever is invited")
    PERSONS = "persons", _("Only whoever is invited")


FOR_ALL: Final = (EventClass.PUBLIC, EventClass.MEMBERS)
"""What all members may know of: mails name it, figures count it, and the programme office organises it, too."""


class Recurrence(models.TextChoices):
    """How often it takes place, from its first day on."""

    NONE = "", _("once")
    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    FOUR_WEEKLY = "four_weekly", _("every four weeks")
    MONTHLY = "monthly", _("every month on the same weekday")


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> Self:
        """Those that others than the organisers may know of, cancelled ones included."""
        return self.exclude(published_at=None)

    def upcoming(self) -> Self:
        """Not over yet; what goes on at this moment counts. A series stands at its next date."""
        dates = _dates().filter(cancelled_at=None, ends_at__gt=timezone.now()).order_by("starts_at")
        return self._dated(dates).filter(date_ends_at__gt=timezone.now()).order_by("date_starts_at", "pk")

    def past(self) -> Self:
        """What is over; a series with its last date."""
        last = _dates().order_by("cancelled_at", "-starts_at")
        return self.over_at(timezone.now())._dated(last).order_by("-date_starts_at", "-pk")

    def over_at(self, moment: datetime) -> Self:
        """Those that are over then, a series with its last date."""
        still = _dates().filter(cancelled_at=None, ends_at__gt=moment)
        return self.filter(~Q(models.Exists(still)), ends_at__lte=moment)

    def _dated(self, dates: QuerySet[models.Model]) -> Self:
        """With the times of the first of these dates; what takes place once has its own."""
        once = When(recurrence=Recurrence.NONE, then=F("starts_at"))
        ends_once = When(recurrence=Recurrence.NONE, then=F("ends_at"))
        return self.annotate(
            date_starts_at=Case(once, default=Subquery(dates.values("starts_at")[:1])),
            date_ends_at=Case(ends_once, default=Subquery(dates.values("ends_at")[:1])),
        )


def _dates() -> QuerySet[models.Model]:
    from plugins.events.models.occurrences import Occurrence

    return Occurrence.objects.filter(event=OuterRef("pk"))


def new_uid() -> str:
    """What calendars know an event by, for ever (RFC 5545, 3.8.4.7)."""
    return str(uuid4())


class Event(models.Model):
    """Something that takes place. It is cancelled and never deleted; others learn of it once it is published."""

    uid = models.CharField(max_length=80, unique=True, default=new_uid, editable=False)
    slug = models.SlugField(_("address part"), max_length=100, unique=True, editable=False)
    kind = models.CharField(_("kind of event"), max_length=10, choices=EventKind.choices)
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(
        _("what it is about"), max_length=500, help_text=_("Two sentences. Whoever may know of the event reads them.")
    )
    agenda = models.TextField(
        _("agenda"), blank=True, max_length=20_000, help_text=_("What happens when, and what for.")
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="events")

    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    recurrence = models.CharField(
        _("how often"),
        max_length=12,
        choices=Recurrence.choices,
        default=Recurrence.NONE,
        blank=True,
        help_text=_("Every month means, for example, always on the second Tuesday."),
    )
    repeats_until = models.DateField(_("repeats until"), null=True, blank=True)
    """The last day on which it may take place."""
    form = models.CharField(_("form"), max_length=10, choices=EventForm.choices, default=EventForm.IN_PERSON)
    place = models.CharField(
        pgettext_lazy("where", "place"), max_length=200, blank=True, help_text=_("For example: Kreishaus Auental")
    )
    address = models.CharField(_("address"), max_length=300, blank=True, help_text=_("Street, postcode and town."))
    county = models.ForeignKey(
        County,
        verbose_name=_("county"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
        help_text=_("Where it takes place. The map of events marks it."),
    )

    confidentiality = models.CharField(
        _("who knows of it"), max_length=10, choices=EventClass.choices, default=EventClass.MEMBERS
    )
    group = models.ForeignKey(
        WorkingGroup,
        verbose_name=_("working group"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    organisers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("organised by"), blank=True, related_name="organised_events"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    capacity = models.PositiveIntegerField(
        _("places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: as many as want to come."),
    )
    registration_until = models.DateTimeField(_("registration until"), null=True, blank=True)
    needs_approval = models.BooleanField(_("organisers decide about each registration"), default=False)

    late_reason = models.TextField(_("why so late"), blank=True, max_length=1000, editable=False)
    """Given when less notice was given than the rule of the kind asks for; it stands in the invitation."""
    invited_at = models.DateTimeField(null=True, editable=False)
    """When the first invitation went out: from here the notice is counted."""
    published_at = models.DateTimeField(null=True, editable=False)
    moved_from = models.DateTimeField(null=True, editable=False)
    """When it was to begin before it was moved last, as others knew it."""
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancel_reason = models.TextField(blank=True, max_length=1000, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    """Counts changes that calendars have to take over (RFC 5545, 3.8.7.4)."""
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    people_erased_at = models.DateTimeField(null=True, editable=False)
    """When the list of who took part was erased; numbers by county stay."""
    was_over = models.BooleanField(default=False, editable=False)
    """Whether it was noticed that it is over: that happens by the clock, without anybody saving it."""

    shown_group: WorkingGroup | None
    """The group as far as this reader may know of it; queries set it."""

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("starts_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(confidentiality="group") | Q(group__isnull=False), name="event_of_a_group_names_it"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/termine/{self.slug}/"

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end lies before the beginning.")})
        if self.confidentiality == EventClass.GROUP and self.group_id is None:
            raise ValidationError({"group": _("Choose the working group that this event belongs to.")})
        self._clean_series()
        if self.form != EventForm.VIRTUAL and not self.place:
            raise ValidationError({"place": _("Say where people meet.")})

    def _clean_series(self) -> None:
        from plugins.events.models.occurrences import LONGEST_SERIES

        if self.recurrence == Recurrence.NONE or not self.starts_at:
            return
        first = timezone.localdate(self.starts_at)
        if self.repeats_until is None:
            raise ValidationError({"repeats_until": _("Say until when it repeats itself.")})
        if not first < self.repeats_until <= first + LONGEST_SERIES:
            raise ValidationError({"repeats_until": _("Choose a day after the first one, within two years.")})

    @property
    def is_for_all(self) -> bool:
        return self.confidentiality in FOR_ALL

    @property
    def is_series(self) -> bool:
        return self.recurrence != Recurrence.NONE

    @property
    def date(self) -> tuple[datetime, datetime]:
        """From when to when it is next, or was last: what lists looked up already, or one look-up for a series."""
        if not self.is_series:
            return self.starts_at, self.ends_at
        begins, ends = getattr(self, "date_starts_at", None), getattr(self, "date_ends_at", None)
        if begins and ends:
            return begins, ends
        dates = self.occurrences.filter(cancelled_at=None)
        found = dates.filter(ends_at__gt=timezone.now()).first() or dates.last()
        return (found.starts_at, found.ends_at) if found else (self.starts_at, self.ends_at)

    @property
    def principal(self) -> str:
        """What whoever is invited holds at the door."""
        return f"event:{self.pk}"

    @property
    def guest_principal(self) -> str:
        """What guests hold whose mandate names the event."""
        return f"guest-event:{self.pk}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def is_public(self) -> bool:
        """Whether everybody may know of it now."""
        return self.is_published and self.confidentiality == EventClass.PUBLIC

    @property
    def when(self) -> str:
        """Day and times in words, in the forum's time zone."""
        return when(*self.date)

    @property
    def was_to_begin(self) -> str:
        """When it was to begin before it was moved, in words; empty for what stands where it stood."""
        return moment_in_words(self.moved_from) if self.moved_from is not None else ""

    @property
    def calendar_url(self) -> str:
        """The event as a file for calendars."""
        return f"{self.get_absolute_url()}termin.ics"

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_open(self) -> bool:
        """Whether others know of it and it was not called off: then something can stand beside it."""
        return self.is_published and not self.is_cancelled

    @property
    def has_begun(self) -> bool:
        """A series has begun in this sense with its last date: until then people come and go."""
        return self._last(self.starts_at, "starts_at") <= timezone.now()

    @property
    def is_over(self) -> bool:
        return self.over_from <= timezone.now()

    @property
    def over_from(self) -> datetime:
        """When it ends, a series its last date."""
        return self._last(self.ends_at, "ends_at")

    def _last(self, once: datetime, field: str) -> datetime:
        if not self.is_series or once > timezone.now():
            return once
        dates = self.occurrences.filter(cancelled_at=None)
        return dates.order_by(f"-{field}").values_list(field, flat=True).first() or once

    @property
    def is_virtual(self) -> bool:
        """Whether there is a room to join."""
        return self.form != EventForm.IN_PERSON

    @property
    def takes_answers(self) -> bool:
        """Whether somebody may still say that they come; to say that one does not come is possible until it begins."""
        if not self.is_published or self.is_cancelled or self.has_begun:
            return False
        return self.registration_until is None or timezone.now() < self.registration_until
