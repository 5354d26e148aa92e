"""A front end of the demo world, on the machine of whoever develops one."""

from __future__ import annotations

from allauth.idp.oidc.models import Client
from django.db import transaction

from cms.accounts.front_ends.registering import Registration, register
from cms.accounts.front_ends.scopes import IDENTITY, READING
from plugins.api.access import SYSTEM

CLIENT_ID = "example-front-end"
NAME = "Beispiel-Oberfläche"
ORIGINS = ("http://127.0.0.1:5173", "http://localhost:5173")


@transaction.atomic
def load_front_end() -> None:
    """Once. It is public, so it has no secret, and proves itself by PKCE alone."""
    if Client.objects.filter(pk=CLIENT_ID).exists():
        return
    registration = Registration(
        name=NAME,
        is_public=True,
        redirect_uris=[f"{origin}/anmeldung/" for origin in ORIGINS],
        after_logout=[f"{origin}/" for origin in ORIGINS],
        cors_origins=list(ORIGINS),
        scopes=[*IDENTITY, *READING],
    )
    register(registration, client_id=CLIENT_ID, actor=SYSTEM)
