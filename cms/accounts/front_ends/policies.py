"""Who sees front ends and the access that people gave them."""

from __future__ import annotations

from allauth.idp.oidc.models import Client, Token
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import FrontEndAccess
from cms.accounts.policies import office_only
from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Decision, Policy, allowed, denied


class ClientPolicy(Policy[Client]):
    """Which front ends there are and what they may ask for is the programme office's to say."""

    model = Client

    def audience(self, client: Client) -> frozenset[str]:
        return frozenset({OFFICE})

    def visible_to(self, actor: Actor, clients: QuerySet[Client]) -> QuerySet[Client]:
        return clients if actor.has(OFFICE) else clients.none()

    def create(self, actor: Actor, model: type[Client]) -> Decision:
        return office_only(actor)

    def edit(self, actor: Actor, client: Client) -> Decision:
        return office_only(actor)

    def delete(self, actor: Actor, client: Client) -> Decision:
        return office_only(actor)


class FrontEndAccessPolicy(Policy[FrontEndAccess]):
    """Which front ends somebody uses is nobody's business but theirs."""

    model = FrontEndAccess
    covers = (Token,)
    closed_to_superusers = True

    def audience(self, access: FrontEndAccess) -> frozenset[str]:
        return frozenset({f"user:{access.user_id}"})

    def visible_to(self, actor: Actor, accesses: QuerySet[FrontEndAccess]) -> QuerySet[FrontEndAccess]:
        return accesses.filter(user_id__in=actor.keys("user"))

    def create(self, actor: Actor, model: type[FrontEndAccess]) -> Decision:
        return denied(_("Sign in to let a front end in.")) if actor.is_anonymous else allowed()

    def withdraw(self, actor: Actor, access: FrontEndAccess) -> Decision:
        return allowed()
