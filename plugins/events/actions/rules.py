"""The rules that the office sets for each kind of event."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.events.models import KindRule
from plugins.events.queries.events import rule_of


@transaction.atomic
def set_rule(kind: str, *, lead_weeks: int, keeps_people_for: int, actor: Actor) -> KindRule:
    """How much notice is asked for from now on, and how long lists of people are kept. Raises Invalid."""
    rule = KindRule.objects.select_for_update().filter(kind=kind).first() or rule_of(kind)
    require(actor, "edit", rule)
    rule.lead_weeks, rule.keeps_people_for = lead_weeks, keeps_people_for
    try:
        rule.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    rule.save()
    log(rule, "events.set_rule", user=actor.user, title=rule.kind)
    return rule
