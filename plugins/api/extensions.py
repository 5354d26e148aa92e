"""One frozen dataclass per slot: everything a plugin can plug in. `plugins/README.md` shows each with an example."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from django.db.models import Model, QuerySet

from plugins.api.becoming_slots import Becoming as Becoming
from plugins.api.becoming_slots import OriginSource as OriginSource
from plugins.api.guest_slots import MandateScope as MandateScope
from plugins.api.public_slots import HomePanel as HomePanel
from plugins.api.public_slots import PublicFeed as PublicFeed
from plugins.api.public_slots import SitemapSource as SitemapSource
from plugins.api.removing_slots import Remains as Remains
from plugins.api.webhook_slots import WebhookEvent as WebhookEvent
from plugins.api.working_slots import FactListener as FactListener
from plugins.api.working_slots import TaskSchedule as TaskSchedule

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

    from plugins.api.access import Actor, Decision, Policy
    from plugins.api.facts import Fact
    from plugins.api.handing_over import Thing
    from plugins.api.notifying import News
    from plugins.api.provenance import ProvenanceStep
    from plugins.api.searching import Narrowed, SearchDocument
    from plugins.api.starting import StartLine

type_of_fact = type["Fact"]


@dataclass(frozen=True)
class PolicyRecord:
    """A policy for one model; a model without one fails at start-up."""

    policy: Policy[Any]


@dataclass(frozen=True)
class Objection:
    """What a package has against something that the policy of another package allows.

    `ask(actor, obj)` is asked after that policy has said yes to `verb`; its no is the answer, with its sentence. An
    objection never allows anything.
    """

    model: type[Model]
    verb: str
    ask: Callable[[Actor, Any], Decision]


@dataclass(frozen=True)
class PrincipalProvider:
    """Hands out principals, both ways: what a user holds, and who holds a principal (None: not mine)."""

    name: str
    principals: Callable[[Any], set[str]]
    people: Callable[[str], QuerySet[Any] | None]
    in_words: Callable[[str], str | None] = lambda principal: None
    """A principal in the reader's words (“Member for Auental”), or None when it is not this provider's."""
    following: Callable[[Any, frozenset[str]], set[str]] = lambda user, held: set()
    """What a user holds because of principals that the providers gave them: asked after `principals` of all."""
    holders: Callable[[str], Iterable[tuple[int, str]]] = lambda kind: ()
    """Who of all holds principals of a kind (“county”): pairs of user and key, in one query; for lists of hundreds."""


@dataclass(frozen=True)
class UrlMount:
    """Pages of a package: included under `prefix` (may be empty), before Wagtail's own pages."""

    prefix: str
    urlconf: str


@dataclass(frozen=True)
class RestMount:
    """REST resources of a package: included under `/api/v1/<prefix>`."""

    prefix: str
    urlconf: str


@dataclass(frozen=True)
class SocketRoute:
    """A websocket of a package: `path` under `/ws/`, as `django.urls.path` takes it and without a slash at its end.

    `socket` is the dotted name of a `plugins.api.adapters.sockets.socket.Socket` that says its rule with `@answers`.
    """

    path: str
    socket: str


@dataclass(frozen=True)
class NavItem:
    """A place in the head of every page, at most five in all; smaller `order` stands further left.

    In `place` “about” it is a way on from the page about the forum instead, as many as there are, for visitors too.
    What they get is kept: there `shown_to` answers the same for all of them until `generation.advance()`.
    """

    title: str | Promise
    url: str
    order: int
    icon: str = ""
    shown_to: Callable[[Actor], bool] = lambda actor: True
    place: Literal["head", "about"] = "head"
    text: str | Promise = ""
    """A sentence that says what is behind it; only on the page about the forum."""


