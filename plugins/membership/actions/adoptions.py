"""What a county says it does with an entry, and being asked every year whether it still holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import County, Entry
from plugins.api import generation
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.facts import AdoptionStepTaken, StillInUseAsked
from plugins.membership.models import YEAR, Adoption, AdoptionState, AdoptionStep
from plugins.membership.queries.adoptions import holders_of, to_be_asked
from plugins.membership.states.adoptions import AdoptionMachine, event_between


@transaction.atomic
def record_adoption(
    entry: Entry,
    county: County,
    *,
    state: str,
    month: date,
    actor: Actor,
    changed: str = "",
    text: str = "",
    contact: User | None = None,
) -> Adoption:
    """The county stands in the register. Raises Invalid, and Refused for another county or a second time."""
    require(actor, "see", entry)
    require(actor, "create", Adoption)
    county = County.objects.select_for_update().get(pk=county.pk)
    if not actor.has(f"county:{county.key}"):
        raise Refused(_("You record this for your own county only."))
    if entry.county_id == county.pk:
        raise Refused(_("This entry comes from your own county."))
    if Adoption.objects.filter(entry=entry, county=county).exists():
        raise Refused(_("Your county already stands in the register. You can change what it says there."))

    _insist_on_sense(state, month, text)
    adoption = Adoption(entry_id=entry.pk, county=county, state=state, month=_first(month), recorded_by=actor.user)
    adoption.changed, adoption.contact = changed.strip(), _holder(county, contact)
    _checked(adoption).save()
    _step(adoption, text, actor)
    log(adoption, "membership.record_adoption", user=actor.user, title=f"#{adoption.pk}")
    return adoption


@transaction.atomic
def change_adoption(
    adoption: Adoption, *, changed: str, effort: str, result: str, contact: User | None, actor: Actor
) -> Adoption:
    """Other words about it. Raises Invalid."""
    adoption = _locked(adoption)
    require(actor, "edit", adoption)

    adoption.changed, adoption.effort, adoption.result = changed.strip(), effort.strip(), result.strip()
    adoption.contact = _holder(adoption.county, contact)
    adoption.changed_at = timezone.now()
    _checked(adoption).save()
    log(adoption, "membership.change_adoption", user=actor.user, title=f"#{adoption.pk}")
    return adoption


@transaction.atomic
def move_adoption(adoption: Adoption, *, state: str, month: date, text: str, actor: Actor) -> Adoption:
    """It is otherwise now, or still so: an answer to the yearly question, too. Raises Invalid and Refused."""
    adoption = _locked(adoption)
    require(actor, "edit", adoption)

    _insist_on_sense(state, month, text)
    before = adoption.state
    adoption.state = moved(
        AdoptionMachine, before, event_between(before, state), _("What was stopped can only begin again.")
    )
    if state != before:
        adoption.month = _first(month)
    is_answer, adoption.asked_at = adoption.is_asked, None
    adoption.ask_on, adoption.changed_at = timezone.localdate() + YEAR, timezone.now()
    _checked(adoption).save()
    _step(adoption, text, actor, is_answer=is_answer, stays=state == before)
    log(adoption, "membership.move_adoption", user=actor.user, title=f"#{adoption.pk}")
    return adoption


@transaction.atomic
def take_back_adoption(adoption: Adoption, *, actor: Actor) -> None:
    """It was entered by mistake: row and steps go, nobody counts it any more, and the county may begin anew.

    That it was there, for which county and entry, and who took it back stays in the audit trail; its words do not.
    """
    adoption = _locked(adoption)
    require(actor, "take_back", adoption)

    data = {"entry": adoption.entry_id, "county": adoption.county.key}
    title = f"#{adoption.pk}"
    log(adoption, "membership.take_back_adoption", user=actor.user, title=title, data=data, deleted=True)
    adoption.delete()
    generation.advance()


@transaction.atomic
def ask_whether_in_use(today: date | None = None) -> None:
    """Once a year, for as long as the county works with it. Whoever does not answer is asked again a year later."""
    day = today or timezone.localdate()
    for adoption in to_be_asked(day).select_for_update(of=("self",)):
        adoption.asked_at, adoption.ask_on = timezone.now(), day + YEAR
        adoption.save(update_fields=["asked_at", "ask_on"])
        announce(StillInUseAsked(adoption.pk, day.isoformat()))


def _step(adoption: Adoption, text: str, actor: Actor, *, is_answer: bool = False, stays: bool = False) -> None:
    """What was said stays as it was said, and visitors read another number from now on."""
    step = AdoptionStep(
        adoption=adoption,
        state=adoption.state,
        month=adoption.month,
        text=text.strip(),
        is_answer=is_answer,
        stays=stays,
        recorded_by=actor.user,
    )
    _checked(step).save()
    announce(AdoptionStepTaken(step.pk, actor.user.pk if actor.user else None))
    generation.advance()


def _insist_on_sense(state: str, month: date, text: str) -> None:
    errors: dict[str, list[str]] = {}
    today = timezone.localdate()
    if state not in AdoptionState.values:
        errors["state"] = [_("Please choose one.")]
    latest = today + YEAR if state == AdoptionState.TRIED else today
    if _first(month) > latest:
        errors["month"] = [_("This month lies too far ahead.")]
    if state == AdoptionState.DROPPED and not text.strip():
        errors["text"] = [_("Please say in a sentence why you stopped: that is what others learn from.")]
    if errors:
        raise Invalid(errors)


def _checked(row: Any) -> Any:
    try:
        row.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    return row


def _holder(county: County, contact: User | None) -> User | None:
    if contact is None or holders_of(county).filter(pk=contact.pk).exists():
        return contact
    raise Invalid({"contact": [_("Only who holds a seat for your county can be asked about it.")]})


def _locked(adoption: Adoption) -> Adoption:
    return Adoption.objects.select_for_update(of=("self",)).select_related("county").get(pk=adoption.pk)


def _first(month: date) -> date:
    return month.replace(day=1)
