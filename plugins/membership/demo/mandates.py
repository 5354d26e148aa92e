"""The demo world's guest."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from cms.models import Topic
from plugins.api.actors import actor_for
from plugins.membership.demo.people import demo_people
from plugins.membership.models import GuestFunction, GuestMandate, MandateGroup
from plugins.membership.queries.mandate_things import choosable
from workspace.models import WorkingGroup


def load() -> None:
    """The county association as guest for housing. Twice changes nothing."""
    people = demo_people()
    if not GuestMandate.objects.filter(people=people["guest"]).exists():
        mandate = GuestMandate.objects.create(
            institution="Landkreistag",
            function=GuestFunction.ADVISER,
            role="Berät das Forum in Fragen des Wohnens und liest mit, was die Landkreise dazu erarbeiten.",
            sponsor=people["coordinator"],
            start=date(2025, 1, 1),
            end=timezone.localdate() + timedelta(days=365),
            review_on=timezone.localdate() + timedelta(days=300),
            is_named_in_public=True,
        )
        mandate.people.add(people["guest"])
        mandate.topics.add(Topic.objects.get(slug="wohnen"))


def load_things() -> None:
    """The guest's mandate names one thing of each package that offers any. Twice changes nothing."""
    people = demo_people()
    mandate = GuestMandate.objects.get(people=people["guest"])
    for scope, offered in choosable(actor_for(people["office"])):
        if not mandate.things.filter(scope=scope.name).exists():
            key, _title = offered[0]
            mandate.things.create(scope=scope.name, key=key)


def load_more() -> None:
    """The guest is proposed to a working group, and one that was here before. Twice changes nothing."""
    people = demo_people()
    mandate = GuestMandate.objects.get(people=people["guest"])
    group = WorkingGroup.objects.get(slug="ag-wohnen")
    MandateGroup.objects.get_or_create(mandate=mandate, group=group)
    GuestMandate.objects.get_or_create(
        institution="Hochschule Talmark, Institut für Soziale Arbeit",
        defaults={
            "function": GuestFunction.SPEAKER,
            "role": "Hat beim Netzwerktreffen 2025 Ergebnisse zur Verweildauer in ländlichen Räumen vorgestellt.",
            "sponsor": people["mentor"],
            "start": date(2025, 5, 1),
            "end": date(2025, 12, 31),
        },
    )
