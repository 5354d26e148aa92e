"""Working groups and who belongs to them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County, Topic
from plugins.api.prepared import Given


class GroupState(models.TextChoices):
    """Where a group stands in its life."""

    PROPOSED = "proposed", _("proposed")
    ACTIVE = "active", _("at work")
    PAUSED = "paused", _("paused")
    CLOSED = "closed", _("closed")


class GroupVisibility(models.TextChoices):
    """Who may know that a group exists, with its question, mandate and coordinators."""

    MEMBERS = "members", _("All members know that the group exists")
    HIDDEN = "hidden", _("Only the group and the programme office know that it exists")


class JoinMode(models.TextChoices):
    """How somebody comes into a group."""

    OPEN = "open", _("Whoever wants to joins")
    REQUEST = "request", _("Coordinators decide about requests")
    INVITATION = "invitation", _("By invitation only")


class PastVisibility(models.TextChoices):
    """How much of what was written before they came people read."""

    START = "start", _("Everything from the start")
    JOINING = "joining", _("What was written since they joined")


class WorkingGroup(models.Model):
    """People of several counties who work on one question. It ends and is never deleted."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address part"), max_length=100, unique=True, editable=False)
    question = models.TextField(_("question"), help_text=_("What do you want to find out or achieve? Two sentences."))
    expected_result = models.TextField(
        _("expected result"), help_text=_("For example: a recommendation to all counties.")
    )
    wanted = models.TextField(_("who should join"), blank=True)
    planned_until = models.DateField(_("planned until"), null=True, blank=True)
    mandate = models.TextField(_("mandate"), blank=True, help_text=_("What the group works on, for whom, until when."))
    mandate_recorded_at = models.DateTimeField(null=True, editable=False)
    """When the programme office recorded the present mandate; empty while it has not."""
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="working_groups")

    visibility = models.CharField(
        _("who knows of the group"),
        max_length=10,
        choices=GroupVisibility.choices,
        default=GroupVisibility.MEMBERS,
    )
    join = models.CharField(_("how people join"), max_length=10, choices=JoinMode.choices, default=JoinMode.REQUEST)
    shows_members = models.BooleanField(
        _("all who know of the group see its members"),
        default=True,
        help_text=_("Otherwise only the group sees them. Coordinators are always named."),
    )
    past = models.CharField(
        _("what new members read"), max_length=10, choices=PastVisibility.choices, default=PastVisibility.START
    )
    least_counties = models.PositiveSmallIntegerField(
        _("least number of counties"), default=3, help_text=_("The group exists once so many counties take part.")
    )

    quorum = models.PositiveSmallIntegerField(
        _("share that has to answer a decision"),
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_(
            "In per cent of those who write or coordinate. A text is adopted when so many have answered and more agree "
            "than object."
        ),
    )

    state = models.CharField(
        _("state"), max_length=10, choices=GroupState.choices, default=GroupState.PROPOSED, editable=False
    )
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    founded_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    active_at = models.DateTimeField(default=timezone.now, editable=False)
    """When something last happened in the group."""
    asked_at = models.DateTimeField(null=True, editable=False)
    """When the coordinators of a quiet group were asked whether it goes on; empty once they answered."""
    unanswered_at = models.DateTimeField(null=True, editable=False)
    """When the programme office was told that no coordinator answered."""

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/arbeitsgruppen/{self.slug}/"

    @property
    def principal(self) -> str:
        """What its members hold at the door."""
        return f"group:{self.pk}"

    @property
    def coordinator_principal(self) -> str:
        return f"coordinator:{self.pk}"

    @property
    def is_closed(self) -> bool:
        return self.state == GroupState.CLOSED

    @property
    def is_founded(self) -> bool:
        """At work or paused: no longer a proposal, not yet closed."""
        return self.state in (GroupState.ACTIVE, GroupState.PAUSED)

    def places(self) -> list[GroupMembership]:
        """The places that hold now, coordinators first. Chosen in Python: lists fetch them for all groups at once."""
        held = [place for place in self.memberships.all() if place.is_in_force]
        return sorted(held, key=lambda place: place.role != GroupRole.COORDINATOR)

    def coordinators(self) -> list[GroupMembership]:
        return [place for place in self.places() if place.role == GroupRole.COORDINATOR]

    def counties(self) -> set[int]:
        """The counties for which somebody takes part: each counts once."""
        return {place.county_id for place in self.places() if place.county_id is not None}

    def invited(self) -> set[int]:
        """The people who have an invitation that they have not answered; they know of the group."""
        return {row.person_id for row in self.admissions.all() if row.is_open and row.is_invitation}


class GroupRole(models.TextChoices):
    """What somebody does in a group."""

    COORDINATOR = "coordinator", _("coordinates")
    WRITER = "writer", _("writes")
    ADVISER = "adviser", _("suggests")


class GroupMembershipQuerySet(models.QuerySet["GroupMembership"]):
    def in_force(self, at: datetime | Given | None = None) -> Self:
        """Those that hold at this moment."""
        moment = timezone.now() if at is None else at
        return self.filter(Q(left_at=None) | Q(left_at__gt=moment), joined_at__lte=moment)


class GroupMembership(models.Model):
    """Somebody in a group, for a county, from one moment to another. It ends and is never deleted."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="group_memberships"
    )
    county = models.ForeignKey(County, null=True, on_delete=models.PROTECT, related_name="group_places", editable=False)
    """The county for which the person came; empty for guests and the office."""
    role = models.CharField(_("role"), max_length=12, choices=GroupRole.choices, default=GroupRole.WRITER)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    left_at = models.DateTimeField(null=True, editable=False)
    end_reason = models.TextField(blank=True, max_length=1000, editable=False)
    """Why those who coordinate ended the place; empty where the person left herself."""

    objects = GroupMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in a working group")
        verbose_name_plural = _("places in working groups")
        ordering = ("joined_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "user"], condition=Q(left_at=None), name="one_place_per_person_and_group"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.group}"

    @property
    def principal(self) -> str:
        """What its holder holds at the door for as long as it is in force."""
        return f"place:{self.pk}"

    @property
    def is_in_force(self) -> bool:
        now = timezone.now()
        return self.joined_at <= now and (self.left_at is None or self.left_at > now)

    @property
    def is_coordinator(self) -> bool:
        return self.role == GroupRole.COORDINATOR
