"""Addresses of front ends elsewhere and of accounts elsewhere, as somebody has them under `/konto/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from allauth.socialaccount.models import SocialAccount

from cms.accounts.models import FrontEndAccess
from tests.contracts.leaks.numbers import ABSENT, numbers
from tests.contracts.leaks.planting import Garden

SIGN_ON_SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "konto/anmelden/mit/<slug:provider_id>/": lambda garden: [f"/konto/anmelden/mit/{ABSENT}/"],
    "konto/anmelden/mit/<slug:provider_id>/zurueck/": lambda garden: [
        f"/konto/anmelden/mit/{ABSENT}/zurueck/?code=x&state=y"
    ],
    "konto/verbindungen/<int:pk>/beenden/": lambda garden: [
        f"/konto/verbindungen/{pk}/beenden/" for pk in numbers(SocialAccount)
    ],
    "konto/oberflaechen/<int:pk>/beenden/": lambda garden: [
        f"/konto/oberflaechen/{pk}/beenden/" for pk in numbers(FrontEndAccess)
    ],
}
