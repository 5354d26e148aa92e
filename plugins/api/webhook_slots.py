"""The slot for what programs outside are told; packages take it from `extensions`, like all others."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import Model
    from django.utils.functional import Promise

    from plugins.api.facts import Fact


def its_values(fact: Fact) -> str:
    """What tells one fact from another, as long as its values do."""
    return json.dumps(fact.as_payload(), sort_keys=True)


@dataclass(frozen=True)
class WebhookEvent:
    """One kind of thing that a program can ask to be told, by a webhook: `name` is dotted, `entry.published`.

    `about(fact)` is the object that it is about, or None where nothing is told. Its policy decides, asked with the
    rights of the token at the moment of each delivery: who may not see the object is not told that there is one.
    `data(about)` says what is told: `id`, `class` (who may know of it: `public`, `members`, `group`, `persons`), and
    what a program may want to know without asking, such as the address in the API (`api`). Of all that, only `id` and
    `class` go out where the object is not everybody's.

    `key(fact)` tells apart what is told once each; a fact that can happen twice with the same values needs one of its
    own. `scope` is what a token needs to have for it beside `webhooks`.
    """

    name: str
    title: str | Promise
    facts: tuple[type[Fact], ...]
    about: Callable[[Any], Model | None]
    data: Callable[[Any], Mapping[str, Any]]
    key: Callable[[Any], str] = its_values
    scope: str = ""
