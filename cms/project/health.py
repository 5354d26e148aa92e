"""Is the process there, and can it do its work?"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from plugins.api.adapters.routes import Rule, answers
from plugins.api.extensions import HealthCheck
from plugins.api.registry import registry
from plugins.api.troubles import asked


@answers(Rule.EVERYBODY)
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


@answers(Rule.EVERYBODY)
def readyz(request: HttpRequest) -> HttpResponse:
    """Database and whatever registered a check answer; otherwise 503 with the names of the parts that do not.

    `notices` names what is amiss although people are served: somebody should look at it, no proxy should act on it.
    """
    problems = dict(_problems())
    notices = {} if problems else dict(_found_by(is_vital=False))
    return JsonResponse(
        {"ready": not problems, "problems": problems, "notices": notices},
        status=503 if problems else 200,
        headers={"Cache-Control": "no-store"},
    )


def _problems() -> Iterator[tuple[str, str]]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        yield "database", "The database does not answer."
        return
    yield from _found_by(is_vital=True)


def _found_by(*, is_vital: bool) -> Iterator[tuple[str, str]]:
    for check in registry.records(HealthCheck):
        if check.is_vital is is_vital and (found := asked(check, "This check failed itself.", check.check)):
            yield check.name, found


urlpatterns = [path("healthz", healthz, name="healthz"), path("readyz", readyz, name="readyz")]
