"""Questions of practice that a member puts to all members, and how far each has come."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from cms.models import Entry
from workspace.models.discussions import Discussion, Post

SILENT_AFTER = timedelta(days=7)


class ChallengeState(models.TextChoices):
    """How far a challenge has come."""

    OPEN = "open", _("open")
    TALKED_ABOUT = "talked_about", _("in conversation")
    ANSWERED = "answered", _("answered")
    ENTRY = "entry", _("became an entry")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ChallengeQuerySet(QuerySet["Challenge"]):
    """The one place that knows the state of a challenge: it follows from what was said, and is stored nowhere."""

    def with_state(self, only: str = "") -> ChallengeQuerySet:
        """Each with its `state`, or `only` those in one. Who reads a challenge reads all of it: all see the same."""
        others = Post.objects.filter(discussion=OuterRef("discussion"), deleted_at=None)
        others = others.exclude(author=OuterRef("discussion__author"))
        rows = self.annotate(
            state=Case(
                When(withdrawn_at=F("discussion__closed_at"), then=Value(ChallengeState.WITHDRAWN.value)),
                When(entry__live=True, then=Value(ChallengeState.ENTRY.value)),
                When(discussion__answer__isnull=False, then=Value(ChallengeState.ANSWERED.value)),
                When(Exists(others), then=Value(ChallengeState.TALKED_ABOUT.value)),
                default=Value(ChallengeState.OPEN.value),
            )
        )
        return rows.filter(state=only) if only else rows

    def silent(self, now: datetime) -> ChallengeQuerySet:
        """Neither answered nor closed, and for seven days nobody said anything."""
        waiting = Q(discussion__answer=None, discussion__closed_at=None)
        return self.exclude(entry__live=True).filter(waiting, discussion__last_post_at__lte=now - SILENT_AFTER)


class Challenge(models.Model):
    """A discussion of all members that asks for an answer. Title, words, topics and author are the discussion's."""

    discussion = models.OneToOneField(Discussion, on_delete=models.CASCADE, related_name="challenge", editable=False)
    urgent = models.BooleanField(_("urgent"), default=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    """The moment in which the discussion was closed by taking the challenge back; opening it again undoes that."""

    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    """What was made of it: a draft first, and an answer for everybody once it is published."""
    silence_told_at = models.DateTimeField(null=True, editable=False)
    """When the programme office was told that nobody answers; it is told once."""

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        verbose_name = _("challenge")
        verbose_name_plural = _("challenges")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/herausforderungen/{self.pk}/"

    def state_in_words(self) -> str:
        """Of a row that was fetched `with_state`."""
        return str(ChallengeState(self.state).label)  # type: ignore[attr-defined]

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None and self.withdrawn_at == self.discussion.closed_at
