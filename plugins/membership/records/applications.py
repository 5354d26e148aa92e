"""How counties join."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.models import (
    ApplicationDecision,
    ApplicationNote,
    ApplicationQuestion,
)
from plugins.membership.personal_data import applications as personal_data
from plugins.membership.policies.applications import ApplicationPolicy


def application_records() -> Iterator[Any]:
    yield slots.PolicyRecord(ApplicationPolicy())
    yield slots.PersonalData(
        title=_("Applications of counties"),
        models=(ApplicationDecision, ApplicationNote, ApplicationQuestion),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you wrote when your county applied, and what you asked, noted and decided for the programme office. "
            "The office reads it, and members who assess the application read its texts."
        ),
    )
