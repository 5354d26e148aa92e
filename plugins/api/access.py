"""THE door: who may see what and do what. Every wall (pages, REST, Wagtail, search) asks here.

Three forms of one question, answered by one `Policy` per model:

* `may(actor, "edit", draft)`: one object, a `Decision` with a sentence;
* `visible_to(actor, queryset)`: many objects;
* `audience_of(draft)`: who, as a set of principals that an index can filter by.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from inspect import isfunction
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plugins.api.errors import Missing, Refused, UnknownPolicy, UnknownVerb

if TYPE_CHECKING:
    from plugins.api.plugin import Plugin

M = TypeVar("M", bound=Model)

PUBLIC = "public"
SUPERUSERS = "superusers"
SYSTEM_PRINCIPAL = "system"


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes, or no with a sentence that says why. True in a condition only when it is a yes."""

    granted: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return self.granted


def allowed() -> Decision:
    """Yes."""
    return Decision(True)


def denied(reason: str | Promise) -> Decision:
    """No, because of `reason`: a sentence that the person reads."""
    return Decision(False, reason)


@dataclass(frozen=True)
class Actor:
    """Somebody at the door: a user (or nobody, or the system) and the principals that are theirs right now."""

    user: Any
    """The project's user model, which the ground floor does not know; None for visitors and the system."""
    principals: frozenset[str]
    _keys: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_anonymous(self) -> bool:
        return self.user is None and not self.is_system

    @property
    def is_system(self) -> bool:
        return SYSTEM_PRINCIPAL in self.principals

    def has(self, *principals: str) -> bool:
        """Whether at least one of these principals is theirs."""
        return not self.principals.isdisjoint(principals)

    def keys(self, kind: str) -> frozenset[str]:
        """The second halves of their principals of one kind: `group:3`, `group:9` -> {"3", "9"}."""
        if kind not in self._keys:
            prefix = f"{kind}:"
            self._keys[kind] = frozenset(p.removeprefix(prefix) for p in self.principals if p.startswith(prefix))
        return self._keys[kind]


ANONYMOUS = Actor(user=None, principals=frozenset({PUBLIC}))
SYSTEM = Actor(user=None, principals=frozenset({PUBLIC, SYSTEM_PRINCIPAL}))


class Policy(Generic[M]):
    """Who sees the objects of one model and who may do what with them.

    A subclass says `model`, answers `audience` and `visible_to` (which must agree: a contract test compares them for
    the whole cast), and has one method per verb: `verb(actor, obj) -> Decision`. Seeing comes first: a verb is only
    asked about what the actor sees. `create` receives the model class instead of an object.
    """

    model: ClassVar[type[Model]]
    covers: ClassVar[tuple[type[Model], ...]] = ()
    """Models that are read only by way of this one and therefore need no policy of their own."""
    closed_to_superusers: ClassVar[bool] = False
    """Direct messages are nobody's business but the writers'; everything else superusers may read."""

    _NOT_VERBS: ClassVar[frozenset[str]] = frozenset({"audience", "visible_to"})

    def audience(self, obj: M) -> frozenset[str]:
        """The principals that see `obj`."""
        raise NotImplementedError

    def visible_to(self, actor: Actor, objects: QuerySet[M]) -> QuerySet[M]:
        """Those of `objects` whose audience and the actor's principals have something in common."""
        raise NotImplementedError

    @classmethod
    def verbs(cls) -> frozenset[str]:
        """What can be asked about an object of this model, besides `see`."""
        names = {name for name in dir(cls) if not name.startswith("_") and isfunction(getattr(cls, name))}
        return frozenset(names) - cls._NOT_VERBS


def policy_for(model: type[Model]) -> Policy[Any]:
    """The policy of a model or of its nearest ancestor that has one."""
    from plugins.api.registry import registry  # the registry imports the slots, the slots import Policy

    policies = registry.policies()
    for ancestor in model.__mro__:
        if ancestor in policies:
            return policies[ancestor]
    raise UnknownPolicy(f"{model.__name__} has no policy; register one with PolicyRecord.")


