"""How a question is understood and why a hit stands where it does: by command and in the admin."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plugins.api.access import ANONYMOUS
from plugins.api.outbox import dispatch_pending
from search.explaining import explain
from tests.factories import make_entry

PAGE = "/cms/search-engine/explain/"


@pytest.fixture
def entry(index, forum):
    made = make_entry(title="Wohnungsvermittlung im Landkreis", summary="Vermittlung von Wohnraum", released=True)
    dispatch_pending()
    return made


def test_every_word_says_what_it_is_looked_for_as(entry):
    explained = explain("Wohnungsvermittlung beantragen", actor=ANONYMOUS)
    by_term = {word.term: word for word in explained.words}
    assert by_term["vermittl"].why and by_term["vermittl"].weight < by_term["wohnungsvermittl"].weight
    assert not by_term["beantrag"].is_used
    assert [hit.title for hit in explained.hits] == [entry.title]
    assert sum(share for _, share in explained.hits[0].shares) > 0


def test_the_command_looks_with_somebodys_eyes(entry, member):
    said = StringIO()
    call_command("explain_search", "Vermittlung", "--as", member.email, stdout=said)
    assert f"entry:{entry.pk}:members" in said.getvalue()
    said = StringIO()
    call_command("explain_search", "Vermittlung", stdout=said)
    assert f"entry:{entry.pk}:public" in said.getvalue()
    with pytest.raises(CommandError):
        call_command("explain_search", "Vermittlung", "--as", "nobody@example.org")


def test_editors_read_it_in_the_admin_and_members_do_not(entry, as_client, editor, member):
    page = as_client(editor).get(PAGE, {"q": "Vermittlung"}).content.decode()
    assert entry.title in page and "vermittl" in page
    assert (
        f"entry:{entry.pk}:public"
        in as_client(editor).get(PAGE, {"q": "Vermittlung", "as": "visitor"}).content.decode()
    )
    assert as_client(member).get(PAGE).status_code == 403
