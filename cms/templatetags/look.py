"""What every template draws with: icons from the sprite, marks of topics and counties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import apnumber, intcomma
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext

from cms.marks import mark_svg
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import is_visitor
from plugins.api.becoming import origins_of
from plugins.api.extensions import EntryPanel, HomePanel, PageButtons, ReaderNote
from plugins.api.registry import registry
from plugins.api.switching import GROUP, is_in_group, off, was_switched_off
from plugins.api.troubles import asked, listed

register = template.Library()

KIND_ICONS = {
    "good_practice": "sprout",
    "concept": "lightbulb",
    "strategy": "map",
    "recommendation": "badge-check",
    "offer": "handshake",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite; it is decoration, a word always stands beside it.

    Stored lines and articles contain it, so its address has no hash that a later release would change.
    """
    return _icon(settings.STATIC_URL, name)


@lru_cache(maxsize=500)
def _icon(static: str, name: str) -> SafeString:
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}lernnetz/icons.svg#{}"/></svg>', static, name)


@register.simple_tag
def kind_icon(kind: str) -> SafeString:
    """The icon of a kind of entry."""
    return icon(KIND_ICONS.get(kind, "file-text"))


@register.simple_tag
def mark(kind: str, key: str, size: str = "") -> SafeString:
    """The drawing of a topic or county: `{% mark "county" "99001" %}`, `{% mark "topic" "wohnen" "small" %}`."""
    return mark_safe(mark_svg(f"{kind}:{key}", small=size == "small"))  # noqa: S308 - nothing of the key is in it


@register.simple_tag(takes_context=True)
def page_buttons(context: Context, kind: str, pk: int) -> SafeString:
    """What packages offer to do with the thing on this page. Pages kept for visitors stay the same for all of them."""
    request = context.get("request")
    if request is None or is_visitor(request) or actor_of(request).user is None:
        return SafeString("")
    offered = _buttons_of_group(pk) if kind == GROUP else registry.records(PageButtons)
    records = (record for record in offered if kind in record.kinds)
    shown = (asked(record, "", record.show, request, kind, pk) for record in records)
    return mark_safe("".join(shown))  # noqa: S308 - finished templates of packages


def _buttons_of_group(pk: int) -> tuple[PageButtons, ...]:
    """What a plugin offers on the page of a working group is one of its parts there."""
    found = registry.registrations(PageButtons)
    return tuple(one.record for one in found if is_in_group(one.origin, f"{GROUP}:{pk}"))


@register.simple_tag(takes_context=True)
def grew_out_of(context: Context, becoming: str, pk: int) -> SafeString:
    """What the thing on this page was made of in one step, for whoever is signed in and reads both."""
    request = context.get("request")
    if request is None or is_visitor(request) or actor_of(request).user is None:
        return SafeString("")
    origins = origins_of(becoming, pk, actor_of(request))
    return render_to_string("components/origins.html", {"origins": origins}) if origins else SafeString("")


@register.simple_tag(takes_context=True)
def entry_panels(context: Context, entry_id: int) -> SafeString:
    """The sections that packages add to the page of an entry; a preview has none."""
    request = context.get("request")
    if request is None or not entry_id:
        return SafeString("")
    records = sorted(registry.records(EntryPanel), key=lambda record: record.order)
    shown = (asked(record, "", record.show, request, entry_id) for record in records)
    return mark_safe("".join([*shown, _placeholder(EntryPanel)]))  # noqa: S308 - finished templates of packages


