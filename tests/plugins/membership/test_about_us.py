"""The page about the forum names the counties that agreed, and leads to joining, guests and finding counties."""

from __future__ import annotations

import pytest

from cms.models import StandardPage

pytestmark = pytest.mark.django_db


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_about_us_names_the_counties_that_agreed_and_leads_on(as_client, member, forum):
    seat = member.seats.get()
    text = page(as_client(), "/ueber-uns/")
    for address in ("/mitglied-werden/", "/gaeste/", "/kontakt-vermitteln/"):
        assert f'href="{address}"' in text and as_client().get(address).status_code == 200
    assert seat.county.full_name not in text

    seat.is_named_in_public = True
    seat.save()

    assert f"<span>{seat.county.full_name}" in page(as_client(), "/ueber-uns/")
    assert seat.county.full_name not in page(as_client(), "/impressum/")
    assert 'href="/gaeste/"' not in page(as_client(), "/impressum/")


def test_an_earlier_version_of_about_us_ends_where_it_ended(as_client, member, forum):
    about = StandardPage.objects.get(slug="ueber-uns")
    about.title = "Wer wir sind"
    about.save_revision().publish()
    assert 'href="/gaeste/"' in page(as_client(), "/ueber-uns/")
    assert 'href="/gaeste/"' not in page(as_client(), "/ueber-uns/?version=1")
