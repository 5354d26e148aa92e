"""A program without a cookie opens the socket of a draft with a ticket: once, soon, as whoever asked for it."""

from __future__ import annotations

import pytest
from asgiref.testing import ApplicationCommunicator
from django.contrib.sessions.models import Session
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.adapters.sockets.routing import SocketDoor
from tests.contracts.leaks.listening import cookie_of, listen
from tests.factories import make_draft
from workspace.actions.drafts import TICKET, give_ticket
from workspace.models import DraftTicket


@pytest.fixture
def draft(forum, group, coordinator):
    return make_draft(group, by=coordinator)


@pytest.fixture
def ticket(draft, member):
    key = cookie_of(member).decode().partition("=")[2]
    return give_ticket(draft, actor=actor_for(member), session_key=key)[0]


async def said(draft: int, ticket: str) -> object:
    """What a program hears first: how things stand, or the code with which it is sent away."""
    scope = {"type": "websocket", "path": f"/ws/drafts/{draft}", "headers": [(b"host", b"localhost")]}
    page = ApplicationCommunicator(SocketDoor(), {**scope, "query_string": f"ticket={ticket}".encode()})
    await page.send_input({"type": "websocket.connect"})
    await page.receive_output(10)
    first = await page.receive_output(10)
    await page.send_input({"type": "websocket.disconnect", "code": 1000})
    await page.wait(10)
    return first.get("code", "open")


def heard(monkeypatch, *asked: tuple[int, str]) -> list[object]:
    async def scene():
        return [await said(*one) for one in asked]

    return listen(scene, monkeypatch)


def test_it_opens_the_draft_once(draft, ticket, monkeypatch):
    assert heard(monkeypatch, (draft.pk, ticket), (draft.pk, ticket)) == ["open", 4401]


def test_it_opens_no_other_draft_and_is_not_used_up_by_trying(draft, ticket, group, coordinator, monkeypatch):
    other = make_draft(group, "Ein anderer", by=coordinator)
    assert heard(monkeypatch, (other.pk, ticket), (draft.pk, ticket)) == [4401, "open"]


def test_it_is_good_for_a_minute(draft, ticket, monkeypatch):
    DraftTicket.objects.update(expires_at=timezone.now() - TICKET)
    assert heard(monkeypatch, (draft.pk, ticket)) == [4401]


def test_it_ends_with_the_session_in_which_it_was_asked_for(draft, ticket, monkeypatch):
    Session.objects.all().delete()
    assert heard(monkeypatch, (draft.pk, ticket)) == [4401]
