"""Every address that the URL conf knows, with every argument that could name something planted, and every filter.

A new route is walked by itself when it takes no argument; one that takes some has to say here what could stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import parse_qs, urlencode

from allauth.mfa.models import Authenticator
from django.urls import URLPattern, get_resolver
from wagtail.models import APIToken

from cms.accounts.models import FeedAddress, User
from cms.blocks.rendering import PICTURE_SIZES
from cms.models import KINDS, Confirmation, File, Picture, PictureRendition, Suggestion
from plugins.api.adapters.routes import Rule, rule_of
from plugins.events.models import EventKind, EventMaterial, EventResult
from search.models import SavedSearch
from tests.contracts.leaks.consultation_addresses import CONSULTATION_SAMPLES
from tests.contracts.leaks.consultation_page_addresses import CONSULTATION_PAGES
from tests.contracts.leaks.draft_addresses import DRAFT_SAMPLES
from tests.contracts.leaks.events import EVENT_SAMPLES
from tests.contracts.leaks.hooking import HOOK_SAMPLES
from tests.contracts.leaks.members import MEMBER_SAMPLES
from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID, entry_ids, group_slugs, in_groups, numbers
from tests.contracts.leaks.planting import Garden
from tests.contracts.leaks.questions import begun, questions
from tests.contracts.leaks.reading import parameters_read
from tests.contracts.leaks.signing_on import SIGN_ON_SAMPLES
from workspace.models import (
    Admission,
    Challenge,
    ChallengeRequest,
    Discussion,
    Draft,
    DraftState,
    GroupFile,
    GroupMembership,
    Notification,
    Post,
    PostReport,
    QuoteRequest,
    StoredFile,
    Task,
    WorkingGroup,
)

THIRD_PARTY: dict[str, str] = {}
"""Routes whose views are not ours and say no rule: each with the reason why that is right."""


def routes() -> Iterator[tuple[str, URLPattern]]:
    """All routes of the house but for the admin's, which has a walk of its own."""
    yield from ((route, pattern) for route, pattern in all_routes() if not is_admin(route))


def all_routes() -> Iterator[tuple[str, URLPattern]]:
    yield from _below(get_resolver().url_patterns, "")


def is_admin(route: str) -> bool:
    return route.startswith("cms/")


