"""Previews for front ends elsewhere: whoever has a link reads one version, as everybody only a summary."""

from __future__ import annotations

import re

from django.utils import timezone

from cms.actions.previewing import give_preview
from cms.models import Entry, Layer, PreviewLink
from plugins.api.actors import actor_for
from tests.contracts.leaks.walking import ask, client_for

IN_A_SUMMARY = re.compile(r"\b(title|summary|slug|topic|external key)\b")
"""What stands in the public layer of an entry whose whole text is for members."""


def test_a_preview_for_everybody_tells_nothing_of_the_full_text(garden):
    editor, visitor = actor_for(garden.people["editor"]), client_for("visitor", garden)
    told = set()
    for entry in Entry.objects.filter(confidentiality="members"):
        newest = entry.specific.get_latest_revision_as_object()
        if newest.confidentiality == "members":
            _link, token = give_preview(newest, actor=editor, layer=Layer.PUBLIC)
            answer = ask(visitor, f"/api/v1/preview/{token}/")
            assert (answer.status, answer.header("cache-control")) == (200, "no-store")
            told |= {place for place, secret in garden.secrets.items() if secret.word in answer.text}
    assert told
    assert [place for place in sorted(told) if not IN_A_SUMMARY.search(place)] == []


def test_a_link_that_has_ended_answers_like_one_that_never_was(garden):
    editor, visitor = actor_for(garden.people["editor"]), client_for("visitor", garden)
    _link, token = give_preview(Entry.objects.first().specific, actor=editor)
    PreviewLink.objects.update(ends_at=timezone.now())
    ended, never = (ask(visitor, f"/api/v1/preview/{one}/") for one in (token, "x" * len(token)))
    assert (ended.status, ended.without(token)) == (404, never.without("x" * len(token)))
