from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plugins.api.outbox import dispatch_pending
from search.engine import SearchQuery
from tests.elasticsearch_server import free_port
from tests.factories import make_entry


@pytest.fixture
def entry(forum, index):
    entry = make_entry(title="Wohnlotsen", released=True)
    dispatch_pending()
    return entry


def run(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_rebuild_index_makes_everything_found(index, entry):
    index.delete([one.key for one in index.fingerprints()])
    run("rebuild_index", "--engine", "embedded")
    assert index.search(SearchQuery("Wohnlotsen")).count == 1


def test_rebuild_index_waits_for_nobody(index, entry):
    with index.rebuild(), pytest.raises(CommandError):
        run("rebuild_index")


def test_rebuild_index_says_that_a_cluster_is_away(entry, settings):
    settings.ELASTICSEARCH_URLS = [f"http://127.0.0.1:{free_port()}"]
    with pytest.raises(CommandError, match="Elasticsearch"):
        run("rebuild_index", "--engine", "elastic")


def test_rebuild_index_refuses_an_unknown_engine(entry):
    with pytest.raises(CommandError):
        run("rebuild_index", "--engine", "nonsense")


def test_check_index_is_content_when_nothing_differs(entry):
    run("check_index")


def test_check_index_hears_first_what_was_announced(entry):
    make_entry(title="Noch nicht gehört")
    run("check_index")


def test_check_index_names_what_differs_and_says_so_with_its_status(index, entry):
    key = f"entry:{entry.pk}:members"
    index.delete([key])
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("check_index", stdout=out)
    assert ended.value.code == 1
    assert key in out.getvalue()


def test_check_index_repairs(index, entry):
    index.delete([one.key for one in index.fingerprints()])
    run("check_index", "--repair")
    run("check_index")
