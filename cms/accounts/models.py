"""The user and what hangs on an account."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken


class UserManager(BaseUserManager["User"]):
    """Accounts are found by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=self.normalize_email(username))

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new account; without a password its owner sets one by “forgot password”."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. Rights come from roles (groups) and plugins, never from flags here."""

    email = models.EmailField(_("e-mail address"), unique=True)
    first_name = models.CharField(_("first name"), max_length=150, blank=True)
    last_name = models.CharField(_("last name"), max_length=150, blank=True)
    function = models.CharField(
        _("function"), max_length=200, blank=True, help_text=_("For example: integration officer of the county.")
    )
    language = models.CharField(
        _("language of the forum"),
        max_length=2,
        choices=settings.LANGUAGES,
        default="de",
        help_text=_("Texts of the counties stay in the language in which they were written."),
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Whoever is not active cannot sign in; their works stay.")
    )
    date_joined = models.DateTimeField(_("account since"), default=timezone.now, editable=False)
    visited_at = models.DateTimeField(null=True, editable=False)
    """When the present visit began: what came later is not new any more at the next one."""
    visited_before = models.DateTimeField(null=True, editable=False)
    """When the visit before this one began."""

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("last_name", "first_name", "email")

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whatever way an address comes in, it is stored in the form in which sign-in looks for it."""
        self.email = User.objects.normalize_email(self.email)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.email = User.objects.normalize_email(self.email)

    def get_full_name(self) -> str:
        """What others call this person; without a name the part of the address before the @."""
        return f"{self.first_name} {self.last_name}".strip() or self.email.partition("@")[0]

    def get_short_name(self) -> str:
        return self.first_name or self.get_full_name()

    @property
    def is_staff(self) -> bool:
        """Django's own admin is not installed; some packages ask all the same."""
        return self.is_superuser


class Scope(models.TextChoices):
    """What a token may be used for, at most; it never exceeds its owner."""

    READ_PUBLIC = "read:public", _("Read what everybody may read")
    READ_MEMBERS = "read:members", _("Read what I may read")
    READ_EVENTS = "read:events", _("Read events")
    WRITE_ENTRIES = "write:entries", _("Write entries of the knowledge base")
    WRITE_WORKSPACE = "write:workspace", _("Write in working groups")
    WEBHOOKS = "webhooks", _("Receive notices (webhooks)")


class TokenScopes(models.Model):
    """What Wagtail's hashed token lacks: its scopes. A token without this row may do nothing."""

    token = models.OneToOneField(APIToken, on_delete=models.CASCADE, related_name="lernnetz")
    scopes = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.token}: {', '.join(self.scopes)}"

    def scope_labels(self) -> list[str]:
        return [str(Scope(scope).label) for scope in self.scopes]


class FrontEndAccess(models.Model):
    """A front end elsewhere that somebody let in, and for what. Without this row its tokens open nothing."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="front_ends", verbose_name=_("person"))
    client = models.ForeignKey(
        "allauth_idp_oidc.Client", on_delete=models.CASCADE, related_name="let_in_by", verbose_name=_("front end")
    )
    scopes = models.JSONField(default=list)
    given_at = models.DateTimeField(_("let in at"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("last used at"), null=True, editable=False)

    class Meta:
        verbose_name = _("access of a front end")
        verbose_name_plural = _("access of front ends")
        constraints = [models.UniqueConstraint(fields=["user", "client"], name="one_access_per_person_and_front_end")]

    def __str__(self) -> str:
        return f"{self.client_id}: #{self.user_id}"


class FeedAddress(models.Model):
    """A secret address under which a reader program fetches what its owner may read: of its secret only the hash."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="feed_addresses", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=100)
    beginning = models.CharField(_("beginning"), max_length=8)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("last used at"), null=True, editable=False)

    class Meta:
        verbose_name = _("feed address")
        verbose_name_plural = _("feed addresses")

    def __str__(self) -> str:
        return f"{self.beginning}…"