@register.simple_tag(takes_context=True)
def home_panels(context: Context) -> SafeString:
    """The sections that packages add to the home page."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    records = sorted(registry.records(HomePanel), key=lambda record: record.order)
    shown = (asked(record, "", record.show, request) for record in records)
    return mark_safe("".join([*shown, _placeholder(HomePanel)]))  # noqa: S308 - finished templates of packages


def _placeholder(slot: type) -> str:
    """One line for all sections that are missing because the programme office has switched their plugins off.

    Nothing of these plugins is asked, so nobody learns whether there would be something here.
    """
    if not off():
        return ""
    brought_by = {one.origin.label: one.origin for one in registry.registrations(slot)}
    titles = [str(plugin.title) for plugin in brought_by.values() if was_switched_off(plugin)]
    return render_to_string("components/switched_off.html", {"titles": titles}) if titles else ""


@register.simple_tag(takes_context=True)
def reader_notes(context: Context) -> SafeString:
    """Sentences for this reader above what they read, such as by which right. Visitors have none."""
    request = context.get("request")
    if request is None or is_visitor(request) or actor_of(request).user is None:
        return SafeString("")
    records, actor = registry.records(ReaderNote), actor_of(request)
    lines = [line for record in records for line in listed(record, record.lines, actor)]
    return SafeString("".join(render_to_string("components/notice.html", {"text": line}) for line in lines))


# Lines that stand on every page or by the dozen: a loop in a template takes ten times as long.


@register.simple_tag
def place_links(places: Iterable[Mapping[str, Any]], *, beyond: bool = False) -> SafeString:
    """Places in the head of every page; those `beyond` the five stand in the menu of a phone alone."""
    opening = '<li class="places__more">' if beyond else "<li>"
    lines = (
        f'{opening}<a class="places__link" href="{escape(place["url"])}"{CURRENT if place["current"] else ""}>'
        f"{escape(str(place['title']))}</a></li>\n"
        for place in places
    )
    return mark_safe("".join(lines))  # noqa: S308 - each line is escaped


CURRENT = ' aria-current="page"'


@register.simple_tag
def filter_groups(facets: Iterable[Mapping[str, Any]]) -> SafeString:
    """Filters: each with the lines of its options, of which more than eight fold away. Nothing of one that has none."""
    groups = [_filter_group(escape(str(one["label"])), list(one["options"])) for one in facets if one["options"]]
    return mark_safe("".join(groups))  # noqa: S308 - each part is escaped


def _filter_group(label: str, options: list[Mapping[str, Any]]) -> str:
    parts = [f'<section class="filters__group"><h2 class="filters__title">{label}</h2><ul>{_options(options[:8])}</ul>']
    if len(options) > 8:
        show = f'{gettext("Show all")}<span class="visually-hidden">: {label}</span>'
        folded = f"<summary>{show}</summary><ul>{_options(options[8:])}</ul>"
        parts.append(f'<details class="filters__more">{folded}</details>')
    return "".join([*parts, "</section>\n"])


def _options(options: Iterable[Mapping[str, Any]]) -> str:
    """The one that is chosen is taken back by its line."""
    return "".join(
        f'<li><strong><a href="{escape(option["url"])}"><span class="filters__label">{escape(str(option["label"]))}'
        f'</span><span class="visually-hidden"> {gettext("(chosen; remove)")}</span></a></strong></li>\n'
        if option["chosen"]
        else f'<li><a href="{escape(option["url"])}" rel="nofollow"><span class="filters__label">'
        f'{escape(str(option["label"]))}</span> <span class="filters__count">{option["count"]}</span></a></li>\n'
        for option in options
    )


@register.simple_tag
def chosen_filters(chosen: Iterable[Mapping[str, Any]]) -> SafeString:
    """The filters in force as removable words: label and remove_url of each. Nothing where there are none."""
    if not chosen:
        return SafeString("")
    remove, cross = gettext("Remove filter:"), icon("x")
    lines = (
        f'<li><a href="{escape(one["remove_url"])}"><span class="visually-hidden">{remove} </span>'
        f"{escape(str(one['label']))}{cross}</a></li>"
        for one in chosen
    )
    opening = f'<ul class="chosen" aria-label="{escape(gettext("Chosen filters"))}">'
    return mark_safe("".join([opening, *lines, "</ul>"]))  # noqa: S308 - each line is escaped


@register.simple_tag
def ordering_links(orderings: Iterable[Mapping[str, Any]]) -> SafeString:
    """The ways to order a list: label, url, and whether it is the current one."""
    links = (
        f"<strong>{escape(one['label'])}</strong>"
        if one["current"]
        else f'<a href="{escape(one["url"])}" rel="nofollow">{escape(one["label"])}</a>'
        for one in orderings
    )
    return mark_safe("".join(links))  # noqa: S308 - each link is escaped


@register.simple_tag
def hidden_fields(fields: Iterable[tuple[str, str]]) -> SafeString:
    """What a form sends along unseen."""
    lines = (f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields)
    return mark_safe("".join(lines))  # noqa: S308 - each line is escaped


@register.simple_tag
def only_here(place: str) -> str:
    """The choice to search in one place alone."""
    return gettext("Only here: %(place)s") % {"place": place}


@register.simple_tag
def found_entries(count: int) -> str:
    """How many entries a list holds, in words: “Three entries”."""
    return _entries_in_words(count, get_language())


@lru_cache(maxsize=1000)
def _entries_in_words(count: int, language: str | None) -> str:
    if not count:
        return gettext("No entries")
    shown = capfirst(intcomma(apnumber(count)))
    return ngettext("One entry", "%(shown)s entries", count) % {"shown": shown}


@register.tag
def part(parser: Parser, token: Token) -> Part:
    """`{% part "components/pager.html" %}`: a component in this place, as `include` without `with` puts it there.

    It is looked for once, and it shares the context of the page; a component that sets a word with `as` is included.
    """
    _name, wanted = token.split_contents()
    return Part(parser.compile_filter(wanted))


class Part(template.Node):
    def __init__(self, wanted: FilterExpression) -> None:
        self._wanted = wanted
        self._found: dict[str, NodeList] = {}

    def render(self, context: Context) -> SafeString:
        name = self._wanted.resolve(context)
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = context.template.engine.get_template(name).nodelist  # type: ignore[union-attr]
        return found.render(context)


@register.tag
def built_once(parser: Parser, token: Token) -> BuiltOnce:
    """`{% built_once %}…{% endbuilt_once %}`: a part of the shell that depends on nothing but the language.

    It is rendered for the first reader and kept as long as the template is; nothing that differs between readers or
    pages may stand in it, no block either.
    """
    parts = parser.parse(("endbuilt_once",))
    parser.delete_first_token()
    return BuiltOnce(parts)


class BuiltOnce(template.Node):
    child_nodelists = ()
    """Whoever looks for blocks need not look in here."""

    def __init__(self, parts: NodeList) -> None:
        self._parts = parts
        self._kept: dict[str, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        language = context.render_context.get("language")
        if language is None:  # it stays the same while a template is rendered, and asking for it takes its time
            language = context.render_context["language"] = get_language() or ""
        if language not in self._kept:
            self._kept[language] = self._parts.render(context)
        return self._kept[language]
