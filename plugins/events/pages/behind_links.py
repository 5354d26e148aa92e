"""Who comes by the link of an invitation: the one place where it becomes an actor, for one line and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from plugins.api.access import ANONYMOUS, Actor
from plugins.api.adapters.links import bearer, kept_quiet
from plugins.events.models import Participant
from plugins.events.queries.invitations import participant_behind

P = ParamSpec("P")


@dataclass(frozen=True)
class Held:
    """What somebody's link opens: whoever is signed in beside it has no more by it and no less."""

    token: str
    actor: Actor
    participant: Participant


def by_link(
    view: Callable[Concatenate[HttpRequest, Held, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
    """A page behind the link: kept by nobody, named to nobody. Every other link is not there."""

    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        participant = participant_behind(token)
        held = Held(token, bearer(ANONYMOUS, f"participant:{participant.pk}"), participant)
        response: HttpResponse = kept_quiet(view(request, held, *args, **kwargs))
        return response

    return answer
