"""Discussions and the posts in them: who they are for, what was written, what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County, Quotability, Topic
from workspace.models.groups import WorkingGroup


class DiscussionReach(models.TextChoices):
    """The class of a discussion: for whom it is."""

    MEMBERS = "members", _("All members")
    GROUP = "group", _("One working group")
    PERSONS = "persons", _("Named persons")


class Discussion(models.Model):
    """A question or a matter, and what people say to it. Its class governs every channel."""

    title = models.CharField(_("title"), max_length=150)
    reach = models.CharField(_("who reads it"), max_length=10, choices=DiscussionReach.choices)
    group = models.ForeignKey(
        WorkingGroup, null=True, blank=True, on_delete=models.PROTECT, related_name="discussions", editable=False
    )
    persons = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("named persons"), blank=True, related_name="+"
    )
    """Who reads it beside the author, where the class is “named persons”."""
    quotable = models.CharField(_("may be quoted"), max_length=20, choices=Quotability.choices, default=Quotability.NO)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="discussions")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="discussions", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_post_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    answer = models.ForeignKey("Post", null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    """The post that solved it."""

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")
        ordering = ("-last_post_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(reach=DiscussionReach.GROUP, group__isnull=False)
                | (~Q(reach=DiscussionReach.GROUP) & Q(group=None)),
                name="a_discussion_of_a_group_has_one",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.challenge.get_absolute_url() if self.is_challenge else f"/diskussionen/{self.pk}/"

    @property
    def is_challenge(self) -> bool:
        """Whether it asks all members for an answer; it then stands under the challenges and nowhere else."""
        return hasattr(self, "challenge")

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class Post(models.Model):
    """Something that somebody said. A deleted one leaves a trace without words."""

    discussion = models.ForeignKey(Discussion, on_delete=models.CASCADE, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="posts")
    county = models.ForeignKey(County, null=True, on_delete=models.PROTECT, related_name="posts")
    """The county for which the author spoke; it stays when the name goes."""
    text = models.TextField(_("text"))
    """As it was typed."""
    is_formatted = models.BooleanField(default=False)
    """Whether `text` is Markdown, as the editor of the pages writes it; otherwise every sign stands for itself."""
    html = models.TextField()
    """The same for pages: cleaned, with links and lists."""
    plain = models.TextField()
    """The same for the search and for programs."""
    quoted = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    """People who are addressed by name; each could read the post when it was written."""
    created_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{self.discussion.get_absolute_url()}?post={self.pk}#post-{self.pk}"

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None


class PostVersion(models.Model):
    """An earlier wording of a post, readable by whoever reads the post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    html = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.post}, {self.written_at:%Y-%m-%d}"


class PostReport(models.Model):
    """Somebody asks those who are responsible to look at a post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reports")
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    created_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    resolution = models.TextField(_("what was done"), blank=True)

    class Meta:
        verbose_name = _("report of a post")
        verbose_name_plural = _("reports of posts")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.post}"


class DiscussionReading(models.Model):
    """How far somebody has read, and whether they want to hear of more."""

    class Attention(models.TextChoices):
        NORMAL = "normal", _("as usual")
        FOLLOWED = "followed", _("followed")
        MUTED = "muted", _("muted")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    discussion = models.ForeignKey(Discussion, on_delete=models.CASCADE, related_name="readings")
    last_read = models.PositiveBigIntegerField(default=0)
    """Number of the newest post that was shown."""
    attention = models.CharField(max_length=10, choices=Attention.choices, default=Attention.NORMAL)

    class Meta:
        verbose_name = _("place in a discussion")
        verbose_name_plural = _("places in discussions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "discussion"], name="one_reading_per_person_and_discussion")
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.discussion_id}"
