"""Queries whose SQL is made once: what they answer follows the values and the moment, never the first request."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.prepared import MOMENT, USER, Prepared
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_it_is_asked_with_other_values_each_time():
    ask = Prepared(lambda: User.objects.filter(pk=USER, date_joined__lte=MOMENT).values_list("pk", "email"))
    first, second = UserFactory(email="eins@example.org"), UserFactory(email="zwei@example.org")
    now = timezone.now()

    assert ask(user=first.pk, moment=now) == [(first.pk, "eins@example.org")]
    assert ask(user=second.pk, moment=now) == [(second.pk, "zwei@example.org")]
    assert ask(user=second.pk, moment=now - timedelta(days=1)) == []
    second.delete()
    assert ask(user=second.pk, moment=now) == []


def test_a_query_that_looked_at_the_clock_is_refused():
    ask = Prepared(lambda: User.objects.filter(pk=USER, date_joined__lte=timezone.now()).values_list("pk"))
    with pytest.raises(ValueError, match="MOMENT"):
        ask(user=1)


def test_without_a_value_it_is_not_asked():
    ask = Prepared(lambda: User.objects.filter(pk=USER).values_list("pk"))
    with pytest.raises(KeyError, match="user"):
        ask()


def test_it_is_asked_in_several_shapes_and_in_parts():
    people = [UserFactory(email=f"{number}@example.org", is_active=number != 1) for number in range(4)]
    ask = Prepared(
        lambda only_active, order: (
            User.objects.filter(pk__lte=USER, **({"is_active": True} if only_active else {}))
            .filter(pk__gte=people[0].pk)
            .order_by(order)
            .values_list("email")
        )
    )
    last = people[-1].pk
    assert [email for (email,) in ask(False, "pk", user=last)] == [person.email for person in people]
    assert ask.part(0, 2, True, "pk", user=last) == [("0@example.org",), ("2@example.org",)]
    assert ask.part(1, 2, False, "-pk", user=last) == [("2@example.org",), ("1@example.org",)]
    assert ask.part(4, 2, False, "-pk", user=last) == []
