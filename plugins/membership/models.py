"""Seats of counties and mandates of guests, which are dated and never deleted, and what members show each other."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import KINDS, County, Topic


class DatedQuerySet(models.QuerySet["Dated"]):
    def in_force(self, on: date | None = None) -> Self:
        """Those that hold on this day (today in the forum's time zone); the last day counts."""
        day = on or timezone.localdate()
        return self.filter(Q(end=None) | Q(end__gte=day), start__lte=day)


class Dated(models.Model):
    """Something that begins and ends on a day; the end, if there is one, is the last day that counts."""

    start = models.DateField(_("from"), default=timezone.localdate)
    end = models.DateField(_("until"), null=True, blank=True, help_text=_("Last day. Empty: no end is planned."))

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.end is not None and self.end < self.start:
            raise ValidationError({"end": _("The end lies before the beginning.")})


class Seat(Dated):
    """A person's seat for a county: this is what makes somebody a member."""

    county = models.ForeignKey(County, verbose_name=_("county"), on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="seats"
    )

    is_named_in_public = models.BooleanField(
        _("may be named in public"), default=False, help_text=_("The county agreed to stand on the public home page.")
    )
    was_in_force = models.BooleanField(default=False, editable=False)
    """Whether it was in force when the search last heard of it: at midnight seats begin and end without being saved."""
    former_people: set[int]
    """Whose it was until now; known only while it is being saved."""

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ("county__name", "-start")

    def __str__(self) -> str:
        return f"{self.county}: {self.person}"


class GuestMandate(Dated):
    """Why an institution is a guest and what follows from it: a guest has no right without a line here."""

    institution = models.CharField(_("institution"), max_length=200)
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("people"), blank=True, related_name="mandates"
    )
    role = models.TextField(_("role and function"), help_text=_("In words, for all members to read."))
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sponsor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The member who answers for this guest."),
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, help_text=_("Scopes add up: every entry of each topic …")
    )
    kinds = models.JSONField(
        _("kinds of entry"), default=list, blank=True, help_text=_("… and every entry of each of these kinds.")
    )

    class Meta:
        verbose_name = _("guest mandate")
        verbose_name_plural = _("guest mandates")
        ordering = ("institution", "-start")

    def __str__(self) -> str:
        return self.institution

    def clean(self) -> None:
        super().clean()
        unknown = sorted(set(self.kinds or []) - set(KINDS))
        if unknown:
            raise ValidationError({"kinds": _("There is no kind “%(kind)s”.") % {"kind": unknown[0]}})


class MemberProfileQuerySet(models.QuerySet["MemberProfile"]):
    def in_directory(self) -> Self:
        """The people whom members find: with a seat in force, an open account, and unless they chose otherwise."""
        seats = Seat.objects.in_force().filter(person=OuterRef("pk"))
        return self.filter(Exists(seats), is_listed=True, person__is_active=True)


class MemberProfile(models.Model):
    """What a person shows other members beside name, function and county. Made with their first seat."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), primary_key=True, on_delete=models.CASCADE
    )
    is_listed = models.BooleanField(
        _("show me in the member directory"),
        default=True,
        help_text=_(
            "Members find your name, your function and your county. It is so unless you decide otherwise, because a "
            "seat is an office that you hold for your county among the members."
        ),
    )
    topics = models.ManyToManyField(
        Topic,
        verbose_name=_("what you can ask me about"),
        blank=True,
        related_name="member_profiles",
        help_text=_("Members who look for somebody with experience find you under these topics."),
    )
    competences = models.CharField(
        _("my experience in a few words"),
        blank=True,
        max_length=300,
        help_text=_("At most 300 characters, for example: “Building up a pool of interpreters, applying for funds”."),
    )
    shows_email = models.BooleanField(_("show my e-mail address to members"), default=False)
    telephone = models.CharField(
        _("telephone"),
        blank=True,
        max_length=40,
        validators=[
            RegexValidator(r"^\+?[\d ()/-]+\Z", _("Please use only digits, spaces, ( ) / - and + at the front."))
        ],
    )
    shows_telephone = models.BooleanField(_("show my telephone number to members"), default=False)

    objects = MemberProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("member profile")
        verbose_name_plural = _("member profiles")
        ordering = ("person__last_name", "person__first_name", "pk")

    def __str__(self) -> str:
        return str(self.person)
