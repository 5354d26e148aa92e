"""What the shell of every page needs; for visitors it costs neither session nor query."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Engine
from django.template.base import Node, NodeList, Template
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode
from django.utils.safestring import SafeString

from cms.policies import STAFF
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.adapters.http import actor_of
from plugins.api.extensions import NavItem
from plugins.api.generation import KeptAnswers
from plugins.api.registry import registry
from plugins.api.troubles import asked

IN_THE_HEAD: Final = 5
"""Places that stand in the head; whatever is beyond them stands in the menu of a phone and on the start page."""


class VisitorShell:
    """What stands around every page for visitors, as a template of its own: only the blocks are left to fill in.

    Making the shell takes a third of the time of a page. For visitors it is the same at every page of one place in the
    head, until a plugin is switched.
    """

    def __init__(self) -> None:
        self._urls = [item.url for item in places(ANONYMOUS, "head")]
        self._made: dict[tuple[str, ...], Template] = {}

    def at(self, path: str) -> Template:
        """The shell in which the place of this path is the current one."""
        current = tuple(url for url in self._urls if path.startswith(url))
        if current not in self._made:
            markup = render_to_string("visitors_shell.html", _around(ANONYMOUS, path))
            self._made[current] = Filled(markup)
        return self._made[current]


class Filled(Template):
    """A template of texts and blocks, which are filled in with those of the page that extends it.

    Django goes through blocks one in another; here there is one text behind the other. `block.super` has no meaning.
    """

    def __init__(self, markup: str) -> None:
        super().__init__(markup, engine=Engine.get_default())
        self._pieces, self.nodelist = list(self.nodelist), NodeList()

    def _render(self, context: Context) -> SafeString:
        blocks = context.render_context[BLOCK_CONTEXT_KEY]
        return SafeString("".join([self._piece(one, blocks).render(context) for one in self._pieces]))

    def _piece(self, piece: Node, blocks: BlockContext) -> Node | NodeList:
        if not isinstance(piece, BlockNode):
            return piece
        return (blocks.get_block(piece.name) or piece).nodelist


SHELLS: KeptAnswers[VisitorShell] = KeptAnswers(size=1)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Title of the site, places in the head, and whether somebody is signed in; `shell` is what a page extends.

    A page that is being kept for visitors is put into their shell, every other one into base.html.
    """
    around = _around(actor_of(request), request.path)
    number = getattr(request, "generation", None)
    if number is None:
        return {"shell": "base.html", **around}
    shells = SHELLS.get(number, "") or SHELLS.keep(number, "", VisitorShell())
    return {"shell": shells.at(request.path), **around}


def _around(actor: Actor, path: str) -> dict[str, Any]:
    """For base.html; the places are looked for where they are shown."""
    head = cache(lambda: [_as_link(item, path) for item in places(actor, "head")])
    return {
        "site_title": settings.SITE_TITLE,
        "navigation": lambda: head()[:IN_THE_HEAD],
        "more_places": lambda: head()[IN_THE_HEAD:],
        "signed_in": not actor.is_anonymous,
        "person_name": str(actor.user) if actor.user else "",
        "may_edit": actor.has(*STAFF),
    }


def _as_link(item: NavItem, path: str) -> dict[str, Any]:
    return {"title": item.title, "url": item.url, "icon": item.icon, "current": path.startswith(item.url)}


def places(actor: Actor, place: str) -> Iterator[NavItem]:
    """What packages put into the head of every page, or on the page about the forum, for this actor."""
    items = sorted(registry.records(NavItem), key=lambda item: item.order)
    return (item for item in items if item.place == place and asked(item, False, item.shown_to, actor))
