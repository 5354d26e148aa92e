"""The ground floor's own tables: deliveries of facts, leases, due times, the generation of what is public, what was
answered to programs that may ask twice, failures, and which plugins are switched on where.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plugins.api.facts import Fact
from plugins.api.holders import is_dead


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self) -> DeliveryQuerySet:
        """Those that may be tried now."""
        return self.filter(due_at__lte=timezone.now())


class Delivery(models.Model):
    """One fact on its way to one listener; gone once it has been heard."""

    listener = models.CharField(max_length=100)
    fact = models.CharField(max_length=100)
    payload = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["listener", "due_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.fact} → {self.listener}"

    def as_fact(self) -> Fact:
        return Fact.from_payload(self.fact, self.payload)


class Lease(models.Model):
    """The right of one process to do something that must not happen twice at once; it ends by itself."""

    name = models.CharField(max_length=100, primary_key=True)
    holder = models.CharField(max_length=64, blank=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def acquire(cls, name: str, holder: str, period: timedelta) -> bool:
        """Take the lease if nobody holds it, or only a process that has been killed; says whether that worked."""
        now = timezone.now()
        lease, _made = cls.objects.get_or_create(name=name, defaults={"until": now - timedelta(seconds=1)})
        free = Q(until__lt=now)
        if is_dead(lease.holder):
            free |= Q(holder=lease.holder)
        return bool(cls.objects.filter(free, name=name).update(holder=holder, until=now + period))

    @classmethod
    def renew(cls, name: str, holder: str, period: timedelta) -> bool:
        """Keep it for another period; False when it has been lost meanwhile."""
        return bool(cls.objects.filter(name=name, holder=holder).update(until=timezone.now() + period))

    @classmethod
    def release(cls, name: str, holder: str) -> None:
        cls.objects.filter(name=name, holder=holder).update(holder="", until=timezone.now() - timedelta(seconds=1))


class ScheduledRun(models.Model):
    """When a scheduled task is due next; moving the time forward is what claims the run."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def claim(cls, name: str, every: timedelta) -> bool:
        """Whether the task is due and this process is the one to run it."""
        now = timezone.now()
        cls.objects.get_or_create(name=name, defaults={"due_at": now})
        return bool(cls.objects.filter(Q(due_at__lte=now), name=name).update(due_at=now + every))


class Generation(models.Model):
    """One number that is another one whenever something public has changed: kept answers are keyed by it."""

    number = models.PositiveBigIntegerField(default=1)
    switches = models.PositiveBigIntegerField(default=0)
    """Another one whenever a plugin was switched on or off, or removed."""

    def __str__(self) -> str:
        return str(self.number)


class KeptReply(models.Model):
    """What a program was answered to a request that it gave a key (`Idempotency-Key`), so that the same request does
    nothing a second time. Kept for a day.
    """

    caller = models.PositiveBigIntegerField()
    """Number of the person."""
    token = models.PositiveBigIntegerField(default=0)
    """Number of their token; 0 for a session."""
    key_hash = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    """Hash of what was sent, and where to."""
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=500, blank=True)
    etag = models.CharField(max_length=60, blank=True)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "token", "key_hash"], name="one_reply_per_key")]

    def __str__(self) -> str:
        return f"{self.status} {self.location}"


class Trouble(models.Model):
    """A package that failed where it was asked for a part of something; the same failure is one row."""

    plugin = models.CharField(max_length=100)
    place = models.CharField(max_length=100)
    """The slot and what the record is called in it."""
    error = models.CharField(max_length=500)
    count = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["last_at"], name="trouble_last")]

    def __str__(self) -> str:
        return f"{self.plugin}: {self.place}"


class PluginSwitch(models.Model):
    """Whether a plugin is switched on in one place. Where there is no row, its default holds."""

    FORUM, EVERY_GROUP = "forum", "groups"

    plugin = models.CharField(max_length=100)
    """Its label."""
    place = models.CharField(max_length=100, default=FORUM)
    """`forum`: everywhere; `groups`: its parts in every working group; `group:<id>`: its parts in one of them."""
    is_on = models.BooleanField()
    changed_by = models.PositiveBigIntegerField(null=True)
    """Number of the person; None: whoever runs the forum."""
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plugin", "place"], name="one_switch_per_place")]

    def __str__(self) -> str:
        return f"{self.plugin} ({self.place}): {'on' if self.is_on else 'off'}"


class RemovedPlugin(models.Model):
    """A plugin that was removed for good: what it was called, where its pages were, and what it had stored."""

    plugin = models.CharField(max_length=100, unique=True)
    """Its label."""
    title = models.CharField(max_length=200)
    prefixes = models.JSONField(default=list)
    """Where its addresses began: whoever follows an old link is told what became of it."""
    removed_at = models.DateTimeField(default=timezone.now)
    removed_by = models.PositiveBigIntegerField(null=True)
    counts = models.JSONField(default=list)
    """What it had stored, as pairs of words and number."""
    export = models.CharField(max_length=200, blank=True)
    """Where the copy of its data lies among the files; empty once that has been deleted."""
    is_open_to_office = models.BooleanField(default=False)
    """Whether the copy holds nothing that the programme office could not read in the forum."""

    def __str__(self) -> str:
        return self.title
