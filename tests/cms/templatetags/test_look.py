from __future__ import annotations

from django.template import Context, Template
from django.utils import translation

PART = Template("{% load look i18n %}{% built_once %}{% translate 'Search' %} {{ reader }}{% endbuilt_once %}")


def test_an_icon_is_decoration_from_the_sprite_under_an_address_that_stays():
    assert Template('{% load look %}{% icon "search" %}').render(Context()) == (
        '<svg class="icon" aria-hidden="true"><use href="/static/lernnetz/icons.svg#search"/></svg>'
    )


def test_each_kind_of_entry_has_an_icon_of_its_own_and_others_a_plain_sheet():
    icons = [
        Template("{% load look %}{% kind_icon kind %}").render(Context({"kind": kind}))
        for kind in ("good_practice", "concept", "strategy", "recommendation", "offer", "poem")
    ]

    assert len(set(icons)) == 6
    assert "#file-text" in icons[-1]


def test_what_is_built_once_is_built_once_for_each_language():
    with translation.override("de"):
        german = PART.render(Context({"reader": "first"}))
        again = PART.render(Context({"reader": "second"}))
    with translation.override("en"):
        english = PART.render(Context({"reader": "third"}))

    assert (german, again, english) == ("Suche first", "Suche first", "Search third")
