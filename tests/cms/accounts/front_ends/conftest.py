from __future__ import annotations

import pytest
from django.test import Client

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Browser(Client):
    """Signs in as people do: the other backends know no people, only rights."""

    def force_login(self, user, backend=BACKEND):
        super().force_login(user, backend)


@pytest.fixture
def client():
    return Browser()
