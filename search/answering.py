"""From the address of a page of results to its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from plugins.api.access import Actor
from search.addresses import Address
from search.engine import UNTUNED, SearchQuery, SearchResult, Tuning
from search.finding import facet_fields, find
from search.labels import label_of
from search.narrowing import Narrow, narrowings_of, query_of
from search.tuning import tuning_for
from search.unfinished import find_while_typing

Label = tuple[tuple[str, str], str]


@dataclass(frozen=True)
class Answer:
    """What somebody asked and what they got."""

    address: Address
    actor: Actor
    narrowings: list[Narrow]
    tuning: Tuning = UNTUNED
    result: SearchResult = field(default_factory=lambda: SearchResult(0))
    completed: str = ""
    """The question that was asked instead, while the last word was only begun."""

    @property
    def is_asked(self) -> bool:
        return bool(self.address.text or self.address.filters or self._is_narrowed)

    @property
    def is_in_vain(self) -> bool:
        """Words that find nothing anywhere; what only filters leave out is no gap."""
        return bool(self.address.text and not self.address.filters and not self._is_narrowed and not self.result.count)

    @property
    def asked(self) -> str:
        """The question as it was understood."""
        return self.completed or self.result.did_you_mean or self.address.text

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """Field and value of each filter in words: as what this reader finds calls it, else as it was asked."""
        counted = {
            (name, value.value): label_of(name, value)
            for name, values in self.result.facets.items()
            for value in values
        }
        return counted | dict(self._labels_beyond(counted))

    def _labels_beyond(self, counted: dict[tuple[str, str], str]) -> Iterator[Label]:
        """Of filters that leave nothing: there the words have to be left out to learn what the filter is called."""
        for name, value in self.address.place.items():
            if name in facet_fields() and (name, value) not in counted:
                query = SearchQuery("", filters={name: (value,)}, limit=1)
                found = find(query, actor=self.actor, tuning=UNTUNED).facets.get(name, ())
                yield from (((name, one.value), label_of(name, one)) for one in found if one.value == value)

    @property
    def _is_narrowed(self) -> bool:
        return not self.address.is_everywhere and any(one.is_asked for one in self.narrowings)


def answer_to(address: Address, *, actor: Actor, is_typing: bool = False) -> Answer:
    """Everything that the page needs. Raises EngineUnavailable."""
    answer = Answer(address, actor, narrowings_of(address, actor))
    if not answer.is_asked:
        return answer
    query, tuning = query_of(address, answer.narrowings), tuning_for(address.text)
    if is_typing:
        result, completed = find_while_typing(query, actor=actor, tuning=tuning)
        return replace(answer, tuning=tuning, result=result, completed=completed)
    return replace(answer, tuning=tuning, result=find(query, actor=actor, tuning=tuning))
