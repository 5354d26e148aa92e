"""What members show each other."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from plugins.membership.models.seats import Seat


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
    stays_named = models.BooleanField(
        _("name me in the history of my county"),
        default=False,
        help_text=_(
            "When your seat has ended, members read your name beside its dates. Otherwise they read the dates alone."
        ),
    )
    shows_telephone = models.BooleanField(_("show my telephone number to members"), default=False)

    objects = MemberProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("member profile")
        verbose_name_plural = _("member profiles")
        ordering = ("person__last_name", "person__first_name", "pk")

    def __str__(self) -> str:
        return str(self.person)
