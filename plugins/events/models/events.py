"""Events: when, where, who may know of them and who organises them."""

from __future__ import annotations

from typing import ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> Self:
        """Those that others than the organisers may know of, cancelled ones included."""
        return self.exclude(published_at=None)

    def upcoming(self) -> Self:
        """Not over yet; what goes on at this moment counts."""
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def past(self) -> Self:
        return self.filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")


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
    form = models.CharField(_("form"), max_length=10, choices=EventForm.choices, default=EventForm.IN_PERSON)
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("For example: Kreishaus Auental"))
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
        if self.form != EventForm.VIRTUAL and not self.place:
            raise ValidationError({"place": _("Say where people meet.")})

    @property
    def principal(self) -> str:
        """What whoever is invited holds at the door."""
        return f"event:{self.pk}"

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
        return when(self.starts_at, self.ends_at)

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
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def is_virtual(self) -> bool:
        """Whether there is a room to join."""
        return self.form != EventForm.IN_PERSON

    @property
    def takes_answers(self) -> bool:
        """Whether somebody may still say that they come; to say that one does not come is possible until it begins."""
        until = self.registration_until or self.starts_at
        return self.is_published and not self.is_cancelled and timezone.now() < min(until, self.starts_at)