def _below(patterns: Iterable, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern
        else:
            yield from _below(pattern.url_patterns, route)


def _slugs(garden: Garden) -> list[str]:
    return [*sorted(garden.slugs), ABSENT]


def _topic_slugs(garden: Garden) -> list[str]:
    return [*(topic.slug for topic in garden.topics.values()), "wohnen", "sprache", "ankommen", ABSENT]


def _asked() -> list[int]:
    return [*Confirmation.objects.values_list("pk", flat=True), ABSENT_ID]


def _stored(garden: Garden) -> list[str]:
    kept = (model.objects.values_list("file", flat=True) for model in (File, Picture, PictureRendition))
    return [*(path for paths in kept for path in paths), f"original_images/{ABSENT}.png"]


def _saved() -> list[int]:
    return [*SavedSearch.objects.values_list("pk", flat=True), ABSENT_ID]


def _people() -> list[int]:
    return [*User.objects.values_list("pk", flat=True), ABSENT_ID]


def _told() -> list[int]:
    return [*Notification.objects.values_list("pk", flat=True), ABSENT_ID]


def _passkeys() -> list[int]:
    return [*Authenticator.objects.filter(type="webauthn").values_list("pk", flat=True), ABSENT_ID]


GROUP_PAGES = (
    *("", "mitglieder/", "mitglieder/einladen/", "berichte/", "berichte/neu/", "einstellungen/"),
    *("mitmachen/", "anfragen/", "verlassen/", "abschliessen/"),
)
"""The pages of a group that need nothing but the group."""


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "api/v1/entries/<int:entry_id>/": lambda garden: [
        f"/api/v1/entries/{pk}/{query}"
        for pk in entry_ids(garden)
        for query in ("", "?fields=title,body,images,files,tags")
    ],
    "api/v1/entries/<int:entry_id>/newest/": lambda garden: [
        f"/api/v1/entries/{pk}/newest/" for pk in entry_ids(garden)
    ],
    "api/v1/entries/<int:entry_id>/transitions/": lambda garden: [
        f"/api/v1/entries/{pk}/transitions/" for pk in entry_ids(garden)
    ],
    "wissen/<slug:slug>/": lambda garden: [
        address
        for slug in _slugs(garden)
        for address in (f"/wissen/{slug}/", *(f"/wissen/{slug}/?version={number}" for number in (1, 2, 3)))
    ],
    "themen/<slug:slug>/": lambda garden: [f"/themen/{slug}/" for slug in _topic_slugs(garden)],
    "feeds/<slug:slug>.atom": lambda garden: [f"/feeds/{slug}.atom" for slug in (*_topic_slugs(garden), "termine")],
    "feeds/art/<slug:kind>.atom": lambda garden: [f"/feeds/art/{kind}.atom" for kind in (*KINDS, ABSENT)],
    "feeds/persoenlich/<str:secret>.atom": lambda garden: [
        f"/feeds/persoenlich/{secret}.atom"
        for secret in [*FeedAddress.objects.values_list("beginning", flat=True), ABSENT]
    ],
    "start/bestaetigungen/<int:pk>/": lambda garden: [f"/start/bestaetigungen/{pk}/" for pk in _asked()],
    "start/bestaetigungen/<int:pk>/vorschlag/<slug:part>/": lambda garden: [
        f"/start/bestaetigungen/{pk}/vorschlag/{part}/"
        for pk in _asked()
        for part in ("title", "summary", "approach", "body", "contact", ABSENT)
    ],
    "start/bestaetigungen/<int:pk>/entfernen/<int:suggestion_id>/": lambda garden: [
        f"/start/bestaetigungen/{pk}/entfernen/{suggestion}/"
        for pk in _asked()
        for suggestion in [*Suggestion.objects.values_list("pk", flat=True), ABSENT_ID]
    ],
    "suche/verwandt/<str:type>/<int:object_id>/": lambda garden: [
        *(f"/suche/verwandt/entry/{pk}/" for pk in entry_ids(garden)),
        *(f"/suche/verwandt/person/{pk}/" for pk in _people()),
        f"/suche/verwandt/{ABSENT}/1/",
    ],
    "mitglieder/<int:pk>/": lambda garden: [f"/mitglieder/{pk}/" for pk in _people()],
    "konto/suchen/<int:pk>/": lambda garden: [f"/konto/suchen/{pk}/" for pk in _saved()],
    "konto/suchen/<int:pk>/umbenennen/": lambda garden: [f"/konto/suchen/{pk}/umbenennen/" for pk in _saved()],
    "konto/suchen/<int:pk>/loeschen/": lambda garden: [f"/konto/suchen/{pk}/loeschen/" for pk in _saved()],
    "api/v1/notifications/<int:notification_id>/read/": lambda garden: [
        f"/api/v1/notifications/{pk}/read/" for pk in _told()
    ],
    "api/v1/following/<slug:kind>/<int:thing_id>/": lambda garden: [
        *(f"/api/v1/following/entry/{pk}/" for pk in entry_ids(garden)),
        *(f"/api/v1/following/person/{pk}/" for pk in _people()),
        *(f"/api/v1/following/group/{pk}/" for pk in numbers(WorkingGroup)),
        f"/api/v1/following/{ABSENT}/1/",
    ],
    "mitteilungen/<int:pk>/": lambda garden: [f"/mitteilungen/{pk}/" for pk in _told()],
    "mitteilungen/beenden/<str:token>/": lambda garden: [f"/mitteilungen/beenden/{ABSENT}/"],
    "api/v1/entries/<int:entry_id>/previews/": lambda garden: [
        f"/api/v1/entries/{pk}/previews/" for pk in entry_ids(garden)
    ],
    "api/v1/preview/<str:token>/": lambda garden: [f"/api/v1/preview/{ABSENT}/"],
    "api/v1/pictures/<int:media_id>/": lambda garden: [
        f"/api/v1/pictures/{pk}/" for pk in Picture.objects.values_list("pk", flat=True)
    ],
    "api/v1/files/<int:media_id>/": lambda garden: [
        f"/api/v1/files/{pk}/" for pk in File.objects.values_list("pk", flat=True)
    ],
    "medien/bild/<int:picture_id>/<str:spec>/": lambda garden: [
        f"/medien/bild/{pk}/{spec}/"
        for pk in [*Picture.objects.values_list("pk", flat=True), ABSENT_ID]
        for spec in (*PICTURE_SIZES, "width-1", "original")
    ],
    "medien/<path:path>": lambda garden: [f"/medien/{path}" for path in _stored(garden)],
    r"^medien/dateien/(\d+)/(.*)$": lambda garden: [
        address
        for file in File.objects.all()
        for address in (file.url, f"/medien/dateien/{file.pk}/", f"/medien/dateien/{file.pk}/{ABSENT}.txt")
    ],
    r"^((?:[\w\-]+/)*)$": lambda garden: [
        *(f"/{slug}/" for slug in (*_slugs(garden), "ueber-uns", "impressum")),
        *(f"/{slug}/?version={number}" for slug in (*_slugs(garden), "ueber-uns") for number in (1, 2)),
        *(f"/wissen/{slug}/mehr/" for slug in _slugs(garden)),
    ],
    **{
        f"arbeitsgruppen/<slug:slug>/{rest}": lambda garden, rest=rest: [
            f"/arbeitsgruppen/{slug}/{rest}" for slug in group_slugs()
        ]
        for rest in GROUP_PAGES
    },
    "arbeitsgruppen/<slug:slug>/mitglieder/<int:pk>/": lambda garden: [
        f"/arbeitsgruppen/{slug}/mitglieder/{pk}/" for slug, pk in in_groups(GroupMembership)
    ],
    "arbeitsgruppen/<slug:slug>/mitglieder/<int:pk>/beenden/": lambda garden: [
        f"/arbeitsgruppen/{slug}/mitglieder/{pk}/beenden/" for slug, pk in in_groups(GroupMembership)
    ],
    "arbeitsgruppen/<slug:slug>/anfragen/<int:pk>/": lambda garden: [
        f"/arbeitsgruppen/{slug}/anfragen/{pk}/" for slug, pk in in_groups(Admission)
    ],
    "arbeitsgruppen/<slug:slug>/zustand/<slug:what>/": lambda garden: [
        f"/arbeitsgruppen/{slug}/zustand/{what}/" for slug in group_slugs() for what in ("pausieren", ABSENT)
    ],
    "api/v1/groups/<slug:slug>/": lambda garden: [f"/api/v1/groups/{slug}/" for slug in group_slugs()],
    "konto/zugaenge/<int:pk>/beenden/": lambda garden: [
        f"/konto/zugaenge/{pk}/beenden/" for pk in [*APIToken.objects.values_list("pk", flat=True), ABSENT_ID]
    ],
    "konto/feeds/<int:pk>/beenden/": lambda garden: [
        f"/konto/feeds/{pk}/beenden/" for pk in [*FeedAddress.objects.values_list("pk", flat=True), ABSENT_ID]
    ],
    "konto/passkeys/<int:pk>/umbenennen/": lambda garden: [f"/konto/passkeys/{pk}/umbenennen/" for pk in _passkeys()],
    "konto/passkeys/<int:pk>/entfernen/": lambda garden: [f"/konto/passkeys/{pk}/entfernen/" for pk in _passkeys()],
    r"konto/^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$": lambda garden: [
        f"/konto/passwort/neu/{uid}-{key}/" for uid in ("1", "2", "zz") for key in ("cdef-0123456789", "set-password")
    ],
    "api/v1/groups/<slug:slug>/discussions/": lambda garden: [
        f"/api/v1/groups/{slug}/discussions/" for slug in group_slugs()
    ],
    "api/v1/discussions/<int:discussion_id>/": lambda garden: [
        f"/api/v1/discussions/{pk}/" for pk in numbers(Discussion)
    ],
    "api/v1/discussions/<int:discussion_id>/posts/": lambda garden: [
        f"/api/v1/discussions/{pk}/posts/" for pk in numbers(Discussion)
    ],
    "arbeitsgruppen/<slug:slug>/diskussionen/": lambda garden: [
        f"/arbeitsgruppen/{slug}/diskussionen/" for slug in group_slugs()
    ],
    "diskussionen/<int:pk>/": lambda garden: [f"/diskussionen/{pk}/" for pk in numbers(Discussion)],
    "diskussionen/<int:pk>/bearbeiten/": lambda garden: [
        f"/diskussionen/{pk}/bearbeiten/" for pk in numbers(Discussion)
    ],
    "diskussionen/<int:pk>/leser/": lambda garden: [f"/diskussionen/{pk}/leser/" for pk in numbers(Discussion)],
    "diskussionen/<int:pk>/zustand/<slug:what>/": lambda garden: [
        f"/diskussionen/{pk}/zustand/{what}/" for pk in numbers(Discussion) for what in ("close", ABSENT)
    ],
    **{
        f"diskussionen/beitraege/<int:pk>/{what}/": lambda garden, what=what: [
            f"/diskussionen/beitraege/{pk}/{what}/" for pk in numbers(Post)
        ]
        for what in ("bearbeiten", "verlauf", "loeschen", "melden", "loesung")
    },
    "diskussionen/meldungen/<int:pk>/": lambda garden: [f"/diskussionen/meldungen/{pk}/" for pk in numbers(PostReport)],
    **{
        f"arbeitsgruppen/<slug:slug>/{rest}/": lambda garden, rest=rest: [
            f"/arbeitsgruppen/{slug}/{rest}/" for slug in group_slugs()
        ]
        for rest in ("dateien", "aufgaben")
    },
    **{
        f"arbeitsgruppen/<slug:slug>/dateien/<int:pk>/{what}": lambda garden, what=what: [
            f"/arbeitsgruppen/{slug}/dateien/{pk}/{what}" for slug, pk in in_groups(GroupFile)
        ]
        for what in ("", "titel/", "fassung/", "verschieben/", "entfernen/")
    },
    **{
        f"arbeitsgruppen/<slug:slug>/aufgaben/<int:pk>/{what}": lambda garden, what=what: [
            f"/arbeitsgruppen/{slug}/aufgaben/{pk}/{what}" for slug, pk in in_groups(Task)
        ]
        for what in ("", "loeschen/")
    },
    "arbeitsgruppen/<slug:slug>/aufgaben/<int:pk>/zustand/<slug:what>/": lambda garden: [
        f"/arbeitsgruppen/{slug}/aufgaben/{pk}/zustand/{what}/"
        for slug, pk in in_groups(Task)
        for what in ("erledigt", ABSENT)
    ],
    "dateien/<int:pk>/klein/": lambda garden: [f"/dateien/{pk}/klein/" for pk in numbers(StoredFile)],
    "dateien/<int:pk>/<str:name>": lambda garden: [
        address
        for pk in numbers(StoredFile)
        for address in (
            f"/dateien/{pk}/{ABSENT}.txt",
            *(stored.get_absolute_url() for stored in StoredFile.objects.filter(pk=pk)),
        )
    ],
    **{
        f"api/v1/groups/<slug:slug>/{kind}/": lambda garden, kind=kind: [
            f"/api/v1/groups/{slug}/{kind}/" for slug in group_slugs()
        ]
        for kind in ("files", "tasks")
    },
    **{
        f"api/v1/groups/<slug:slug>/{route}": lambda garden, route=route, model=model: [
            f"/api/v1/groups/{slug}/{re.sub('<.*>', str(pk), route)}" for slug, pk in in_groups(model)
        ]
        for route, model in (
            ("files/<int:file_id>/", GroupFile),
            ("files/<int:file_id>/versions/", GroupFile),
            ("tasks/<int:task_id>/", Task),
        )
    },
    "api/v1/challenges/<int:challenge_id>/": lambda garden: [f"/api/v1/challenges/{pk}/" for pk in numbers(Challenge)],
    "herausforderungen/<int:pk>/": lambda garden: [f"/herausforderungen/{pk}/" for pk in numbers(Challenge)],
    "herausforderungen/<int:pk>/beitrag/": lambda garden: [
        f"/herausforderungen/{pk}/beitrag/" for pk in numbers(Challenge)
    ],
    "herausforderungen/zitate/<int:pk>/": lambda garden: [
        f"/herausforderungen/zitate/{pk}/" for pk in numbers(QuoteRequest)
    ],
    "herausforderungen/<int:pk>/fragen/": lambda garden: [
        f"/herausforderungen/{pk}/fragen/" for pk in numbers(Challenge)
    ],
    "herausforderungen/anfragen/<int:pk>/absagen/": lambda garden: [
        f"/herausforderungen/anfragen/{pk}/absagen/" for pk in numbers(ChallengeRequest)
    ],
    "herausforderungen/<int:pk>/zurueckziehen/": lambda garden: [
        f"/herausforderungen/{pk}/zurueckziehen/" for pk in numbers(Challenge)
    ],
    **DRAFT_SAMPLES,
    **CONSULTATION_PAGES,
    **MEMBER_SAMPLES,
    **EVENT_SAMPLES,
    **CONSULTATION_SAMPLES,
    **HOOK_SAMPLES,
    **SIGN_ON_SAMPLES,
    "konto/e-mail/<key>/": lambda garden: ["/konto/e-mail/MQ:abc/"],
}


