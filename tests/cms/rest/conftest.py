"""Who asks, in every way of asking, and a small world to ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from cms.accounts.actions import revoke_token
from plugins.api.actors import actor_for
from tests.factories import make_entry, make_token

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def day(number: int) -> datetime:
    return NEW_YEAR + timedelta(days=number)


@dataclass
class World:
    """Four entries, oldest first: what each says about who reads it stands in its name."""

    released: object
    closed: object
    opened: object
    offer: object


@pytest.fixture
def world(wohnen):
    return World(
        released=make_entry(
            title="Wohnungslotsen",
            topics=[wohnen],
            tags=["lotsen"],
            county="99001",
            author_name="Amt Auental",
            released=True,
            at=day(1),
        ),
        closed=make_entry("concept", title="Ältestenrat", topics=[wohnen], tags=["rat"], county="99002", at=day(2)),
        opened=make_entry(
            "strategy",
            title="Öffentliche Strategie",
            tags=["plan"],
            author_name="Forum",
            confidentiality="public",
            released=True,
            at=day(3),
            external_key="quelle:7",
        ),
        offer=make_entry("offer", title="Schulungstag", at=day(4)),
    )


@pytest.fixture
def callers(api, as_client, member, guest, kind_guest, editor, office, admin, applicant, former_member):
    """Name -> a client, for everybody who may call and every way of it."""
    tired = make_token(member)
    revoke_token(member.api_tokens.get(), actor=actor_for(member))
    gone = make_token(former_member)
    former_member.is_active = False
    former_member.save()
    return {
        "visitor": api(),
        "member": as_client(member),
        "member by token": api(member),
        "member by public token": api(member, "read:public"),
        "member by writing token": api(member, "write:entries"),
        "guest": as_client(guest),
        "guest by token": api(guest),
        "kind guest": api(kind_guest),
        "applicant": api(applicant),
        "editor": as_client(editor),
        "editor by token": api(editor),
        "office": api(office),
        "admin": api(admin),
        "revoked token": api(tired),
        "invented token": api("wagtail_nonsense"),
        "inactive owner": api(gone),
    }


REFUSED = ("revoked token", "invented token", "inactive owner")
"""Callers who show a token that does not work."""
