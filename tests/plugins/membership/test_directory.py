"""The member directory: who is found, by whom, and what each shows."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.models import Topic
from plugins.membership.models import MemberProfile
from tests.cast import yesterday
from tests.factories import UserFactory, give_seat, make_entry, make_topic, tell_members

DIRECTORY = "/mitglieder/"


def read(client, address=DIRECTORY) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def page_of(person) -> str:
    return f"{DIRECTORY}{person.pk}/"


@pytest.fixture
def eva(forum):
    person = UserFactory(
        email="eva@example.org", first_name="Eva", last_name="Özer", function="Leiterin der Stabsstelle"
    )
    give_seat(person, "99002")
    return person


@pytest.mark.parametrize("reader", ["member", "outsider", "editor", "office", "admin"])
def test_members_editors_and_office_look_each_other_up(reader, eva, as_client, request):
    client = as_client(request.getfixturevalue(reader))

    for address in (DIRECTORY, page_of(eva)):
        page = read(client, address)
        assert "Eva Özer" in page
        assert "Leiterin der Stabsstelle" in page
        assert "Landkreis Bergheide" in page
    assert 'href="/mitglieder/"' in read(client, "/themen/")


@pytest.mark.parametrize(
    "reader", ["visitor", "applicant", "former_member", "guest", "kind_guest", "former_guest", "author"]
)
def test_to_everybody_else_there_is_no_directory_and_nobody_in_it(reader, eva, as_client, request):
    client = as_client(request.getfixturevalue(reader))

    def answer(address):
        response = client.get(address)
        headers = {name: value for name, value in response.items() if name != "Content-Length"}
        return response.status_code, headers, response.content.decode().replace("csrf", "")

    nothing = answer("/gibt-es-nicht/")
    assert nothing[0] == 404
    for address in (DIRECTORY, page_of(eva), f"{DIRECTORY}?q=Eva", f"{DIRECTORY}987654/"):
        assert answer(address) == nothing, address
    assert 'href="/mitglieder/"' not in client.get("/themen/").content.decode()


def test_who_is_not_in_it_is_not_there_for_members(eva, member, former_member, applicant, guest, as_client):
    client = as_client(member)
    tell_members(eva, is_listed=False, shows_email=True)
    closed = give_seat(UserFactory(first_name="Zu", last_name="Gemacht"), "99003").person
    User.objects.filter(pk=closed.pk).update(is_active=False)

    page = read(client)
    for person in (eva, former_member, applicant, guest, closed):
        assert str(person) not in page
        assert client.get(page_of(person)).status_code == 404
    assert client.get(f"{DIRECTORY}987654/").status_code == 404


def test_who_has_opted_out_sees_their_own_page_and_reads_that_nobody_else_does(eva, as_client):
    tell_members(eva, is_listed=False)

    page = read(as_client(eva), page_of(eva))
    assert "Eva Özer" in page
    assert "Diese Seite sehen nur Sie" in page


def test_e_mail_and_telephone_are_shown_only_when_the_person_says_so(eva, member, as_client):
    client = as_client(member)
    tell_members(eva, telephone="0171 3920042")
    page = read(client, page_of(eva))
    assert "eva@example.org" not in page
    assert "0171 3920042" not in page

    tell_members(eva, shows_email=True, telephone="0171 3920042", shows_telephone=True)
    page = read(client, page_of(eva))
    assert 'href="mailto:eva@example.org"' in page
    assert "0171 3920042" in page
    assert "eva@example.org" not in read(client)


def test_without_a_name_the_address_does_not_stand_in_for_it(member, as_client):
    give_seat(UserFactory(email="heimlich@example.org", first_name="", last_name=""), "99002")
    assert "heimlich" not in read(as_client(member)).casefold()


@pytest.mark.parametrize(
    "words",
    ["eva", "özer", "ÖZER Eva", "stabsstelle", "bergheide", "bergheide özer", "dolmetscher"],
)
def test_every_word_of_a_question_has_to_stand_somewhere(words, eva, member, as_client):
    tell_members(eva, competences="Dolmetscherpool")
    page = read(as_client(member), f"{DIRECTORY}?q={words}")
    assert "Eine Person" in page
    assert "Eva Özer" in page


@pytest.mark.parametrize("words", ["eva auental", "e.a", "(", "eva@example.org", "%", "\\"])
def test_a_question_that_nobody_fits_has_a_calm_answer_and_a_way_on(words, eva, member, as_client):
    response = as_client(member).get(DIRECTORY, {"q": words})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Zu dieser Frage passt niemand im Verzeichnis." in page
    assert 'href="/mitglieder/">Alle zeigen' in page


def test_what_was_typed_is_shown_as_text_and_nonsense_is_passed_over(eva, member, as_client):
    client = as_client(member)
    assert "<script>" not in client.get(DIRECTORY, {"q": '"><script>', "county": "<b>"}).content.decode()
    for nonsense in ("q=%00", "page=-1", "page=99999999", "county=" + "9" * 50, "q=" + "x" * 200):
        assert "Eva Özer" in read(client, f"{DIRECTORY}?{nonsense}")


def test_a_county_and_a_topic_narrow_the_list_and_can_be_removed(eva, member, as_client):
    tell_members(eva, topics=["Wohnen"])
    client = as_client(member)

    page = read(client, f"{DIRECTORY}?county=99002&q=e")
    assert "Eva Özer" in page
    assert str(member) not in page.partition('<ol class="lines">')[2]
    assert 'href="/mitglieder/?q=e"' in page

    assert "Eva Özer" in read(client, f"{DIRECTORY}?topic=wohnen")
    assert "Niemand gefunden" in read(client, f"{DIRECTORY}?county=99001&topic=wohnen")
    assert "Niemand gefunden" in read(client, f"{DIRECTORY}?county=99005")


def test_a_county_counts_only_seats_in_force(eva, member, as_client):
    give_seat(member, "99004", end=yesterday())
    page = read(as_client(member))
    assert "Weidental" not in page
    assert "Niemand gefunden" in read(as_client(member), f"{DIRECTORY}?county=99004")


def test_a_topic_that_the_reader_does_not_see_is_not_told(eva, member, editor, as_client):
    profile = tell_members(eva, topics=["Wohnen"])
    profile.topics.add(make_topic("Geheimes Vorhaben"))

    for address in (DIRECTORY, page_of(eva)):
        assert "Geheimes Vorhaben" not in read(as_client(member), address)
        assert "Geheimes Vorhaben" in read(as_client(editor), address)
    assert "Niemand gefunden" in read(as_client(member), f"{DIRECTORY}?topic=geheimes-vorhaben")


def test_a_page_names_the_entries_that_the_person_answers_for_as_far_as_the_reader_reads_them(eva, member, as_client):
    make_entry(title="Wohnungslotsen", responsible=eva)
    make_entry(title="Nur ein Entwurf", responsible=eva, published=False)
    make_entry(title="Von anderen", responsible=member)

    page = read(as_client(member), page_of(eva))
    assert "Wohnungslotsen" in page
    assert "Nur ein Entwurf" not in page
    assert "Von anderen" not in page


def test_two_counties_stand_beside_each_other(eva, member, as_client):
    give_seat(eva, "99003")
    page = read(as_client(member))
    assert page.count("Eva Özer") == 1
    assert "<span>Landkreis Bergheide</span><span>Landkreis Dornfeld</span>" in page


@pytest.fixture
def many(member):
    """Fifty members in five counties, all to be asked about the same topic."""
    topic = make_topic("Wohnen", is_open=True)
    for number in range(50):
        seat = give_seat(UserFactory(first_name="Zoe", last_name=f"Z{number:02}"), f"9900{number % 5 + 1}")
        MemberProfile.objects.get(person=seat.person).topics.add(topic)


def test_the_list_is_in_order_of_names_and_has_pages(many, eva, member, as_client):
    client = as_client(member)
    first, last = read(client), read(client, f"{DIRECTORY}?page=3")
    assert "52 Personen" in first
    assert first.index("Alex Member") < first.index("Eva Özer") < first.index("Zoe Z00")
    assert "Seite 3 von 3" in last
    assert "Zoe Z49" in last
    assert "Alex Member" not in last.partition('<ol class="lines">')[2]


@pytest.mark.parametrize(
    ("question", "number"), [("", 15), ("?q=zoe", 15), ("?county=99002&topic=wohnen", 17)]
)  # with each filter that is set goes a question without it, for what else it could be
def test_a_list_costs_as_many_queries_for_fifty_as_for_one(
    question, number, many, as_client, django_assert_num_queries
):
    one = MemberProfile.objects.filter(person__seats__county__key="99002").first()
    client = as_client(one.person)
    read(client)
    for _people in (50, 1):
        with django_assert_num_queries(number):
            read(client, DIRECTORY + question)
        MemberProfile.objects.exclude(pk=one.pk).update(is_listed=False)


def test_a_page_costs_as_many_queries_for_thirty_entries_as_for_one(eva, member, as_client, django_assert_num_queries):
    client = as_client(member)
    tell_members(eva, topics=["Wohnen", "Arbeit"])
    make_entry(title="Eins", responsible=eva)
    read(client, page_of(eva))
    for more in (0, 29):
        for number in range(more):
            make_entry(title=f"Beitrag {number}", responsible=eva)
        with django_assert_num_queries(15):  # one of them for the button to follow her
            read(client, page_of(eva))
    assert "Das sind die neuesten 20 von 30." in read(client, page_of(eva))


def test_topics_are_those_of_the_forum(eva):
    assert set(tell_members(eva, topics=["Wohnen"]).topics.all()) == {Topic.objects.get(title="Wohnen")}
