"""Browsers may ask from the pages of registered front ends, as from those that the operator named."""

from __future__ import annotations

import re
from typing import Any

from allauth.idp.oidc.models import Client
from corsheaders.signals import check_request_enabled
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest


@receiver(check_request_enabled)
def from_registered_front_end(request: HttpRequest, **kwargs: Any) -> bool:
    """django-cors-headers asks this about every request, whatever its address, before it answers and afterwards."""
    origin = request.headers.get("Origin")
    if not origin or not re.match(settings.CORS_URLS_REGEX, request.path_info):
        return False
    if not hasattr(request, "_from_front_end"):
        known = Client.objects.filter(cors_origins__contains=origin).only("cors_origins")
        request._from_front_end = any(origin in one.get_cors_origins() for one in known)  # type: ignore[attr-defined]
    is_known: bool = request._from_front_end  # type: ignore[attr-defined]
    return is_known
