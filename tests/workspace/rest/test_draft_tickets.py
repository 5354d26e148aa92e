"""Tickets for the socket of a draft: one use, one minute, one draft, and no more than whoever asked for it may."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import APIToken

from cms.accounts.models import FrontEndAccess
from plugins.api.access import may
from tests.factories import make_draft, make_front_end_token, make_token
from workspace.models import DraftTicket
from workspace.sockets.tickets import holder_of

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")


def ticket_for(client, draft):
    answer = client.post(f"/api/v1/drafts/{draft.pk}/ticket/")
    assert (answer.status_code, answer["Cache-Control"]) == (201, "no-store")
    told = answer.json()
    assert (set(told), told["expires_in"]) == ({"ticket", "expires_in"}, 60)
    return told["ticket"]


def test_a_ticket_opens_once_and_only_its_own_draft(group, draft, coordinator, member, api):
    other = make_draft(group, by=coordinator)
    ticket = ticket_for(api(member, *WRITES), draft)
    assert holder_of(ticket, other.pk) is None
    assert holder_of("x" * 43, draft.pk) is None
    holder = holder_of(ticket, draft.pk)
    assert (holder.user, holder.writes) == (member.pk, True)
    assert may(holder.actor(), "write", draft)
    assert holder_of(ticket, draft.pk) is None


def test_a_ticket_is_good_for_a_minute(draft, member, api):
    early, late = (ticket_for(api(member, *WRITES), draft) for _each in range(2))
    DraftTicket.objects.update(expires_at=timezone.now() + timedelta(seconds=5))
    DraftTicket.objects.filter(digest=hashlib.sha256(late.encode()).hexdigest()).update(expires_at=timezone.now())
    assert holder_of(early, draft.pk)
    assert holder_of(late, draft.pk) is None


def test_tickets_are_stored_as_hashes_and_forgotten(draft, member, api):
    ticket = ticket_for(api(member, *WRITES), draft)
    assert ticket not in DraftTicket.objects.values_list("digest", flat=True)
    DraftTicket.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    ticket_for(api(member, *WRITES), draft)
    assert DraftTicket.objects.count() == 1


def test_a_token_that_only_reads_gets_a_ticket_that_only_reads(draft, member, api):
    ticket = ticket_for(api(member, "read:members"), draft)
    holder = holder_of(ticket, draft.pk)
    assert may(holder.actor(), "see", draft)
    assert holder.writes is False


def test_a_ticket_ends_with_the_token_or_the_session_behind_it(draft, member, api, as_client):
    plain = make_token(member, *WRITES)
    by_token = holder_of(ticket_for(api(plain), draft), draft.pk)
    browser = as_client(member)
    by_session = holder_of(ticket_for(browser, draft), draft.pk)
    assert by_session.writes is True
    assert by_token.actor().user == by_session.actor().user == member
    APIToken.objects.filter(user=member).update(revoked_at=timezone.now())
    browser.logout()
    assert by_token.actor().is_anonymous
    assert by_session.actor().is_anonymous


def test_a_ticket_of_a_front_end_ends_with_its_access(draft, member, api):
    holder = holder_of(ticket_for(api(make_front_end_token(member, *WRITES)), draft), draft.pk)
    assert (holder.user, holder.writes) == (member.pk, True)
    assert may(holder.actor(), "write", draft)
    FrontEndAccess.objects.get().delete()
    assert holder.actor().is_anonymous


def test_a_front_end_that_only_reads_gets_a_ticket_that_only_reads(draft, member, api):
    holder = holder_of(ticket_for(api(make_front_end_token(member, "read:members")), draft), draft.pk)
    assert may(holder.actor(), "see", draft)
    assert holder.writes is False


@pytest.mark.parametrize("name", ["outsider", "office", None])
def test_nobody_gets_a_ticket_for_what_they_do_not_read(draft, api, name, request):
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    assert client.post(f"/api/v1/drafts/{draft.pk}/ticket/").status_code == 404
    assert not DraftTicket.objects.exists()