def is_plain(route: str) -> bool:
    """Whether the route takes no argument."""
    return not any(sign in route for sign in "<^$(*")


def addresses(garden: Garden) -> Iterator[str]:
    """Everything to ask for, with and without filters."""
    yield f"/{ABSENT}/"
    yield f"/api/v1/{ABSENT}/"
    for route, pattern in routes():
        if not is_plain(route):
            yield from SAMPLES[route](garden)
            continue
        yield f"/{route}"
        if rule_of(pattern.callback) is Rule.DOOR:
            yield f"/{route}?{every_filter(garden)}"
            read = parameters_read(garden, f"/{route}", every_filter(garden))
            yield from (f"/{route}?{query}" for query in queries(garden, route) if read & set(parse_qs(query)))


def every_filter(garden: Garden) -> str:
    """One value for each filter that there is."""
    values = {name: next(iter(_values(garden, name))) for name in VALUED}
    pairs = [pair.split("=") for pair in (*FILTERS, "type=entry", "q=Kurs", "like=99001", "state=open")]
    return urlencode({**values, "kind": "offer", **dict(pairs)})


VALUED = ("topic", "tag", "author", "external_key")
FILTERS = (
    *("county=99001", "county=99003", "ordering=title", "ordering=-published_at", "updated_since=2020-01-01"),
    *("limit=1", "limit=100", "offset=1", "page=2", "fields=title,summary,tags,author"),
)


