"""What people do in the forum for a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.demo import roles as demo
from plugins.membership.models import ForumRole
from plugins.membership.personal_data import roles as personal_data
from plugins.membership.policies.roles import ForumRolePolicy


def role_records() -> Iterator[Any]:
    yield slots.PolicyRecord(ForumRolePolicy())
    yield slots.PersonalData(
        title=_("Tasks in the Forum"),
        models=(ForumRole,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("What you do or did in the Forum, with dates. All members see it on your page."),
    )
    yield slots.DemoData(order=22, load=demo.load)
