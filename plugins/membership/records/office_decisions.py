"""The transparency log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.demo import office_decisions as demo
from plugins.membership.models import OfficeDecision
from plugins.membership.personal_data import office_decisions as personal_data
from plugins.membership.policies.office_decisions import OfficeDecisionPolicy
from plugins.membership.queries.office_decisions import reads_log


def office_decision_records() -> Iterator[Any]:
    yield slots.PolicyRecord(OfficeDecisionPolicy())
    yield slots.UrlMount("", "plugins.membership.urls.office_decisions")
    yield slots.AccountPage(
        _("Decisions of the programme office"),
        _("What the programme office decided, when and why."),
        "office_decisions",
        order=9,
        icon="list",
        shown_to=reads_log,
    )
    yield slots.PersonalData(
        title=_("Decisions of the programme office"),
        models=(OfficeDecision,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Decisions that you noted for the programme office. Members read the decisions without your name."),
    )
    yield slots.DemoData(
        order=74,
        load=demo.load,
        to_try=(_("Read what the programme office decided: %(url)sentscheidungen/"),),
    )
