"""Somebody outside looks for counties: the office asks members, and only who agrees is introduced."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from plugins.membership.states.contacts import STATES

UNCONFIRMED_FOR = timedelta(days=7)
"""A request whose address nobody confirmed vanishes after that."""
READ_AFTER_END = timedelta(days=30)
"""So long members who were asked still see a request that is over."""
KEPT_AFTER_END = timedelta(days=90)
"""Then its words and addresses are erased; the row is counted."""
OPEN = ("received", "matching", "introduced")


class ContactKind(models.TextChoices):
    """Who asks, and what the yearly report counts by."""

    FUNDER = "funder", _("Funder or foundation")
    RESEARCHER = "researcher", _("Research")
    INSTITUTION = "institution", _("Public authority or association")
    OTHER = "other", _("Somebody else")


class ContactRequestQuerySet(models.QuerySet["ContactRequest"]):
    def read_by_asked(self, today: date | None = None) -> Self:
        """Those that the members who were asked still see: until the end, and thirty days more."""
        last = (today or timezone.localdate()) - READ_AFTER_END
        running = Q(ended_at=None, until__gte=last)
        return self.exclude(confirmed_at=None).filter(running | Q(ended_at__date__gte=last))


class ContactRequest(models.Model):
    """What somebody outside looks for. Words and addresses go ninety days after the end; the row is counted."""

    reference = models.CharField(_("reference"), max_length=20, unique=True, editable=False)
    """For letters and telephone: `K-2026-0007`."""
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="unconfirmed", editable=False)
    kind = models.CharField(_("Who is asking?"), max_length=12, choices=ContactKind.choices)
    name = models.CharField(_("Your name"), max_length=150)
    institution = models.CharField(_("Your institution"), max_length=200)
    email = models.EmailField(_("Your e-mail address"))
    topics = models.ManyToManyField(Topic, verbose_name=_("Topics"), blank=True, related_name="+")
    purpose = models.TextField(_("What is it for?"), max_length=3000, validators=[MinLengthValidator(20)])
    expected = models.TextField(_("What do you expect of the counties?"), max_length=2000)
    until = models.DateField(_("Until when do you need contact?"))

    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    introduced_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    """When it was closed or declined, or its last day had passed."""
    reason = models.TextField(_("reason"), blank=True, max_length=2000, editable=False)
    """Why it was declined, in the words that the requester reads once somebody sends them."""
    reason_sent_at = models.DateTimeField(null=True, editable=False)
    emptied_at = models.DateTimeField(null=True, editable=False)
    """When words and addresses were erased."""

    objects = ContactRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for contact")
        verbose_name_plural = _("requests for contact")
        ordering = ("-confirmed_at", "-pk")

    def __str__(self) -> str:
        """A number: the audit trail repeats it, and outlives the request."""
        return self.reference

    @property
    def principal(self) -> str:
        """What whoever comes with the link of the confirmation mail holds at the door."""
        return f"contact-request:{self.pk}"

    @property
    def is_read_by_asked(self) -> bool:
        """Whether members who were asked still see it; the same rule as `read_by_asked`."""
        last = timezone.localdate() - READ_AFTER_END
        return self.confirmed_at is not None and self.end >= last

    @property
    def end(self) -> date:
        """Its last day: the planned one while it runs."""
        return timezone.localdate(self.ended_at) if self.ended_at else self.until


class ContactInvitation(models.Model):
    """One member was asked whether their address may be passed on. Nobody but the office learns what they said."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, pass on my address")
        NO = "no", _("No")

    request = models.ForeignKey(ContactRequest, on_delete=models.CASCADE, related_name="invitations")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("member"), on_delete=models.CASCADE, related_name="+"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    answer = models.CharField(_("Do you want to be introduced?"), max_length=3, choices=Answer.choices, blank=True)
    address = models.EmailField(_("Address that is passed on"), blank=True)
    sentence = models.CharField(_("A sentence for the programme office"), max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("question about a contact")
        verbose_name_plural = _("questions about contacts")
        ordering = ("asked_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["request", "member"], name="asked_once_about_a_contact")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/kontakt-vermitteln/{self.request_id}/"


class ContactNote(models.Model):
    """What the office notes for itself; neither the requester nor a member ever reads it."""

    request = models.ForeignKey(ContactRequest, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("note"), max_length=4000)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return str(self.request)
