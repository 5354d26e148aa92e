"""What accounts plug in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.accounts import personal_data, policies, roles
from cms.accounts.models import User
from plugins.api import extensions as slots


def all_records() -> Iterator[Any]:
    for policy in (policies.UserPolicy(), policies.TokenPolicy(), policies.GroupPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.PrincipalProvider("roles", roles.principals_of, roles.people_with, roles.in_words)
    yield slots.PersonalData(
        title=_("Account"),
        models=(User,),
        hand_out=personal_data.hand_out_account,
        erase=personal_data.erase_account,
    )
