"""Requests that may be sent twice and do what they ask for once: the header `Idempotency-Key`.

After the IETF's draft-ietf-httpapi-idempotency-key-header: the same key with the same request is answered as the first
time, with another request it is refused (422). Answer and change are stored in one transaction, so that a program that
lost the connection may simply ask again; a request that failed has changed nothing and may be sent again under its key.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.request import Request

from plugins.api.models import KeptReply
from plugins.api.tokens import hash_of

P = ParamSpec("P")
Post = Callable[Concatenate[Any, Request, P], HttpResponse]

LONGEST_KEY: Final = 255


class OtherRequest(exceptions.APIException):
    """The key was used for something else."""

    status_code = 422

    def __init__(self) -> None:
        super().__init__(_("This Idempotency-Key was used for another request. Use a new one for each thing you do."))


def once_per_key(post: Post[P]) -> Post[P]:
    """For the `post` of a view: with an `Idempotency-Key` it happens once, however often it is sent within a day."""

    @wraps(post)
    def answer(view: Any, request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = request.headers.get("Idempotency-Key")
        if key is None or not request.user.is_authenticated:
            return post(view, request, *args, **kwargs)
        if not key.strip() or len(key) > LONGEST_KEY:
            raise exceptions.ParseError(_("An Idempotency-Key has 1 to %d characters.") % LONGEST_KEY)
        fingerprint = _fingerprint(request)
        with transaction.atomic():
            kept, is_new = KeptReply.objects.get_or_create(
                caller=request.user.pk,
                token=getattr(request.auth, "pk", 0),
                key_hash=hash_of(key),
                defaults={"fingerprint": fingerprint},
            )
            if not is_new:
                return _again(kept, fingerprint)
            response = post(view, request, *args, **kwargs)
            _keep(kept, response)
            return response

    answer.is_once_per_key = True  # type: ignore[attr-defined]
    return answer


def _keep(kept: KeptReply, response: HttpResponse) -> None:
    kept.status = response.status_code
    kept.location = response.get("Location", "")
    kept.etag = response.get("ETag", "")
    kept.body = response.content.decode()
    kept.save()


def _again(kept: KeptReply, fingerprint: str) -> HttpResponse:
    if kept.fingerprint != fingerprint:
        raise OtherRequest
    response = HttpResponse(kept.body, status=kept.status, content_type="application/json")
    response["Idempotent-Replayed"] = "true"
    response["Cache-Control"] = "no-store"
    for name, value in (("Location", kept.location), ("ETag", kept.etag)):
        if value:
            response[name] = value
    return response


def _fingerprint(request: Request) -> str:
    """A hash of method, address, conditions and what was sent, files included."""
    sent = dict(request.data.lists()) if hasattr(request.data, "lists") else request.data
    whole = [request.method, request.get_full_path(), request.headers.get("If-Match", ""), sent]
    return hashlib.sha256(json.dumps(whole, sort_keys=True, default=_hash_of_file).encode()).hexdigest()


def _hash_of_file(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