@dataclass(frozen=True)
class SearchSource:
    """One type of thing that can be found.

    `documents(ids)` yields the documents of these objects (None: of all); an object without documents is forgotten.
    `facts` says which objects a fact concerns. `kinds` are the values that `kind` may have; asking for another is a
    mistake. `kind_name` calls a kind by the name that people read. `names` are what one thing of a type of your own is
    called, and many of them.
    """

    type: str
    documents: Callable[[Iterable[int] | None], Iterator[SearchDocument]]
    facts: Mapping[type_of_fact, Callable[[Any], Iterable[int]]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    kind_name: Callable[[str], str | Promise] = lambda kind: kind
    names: tuple[str | Promise, str | Promise] | None = None


@dataclass(frozen=True)
class Facet:
    """A keyword field of search documents that readers filter by, with its heading."""

    field: str
    label: str | Promise
    order: int


@dataclass(frozen=True)
class Narrowing:
    """A form beside the results that narrows a keyword field to many values at once (“counties like mine”).

    `read(given, actor)` says what the parameters of an address ask for. The search keeps `parameters` in its addresses
    and shows `template` with what was read (`form`), the other parts of the address (`kept`, pairs of name and value,
    and `kept_query`) and `path`.
    """

    field: str
    parameters: tuple[str, ...]
    read: Callable[[Mapping[str, str], Actor], Narrowed]
    template: str


@dataclass(frozen=True)
class WayOn:
    """Where somebody can go whose search found nothing; `url(words)` takes along what they looked for."""

    title: str | Promise
    url: Callable[[str], str]
    order: int
    shown_to: Callable[[Actor], bool] = lambda actor: True


@dataclass(frozen=True)
class NotificationKind:
    """One kind of thing that people are told about: on their page of notifications, and by mail in their rhythm.

    `news(fact)` says who is told about which object of the model `about`; its policy is asked again before anything is
    shown or sent. `sentence(words)` is for the page and may name things; `in_mail` goes into mails and names nothing.
    """

    name: str
    title: str | Promise
    about: type[Model]
    facts: tuple[type_of_fact, ...]
    news: Callable[[Any], Iterable[News]]
    sentence: Callable[[Mapping[str, Any]], str]
    in_mail: str | Promise
    is_personal: bool = False
    """Addressed to the person: mailed at once unless they choose otherwise."""
    rhythm: str = "weekly"
    """How often mail goes out about everything else, unless people choose otherwise."""
    has_own_mail: bool = False
    """A mail of its own says it already: it stands on the page, and nothing is sent a second time."""

    @property
    def usual_rhythm(self) -> str:
        """For whoever has chosen nothing."""
        if self.has_own_mail:
            return "never"
        return "now" if self.is_personal else self.rhythm


@dataclass(frozen=True)
class PersonalData:
    """What a package stores about a person: handed out and erased on request. Obligatory for whoever stores any.

    `hand_out(user)` gives plain JSON-able data; `erase(user)` removes the person, keeps their works, and returns
    sentences that say what remains and why.
    """

    title: str | Promise
    models: tuple[type[Model], ...]
    hand_out: Callable[[Any], object]
    erase: Callable[[Any], list[str]]
    text: str | Promise = ""
    """For the person: what is stored in a few words, and who sees it."""


@dataclass(frozen=True)
class HealthCheck:
    """Part of `/readyz`: None when all is well, else a sentence for the operator."""

    name: str
    check: Callable[[], str | None]
    is_vital: bool = True
    """Otherwise people are served all the same, and `/readyz` only mentions it."""


@dataclass(frozen=True)
class ConsistencyCheck:
    """Part of `check_index`: compares stored things with their source; `repair` makes them equal again."""

    name: str
    differences: Callable[[], Iterator[str]]
    repair: Callable[[], None]


@dataclass(frozen=True)
class DemoData:
    """A part of the demo world; parts load in this order, and loading twice changes nothing.

    `to_try` says what can be tried with it once it is served, a sentence each, with `%(url)s` for the address.
    `needs_members`: it is left out while no demo person is a member, and comes with the first run after that.
    """

    order: int
    load: Callable[[], None]
    to_try: tuple[str | Promise, ...] = ()
    needs_members: bool = False


@dataclass(frozen=True)
class AccountPage:
    """An entry on the overview under `/konto/`."""

    title: str | Promise
    text: str | Promise
    url_name: str
    order: int
    icon: str = "circle-user-round"
    shown_to: Callable[[Actor], bool] = lambda actor: True


@dataclass(frozen=True)
class MemberCounties:
    """The official keys of counties that take part and agreed to be named in public (map and list of the home page)."""

    named_in_public: Callable[[], Iterable[str]]


@dataclass(frozen=True)
class GroupTab:
    """A part of the page of a working group: a link beside the others, in the order of `order`.

    Its page extends `arbeitsgruppen/in_group.html` and says by `tab` which link is its own.
    """

    name: str
    title: str | Promise
    url: Callable[[Any], str]
    """From the group to the address of the page."""
    order: int
    shown_to: Callable[[Actor, Any], bool] = lambda actor, group: True
    """Whether this actor, who sees the group, finds the link."""


@dataclass(frozen=True)
class PageButtons:
    """Buttons on the page of a thing that another package shows, for whoever is signed in.

    `show(request, kind, pk)` gives the HTML for this reader, who sees the thing. Kinds are `topic`, `entry`, `group`
    and `person`; templates offer the place with `{% page_buttons "entry" entry_id %}`.
    """

    kinds: tuple[str, ...]
    show: Callable[[HttpRequest, str, int], str]


@dataclass(frozen=True)
class EntryPanel:
    """A section on the page of an entry, between the text and what it grew out of, in the order of `order`.

    `show(request, entry_id)` gives the HTML for this reader, who reads the entry, or nothing. What visitors get is kept
    and must be the same for all of them: whoever changes it calls `generation.advance()`.
    """

    name: str
    show: Callable[[HttpRequest, int], str]
    order: int


@dataclass(frozen=True)
class StartList:
    """A list on the first screen of whoever is signed in, in the order of `order`.

    `lines(actor, most)` gives what concerns this actor now and what they may see, the most urgent first, never more
    than `most`, in as many queries for one line as for many. Without lines the list is not there; where there are more
    than are shown, `more_url` leads to all of them.
    """

    name: str
    title: str | Promise
    lines: Callable[[Actor, int], Sequence[StartLine]]
    more_url: str
    order: int


@dataclass(frozen=True)
class ProvenanceSource:
    """Steps of what an entry grew out of, shown with those of other packages on its page and in REST, by their dates.

    `steps(entry_id, actor)` is asked for entries of these `kinds` that the actor reads, in as many queries for one step
    as for many. What the actor may not read it gives `outlined()`; visitors are shown nothing else.
    """

    name: str
    kinds: tuple[str, ...]
    steps: Callable[[int, Actor], Iterable[ProvenanceStep]]


@dataclass(frozen=True)
class ReviewTask:
    """Whose task the review of an entry is, said in the list of what is due.

    `who(actor, entry_ids)` gives a sentence for those among these entries that the package knows something of, in as
    many queries for one as for many; it names what this actor may read.
    """

    name: str
    who: Callable[[Actor, Collection[int]], Mapping[int, str]]


@dataclass(frozen=True)
class HandOver:
    """What a person passes on when their seat for a county ends, in the order of `order`.

    `things(user)` yields what this person leaves behind now. `pass_on(key, choice, leaver, successor, actor)` does one
    of its choices (`successor`, `county` or `close`) for one of them; `successor` is None where nobody takes over the
    seat. It runs in the transaction of the hand-over, after the successor got the seat; whoever calls it has asked the
    door whether `actor` may hand over. A key that is not there any more is passed over. `leave(leaver, county, at)`
    follows: what the person has for this county (its official key) and loses at the minute when the seat ends.
    """

    name: str
    title: str | Promise
    things: Callable[[Any], Iterable[Thing]]
    pass_on: Callable[[str, str, Any, Any | None, Actor], None]
    order: int
    leave: Callable[[Any, str, datetime], None] = lambda leaver, county, at: None


@dataclass(frozen=True)
class ReaderNote:
    """A sentence above what somebody reads on their start page and in lists, such as why they read it.

    `lines(actor)` gives finished sentences for this actor; for almost everybody there is none, and it asks the
    database nothing for whoever has no right by it.
    """

    name: str
    lines: Callable[[Actor], Sequence[str]]
