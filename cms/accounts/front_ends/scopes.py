"""What a front end may be let in for, in the words that people read when they are asked."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Scope

OPENID, PROFILE, EMAIL = "openid", "profile", "email"

IDENTITY = {OPENID: _("Recognise you"), PROFILE: _("Learn your name"), EMAIL: _("Learn your e-mail address")}
"""Scopes of OpenID Connect: who somebody is."""

READING = (Scope.READ_PUBLIC, Scope.READ_MEMBERS, Scope.READ_EVENTS)
WRITING = (Scope.WRITE_ENTRIES, Scope.WRITE_WORKSPACE)
"""Only where the programme office allowed the front end to ask for it."""

LABELS = {**IDENTITY, **{scope.value: scope.label for scope in (*READING, *WRITING)}}
"""Every scope that a front end can have; notices (webhooks) belong to tokens that somebody made themselves."""


def in_words(scopes: Iterable[str]) -> list[str]:
    """In the order of `LABELS`; that somebody is recognised goes without saying."""
    wanted = set(scopes) - {OPENID}
    return [str(label) for scope, label in LABELS.items() if scope in wanted]
