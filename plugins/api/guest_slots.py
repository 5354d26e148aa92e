"""Slots for what guests are let into; packages take them from `extensions`, like all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from plugins.api.access import Actor


@dataclass(frozen=True)
class MandateScope:
    """Things of a package that the mandate of a guest can name one by one, in the order of `order`.

    From the first to the last day of the mandate its people hold `<principal>:<key>` for each thing that it names. What
    that opens, the policy of the package says, and its `PrincipalProvider` says it in words. `choices(actor)` yields
    key and title of what this actor can name now. `titles(keys, actor)` has those of these keys that the actor may know
    of, also such as can no longer be named, in as many queries for one as for many; all else is not told.
    """

    name: str
    title: str | Promise
    text: str | Promise
    """A sentence below the choice: what it opens."""
    principal: str
    choices: Callable[[Actor], Iterable[tuple[str, str]]]
    titles: Callable[[Collection[str], Actor], Mapping[str, str]]
    order: int
