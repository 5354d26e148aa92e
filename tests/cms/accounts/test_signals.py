"""Whatever takes or gives rights is announced, by whatever way it happens, for those whom it concerns."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from cms.accounts.facts import RightsChanged, SessionEnded
from cms.accounts.roles import role_group
from cms.accounts.sessions import forget_ended_sessions
from cms.schedules import clear_sessions
from plugins.api.facts import AccessChanged
from plugins.api.models import Delivery
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db


def announced(kind: type[AccessChanged]) -> list[set[int]]:
    """Whose access changed, in the order in which it was said; then it is forgotten."""
    rows = Delivery.objects.filter(listener="accounts.access", fact=kind.__name__).order_by("pk")
    people = [set(row.as_fact().people) for row in rows]
    rows.delete()
    return people


def test_signing_out_ends_what_is_open_and_signing_in_does_not(as_client, member):
    client = as_client(member)
    assert announced(SessionEnded) == []
    client.post("/konto/abmelden/")
    assert announced(SessionEnded) == [{member.pk}]


def test_a_session_that_has_run_out_is_news_to_nobody(as_client, member):
    as_client(member)
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    clear_sessions()
    forget_ended_sessions()
    assert (Session.objects.count(), announced(SessionEnded)) == (0, [])


def test_another_password_and_a_closed_account(member):
    announced(RightsChanged)  # what made her a member
    member.set_password(PASSWORD + "!")
    member.save(update_fields=["password"])
    member.is_active = False
    member.save()
    assert announced(RightsChanged) == [{member.pk}, {member.pk}]
    member.first_name = "Toni"
    member.save(update_fields=["first_name"])
    assert announced(RightsChanged) == []


def test_roles_from_both_sides(member, outsider):
    announced(RightsChanged)
    role = role_group("editors")
    member.groups.add(role)
    role.user_set.add(outsider)
    member.groups.remove(role)
    member.groups.set([role])
    role.user_set.clear()
    assert announced(RightsChanged) == [
        {member.pk},
        {outsider.pk},
        {member.pk},
        {member.pk},
        {member.pk, outsider.pk},
    ]
