"""While the cluster is away publishing and searching go on, and afterwards it hears what it missed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.extensions import FactListener
from plugins.api.facts import Fact
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending
from plugins.api.registry import registry
from search import consistency, finding, indexing
from search.engine import EngineUnavailable
from search.engines import EMBEDDED, engines
from search.engines.standing_in import WithStandIn
from search.telling import CLUSTER_LISTENER
from tests.elasticsearch_server import free_port
from tests.factories import make_entry

SPARE = "Ersatzverzeichnis"


@pytest.fixture
def cluster_away(index, settings, monkeypatch):
    """A forum with a cluster at whose address nobody listens."""
    registry.records(FactListener)  # what is plugged in is asked once, with the settings of all other tests
    settings.ELASTICSEARCH_URLS = [f"http://127.0.0.1:{free_port()}"]
    kept, listener = registry.records, FactListener(CLUSTER_LISTENER, (Fact,), indexing.hear_for_cluster)
    monkeypatch.setattr(registry, "records", lambda slot: kept(slot) + ((listener,) if slot is FactListener else ()))


class LeavesInBetween:
    """A cluster that says its number and is gone before the question comes."""

    def public_generation(self):
        return 1

    def search(self, query):
        raise EngineUnavailable("The cluster went away.")


def waiting():
    return Delivery.objects.filter(listener=CLUSTER_LISTENER)


def page(client, text="Wohnlotsen"):
    return client.get(f"/suche/?q={text}")


@pytest.mark.usefixtures("forum", "cluster_away")
def test_publishing_and_searching_go_on_and_everything_waits_for_the_cluster(client):
    make_entry(title="Wohnlotsen", released=True)
    announced = waiting().count()
    dispatch_pending()
    assert announced == waiting().count() > 0
    assert {one.attempts for one in waiting()} == {0}
    assert not waiting().due().exists()

    shown = page(client).content.decode()
    assert "Wohnlotsen" in shown
    assert SPARE in shown


@pytest.mark.usefixtures("forum", "index")
def test_what_the_stand_in_answers_is_not_kept_under_the_number_of_the_cluster(client, monkeypatch):
    monkeypatch.setattr(finding, "engine", lambda: WithStandIn(LeavesInBetween(), engines()[EMBEDDED], lambda: False))
    make_entry(title="Wohnlotsen", released=True)

    def found():
        return client.get("/api/v1/search/?q=Wohnlotsen&type=entry").json()["count"]

    assert found() == 0
    dispatch_pending()
    assert found() == 1


@pytest.mark.usefixtures("forum", "cluster_away")
def test_readyz_stays_ready_and_names_the_cluster(client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["problems"] == {}
    assert "elastic" in answer.json()["notices"]["search engines"]


@pytest.mark.usefixtures("forum", "cluster_away")
def test_without_a_stand_in_it_is_said_that_the_search_is_away(client, settings):
    settings.ELASTICSEARCH_FALLBACK = False
    assert page(client).status_code == 503
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert list(answer.json()["problems"]) == ["search"]


@pytest.mark.usefixtures("forum", "cluster_away")
def test_the_cluster_catches_up_by_itself(client, settings, elasticsearch, elastic_prefix):
    settings.ELASTICSEARCH_INDEX = elastic_prefix
    away = settings.ELASTICSEARCH_URLS
    settings.ELASTICSEARCH_URLS = [elasticsearch]
    indexing.rebuild("elastic")
    settings.ELASTICSEARCH_URLS = away
    make_entry(title="Wohnlotsen", released=True)
    dispatch_pending()

    settings.ELASTICSEARCH_URLS = [elasticsearch]
    assert "missed" in client.get("/readyz").json()["notices"]["search engines"]
    assert SPARE in page(client).content.decode()  # the cluster is there and does not know of it yet

    waiting().update(due_at=timezone.now() - timedelta(seconds=1))
    dispatch_pending()
    assert waiting().count() == 0
    shown = page(client).content.decode()
    assert "Wohnlotsen" in shown
    assert SPARE not in shown
    assert client.get("/readyz").json()["notices"] == {}


@pytest.mark.usefixtures("forum", "cluster_away")
def test_the_index_in_the_cluster_is_built_compared_and_repaired(settings, elasticsearch, elastic_prefix):
    settings.ELASTICSEARCH_INDEX = elastic_prefix
    settings.ELASTICSEARCH_URLS = [elasticsearch]
    entry = make_entry(title="Wohnlotsen", released=True)
    assert "rebuild_index --engine elastic" in next(consistency.differences("elastic"))
    assert indexing.rebuild_if_needed() is True
    assert list(consistency.compare("elastic")) == []
    engines()["elastic"].delete([f"entry:{entry.pk}:public"])
    assert [one.object_id for one in consistency.compare("elastic")] == [entry.pk]
    consistency.repair("elastic")
    assert list(consistency.compare("elastic")) == []


@pytest.mark.usefixtures("forum", "cluster_away")
def test_after_a_time_without_the_cluster_its_index_is_built_anew(client, settings, elasticsearch, elastic_prefix):
    settings.ELASTICSEARCH_INDEX = elastic_prefix
    settings.ELASTICSEARCH_URLS = [elasticsearch]
    assert indexing.rebuild_if_needed() is True
    assert indexing.rebuild_if_needed() is False
    make_entry(title="Wohnlotsen")  # waits for the cluster
    settings.ELASTICSEARCH_URLS = []
    assert indexing.rebuild_if_needed() is False
    assert not waiting().exists()
    settings.ELASTICSEARCH_URLS = [elasticsearch]
    assert SPARE in page(client).content.decode()
    assert indexing.rebuild_if_needed() is True
    assert list(consistency.compare("elastic")) == []