def audience_of(obj: Model) -> frozenset[str]:
    """The principals that may see `obj`, superusers and the system included."""
    policy = policy_for(type(obj))
    audience = _audience(policy, obj)
    plugin = _switched_off(policy)
    if plugin is None:
        return audience
    from plugins.api.switching import where  # which asks the tables

    return (audience & where(plugin).groups) | {SYSTEM_PRINCIPAL}


def visible_to(actor: Actor, objects: QuerySet[M]) -> QuerySet[M]:
    """Those of `objects` that the actor may see."""
    _insist_on(actor)
    policy = policy_for(objects.model)
    if not _is_at_work(policy, actor):
        return objects.none()
    if actor.is_system or (actor.has(SUPERUSERS) and not policy.closed_to_superusers):
        return objects
    return policy.visible_to(actor, objects)


def may(actor: Actor, verb: str, obj: Model | type[Model]) -> Decision:
    """Whether the actor may do `verb` with `obj`; a refusal carries a sentence. Raises UnknownVerb for a typo."""
    _insist_on(actor)
    model = obj if isinstance(obj, type) else type(obj)
    policy = policy_for(model)
    if verb != "see" and verb not in policy.verbs():
        raise UnknownVerb(f"{type(policy).__name__} knows no verb “{verb}”, only {sorted(policy.verbs())}.")
    if not _is_at_work(policy, actor):
        return denied(_("This part of the forum is switched off at present."))
    if isinstance(obj, Model) and actor.principals.isdisjoint(_audience(policy, obj)):
        return denied(_("This does not exist, or you cannot see it."))
    if verb == "see" or actor.is_system:
        return allowed()
    decision: Decision = getattr(policy, verb)(actor, obj)
    if decision and (objected := _objected(actor, verb, obj)) is not None:
        return objected
    return decision


def require(actor: Actor, verb: str, obj: Model | type[Model]) -> None:
    """Raise `Missing` where the actor may not see `obj`, `Refused` with a sentence where they may not do `verb`."""
    if isinstance(obj, Model) and not may(actor, "see", obj):
        raise Missing
    decision = may(actor, verb, obj)
    if not decision:
        raise Refused(str(decision.reason))


def abilities(actor: Actor, obj: Model | type[Model], verbs: Iterable[str]) -> dict[str, bool | str]:
    """Verb -> True or the sentence why not: the `may` block of REST objects."""
    decisions = {verb: may(actor, verb, obj) for verb in verbs}
    return {verb: True if decision else str(decision.reason) for verb, decision in decisions.items()}


def _objected(actor: Actor, verb: str, obj: Model | type[Model]) -> Decision | None:
    """The first no of another package to what the policy allows; None where nobody objects."""
    from plugins.api.registry import registry  # the registry imports the slots, the slots import Policy

    for objection in registry.objections(verb) if isinstance(obj, Model) else ():
        if isinstance(obj, objection.model) and not (decision := objection.ask(actor, obj)):
            return decision
    return None


def _audience(policy: Policy[M], obj: M) -> frozenset[str]:
    always = {SYSTEM_PRINCIPAL} if policy.closed_to_superusers else {SYSTEM_PRINCIPAL, SUPERUSERS}
    return policy.audience(obj) | always


def _switched_off(policy: Policy[Any]) -> Plugin | None:
    """The plugin behind a policy, where it is not at work in the whole forum."""
    from plugins.api.registry import registry  # the registry imports the slots, the slots import Policy
    from plugins.api.switching import off

    labels = off()
    plugin = registry.guard_of(policy) if labels else None
    return plugin if plugin is not None and plugin.label in labels else None


def _is_at_work(policy: Policy[Any], actor: Actor) -> bool:
    """What a switched-off plugin has stored is seen by nobody, but by the groups in which it is on."""
    plugin = _switched_off(policy)
    if plugin is None:
        return True
    from plugins.api.switching import is_on_for

    return is_on_for(plugin, actor)


def _insist_on(actor: Actor) -> None:
    if not isinstance(actor, Actor):
        raise TypeError("The door needs an Actor; jobs pass SYSTEM, visitors are ANONYMOUS.")
