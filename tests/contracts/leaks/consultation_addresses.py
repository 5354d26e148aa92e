"""Addresses of consultations, with every argument that could name something planted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tests.contracts.leaks.numbers import numbers
from workspace.models import Consultation, Contribution, Draft

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

CONSULTATION_SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "api/v1/drafts/<int:draft_id>/consultations/": lambda garden: [
        f"/api/v1/drafts/{pk}/consultations/" for pk in numbers(Draft)
    ],
    **{
        f"api/v1/consultations/<int:consultation_id>/{rest}": lambda garden, rest=rest, queries=queries: [
            f"/api/v1/consultations/{pk}/{rest}{query}" for pk in numbers(Consultation) for query in ("", *queries)
        ]
        for rest, queries in (
            ("", ()),
            ("text/", ()),
            ("end/", ()),
            ("nothing-to-add/", ()),
            ("contributions/", ("?answered=true", "?answered=false", "?limit=1")),
        )
    },
    "api/v1/contributions/<int:contribution_id>/": lambda garden: [
        f"/api/v1/contributions/{pk}/" for pk in numbers(Contribution)
    ],
}
