"""Webhooks: where somebody's programs are told what is their own business; and the addresses to look after them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from cms.accounts.models import User
from cms.actions.webhooks import change_webhook
from cms.models import Webhook, WebhookDelivery
from plugins.api.actors import actor_for
from tests.contracts.hooks import note_deliveries
from tests.contracts.leaks.numbers import ABSENT_ID, numbers
from tests.factories import UserFactory, every_event, give_seat, make_webhook

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
OWN = frozenset({"member"})
"""Who is signed in. Tokens without the scope `webhooks` meet nothing of it."""


def plant_webhooks(garden: Garden) -> None:
    """Switched off, so that nothing is sent while the garden grows."""
    stranger = give_seat(UserFactory(email="haken@example.org"), "99003").person
    for which, person, readers in (("of the member", garden.people["member"], OWN), ("of others", stranger, NOBODY)):
        _webhook(garden, which, person, readers)


def _webhook(garden: Garden, which: str, person: User, readers: frozenset[str]) -> None:
    url = f"https://{garden.secret(f'address of a webhook {which}', readers)}.example/"
    description = garden.secret(f"description of a webhook {which}", readers)
    webhook = make_webhook(person, url, events=every_event(), scopes=EVERYTHING, description=description)
    change_webhook(webhook, active=False, actor=actor_for(person))
    note_deliveries(webhook, garden.entries["for members"])


EVERYTHING = ("read:public", "read:members", "read:events", "webhooks")


def _deliveries() -> list[tuple[int, int]]:
    """Each with its own webhook and with another one, and what is not there."""
    own = list(WebhookDelivery.objects.values_list("webhook", "pk"))
    others = [(hook, pk) for hook in numbers(Webhook) for _own, pk in own[:1]]
    return [*own, *others, (own[0][0], ABSENT_ID)]


HOOK_SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    **{
        f"konto/webhooks/<int:pk>/{rest}": lambda garden, rest=rest: [
            f"/konto/webhooks/{pk}/{rest}" for pk in numbers(Webhook)
        ]
        for rest in ("", "beenden/")
    },
    "konto/webhooks/<int:pk>/zustellungen/<int:delivery_id>/erneut/": lambda garden: [
        f"/konto/webhooks/{hook}/zustellungen/{pk}/erneut/" for hook, pk in _deliveries()
    ],
    **{
        f"api/v1/webhooks/<int:webhook_id>/{rest}": lambda garden, rest=rest: [
            f"/api/v1/webhooks/{pk}/{rest}" for pk in numbers(Webhook)
        ]
        for rest in ("", "secret/", "deliveries/")
    },
    **{
        f"api/v1/webhooks/<int:webhook_id>/deliveries/<int:delivery_id>/{rest}": lambda garden, rest=rest: [
            f"/api/v1/webhooks/{hook}/deliveries/{pk}/{rest}" for hook, pk in _deliveries()
        ]
        for rest in ("", "redeliver/")
    },
}
