"""Who sees accounts and tokens."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken

from cms.accounts.models import FeedAddress, TokenScopes, User
from cms.accounts.roles import OFFICE
from plugins.api.access import SUPERUSERS, Actor, Decision, Policy, allowed, denied


def office_only(actor: Actor) -> Decision:
    if actor.has(OFFICE):
        return allowed()
    return denied(_("Only the programme office can do this."))


class UserPolicy(Policy[User]):
    """An account is its owner's and the office's business; what members show each other is a directory's."""

    model = User

    def audience(self, user: User) -> frozenset[str]:
        return frozenset({f"user:{user.pk}", OFFICE})

    def visible_to(self, actor: Actor, users: QuerySet[User]) -> QuerySet[User]:
        return users if actor.has(OFFICE) else users.filter(pk__in=actor.keys("user"))

    def create(self, actor: Actor, model: type[User]) -> Decision:
        return office_only(actor)

    def edit(self, actor: Actor, user: User) -> Decision:
        if user.is_superuser and not actor.has(SUPERUSERS):
            return denied(_("Accounts of the administration are changed by the administration."))
        return allowed() if actor.has(f"user:{user.pk}") else office_only(actor)

    def erase(self, actor: Actor, user: User) -> Decision:
        if user.is_superuser:
            return denied(_("Accounts of the administration are not erased here; take the role away first."))
        return office_only(actor)


class TokenPolicy(Policy[APIToken]):
    """A token is nobody's business but its owner's."""

    model = APIToken
    covers = (TokenScopes,)
    closed_to_superusers = True

    def audience(self, token: APIToken) -> frozenset[str]:
        return frozenset({f"user:{token.user_id}"})

    def visible_to(self, actor: Actor, tokens: QuerySet[APIToken]) -> QuerySet[APIToken]:
        return tokens.filter(user__in=actor.keys("user"))

    def create(self, actor: Actor, model: type[APIToken]) -> Decision:
        return denied(_("Sign in to create a token.")) if actor.is_anonymous else allowed()

    def revoke(self, actor: Actor, token: APIToken) -> Decision:
        return allowed()


class FeedAddressPolicy(Policy[FeedAddress]):
    """Where somebody's reader program fetches is nobody's business but theirs."""

    model = FeedAddress
    closed_to_superusers = True

    def audience(self, address: FeedAddress) -> frozenset[str]:
        return frozenset({f"user:{address.user_id}"})

    def visible_to(self, actor: Actor, addresses: QuerySet[FeedAddress]) -> QuerySet[FeedAddress]:
        return addresses.filter(user_id__in=actor.keys("user"))

    def create(self, actor: Actor, model: type[FeedAddress]) -> Decision:
        return denied(_("Sign in to create an address.")) if actor.is_anonymous else allowed()

    def revoke(self, actor: Actor, address: FeedAddress) -> Decision:
        return allowed()


class GroupPolicy(Policy[Group]):
    """Roles and who holds them are the administration's to change."""

    model = Group

    def audience(self, group: Group) -> frozenset[str]:
        return frozenset({OFFICE})

    def visible_to(self, actor: Actor, groups: QuerySet[Group]) -> QuerySet[Group]:
        return groups if actor.has(OFFICE) else groups.none()
