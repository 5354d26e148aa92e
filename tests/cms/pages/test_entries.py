"""What people meet at the addresses of the knowledge base."""

from __future__ import annotations

import gzip
import re

import pytest
from django.utils import timezone

from cms.actions.entries import release_entry, unpublish_entry, withdraw_release
from plugins.api.actors import actor_for
from tests.factories import CHECKED, make_entry, make_topic

pytestmark = pytest.mark.django_db


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def titles(client, path):
    return re.findall(r'<h3 class="line__title"><a href="[^"]+">([^<]+)</a>', page(client, path))


def test_an_address_gives_each_reader_their_layer(as_client, member, guest, outsider, wohnen):
    entry = make_entry(summary="Nur die Kurzfassung.", body="<p>Das Innere.</p>", topics=[wohnen], released=True)

    path = f"/wissen/{entry.slug}/"
    for person in (member, guest, outsider):
        assert "Das Innere." in page(as_client(person), path)
    visitors = page(as_client(), path)
    assert "Nur die Kurzfassung." in visitors
    assert "Das Innere." not in visitors
    assert '<a href="/impressum/">Kontakt zum Programmbüro</a>' in visitors


def test_a_guest_reads_the_full_text_of_the_topic_and_the_summary_of_the_rest(as_client, guest):
    entry = make_entry(summary="Kurz.", body="<p>Das Innere.</p>", topics=["Arbeit"], released=True)

    assert "Das Innere." not in page(as_client(guest), f"/wissen/{entry.slug}/")


def test_what_is_not_released_answers_like_what_does_not_exist(as_client, applicant):
    entry = make_entry(title="Verborgen", released=False)

    for client in (as_client(), as_client(applicant)):
        hidden, missing = client.get(f"/wissen/{entry.slug}/"), client.get("/wissen/gibt-es-nicht/")
        assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)
        assert hidden.status_code == 404


def test_paragraphs_of_a_summary_stay_apart_for_members_too(as_client, member):
    entry = make_entry(summary="Der Kurs kommt ins Dorf.\n\nEr ist <kostenlos>.")
    page = as_client(member).get(f"/wissen/{entry.slug}/").content.decode()
    assert "<p>Der Kurs kommt ins Dorf.</p>\n\n<p>Er ist &lt;kostenlos&gt;.</p>" in page


def test_a_withdrawn_summary_is_gone_with_the_next_request(as_client, editor2):
    entry = make_entry(released=True)
    assert as_client().get(f"/wissen/{entry.slug}/").status_code == 200

    withdraw_release(entry, actor=actor_for(editor2))

    assert as_client().get(f"/wissen/{entry.slug}/").status_code == 404
    assert titles(as_client(), "/wissen/") == []


def test_unpublishing_takes_an_entry_from_everybody(as_client, member, editor):
    entry = make_entry(released=True)

    unpublish_entry(entry, actor=actor_for(editor))

    assert [as_client(who).get(f"/wissen/{entry.slug}/").status_code for who in (None, member)] == [404, 404]


def test_a_list_holds_what_the_reader_may_read_and_says_how_many(as_client, member):
    make_entry(title="Alle dürfen", released=True)
    make_entry(title="Mitglieder dürfen", released=False)

    assert titles(as_client(), "/wissen/") == ["Alle dürfen"]
    assert titles(as_client(member), "/wissen/") == ["Mitglieder dürfen", "Alle dürfen"]
    assert "Ein Beitrag" in page(as_client(), "/wissen/")


def test_filters_narrow_and_can_be_taken_back(as_client):
    make_entry("offer", title="Angebot", topics=["Wohnen"], county="99001", released=True)
    make_entry("concept", title="Konzept", topics=["Wohnen"], released=True)
    client = as_client()

    assert titles(client, "/wissen/?kind=offer") == ["Angebot"]
    assert titles(client, "/wissen/?topic=wohnen&ordering=title") == ["Angebot", "Konzept"]
    assert titles(client, "/wissen/?county=99001") == ["Angebot"]
    assert 'href="/wissen/?topic=wohnen"' in page(client, "/wissen/?kind=offer&topic=wohnen")


def test_counts_beside_filters_are_those_of_the_reader(as_client, member):
    make_entry("offer", released=True)
    make_entry("offer", title="Verborgen")

    def offers(client):
        found = re.search(r'kind=offer"[^>]*>.*?filters__count">(\d+)<', page(client, "/wissen/"), re.S)
        return found and found[1]

    assert (offers(as_client()), offers(as_client(member))) == ("1", "2")


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99", "ordering=password", "page=²", "page=" + "9" * 40])
def test_nonsense_in_the_address_of_a_list_still_gives_the_list(as_client, query):
    make_entry(title="Da", released=True)

    assert titles(as_client(), f"/wissen/?{query}") == ["Da"]


