"""Who the caller is, in their own words: what every program asks first."""

from __future__ import annotations

import json

from django.http import QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.exceptions import NotAuthenticated

from cms.accounts.queries import principals_in_words
from cms.models import KINDS
from cms.rest import shapes
from plugins.api.access import Actor, may
from plugins.api.adapters.rest_params import Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers


@extend_schema_view(get=extend_schema(responses=shapes.Me))
@answers(Rule.SIGNED_IN)
class MeView(ReadView):
    """The owner of the token or session, and what it opens: a token shows what its scopes leave of its owner."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        if actor.user is None:
            raise NotAuthenticated
        Parameters(given, ()).check()
        me = {
            "id": actor.user.pk,
            "name": actor.user.get_full_name(),
            "email": actor.user.email,
            "principals": principals_in_words(actor),
            "may_create": [name for name, kind in KINDS.items() if may(actor, "create", kind)],
        }
        return Answer.of(json.dumps(me, ensure_ascii=False).encode())