def queries(garden: Garden, route: str) -> Iterator[str]:
    """Every filter with everything that could stand behind it; words only where words are asked for."""
    for kind in KINDS:
        yield urlencode({"kind": kind})
    for name in VALUED:
        yield from (urlencode({name: value}) for value in _values(garden, name))
    yield from FILTERS
    yield from (f"type={name}" for name in ("entry", "topic", "event", "file", "person"))
    yield from (urlencode({"q": words}) for words in questions(garden, route))
    if route == "entwuerfe/einlesen/":
        yield from (f"gruppe={slug}" for slug in group_slugs())
        yield from ("landkreis=99001", "landkreis=99003")
    if route in ("suche/", "wissen/"):
        yield from ("like=99001", "like=99001&like_density=any", "like=99003&where=everywhere&q=Kurs")
    if route == "api/v1/drafts/":
        yield from (urlencode({"group": slug}) for slug in group_slugs())
        yield from (f"state={state}" for state in DraftState.values)
    if route == "api/v1/consultations/":
        yield from ("state=open", "state=ended", *(f"draft={pk}" for pk in numbers(Draft)))
    if route in ("termine/", "api/v1/events/"):
        yield from (f"kind={kind}" for kind in EventKind.values)
        yield from (urlencode({"group": slug}) for slug in group_slugs())
        yield from ("when=past", "from=2020-01-01", "until=2999-12-31", "ordering=-starts_at")
    if route in ("herausforderungen/neu/", "arbeitsgruppen/vorschlagen/", "entwuerfe/"):
        yield from (f"aus=event-result-{pk}" for pk in numbers(EventResult))
        yield from (f"aus=event-material-{pk}" for pk in numbers(EventMaterial))
    if route == "suche/":
        yield from ("part=results&q=Kurs", "q=Kurs&topic=wohnen&where=everywhere")
        yield from (urlencode({"part": "typing", "q": word[:5]}) for word in begun(garden))


def _values(garden: Garden, name: str) -> list[str]:
    if name == "topic":
        return _topic_slugs(garden)
    planted = [secret.word for place, secret in garden.secrets.items() if place.startswith(name.replace("_", " "))]
    return [*(f"Landkreis {word}" if name == "author" else word for word in planted), ABSENT]
