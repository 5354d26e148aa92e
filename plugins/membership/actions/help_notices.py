"""Offering help and looking for it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.models import County, Topic
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid
from plugins.membership.models import LONGEST, HelpNotice


@transaction.atomic
def write_help_notice(
    *, kind: str, title: str, text: str, until: date, topics: Collection[Topic] = (), actor: Actor
) -> HelpNotice:
    """It hangs for all members until its day. Raises Invalid."""
    require(actor, "create", HelpNotice)
    county = County.objects.filter(key__in=actor.keys("county")).order_by("name", "kind").first()
    assert county is not None  # who may create holds one
    notice = HelpNotice(author=actor.user, county=county)
    return _said(notice, "write_help_notice", kind, title, text, until, topics, actor)


@transaction.atomic
def change_help_notice(
    notice: HelpNotice, *, kind: str, title: str, text: str, until: date, topics: Collection[Topic] = (), actor: Actor
) -> HelpNotice:
    """Other words, another day. Raises Invalid."""
    notice = HelpNotice.objects.select_for_update().get(pk=notice.pk)
    require(actor, "edit", notice)
    return _said(notice, "change_help_notice", kind, title, text, until, topics, actor)


@transaction.atomic
def end_help_notice(notice: HelpNotice, *, actor: Actor) -> HelpNotice:
    """It is settled: from now on only its author reads it."""
    notice = HelpNotice.objects.select_for_update().get(pk=notice.pk)
    require(actor, "edit", notice)
    notice.ended_at = timezone.now()
    notice.save(update_fields=["ended_at"])
    log(notice, "membership.end_help_notice", user=actor.user, title=f"#{notice.pk}")
    return notice


def _said(
    notice: HelpNotice,
    verb: str,
    kind: str,
    title: str,
    text: str,
    until: date,
    topics: Collection[Topic],
    actor: Actor,
) -> HelpNotice:
    today = timezone.localdate()
    if not today <= until <= today + LONGEST:
        raise Invalid({"until": [_("Please choose a day from today on, at most a year ahead.")]})
    notice.kind, notice.title, notice.text, notice.until = kind, " ".join(title.split()), text.strip(), until
    notice.changed_at = timezone.now()
    try:
        notice.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    notice.save()
    notice.topics.set(visible_to(actor, Topic.objects.filter(pk__in=[topic.pk for topic in topics])))
    log(notice, f"membership.{verb}", user=actor.user, title=f"#{notice.pk}")
    return notice
