"""The pages of working groups, as each reader meets them."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.cast import as_client
from tests.factories import join_group, make_group, make_topic
from workspace.actions.admissions import invite_people
from workspace.actions.groups import edit_group
from workspace.actions.life import close_group
from workspace.models import Admission, AdmissionState, GroupMembership, GroupState, WorkingGroup

pytestmark = pytest.mark.django_db

GROUP = "/arbeitsgruppen/ag-wohnen/"


def read(person, path):
    response = as_client(person).get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def send(person, path, **data):
    response = as_client(person).post(path, data)
    assert response.status_code == 302, response.content.decode()
    return response


@pytest.mark.parametrize("name", ["guest", "applicant", "former_member", "editor", None])
def test_whoever_is_no_member_finds_nothing(name, group, request):
    client = as_client(request.getfixturevalue(name) if name else None)
    absent = client.get("/arbeitsgruppen/gibt-es-nicht/")
    for path in ("", "mitglieder/", "berichte/", "anfragen/", "mitmachen/"):
        assert client.get(GROUP + path).status_code == 404
    assert client.get("/arbeitsgruppen/").status_code == client.get("/arbeitsgruppen/vorschlagen/").status_code == 404
    assert client.get(GROUP).content.replace(b"ag-wohnen", b"") == absent.content.replace(b"gibt-es-nicht", b"")
    assert 'href="/arbeitsgruppen/"' not in client.get("/").content.decode()


def test_an_outsider_sees_what_exists_and_can_ask(group, outsider):
    assert "AG Wohnen" in read(outsider, "/arbeitsgruppen/")
    assert 'href="/arbeitsgruppen/"' in read(outsider, "/wissen/")
    assert f"{GROUP}anfragen/" in read(outsider, GROUP)
    send(outsider, f"{GROUP}anfragen/", text="Wir bauen gerade eine Agentur auf.")
    request = Admission.objects.get()
    assert (request.person, request.via_office) == (outsider, False)
    assert f"{GROUP}anfragen/{request.pk}/" in read(outsider, GROUP)


def test_a_hidden_group_does_not_exist_for_an_outsider(group, outsider, member):
    WorkingGroup.objects.update(visibility="hidden")
    client = as_client(outsider)
    assert client.get(GROUP).status_code == 404
    assert "AG Wohnen" not in read(outsider, "/arbeitsgruppen/")
    assert "AG Wohnen" in read(member, "/arbeitsgruppen/")


def test_hidden_members_are_named_to_nobody_outside(group, outsider, office, member, coordinator):
    WorkingGroup.objects.update(shows_members=False)
    for person in (outsider, office):
        for path in ("/arbeitsgruppen/", GROUP, f"{GROUP}berichte/"):
            assert str(member) not in read(person, path)
        assert str(coordinator) in read(person, GROUP)
        assert as_client(person).get(f"{GROUP}mitglieder/").status_code == 403
    assert str(member) in read(coordinator, f"{GROUP}mitglieder/")


def test_proposing_supporting_and_founding_by_hand(coordinator, member, mentor):
    topic = make_topic("Arbeit", is_open=True)
    sent = {
        "title": "AG Ausbildung",
        "question": "Wie?",
        "expected_result": "Ein Konzept.",
        "visibility": "members",
        "join": "request",
        "least_counties": "3",
        "topics": topic.pk,
    }
    response = send(coordinator, "/arbeitsgruppen/vorschlagen/", **sent)
    assert response["Location"] == "/arbeitsgruppen/ag-ausbildung/"
    assert "AG Ausbildung" in read(member, "/arbeitsgruppen/?topic=arbeit")
    for person in (member, mentor):
        send(person, "/arbeitsgruppen/ag-ausbildung/mitmachen/")
    assert WorkingGroup.objects.get().state == GroupState.ACTIVE


def test_what_is_missing_stands_at_its_field(coordinator):
    response = as_client(coordinator).post("/arbeitsgruppen/vorschlagen/", {"title": "Nur ein Titel"})
    assert response.status_code == 200
    assert 'href="#id_question"' in response.content.decode()


def test_more_eyes_are_said_and_confirmed(group, coordinator):
    edit_group(group, {"visibility": "hidden", "shows_members": False}, actor=actor_for(coordinator))
    path = f"{GROUP}einstellungen/"
    assert 'name="confirmed"' not in read(coordinator, path)
    sent = {
        "title": "AG Wohnen",
        "question": "Wie?",
        "expected_result": "Ein Leitfaden.",
        "visibility": "members",
        "join": "open",
        "past": "start",
        "quorum": "50",
    }
    response = as_client(coordinator).post(path, sent)
    text = response.content.decode()
    assert response.status_code == 200
    assert 'name="confirmed"' in text
    assert "Danach" in text
    assert WorkingGroup.objects.get().visibility == "hidden"
    send(coordinator, path, **sent, confirmed="on")
    assert WorkingGroup.objects.get().visibility == "members"


def test_an_invitation_is_accepted_and_never_asks(group, outsider, coordinator):
    send(coordinator, f"{GROUP}mitglieder/einladen/", people=outsider.pk)
    invitation = Admission.objects.get()
    text = read(outsider, GROUP)
    assert f"{GROUP}anfragen/{invitation.pk}/" in text
    assert f'href="{GROUP}anfragen/"' not in text
    send(outsider, f"{GROUP}anfragen/{invitation.pk}/", do="yes")
    assert actor_for(outsider).has(group.principal)


def test_people_to_invite_stand_there_by_name_and_county(group, outsider, mentor, coordinator):
    text = read(coordinator, f"{GROUP}mitglieder/einladen/")
    assert f"{outsider}, Landkreis Weidental" in text or f"{outsider}, Weidental" in text
    found = read(coordinator, f"{GROUP}mitglieder/einladen/?q=Weiden")
    assert str(outsider) in found
    assert str(mentor) not in found


def test_the_office_passes_on_and_the_group_decides(group, outsider, office, coordinator):
    send(outsider, f"{GROUP}anfragen/", text="Bitte.", via_office="on")
    path = f"{GROUP}anfragen/{Admission.objects.get().pk}/"
    assert as_client(coordinator).get(path).status_code == 404
    assert path in read(office, "/arbeitsgruppen/")
    send(office, path, do="pass on")
    assert path in read(coordinator, GROUP)
    response = as_client(coordinator).post(path, {"do": "no"})
    assert response.status_code == 200  # without a reason
    send(coordinator, path, do="no", reason="Der Entwurf ist fast fertig.")
    assert Admission.objects.get().state == AdmissionState.DECLINED
    assert "Der Entwurf ist fast fertig." in read(outsider, path)


def test_roles_and_removal(group, coordinator, member):
    place = GroupMembership.objects.get(user=member)
    send(coordinator, f"{GROUP}mitglieder/{place.pk}/", role="adviser")
    place.refresh_from_db()
    assert place.role == "adviser"
    send(coordinator, f"{GROUP}mitglieder/{place.pk}/beenden/", reason="Neu besetzt.")
    assert "Neu besetzt." in read(member, "/arbeitsgruppen/")


def test_the_office_notes_the_mandate(group, office, coordinator):
    edit_group(group, {"mandate": "Ein Leitfaden bis Mai."}, actor=actor_for(coordinator))
    assert "Ein Leitfaden bis Mai." in read(office, GROUP)
    send(office, f"{GROUP}zustand/mandat-vermerken/")
    group.refresh_from_db()
    assert group.mandate_recorded_at
    assert as_client(office).post(f"{GROUP}zustand/erfunden/").status_code == 404


def test_pausing_reporting_leaving_and_closing(group, coordinator, member):
    send(coordinator, f"{GROUP}zustand/pausieren/")
    send(coordinator, f"{GROUP}zustand/weiterarbeiten/")
    send(coordinator, f"{GROUP}berichte/neu/", text="Vier Treffen.")
    assert "Vier Treffen." in read(member, f"{GROUP}berichte/")
    send(member, f"{GROUP}verlassen/")
    assert as_client(coordinator).post(f"{GROUP}abschliessen/", {"text": ""}).status_code == 200
    send(coordinator, f"{GROUP}abschliessen/", text="Der Leitfaden liegt vor.")
    assert "Der Leitfaden liegt vor." in read(coordinator, GROUP)
    assert as_client(member).get(GROUP).status_code == 404


def test_a_quiet_group_asks_those_who_coordinate_and_later_the_office(group, coordinator, office, member):
    from django.utils import timezone

    WorkingGroup.objects.update(asked_at=timezone.now(), unanswered_at=timezone.now())
    assert f"{GROUP}zustand/weiterfuehren/" in read(coordinator, GROUP)
    assert f"{GROUP}zustand/weiterfuehren/" not in read(member, GROUP)
    assert "ohne Antwort der Koordination" in read(office, "/arbeitsgruppen/")
    send(coordinator, f"{GROUP}zustand/weiterfuehren/")
    assert "ohne Antwort der Koordination" not in read(office, "/arbeitsgruppen/")


def test_a_closed_group_stays_for_its_members(group, coordinator, member, outsider):
    close_group(group, report="Fertig.", actor=actor_for(coordinator))
    assert "AG Wohnen" in read(member, "/arbeitsgruppen/")
    assert "AG Wohnen" not in read(outsider, "/arbeitsgruppen/")
    assert "einstellungen/" not in read(coordinator, GROUP)


@pytest.mark.parametrize("number", [1, 12])
def test_the_list_takes_as_many_queries_for_twelve_groups_as_for_one(
    number, outsider, coordinator, member, django_assert_max_num_queries
):
    for one in range(number):
        made = make_group(f"AG {one}", coordinator=coordinator)
        join_group(made, member)
        invite_people(made, [outsider], actor=actor_for(coordinator))
    client = as_client(outsider)
    client.get("/arbeitsgruppen/")
    with django_assert_max_num_queries(24):
        client.get("/arbeitsgruppen/")


def test_queries_of_the_page_of_a_group(group, coordinator, django_assert_max_num_queries):
    client = as_client(coordinator)
    client.get(GROUP)
    with django_assert_max_num_queries(26):
        client.get(GROUP)
