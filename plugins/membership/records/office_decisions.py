"""The transparency log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.models import OfficeDecision
from plugins.membership.personal_data import office_decisions as personal_data
from plugins.membership.policies.office_decisions import OfficeDecisionPolicy


def office_decision_records() -> Iterator[Any]:
    yield slots.PolicyRecord(OfficeDecisionPolicy())
    yield slots.PersonalData(
        title=_("Decisions of the programme office"),
        models=(OfficeDecision,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Decisions that you noted for the programme office. Members read the decisions without your name."),
    )
