"""What is not yours answers exactly like what is not there: status, headers and body, whatever is asked and how."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from wagtail.models import APIToken

from cms.accounts.models import FeedAddress, FrontEndAccess
from cms.models import Confirmation, File, Picture, PictureRendition, Webhook
from plugins.api.access import Actor, may
from plugins.api.actors import actor_for
from plugins.membership.models import Application, Assessment, ContactRequest, MemberProfile, OfficeDecision
from plugins.membership.queries.assessments import own_assessments
from search.models import SavedSearch
from tests.contracts.leaks.planting import Garden
from tests.contracts.leaks.walking import ask, client_for
from workspace.models import Challenge, Consultation, Discussion, GroupFile, Post, StoredFile, Task, WorkingGroup

ROLES = ("visitor", "applicant", "former_member", "guest", "member", "public token")
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
HEADERS = (
    {"If-None-Match": "*"},
    {"If-Match": '"x"'},
    {"If-Modified-Since": "Sat, 01 Jan 2050 00:00:00 GMT"},
    {"If-Unmodified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
    {"Range": "bytes=0-1"},
    {"Accept": "text/html"},
)
WAYS = [*((method, {}) for method in METHODS), *(("GET", headers) for headers in HEADERS)]


@pytest.mark.parametrize("role", ROLES)
def test_not_yours_is_not_there(role, garden):
    client, nobodys_answer = client_for(role, garden), AskedOnce(role, garden)
    asked_in_every_way: set[str] = set()
    for template, token, absent in hidden_from(role, garden):
        kind = re.sub(r"\d+|[a-z]+\.(txt|docx)", "", template)
        for method, headers in WAYS if kind not in asked_in_every_way else WAYS[:1]:
            yours = ask(client, template.format(token), method, **headers).without(token)
            nobodys = nobodys_answer(template, absent, method, headers)
            assert yours == nobodys, f"{method} {template.format(token)} {headers} for {role}"
        asked_in_every_way.add(kind)
    assert len(asked_in_every_way) >= 8


@pytest.mark.parametrize("role", ROLES)
def test_an_address_without_its_slash_tells_nothing(role, garden):
    client, nobodys_answer = client_for(role, garden), AskedOnce(role, garden)
    for template, token, absent in hidden_from(role, garden):
        if template.endswith("/"):
            template = template.removesuffix("/")
            yours = ask(client, template.format(token)).without(token)
            assert yours == nobodys_answer(template, absent, "GET", {})


class AskedOnce:
    """What an address answers that names nothing: the same one stands for many things that are hidden."""

    def __init__(self, role: str, garden: Garden) -> None:
        self.client, self.answers = client_for(role, garden), {}

    def __call__(self, template: str, absent: str, method: str, headers: dict[str, str]) -> object:
        key = (template, absent, method, *headers)
        if key not in self.answers:
            self.answers[key] = ask(self.client, template.format(absent), method, **headers).without(absent)
        return self.answers[key]


def hidden_from(role: str, garden: Garden) -> Iterator[tuple[str, str, str]]:
    """Template of an address, the piece that names something hidden from this role, and one that names nothing."""
    person = garden.people["member" if "token" in role else role]
    actor = actor_for(None if role == "public token" else person)
    for entry in garden.entries.values():
        if not may(actor, "see", entry):
            pk = str(entry.pk)
            yield "/wissen/{}/", entry.slug, "x" * len(entry.slug)
            yield "/wissen/{}/?version=1", entry.slug, "x" * len(entry.slug)
            yield "/wissen/{}/mehr/", entry.slug, "x" * len(entry.slug)
            yield "/api/v1/entries/{}/", pk, _absent(pk)
            yield "/api/v1/entries/{}/?fields=title", pk, _absent(pk)
    for topic in garden.topics.values():
        if not may(actor, "see", topic):
            yield "/themen/{}/", topic.slug, "x" * len(topic.slug)
            yield "/feeds/{}.atom", topic.slug, "x" * len(topic.slug)
    for picture in Picture.objects.all():
        if not may(actor, "see", picture):
            pk = str(picture.pk)
            yield "/medien/bild/{}/width-400/", pk, _absent(pk)
            yield "/medien/bild/{}/width-7/", pk, _absent(pk)
            yield "/medien/{}", picture.file.name, _absent_path(picture.file.name)
    for rendition in PictureRendition.objects.select_related("image"):
        if not may(actor, "see", rendition.image):
            yield "/medien/{}", rendition.file.name, _absent_path(rendition.file.name)
    for file in File.objects.all():
        if not may(actor, "see", file):
            pk = str(file.pk)
            yield "/medien/{}", file.file.name, _absent_path(file.file.name)
            yield "/medien/dateien/{}/" + file.filename, pk, _absent(pk)
            yield "/medien/dateien/{}/anders.txt", pk, _absent(pk)
            yield f"/medien/dateien/{pk}/{{}}", file.filename, _absent_path(file.filename)
    for discussion in Discussion.objects.all():
        if not may(actor, "see", discussion):
            pk = str(discussion.pk)
            yield "/diskussionen/{}/", pk, _absent(pk)
            yield "/diskussionen/{}/leser/", pk, _absent(pk)
            yield "/diskussionen/{}/zustand/close/", pk, _absent(pk)
            yield "/api/v1/discussions/{}/", pk, _absent(pk)
            yield "/api/v1/discussions/{}/posts/", pk, _absent(pk)
    for challenge in Challenge.objects.all():
        if not may(actor, "see", challenge):
            pk = str(challenge.pk)
            yield "/herausforderungen/{}/", pk, _absent(pk)
            yield "/herausforderungen/{}/zurueckziehen/", pk, _absent(pk)
            yield "/herausforderungen/{}/fragen/", pk, _absent(pk)
            yield "/herausforderungen/{}/beitrag/", pk, _absent(pk)
            yield "/api/v1/challenges/{}/", pk, _absent(pk)
    for consultation in Consultation.objects.all():
        if not may(actor, "see", consultation):
            pk = str(consultation.pk)
            for page in ("", "nichts-hinzuzufuegen/", "beenden/", "beitraege/", "beitraege.csv"):
                yield f"/konsultationen/{{}}/{page}", pk, _absent(pk)
            for rest in ("", "text/", "contributions/", "end/", "nothing-to-add/"):
                yield f"/api/v1/consultations/{{}}/{rest}", pk, _absent(pk)
            said = str(consultation.contributions.exclude(pk=consultation.pk).order_by("pk")[0].pk)
            for page in ("antwort", "aendern", "zuruecknehmen"):
                yield f"/konsultationen/{pk}/beitraege/{{}}/{page}/", said, _absent(said)
            yield "/api/v1/contributions/{}/", said, _absent(said)
    for application in Application.objects.all():
        if not may(actor, "see", application):
            pk = str(application.pk)
            for page in ("", "brief/", "vollstaendig/", "nachfragen/", "entscheiden/", "senden/"):
                yield f"/mitglied-werden/bewerbungen/{{}}/{page}", pk, _absent(pk)
    for post in Post.objects.select_related("discussion__group"):
        if not may(actor, "see", post):
            for what in ("bearbeiten", "verlauf", "loeschen", "melden", "loesung"):
                yield f"/diskussionen/beitraege/{{}}/{what}/", str(post.pk), _absent(str(post.pk))
    for stored in StoredFile.objects.select_related("shelved__group", "post__discussion__group"):
        if not may(actor, "see", stored):
            pk = str(stored.pk)
            yield "/dateien/{}/" + stored.name, pk, _absent(pk)
            yield "/dateien/{}/klein/", pk, _absent(pk)
            yield f"/dateien/{pk}/{{}}", stored.name, _absent_path(stored.name)
            yield "/medien/{}", stored.path, _absent_path(stored.path)
    for model, part, pages in ((GroupFile, "dateien", ("", "titel/", "entfernen/")), (Task, "aufgaben", ("",))):
        for one in model.objects.select_related("group"):
            if not may(actor, "see", one):
                for page in pages:
                    yield f"/arbeitsgruppen/{one.group.slug}/{part}/{{}}/{page}", str(one.pk), _absent(str(one.pk))
                kind = {"dateien": "files", "aufgaben": "tasks"}[part]
                yield f"/api/v1/groups/{one.group.slug}/{kind}/{{}}/", str(one.pk), _absent(str(one.pk))
    for asked in Confirmation.objects.exclude(person=person):
        pk = str(asked.pk)
        yield "/start/bestaetigungen/{}/", pk, _absent(pk)
        yield "/start/bestaetigungen/{}/vorschlag/title/", pk, _absent(pk)
        yield "/start/bestaetigungen/{}/entfernen/987654/", pk, _absent(pk)
    for profile in MemberProfile.objects.all():
        if not may(actor, "browse", MemberProfile) or not may(actor, "see", profile):
            pk = str(profile.pk)
            yield "/mitglieder/{}/", pk, _absent(pk)
            yield "/suche/verwandt/person/{}/", pk, _absent(pk)
    for contact in ContactRequest.objects.all():
        pk = str(contact.pk)
        if not may(actor, "see", contact):
            yield "/kontakt-vermitteln/{}/", pk, _absent(pk)
        for page in ("", "mitglieder/", "zusammenbringen/", "ablehnen/", "absage-senden/", "schliessen/"):
            yield f"/kontakt-vermitteln/anfragen/{{}}/{page}", pk, _absent(pk)
    for group in WorkingGroup.objects.all():
        if not may(actor, "see", group):
            for page in ("", "mitglieder/", "einstellungen/", "anfragen/", "anfragen/987654/", "zustand/pausieren/"):
                yield "/arbeitsgruppen/{}/" + page, group.slug, "x" * len(group.slug)
            yield "/api/v1/groups/{}/", group.slug, "x" * len(group.slug)
    yield from assessments_hidden_from(actor)
    if role in garden.people and garden.people[role] is not None:
        for token in APIToken.objects.exclude(user=garden.people[role]):
            yield "/konto/zugaenge/{}/beenden/", str(token.pk), _absent(str(token.pk))
        for address in FeedAddress.objects.exclude(user=garden.people[role]):
            yield "/konto/feeds/{}/beenden/", str(address.pk), _absent(str(address.pk))
        for access in FrontEndAccess.objects.exclude(user=garden.people[role]):
            yield "/konto/oberflaechen/{}/beenden/", str(access.pk), _absent(str(access.pk))
        for connection in SocialAccount.objects.exclude(user=garden.people[role]):
            yield "/konto/verbindungen/{}/beenden/", str(connection.pk), _absent(str(connection.pk))
        for search in SavedSearch.objects.exclude(owner=garden.people[role]):
            yield "/konto/suchen/{}/umbenennen/", str(search.pk), _absent(str(search.pk))
            yield "/konto/suchen/{}/loeschen/", str(search.pk), _absent(str(search.pk))
        for hook in Webhook.objects.exclude(token__user=garden.people[role]):
            for page in ("/konto/webhooks/{}/", "/konto/webhooks/{}/beenden/", "/api/v1/webhooks/{}/deliveries/"):
                yield page, str(hook.pk), _absent(str(hook.pk))
        for passkey in Authenticator.objects.exclude(user=garden.people[role]):
            yield "/konto/passkeys/{}/umbenennen/", str(passkey.pk), _absent(str(passkey.pk))
            yield "/konto/passkeys/{}/entfernen/", str(passkey.pk), _absent(str(passkey.pk))


def assessments_hidden_from(actor: Actor) -> Iterator[tuple[str, str, str]]:
    """Others’ assessments, what the actor stepped back from, and all that the office keeps of them."""
    own = set(own_assessments(actor).values_list("pk", flat=True))
    for pk in map(str, Assessment.objects.exclude(pk__in=own).values_list("pk", flat=True)):
        yield "/einschaetzungen/{}/", pk, _absent(pk)
        yield "/einschaetzungen/{}/interessenkonflikt/", pk, _absent(pk)
    for pk in map(str, Application.objects.values_list("pk", flat=True)):
        yield "/mitglied-werden/bewerbungen/{}/einschaetzungen/", pk, _absent(pk)
        yield "/mitglied-werden/bewerbungen/{}/einschaetzungen/abschliessen/", pk, _absent(pk)
    for decision in OfficeDecision.objects.all():
        if not may(actor, "see", decision):
            yield "/entscheidungen/{}/gilt-nicht-mehr/", str(decision.pk), _absent(str(decision.pk))


def _absent(pk: str) -> str:
    """A number of as many digits that nothing has."""
    return "9" * len(pk) if len(pk) > 1 else "0"


def _absent_path(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    return f"{folder}{slash}{'x' * len(stem)}{dot}{suffix}"
