"""What membership plugs in. One file per concept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.membership.records.adoptions import adoption_records
from plugins.membership.records.applications import application_records
from plugins.membership.records.assessments import assessment_records
from plugins.membership.records.contacts import contact_records
from plugins.membership.records.directory import directory_records
from plugins.membership.records.mandates import mandate_records
from plugins.membership.records.meeting import meeting_records
from plugins.membership.records.mentoring import mentoring_records
from plugins.membership.records.office_decisions import office_decision_records
from plugins.membership.records.roles import role_records
from plugins.membership.records.seats import seat_records


def all_records() -> Iterator[Any]:
    yield from seat_records()
    yield from mandate_records()
    yield from role_records()
    yield from directory_records()
    yield from application_records()
    yield from assessment_records()
    yield from office_decision_records()
    yield from contact_records()
    yield from adoption_records()
    yield from meeting_records()
    yield from mentoring_records()
