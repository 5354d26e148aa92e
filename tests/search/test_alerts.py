"""Saved searches that tell of new results: by the clock, with the reader's rights, and never what was looked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import dispatch_pending
from search import personal_data
from search.actions.saved_searches import choose_alert, save_search
from search.engine import EngineUnavailable
from search.models import SavedSearch
from search.schedules import look_for_new_results
from tests.factories import make_entry
from workspace.models import Notification
from workspace.schedules import announce_mails

DAY = timedelta(days=1)


@pytest.fixture
def saved(index, member):
    return with_alert(member, "daily")


def with_alert(person, alert: str) -> SavedSearch:
    search = save_search("Fahrdienste", {"q": "Bürgerbus"}, actor=actor_for(person))
    return choose_alert(search.pk, alert, actor=actor_for(person))


def pass_by(days: int) -> None:
    """As if the alerts had been chosen, and asked, so many days earlier."""
    for search in SavedSearch.objects.exclude(asked_at=None):
        search.asked_at -= timedelta(days=days)
        search.newest_at -= timedelta(days=days)
        search.save()


def told(person) -> list[str]:
    dispatch_pending()
    look_for_new_results()
    dispatch_pending()
    return list(Notification.objects.filter(recipient=person, kind="search.alert").values_list("url", flat=True))


def test_new_results_are_told_once_when_the_day_is_over(as_client, member, saved):
    pass_by(1)
    make_entry(title="Bürgerbus im Dorf")
    assert told(member) == [f"/konto/suchen/{saved.pk}/"]
    SavedSearch.objects.update(asked_at=timezone.now() - DAY)
    assert len(told(member)) == 1
    page = as_client(member).get(f"/konto/suchen/{saved.pk}/", follow=True).content.decode()
    assert "Bürgerbus im Dorf" in page
    page = as_client(member).get("/start/").content.decode()
    assert "Ihre gespeicherte Suche „Fahrdienste“ findet etwas Neues." in page


def test_before_the_time_has_come_nothing_is_asked(member, mentor, saved):
    with_alert(mentor, "weekly")
    make_entry(title="Bürgerbus im Dorf")
    assert told(member) == []
    pass_by(3)
    assert len(told(member)) == 1
    assert told(mentor) == []


def test_nothing_new_is_no_news(member, saved):
    make_entry(title="Bürgerbus im Dorf", at=timezone.now() - timedelta(days=30))
    make_entry(title="Ganz anderes", summary="Nur Papier.", body="<p>Papier und Stifte.</p>")
    pass_by(1)
    assert told(member) == []


def test_only_what_its_owner_may_see_counts(applicant, index):
    with_alert(applicant, "daily")
    pass_by(1)
    make_entry(title="Bürgerbus für Mitglieder")
    assert told(applicant) == []
    pass_by(1)
    make_entry(title="Bürgerbus für alle", summary="Ein Bürgerbus.", released=True)
    assert len(told(applicant)) == 1


def test_the_mail_says_neither_the_name_nor_the_words(member, saved):
    pass_by(1)
    make_entry(title="Bürgerbus im Dorf")
    told(member)
    announce_mails()
    dispatch_pending()
    (sent,) = mail.outbox
    assert "gespeicherten Suchen findet etwas Neues" in sent.body.replace("\n", " ")
    for part in (sent.subject, sent.body, *(body for body, _type in sent.alternatives)):
        assert "Bürgerbus" not in part and "Fahrdienste" not in part


def test_while_the_search_is_away_it_waits(member, saved, monkeypatch):
    def away(*args, **kwargs):
        raise EngineUnavailable

    pass_by(1)
    make_entry(title="Bürgerbus im Dorf")
    with monkeypatch.context() as patch:
        patch.setattr("search.actions.alerts.answer_to", away)
        assert told(member) == []
    assert len(told(member)) == 1


def test_a_form_chooses_it_and_only_for_own_searches(as_client, member, mentor, index):
    search = save_search("Fahrdienste", {"q": "Bürgerbus"}, actor=actor_for(member))
    client = as_client(member)
    assert "Neue Treffer melden" in client.get("/konto/suchen/").content.decode()
    client.post(f"/konto/suchen/{search.pk}/", {"alert": "weekly"})
    client.post(f"/konto/suchen/{search.pk}/", {"alert": "hourly"})
    search.refresh_from_db()
    assert search.alert == "weekly"
    assert personal_data.hand_out(member)[0]["alert"] == "weekly"
    assert as_client(mentor).post(f"/konto/suchen/{search.pk}/", {"alert": "never"}).status_code == 404
    assert as_client(mentor).get(f"/konto/suchen/{search.pk}/").status_code == 404
    with pytest.raises(Missing):
        choose_alert(search.pk, "never", actor=actor_for(mentor))
    with pytest.raises(Invalid):
        choose_alert(search.pk, "hourly", actor=actor_for(member))
