"""What consultations plug in: all members are asked about a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from plugins.api import extensions as slots
from workspace.actions.consultations import end_due_consultations, remind_of_consultations
from workspace.policies.consultations import ConsultationPolicy


def consultation_records() -> Iterator[Any]:
    yield slots.PolicyRecord(ConsultationPolicy())
    yield slots.TaskSchedule("workspace.end_consultations", timedelta(minutes=1), end_due_consultations)
    yield slots.TaskSchedule("workspace.remind_of_consultations", timedelta(hours=1), remind_of_consultations)
