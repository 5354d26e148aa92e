"""How django-allauth behaves here: nobody signs up by themselves."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignUp(DefaultAccountAdapter):
    """Accounts are made by the office, because a seat belongs to each."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