def test_a_filter_that_nothing_fits_offers_a_way_on(as_client):
    make_entry(released=True)

    text = page(as_client(), "/wissen/?topic=gibt-es-nicht")

    assert "Kein Beitrag passt zu allen gewählten Filtern." in text


def test_pages_of_a_list_show_each_entry_once(as_client):
    for number in range(23):
        make_entry(title=f"Eintrag {number:02}", released=True, at=timezone.now())
    client = as_client()

    shown = titles(client, "/wissen/?ordering=title") + titles(client, "/wissen/?ordering=title&page=2")

    assert shown == [f"Eintrag {number:02}" for number in range(23)]


def test_a_topic_shows_itself_only_to_who_finds_something_in_it(as_client, member):
    make_entry(topics=["Wohnen"])
    make_topic("Offen", is_open=True)

    assert as_client().get("/themen/wohnen/").status_code == 404
    assert "Wohnen" not in page(as_client(), "/themen/")
    assert "Offen" in page(as_client(), "/themen/")
    assert titles(as_client(member), "/themen/wohnen/") == ["Sprachkurs ohne Bus"]


def test_home_shows_the_newest_public_entries(as_client):
    make_entry(title="Öffentlich", released=True)
    make_entry(title="Verborgen")

    assert titles(as_client(), "/") == ["Öffentlich"]


def test_who_has_signed_in_is_greeted_with_a_search_field(as_client, member):
    make_entry(title="Neues")

    text = page(as_client(member), "/start/")

    assert member.get_full_name() in text
    assert 'action="/suche/"' in text
    assert titles(as_client(member), "/start/") == ["Neues"]
    assert as_client().get("/start/").headers["Location"] == "/konto/anmelden/?next=/start/"


def test_a_visitors_page_costs_two_queries_however_long_it_is(as_client, django_assert_num_queries):
    """What packages add to all pages is asked for once in a while: with the first page after something has changed."""
    entry, other = (make_entry(body="<p>Absatz</p>" * 300, released=True) for _ in range(2))
    client = as_client()
    client.get(f"/wissen/{other.slug}/")

    with django_assert_num_queries(2):
        client.get(f"/wissen/{entry.slug}/")
    with django_assert_num_queries(1):
        client.get(f"/wissen/{entry.slug}/")


@pytest.mark.parametrize("number", [1, 25])
def test_a_visitors_list_costs_three_queries_however_long_it_is(as_client, django_assert_num_queries, number):
    for count in range(number):
        make_entry(title=f"Eintrag {count}", topics=["Wohnen"], released=True)
    client = as_client()

    with django_assert_num_queries(3):
        client.get("/wissen/")
    with django_assert_num_queries(1):
        client.get("/wissen/")


def test_pages_say_truthfully_who_may_keep_them(as_client, member):
    entry = make_entry(released=True)
    path = f"/wissen/{entry.slug}/"

    public, own = as_client().get(path), as_client(member).get(path)

    assert public.headers["Cache-Control"].startswith("public")
    assert own.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in public.headers["Vary"] and "Cookie" in own.headers["Vary"]
    assert as_client().get(path, headers={"if-none-match": public.headers["ETag"]}).status_code == 304


def test_a_new_release_reaches_visitors_who_had_the_old_page(as_client, editor, editor2):
    entry = make_entry(title="Alt", released=True)
    before = as_client().get(f"/wissen/{entry.slug}/").headers["ETag"]

    entry.title = "Neu"
    entry.save_revision(user=editor).publish(user=editor)
    assert "<h1>Alt</h1>" in page(as_client(), f"/wissen/{entry.slug}/")
    release_entry(entry, actor=actor_for(editor2), checklist=CHECKED)

    after = as_client().get(f"/wissen/{entry.slug}/")
    assert "<h1>Neu</h1>" in after.content.decode()
    assert after.headers["ETag"] != before


@pytest.mark.parametrize("path", ["/ueber-uns/", "/barrierefreiheit/", "/datenschutz/", "/impressum/"])
def test_the_plain_pages_of_a_new_forum_are_there_for_everybody(as_client, forum, path):
    assert "<h1" in page(as_client(), path)


def test_a_page_is_sent_compressed_to_browsers_that_take_it(as_client, forum):
    plain, small = as_client().get("/"), as_client().get("/", headers={"accept-encoding": "gzip, br"})

    assert gzip.decompress(small.content) == plain.content
    assert (small.headers["Content-Encoding"], small.headers["Vary"]) == ("gzip", "Accept-Encoding, Cookie")
    known = {"accept-encoding": "gzip", "if-none-match": small.headers["ETag"]}
    assert as_client().get("/", headers=known).status_code == 304


@pytest.mark.parametrize(("key", "name"), [("08119", "Rems-Murr-Kreis"), ("01002", "Kreisfreie Stadt Kiel")])
def test_counties_are_called_as_people_call_them(as_client, forum, key, name):
    make_entry(county=key, released=True)

    assert f'filters__label">{name}<' in page(as_client(), "/wissen/")
