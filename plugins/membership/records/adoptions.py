"""The adoption register, on the pages of entries and once a year in the minds of counties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.actions import adoption_contacts
from plugins.membership.actions.adoptions import ask_whether_in_use
from plugins.membership.demo import adoptions as demo
from plugins.membership.models import Adoption, AdoptionStep
from plugins.membership.notification_kinds.adoptions import adoption_kind, question_kind
from plugins.membership.pages.adoption_panel import panel, questions
from plugins.membership.personal_data import adoptions as personal_data
from plugins.membership.policies.adoptions import AdoptionPolicy
from plugins.membership.queries.adoption_steps import steps_of_entry


def adoption_records() -> Iterator[Any]:
    yield slots.PolicyRecord(AdoptionPolicy())
    yield slots.UrlMount("", "plugins.membership.urls.adoptions")
    yield slots.RestMount("adoptions/", "plugins.membership.rest.adoption_urls")
    yield slots.EntryPanel("adoptions", panel, order=20)
    yield slots.StartList("adoptions", _("Still in use?"), questions, "/uebernahmen/", order=20)
    yield slots.ProvenanceSource("membership.adoptions", ("recommendation",), steps_of_entry)
    yield slots.HandOver(
        "adoptions", _("Adoption register"), adoption_contacts.left_behind, adoption_contacts.pass_on, order=45
    )
    yield adoption_kind()
    yield question_kind()
    yield slots.TaskSchedule("membership.ask_whether_in_use", timedelta(hours=12), ask_whether_in_use)
    yield slots.PersonalData(
        title=_("Adoption register"),
        models=(Adoption, AdoptionStep),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you wrote down for your county about entries, and where you are the contact. Members read it under "
            "the county; of names only that of the contact, while it stands in the directory."
        ),
    )
    yield slots.DemoData(
        order=97,
        load=demo.load,
        to_try=(
            _("Read what counties did with an entry, and why one stopped: %(url)swissen/sprachkurse-ohne-bus/"),
            _("As member@demo.example, answer whether something is still in use: %(url)sstart/"),
        ),
    )
