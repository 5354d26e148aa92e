"""What is known about sessions: one line each, for the list of devices."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest


def write_down_session(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """Somebody has signed in."""
    UserSession.objects.create_from_request(request)


def forget_ended_sessions() -> None:
    """Lines whose session is gone say nothing any more about anything but a person's habits."""
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
