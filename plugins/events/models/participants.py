"""Who is invited to an event, what they answered, whether they have a place, and whether they came."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County
from plugins.api.prepared import Given
from plugins.events.models.events import Event


class ParticipantRole(models.TextChoices):
    """As what somebody comes."""

    ATTENDEE = "attendee", _("takes part")
    SPEAKER = "speaker", _("speaks")
    COMPANION = "companion", _("accompanies somebody")


class Answer(models.TextChoices):
    """What somebody said about an invitation."""

    NONE = "", _("no answer yet")
    YES = "yes", _("yes")
    NO = "no", _("no")


class Place(models.TextChoices):
    """Where somebody who said yes stands."""

    NONE = "", _("no place")
    ASKED = "asked", _("asked for a place")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("has been offered a place")
    TAKEN = "taken", _("has a place")
    REFUSED = "refused", _("was not accepted")


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def with_place(self) -> Self:
        """Whoever takes part: places that are kept for somebody who was moved up do not count here."""
        return self.filter(place=Place.TAKEN)

    def holding_a_place(self) -> Self:
        """Whoever a place is taken by or kept for: what is counted against the capacity."""
        return self.filter(place__in=(Place.TAKEN, Place.OFFERED), role=ParticipantRole.ATTENDEE)

    def waiting(self) -> Self:
        """The waiting list, first come first."""
        return self.filter(place=Place.WAITING).order_by("queued_at", "pk")

    def of(self, event: Event) -> Self:
        return self.filter(event=event)

    def invited(self) -> Self:
        return self.exclude(invited_at=None)

    def standing(self, at: datetime | Given | None = None) -> Self:
        """Without whoever left with their seat."""
        return self.exclude(left_at__lte=timezone.now() if at is None else at)

    def silent(self) -> Self:
        """Invited, and nothing was heard of them."""
        return self.invited().filter(answer=Answer.NONE)


class Participant(models.Model):
    """One person and one event: an account of the forum, or a name with an address."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="event_places"
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    county = models.ForeignKey(
        County, null=True, blank=True, on_delete=models.PROTECT, related_name="event_participants"
    )
    """For whom the person comes; kept as it was when they were invited or registered."""
    role = models.CharField(
        _("comes as"), max_length=10, choices=ParticipantRole.choices, default=ParticipantRole.ATTENDEE
    )
    accompanies = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="companions")

    told = models.TextField(
        _("what the person should know"),
        blank=True,
        max_length=1000,
        help_text=_("For example which session, when and where. Only this person and the organisers read it."),
    )

    invited_at = models.DateTimeField(null=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    reminded_at = models.DateTimeField(null=True, editable=False)

    answer = models.CharField(_("answer"), max_length=5, choices=Answer.choices, default=Answer.NONE, blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    excuse = models.TextField(_("note"), blank=True, max_length=500)
    """Why somebody does not come, for the organisers."""
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.NONE, blank=True)
    queued_at = models.DateTimeField(null=True, editable=False)
    """When the person came to the waiting list: the order in which they move up."""
    offered_until = models.DateTimeField(null=True, editable=False)
    """Until when a place is kept for whoever moved up."""
    refused_because = models.TextField(max_length=500, blank=True, editable=False)
    """What the organisers wrote when they did not accept a registration, for that person."""

    left_at = models.DateTimeField(null=True, editable=False)
    """From this minute on the person comes no more, and knows nothing of the event by this line: their seat ends."""
    came = models.BooleanField(_("was there"), null=True, editable=False)
    checked_in_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ("created_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["event", "person"], condition=Q(person__isnull=False), name="one_line_per_person_and_event"
            ),
            models.UniqueConstraint(
                fields=["event", "email"],
                condition=Q(person=None) & ~Q(email=""),
                name="one_line_per_address_and_event",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def called(self) -> str:
        """The name for lists of the organisers."""
        return str(self.person) if self.person is not None else self.name

    @property
    def address(self) -> str:
        """Where mails about the event go."""
        return self.person.email if self.person is not None else self.email

    @property
    def has_left(self) -> bool:
        """Whether the seat for which the person was to come has ended."""
        return self.left_at is not None and self.left_at <= timezone.now()

    @property
    def comes(self) -> bool:
        """With a place, or having said yes where no place is needed."""
        if self.place == Place.TAKEN:
            return self.answer != Answer.NO
        return self.answer == Answer.YES and self.place == Place.NONE
