"""What every plugin has to keep, as one class of tests that its author extends.

    class TestConformance(PluginConformance):
        plugin = "pinboard"

        def make(self, words, person):
            return [Notice.objects.create(title=words(), text=words(), author=person)]

`words()` gives words that stand nowhere else: whoever meets them has read the thing. A failing test says in a sentence
each who reads, finds or keeps what they should not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.db.models import Model

from plugins.api import generation, switching
from plugins.api.access import SYSTEM, audience_of, may, policy_for
from plugins.api.adapters.routes import Rule
from plugins.api.extensions import PersonalData, PolicyRecord, SearchSource
from plugins.api.registry import SLOTS, registry
from plugins.api.testing import markup, migrating, resting, wording
from plugins.api.testing.asking import Answer, ask
from plugins.api.testing.cast import make_cast
from plugins.api.testing.routes import Route
from plugins.api.testing.things import as_text, fields_to_people, plugin_called, points_to, rows_with
from plugins.api.testing.world import (
    World,
    documents_of,
    is_changed,
    may_anything,
    methods_of,
    named,
    policy_of,
    shows,
    three_forms,
    undone,
)


class PluginConformance:
    """Rights, search, personal data, words, accessibility and migrations of one plugin."""

    plugin: ClassVar[str]
    """Its label."""
    owner: ClassVar[str] = "member"
    """Who of the cast makes the things."""
    also: ClassVar[Mapping[str, Collection[str]]] = {}
    """People beside the cast: name -> the principals that they hold."""

    def make(self, words: Callable[[], str], person: Any) -> Iterable[Model]:
        """One thing at least of every model that has a policy, and everything that can point to `person`."""
        raise NotImplementedError

    def values(self, thing: Model) -> Mapping[str, object]:
        """What stands for this thing in the variable parts of addresses, by their names."""
        found: dict[str, object] = {"pk": thing.pk, "id": thing.pk, f"{thing._meta.model_name}_id": thing.pk}
        return found | ({"slug": thing.slug} if hasattr(thing, "slug") else {})

    @pytest.fixture
    def world(self, db: None) -> World:
        switching.reset()
        world = World(plugin_called(self.plugin), make_cast(self.also), self.owner)
        world.things = list(self.make(world.words, world.owner))
        generation.advance()
        return world

    # --- rights ---------------------------------------------------------------------------------------------------

    def test_every_route_says_its_rule(self, world: World) -> None:
        _fail(f"{route.path} does not say by which rule it answers." for route in world.routes if route.rule is None)

    def test_there_is_something_of_everything(self, world: World) -> None:
        """The other tests see only what `make` makes."""
        made = {type(thing) for thing in world.things}
        guarded = [record.policy.model for record in world.records(PolicyRecord)]
        _fail(f"`make` makes no {model.__name__}." for model in guarded if not made & set(_family(model)))

    def test_the_three_forms_of_every_policy_agree(self, world: World) -> None:
        _fail(
            f"{name} and {named(thing)}: {policy_of(thing)} answers may, visible_to and audience_of as {answers}."
            for name, actor in [*world.cast.items(), ("the system", SYSTEM)]
            for thing in world.things
            if len(set(answers := three_forms(actor, thing))) > 1
        )

    def test_every_refusal_says_why(self, world: World) -> None:
        _fail(
            f"{policy_of(thing)} refuses “{verb}” to {name} without a sentence."
            for name, actor in world.cast.items()
            for thing in world.things
            for verb in policy_for(type(thing)).verbs()
            if not (decision := may(actor, verb, type(thing) if verb == "create" else thing)) and not decision.reason
        )

    def test_nobody_meets_what_the_policy_hides(self, world: World) -> None:
        _fail(
            f"{name} reads {named(thing)} at {address}, which {policy_of(thing)} hides from them."
            for name, address, answer in self._walked(world)
            for thing in world.things
            if not may(world.cast[name], "see", thing) and shows(world, answer, thing)
        )

    def test_the_walk_meets_what_it_may(self, world: World) -> None:
        """Otherwise it would find nothing wrong wherever it looked."""
        walked = list(self._walked(world)) if world.routes else []
        _fail(
            f"Nobody meets {named(thing)} anywhere; `values` has to say what stands for it in addresses."
            for thing in world.things
            if walked and world.words.of(thing) and not any(shows(world, answer, thing) for _n, _a, answer in walked)
        )

    def test_what_is_hidden_answers_like_what_is_not_there(self, world: World) -> None:
        _fail(
            f"{name} is told by {method} {address} that there is something: {here.status} {here.place}"
            for name, route, address, absent in self._hidden(world)
            for method in methods_of(route)
            if (here := undone(world, name, address, method).without(address))
            != undone(world, name, absent, method).without(absent)
        )

    def test_whoever_may_do_nothing_changes_nothing(self, world: World) -> None:
        _fail(
            f"{name} changes {named(thing)} by {method} {address} and may do nothing with it."
            for name, actor in world.cast.items()
            for thing in world.things
            for route in world.routes
            if route.parts and (address := route.address(self.values(thing))) and not may_anything(actor, thing)
            for method in methods_of(route)
            if method != "GET" and is_changed(world, name, thing, address, method)
        )

    def test_things_of_ones_own_are_not_for_visitors(self, world: World) -> None:
        own = [route for route in world.routes if route.rule in (Rule.SIGNED_IN, Rule.STAFF)]
        _fail(
            f"A visitor is answered by {address}, whose rule is “{route.rule.value if route.rule else ''}”."
            for route in own
            for address in self._addresses(world, route)
            if ask(world.browsers["visitor"], address).status == 200
        )

    # --- search ---------------------------------------------------------------------------------------------------

    def test_nobody_finds_what_the_policy_hides(self, world: World) -> None:
        _fail(
            f"{named(thing)} is found by {', '.join(sorted(wide))}, from whom {policy_of(thing)} hides it."
            for thing in world.things
            for document in documents_of(world)
            if any(words in str(document) for words in world.words.of(thing))
            and (wide := document.audience - audience_of(thing))
        )

    def test_what_is_gone_is_not_found(self, world: World) -> None:
        known = {(document.type, document.object_id) for document in documents_of(world)}
        for thing in world.things:
            thing.delete()
        _fail(
            f"The search source “{source.type}” still yields {number} after it was deleted."
            for source in world.records(SearchSource)
            for number in {number for kind, number in known if kind == source.type}
            for document in source.documents([number])
            if any(words in str(document) for words in world.words.given)
        )

    # --- personal data --------------------------------------------------------------------------------------------

    def test_everything_of_a_person_is_handed_out(self, world: World) -> None:
        handed = as_text([record.hand_out(world.owner) for record in world.records(PersonalData)])
        others = as_text([record.hand_out(world.cast["outsider"].user) for record in world.records(PersonalData)])
        _fail(
            sentence
            for thing in world.things
            for words in world.words.of(thing)
            for sentence, is_wrong in (
                (f"{named(thing)} belongs to a person and is not handed out.", words not in handed),
                (f"{named(thing)} is handed out to somebody else.", words in others),
            )
            if is_wrong and world.is_owners(thing)
        )

    def test_nothing_of_a_person_is_left_after_erasing(self, world: World) -> None:
        pointing = list(fields_to_people(world.plugin))
        made = {model for model, field in pointing if points_to(model, field, world.owner)}
        unmade = {model for model, _field in pointing} - made
        for record in world.records(PersonalData):
            record.erase(world.owner)
        left = [f"{model.__name__}.{field.name}" for model, field in pointing if points_to(model, field, world.owner)]
        names = (world.owner.email, world.owner.last_name)
        _fail(
            [
                *(f"`make` makes no {model.__name__} that points to the person." for model in unmade),
                *(f"After erasing, {place} still points to the person." for place in left),
                *(f"After erasing, a name is left in {place}." for place in rows_with(world.plugin, names)),
            ]
        )

    # --- switched off, removed ------------------------------------------------------------------------------------

    def test_switched_off_it_answers_calmly_and_gives_nothing_away(self, world: World) -> None:
        if world.plugin.is_fixed:
            pytest.skip("It cannot be switched off.")
        with resting.switched_off(world.plugin):
            asked = (
                (name, route, address, route.absent(self.values(thing)) or address)
                for route in world.routes
                for thing in (world.things if route.parts else world.things[:1])
                if (address := route.address(self.values(thing)))
                for name in ("visitor", self.owner, "office")
            )
            _fail([*resting.not_calm(world, asked), *resting.not_hidden(world, world.cast[self.owner])])

    def test_removed_for_good_it_leaves_nothing(self, world: World) -> None:
        if world.plugin.is_fixed:
            pytest.skip("It cannot be removed while the forum runs.")
        _fail(resting.left_behind(world))

    # --- words and pages ------------------------------------------------------------------------------------------

    def test_every_sentence_stands_in_the_german_catalogue(self) -> None:
        _fail(wording.untranslated(Path(plugin_called(self.plugin).path)))

    def test_every_sentence_goes_through_gettext(self) -> None:
        plugin = plugin_called(self.plugin)
        records = [one.record for slot in SLOTS for one in registry.registrations(slot) if one.origin is plugin]
        _fail(
            [
                *wording.hard_coded(Path(plugin.path)),
                *(sentence for record in records for sentence in wording.hard_coded_in(record)),
            ]
        )

    def test_no_address_fails(self, world: World) -> None:
        _fail(
            f"{address} fails for {name}: the log says why."
            for name, address, answer in self._walked(world)
            if answer.status >= 500
        )

    def test_every_page_is_accessible(self, world: World) -> None:
        pages = {(address, answer) for _name, address, answer in self._walked(world) if answer.is_page}
        _fail(sorted({f"{address}: {said}" for address, answer in pages for said in markup.problems_of(answer.text)}))

    # --- tables ---------------------------------------------------------------------------------------------------

    def test_migrations_run_forward_and_back(self, django_db_setup: None, django_db_blocker: Any) -> None:
        with django_db_blocker.unblock():
            _fail(migrating.problems_of(self.plugin))

    # --- how it walks ---------------------------------------------------------------------------------------------

    def _addresses(self, world: World, route: Route) -> list[str]:
        """The route with every thing in its variable parts."""
        found = [route.address(self.values(thing)) for thing in world.things] if route.parts else [route.path]
        return sorted({address for address in found if address})

    def _walked(self, world: World) -> Iterator[tuple[str, str, Answer]]:
        """Who, where, and what they got."""
        for route in world.routes:
            for address in self._addresses(world, route):
                for name, browser in world.browsers.items():
                    yield name, address, ask(browser, address)

    def _hidden(self, world: World) -> Iterator[tuple[str, Route, str, str]]:
        """Who, and an address at which they see nothing, beside one at which there is nothing."""
        for route in (route for route in world.routes if route.parts):
            given = [(thing, self.values(thing)) for thing in world.things]
            here = [(thing, route.address(values), route.absent(values)) for thing, values in given]
            for name, actor in world.cast.items():
                seen = {address for thing, address, _absent in here if may(actor, "see", thing)}
                for address, absent in {(address, absent) for _thing, address, absent in here}:
                    if address and absent and address not in seen:
                        yield name, route, address, absent


def _fail(problems: Iterable[str]) -> None:
    if found := list(problems):
        pytest.fail("\n".join(found), pytrace=False)


def _family(model: type[Model]) -> list[type[Model]]:
    return [model, *model.__subclasses__()]
