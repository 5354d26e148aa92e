"""Versions of a draft in the browser, without a script."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from plugins.api.actors import actor_for
from tests.factories import join_group
from tests.factories.drafts import make_draft
from workspace.actions.drafts import close_draft, name_version
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.store import append, load
from workspace.models import DraftVersion, GroupRole
from workspace.queries.drafts import text_of

pytestmark = pytest.mark.django_db
TEXT = "# Worum es geht\n\nViele Wohnungen stehen leer.\n\n- Eine Telefonnummer\n- Ein Treffen im Jahr\n"


@pytest.fixture
def draft(group, coordinator, mentor):
    """The coordinator began it; the mentor suggests in the group."""
    join_group(group, mentor, role=GroupRole.ADVISER)
    return make_draft(group, by=coordinator, text=TEXT)


def write(draft, person, text):
    """This person puts another text in the place of the present one."""
    shared = load(draft.pk)[0]
    with transaction.atomic():
        append(draft.pk, [(person.pk, shared.of(person.pk).write(document_of_markdown(text)[0]))])


def add(draft, person, words):
    """This person goes on behind the first words of the first paragraph."""
    shared = load(draft.pk)[0]
    update = shared.of(person.pk)
    block = list(shared._root.children)[1]
    before = update.state()
    block.children[0].insert(0, words)
    with transaction.atomic():
        append(draft.pk, [(person.pk, shared.since(before))])


def address(draft, rest=""):
    return f"/entwuerfe/{draft.pk}/fassungen/{rest}"


def test_the_text_of_this_moment_is_kept_under_a_name(draft, member, as_client):
    client = as_client(member)
    page = client.post(address(draft), {"name": "Nach der  Sitzung"}, follow=True).content.decode()
    assert "als Fassung festgehalten" in page
    assert "Nach der Sitzung" in page
    assert page.index("Nach der Sitzung") < page.index("Wie eingelesen")
    assert DraftVersion.objects.get(number=2).saved_by == member


def test_without_a_name_the_form_says_so(draft, member, as_client):
    page = as_client(member).post(address(draft), {"name": " "}).content.decode()
    assert "form__error" in page
    assert DraftVersion.objects.count() == 1


def test_a_draft_without_versions_offers_nothing_to_compare(group, member, as_client):
    draft = make_draft(group, by=member)
    draft.versions.all().delete()
    page = as_client(member).get(address(draft)).content.decode()
    assert "Noch wurde keine Fassung festgehalten" in page
    assert 'name="von"' not in page


def test_a_version_says_whose_words_are_whose(draft, coordinator, member, as_client):
    add(draft, member, "Bei uns: ")
    version = name_version(draft, name="Zu zweit", actor=actor_for(coordinator))
    page = as_client(member).get(version.get_absolute_url()).content.decode()
    legend = page[page.index('class="legend"') :]
    assert legend.index(str(coordinator)) < legend.index(str(member))
    assert f'<span class="visually-hidden">{member}: </span><span>2</span>' in page
    assert '<span class="by by--1">Bei uns: </span>' in page
    assert '<span class="by by--0">Viele Wohnungen stehen leer.</span>' in page


def test_what_somebody_writes_stays_words(draft, member, as_client):
    add(draft, member, "<script>alert(1)</script>")
    version = name_version(draft, name="<b>fett</b>", actor=actor_for(member))
    client = as_client(member)
    compared = client.get(address(draft, "vergleich/"), {"von": 1, "bis": "jetzt"}).content.decode()
    for page in (client.get(version.get_absolute_url()).content.decode(), compared):
        assert "<script>alert" not in page
        assert "<b>fett" not in page
        assert "&lt;script&gt;alert" in page


def test_restoring_asks_and_keeps_what_stood_there(draft, member, as_client):
    write(draft, member, "Etwas ganz anderes.")
    client = as_client(member)
    assert "geht nichts verloren" in client.get(address(draft, "1/zurueckholen/")).content.decode()
    assert DraftVersion.objects.count() == 1
    client.post(address(draft, "1/zurueckholen/"))
    assert DraftVersion.objects.count() == 3
    assert "Etwas ganz anderes." in str(DraftVersion.objects.get(number=2).content)
    assert "Viele Wohnungen stehen leer." in str(text_of(draft))
    kept = client.get(address(draft, "2/")).content.decode()
    assert "Etwas ganz anderes." in kept


def test_two_versions_beside_each_other(draft, member, as_client):
    write(draft, member, TEXT.replace("leer", "leider leer").replace("- Ein Treffen im Jahr\n", ""))
    name_version(draft, name="Danach", actor=actor_for(member))
    client = as_client(member)
    for view in ("", "nebeneinander"):
        page = client.get(address(draft, "vergleich/"), {"von": 1, "bis": 2, "ansicht": view}).content.decode()
        assert f"[neu, von {member}:" in page
        assert "leider" in page
        assert "Listenpunkt: gelöscht" in page
        assert '[gelöscht: </span>Ein Treffen im Jahr<span class="visually-hidden">]</span></del>' in page
    assert page.count("compare__side ") + page.count('compare__side"') == 2 * page.count('class="compare__row ')


def test_a_version_and_the_present_text(draft, member, as_client):
    client = as_client(member)
    page = client.get(address(draft, "vergleich/"), {"von": 1, "bis": "jetzt"}).content.decode()
    assert "lauten gleich" in page
    write(draft, member, f"{TEXT}\nUnd noch ein Satz.\n")
    page = client.get(address(draft, "vergleich/"), {"von": 1, "bis": "jetzt"}).content.decode()
    assert "Absatz: neu" in page


def test_long_stretches_without_a_change_are_folded(group, member, as_client):
    text = "\n\n".join(f"Absatz Nummer {number} über Wohnungen." for number in range(20))
    draft = make_draft(group, by=member, text=text)
    write(draft, member, text.replace("Nummer 10 ", "Nummer zehn "))
    page = as_client(member).get(address(draft, "vergleich/"), {"von": 1, "bis": "jetzt"}).content.decode()
    assert "9 Absätze sind gleich" in page
    assert "8 Absätze sind gleich" in page


@pytest.mark.parametrize("chosen", [{}, {"von": "1"}, {"von": "1", "bis": "99"}, {"von": "²", "bis": "jetzt"}])
def test_what_cannot_be_compared_is_not_there(draft, member, as_client, chosen):
    assert as_client(member).get(address(draft, "vergleich/"), chosen).status_code == 404


def test_an_adviser_reads_and_compares_and_changes_nothing(draft, mentor, as_client):
    client = as_client(mentor)
    page = client.get(address(draft)).content.decode()
    assert 'name="name"' not in page
    assert "zurueckholen" not in client.get(address(draft, "1/")).content.decode()
    assert client.get(address(draft, "vergleich/"), {"von": 1, "bis": "jetzt"}).status_code == 200
    assert client.post(address(draft), {"name": "Meine"}).status_code == 403
    assert client.post(address(draft, "1/zurueckholen/")).status_code == 403
    assert DraftVersion.objects.count() == 1


def test_a_closed_draft_is_only_read(draft, coordinator, as_client):
    close_draft(draft, actor=actor_for(coordinator))
    client = as_client(coordinator)
    assert 'name="name"' not in client.get(address(draft)).content.decode()
    assert client.post(address(draft, "1/zurueckholen/")).status_code == 403


@pytest.mark.parametrize("rest", ["", "1/", "1/zurueckholen/", "vergleich/?von=1&bis=jetzt"])
def test_visitors_are_asked_to_sign_in_whether_there_is_a_draft_or_not(draft, rest, as_client):
    for pk in (draft.pk, draft.pk + 1000):
        answer = as_client().get(f"/entwuerfe/{pk}/fassungen/{rest}")
        assert answer["Location"].startswith("/konto/anmelden/?next=/entwuerfe/")


@pytest.mark.parametrize("name", ["outsider", "office", "guest", "former_member"])
@pytest.mark.parametrize("rest", ["", "1/", "1/zurueckholen/", "vergleich/?von=1&bis=jetzt"])
def test_not_yours_looks_like_not_there(draft, name, rest, people, as_client):
    client = as_client(people[name])
    absent = f"/entwuerfe/{draft.pk + 1000}/fassungen/{rest}"
    answers = [client.get(address(draft, rest)), client.get(absent)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert client.post(address(draft, rest), {"name": "x"}).status_code == 404


def test_all_members_read_what_is_shown_to_all(group, coordinator, outsider, as_client):
    draft = make_draft(group, by=coordinator, text=TEXT, for_all=True)
    client = as_client(outsider)
    assert client.get(address(draft, "1/")).status_code == 200
    assert client.post(address(draft), {"name": "x"}).status_code == 403


def test_thirty_versions_cost_as_many_questions_as_three(draft, member, as_client):
    client = as_client(member)

    def count(rest=""):
        with CaptureQueriesContext(connection) as found:
            client.get(address(draft, rest))
        return len(found)

    for number in range(2):
        name_version(draft, name=f"Nummer {number}", actor=actor_for(member))
    few = [count(), count("vergleich/?von=1&bis=2"), count("2/")]
    for number in range(27):
        name_version(draft, name=f"Weitere {number}", actor=actor_for(member))
    assert [count(), count("vergleich/?von=1&bis=2"), count("2/")] == few
    assert max(few) < 30
