"""Recording and ending mandates, and what working groups say about guests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.actions.people import NewPerson, open_account
from cms.models import Topic
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.membership.actions.office_decisions import note_decision
from plugins.membership.facts import GuestProposed, GuestsChanged, MandateEnds
from plugins.membership.models import DecisionKind, GuestMandate, MandateGroup, MandateThing
from plugins.membership.queries.mandate_things import choosable, scope_field
from plugins.membership.queries.mandates import mandates_to_warn_of
from workspace.models import WorkingGroup

LONGEST_REASON = 2000


@transaction.atomic
def record_mandate(
    said: Mapping[str, Any],
    *,
    people: Iterable[NewPerson],
    topics: Iterable[Topic],
    groups: Iterable[WorkingGroup],
    reason: str,
    things: Mapping[str, Collection[str]] | None = None,
    actor: Actor,
) -> GuestMandate:
    """An institution is a guest from its first to its last day; members read it, and why, in the log of decisions.

    `said` holds the mandate's own fields, `things` the keys of what it names of other packages, by the name of their
    scope. Groups are asked, not told. Raises Invalid.
    """
    require(actor, "create", GuestMandate)
    mandate = GuestMandate(**said)
    try:
        mandate.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    mandate.save()
    mandate.people.set(_accounts(people, actor))
    mandate.topics.set(topics)
    _name_things(mandate, things or {}, actor)
    for group in groups:
        propose_guest(mandate, group, actor=actor)
    text = _("%(institution)s is a guest of the Forum and %(function)s.")
    words = {"institution": mandate.institution, "function": mandate.get_function_display()}
    note_decision(DecisionKind.MANDATE, (text % words)[:300], _reason(reason), actor=actor)
    return _changed(mandate, "record_mandate", actor)


@transaction.atomic
def end_mandate(mandate: GuestMandate, *, on: date, reason: str, actor: Actor) -> GuestMandate:
    """This day is the last one; at midnight everything that the mandate opened is closed. Raises Invalid."""
    mandate = GuestMandate.objects.select_for_update().get(pk=mandate.pk)
    require(actor, "end", mandate)
    if on < max(timezone.localdate(), mandate.start):
        raise Invalid({"end": [_("This day is over. A mandate ends today or later.")]})

    mandate.end = on
    mandate.save(update_fields=["end"])
    text = _("The mandate of %(institution)s ends on %(date)s.")
    words = {"institution": mandate.institution, "date": date_format(on, "DATE_FORMAT")}
    note_decision(DecisionKind.MANDATE, (text % words)[:300], _reason(reason), actor=actor)
    return _changed(mandate, "end_mandate", actor)


@transaction.atomic
def propose_guest(mandate: GuestMandate, group: WorkingGroup, *, actor: Actor) -> MandateGroup:
    """The group's coordinators are asked; until they agree nothing opens."""
    require(actor, "see", group)
    require(actor, "create", MandateGroup)
    if group.is_closed or MandateGroup.objects.filter(mandate=mandate, group=group, ended_at=None).exists():
        raise Invalid({"groups": [_("“%(group)s” is closed, or knows of this guest already.") % {"group": group}]})
    line = MandateGroup.objects.create(mandate=mandate, group=group)
    announce(GuestProposed(line_id=line.pk))
    return line


@transaction.atomic
def agree_to_guest(line: MandateGroup, *, actor: Actor) -> MandateGroup:
    """From the next click on the mandate's people read and talk in the group, for as long as the mandate holds."""
    line = _locked(line)
    require(actor, "agree", line)
    line.agreed_at, line.agreed_by = timezone.now(), actor.user
    line.save(update_fields=["agreed_at", "agreed_by"])
    _changed(line.mandate, "agree_to_guest", actor)
    return line


@transaction.atomic
def end_guest_in_group(line: MandateGroup, *, actor: Actor) -> MandateGroup:
    """The group declines the guest, or lets it go; what was said stays."""
    line = _locked(line)
    require(actor, "end", line)
    line.ended_at, line.ended_by = timezone.now(), actor.user
    line.save(update_fields=["ended_at", "ended_by"])
    _changed(line.mandate, "end_guest_in_group", actor)
    return line


@transaction.atomic
def warn_of_ends() -> None:
    """Thirty and seven days before a mandate ends its sponsor and the office are told, once for each last day."""
    for mandate, days in mandates_to_warn_of():
        mandate.warned_of, mandate.warned_days = mandate.end, days
        mandate.save(update_fields=["warned_of", "warned_days"])
        announce(MandateEnds(mandate_id=mandate.pk, days=days))


def _accounts(people: Iterable[NewPerson], actor: Actor) -> list[User]:
    """What is wrong with one of them stands at `people`, with the address."""
    accounts = []
    for named in people:
        try:
            accounts.append(open_account(named, actor=actor))
        except Invalid as invalid:
            sentences = [f"{named.email}: {one}" for found in invalid.errors.values() for one in found]
            raise Invalid({"people": sentences}) from invalid
    return accounts


def _name_things(mandate: GuestMandate, things: Mapping[str, Collection[str]], actor: Actor) -> None:
    """Each package says what this actor can name of it."""
    offered = {scope.name: {key for key, _title in choices} for scope, choices in choosable(actor)}
    for name, keys in things.items():
        if not set(keys) <= offered.get(name, set()):
            raise Invalid({scope_field(name): [_("Choose something that is offered here.")]})
        MandateThing.objects.bulk_create(
            MandateThing(mandate=mandate, scope=name, key=key) for key in dict.fromkeys(keys)
        )


def _reason(reason: str) -> str:
    words = reason.strip()
    if not words or len(words) > LONGEST_REASON:
        raise Invalid({"reason": [_("Say why, in at most 2,000 characters: all members read it.")]})
    return words


def _changed(mandate: GuestMandate, what: str, actor: Actor) -> GuestMandate:
    log(mandate, f"membership.{what}", user=actor.user, title=f"#{mandate.pk}")
    announce(GuestsChanged(user_ids=tuple(mandate.people.order_by("pk").values_list("pk", flat=True))))
    return mandate


def _locked(line: MandateGroup) -> MandateGroup:
    rows = MandateGroup.objects.select_for_update(of=("self",)).select_related("group", "mandate")
    return rows.get(pk=line.pk)
