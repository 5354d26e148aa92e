"""The access token of a front end at the API: never more than the person, agreed to, and ended at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Client, Token
from django.utils import timezone

from cms.accounts.front_ends.actions import let_in, shut_out
from cms.accounts.front_ends.registering import Registration, change, remove
from cms.accounts.models import FrontEndAccess, User
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from tests.factories import give_role, make_front_end, make_front_end_token, make_token

pytestmark = pytest.mark.django_db
REDIRECTS = ["https://front.example/da/"]


@pytest.fixture
def ask(client):
    def asked(token: str, path: str = "/api/v1/me/", method: str = "get", **more):
        return getattr(client, method)(path, headers={"authorization": f"Bearer {token}"}, **more)

    return asked


def test_a_front_end_reads_what_a_token_of_the_person_reads(ask, member):
    of_front_end, of_person = make_front_end_token(member), make_token(member)
    for path in ("/api/v1/me/", "/api/v1/entries/", "/api/v1/groups/", "/api/v1/notifications/"):
        assert ask(of_front_end, path).content == ask(of_person, path).content
        assert ask(of_front_end, path).status_code == 200


def test_it_says_who_somebody_is_and_no_more_without_the_scope_for_it(ask, member, client):
    told = ask(make_front_end_token(member, "openid", "read:public")).json()
    assert told["id"] == member.pk
    assert told["principals"] == []
    groups = ask(make_front_end_token(member, "openid"), "/api/v1/groups/").content
    assert groups == client.get("/api/v1/groups/").content


@pytest.mark.parametrize("path", ["/api/v1/entries/", "/api/v1/me/"])
def test_a_token_that_nobody_gave_is_refused(ask, member, path):
    make_front_end_token(member)
    assert ask("token-that-nobody-gave", path).status_code == 401


def end_account(member):
    member.is_active = False
    member.save()


def change_password(member):
    member.set_password("ein anderes langes Passwort")
    member.save()


def lose_password(member):
    member.set_unusable_password()
    member.save()


def withdraw(member):
    shut_out(FrontEndAccess.objects.get(user=member), actor=actor_for(member))


ENDS = {
    "ended account": end_account,
    "switched off elsewhere": lambda member: User.objects.filter(pk=member.pk).update(is_active=False),
    "changed password": change_password,
    "taken password": lose_password,
    "withdrawal": withdraw,
    "removed front end": lambda member: remove(Client.objects.get(), actor=SYSTEM),
    "revoked token": lambda member: Token.objects.all().delete(),
    "run out": lambda member: Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1)),
}


@pytest.mark.parametrize("end", ENDS)
def test_it_works_no_longer_at_once(ask, member, end):
    token = make_front_end_token(member)
    assert ask(token).status_code == 200
    ENDS[end](member)
    assert ask(token).status_code == 401
    assert ask(token, "/api/v1/entries/").status_code == 401


def test_a_refreshed_hash_of_the_same_password_ends_nothing(ask, member):
    """Django stores the old password anew when its way of hashing changes."""
    token = make_front_end_token(member)
    member.save(update_fields=["password"])
    member.visited_at = timezone.now()
    member.save()
    assert ask(token).status_code == 200


def test_nobody_elses_front_ends_end(ask, member, outsider):
    mine, theirs = make_front_end_token(member), make_front_end_token(outsider)
    withdraw(member)
    assert (ask(mine).status_code, ask(theirs).status_code) == (401, 200)


def test_what_was_agreed_to_last_holds_for_older_tokens_too(ask, member):
    token = make_front_end_token(member)
    let_in(Client.objects.get(), ["openid", "read:public"], actor=actor_for(member))
    assert ask(token).json()["principals"] == []


def test_what_the_office_takes_from_a_front_end_its_tokens_lose(ask, member):
    token = make_front_end_token(member)
    only = Registration(name="Oberfläche", redirect_uris=REDIRECTS, scopes=["read:public"])
    change(Client.objects.get(), only, actor=SYSTEM)
    assert ask(token).json()["principals"] == []


def test_rights_are_those_of_this_moment(ask, applicant, office):
    token = make_front_end_token(applicant)
    assert ask(token, "/api/v1/groups/").json()["count"] == 0
    before = set(ask(token).json()["principals"])
    give_role(applicant, "editors")
    assert set(ask(token).json()["principals"]) > before


def test_writing_needs_its_scope(ask, member):
    entry = {"kind": "concept", "title": "Neues"}
    refused = ask(make_front_end_token(member), "/api/v1/entries/", "post", data=entry, content_type="application/json")
    assert refused.status_code == 403
    assert "write:entries" in refused.json()["detail"]


def test_its_requests_with_a_key_are_not_taken_for_those_of_another_program(client, author):
    """Both are told apart by number."""
    scopes = ("read:members", "write:entries")
    for number, token in enumerate([make_front_end_token(author, *scopes), make_token(author, *scopes)]):
        entry = {"kind": "concept", "title": f"Nummer {number}", "slug": f"nummer-{number}"}
        headers = {"authorization": f"Bearer {token}", "idempotency-key": "one"}
        made = client.post("/api/v1/entries/", entry, content_type="application/json", headers=headers)
        assert made.status_code == 201, made.content
        again = client.post("/api/v1/entries/", entry, content_type="application/json", headers=headers)
        assert again["Idempotent-Replayed"] == "true"


def test_webhooks_are_for_tokens_that_people_make_themselves(ask, member):
    token = make_front_end_token(member, "read:public", "read:members", "webhooks")
    assert ask(token, "/api/v1/webhooks/").status_code == 403


def test_the_last_use_is_noted(ask, member):
    ask(make_front_end_token(member))
    assert FrontEndAccess.objects.get().last_used_at is not None


def test_only_hashes_are_stored(member):
    token = make_front_end_token(member)
    assert token not in str(list(Token.objects.values()))
    secret = make_front_end("server", is_public=False).secret
    assert secret.startswith(("pbkdf2_", "md5$"))  # tests hash in a hurry
