"""The page of notifications, and where they lead."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import Actor, visible_to
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.mailing import resume_mails
from workspace.actions.notifications import read_all_notifications, read_notification
from workspace.models import MailState, Notification
from workspace.queries.notifications import notifications_of, sentence

PER_PAGE = 20


@answers(Rule.SIGNED_IN)
@login_required
def notification_list(request: HttpRequest) -> HttpResponse:
    """What the person is told, newest first. A POST marks all as read, or lets mails go out again."""
    actor = actor_of(request)
    if request.method == "POST":
        return _after(request, actor)
    shown = notifications_of(actor)
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "notifications": [_line(one) for one in page],
        "has_unread": shown.filter(read_at=None).exists(),
        "pages": _pager(request.path, page),
        "is_stopped": visible_to(actor, MailState.objects.exclude(stopped_at=None)).exists(),
    }
    return private(render(request, "mitteilungen/index.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def notification(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks it as read and leads to what it is about."""
    return private(HttpResponseRedirect(read_notification(pk, actor=actor_of(request)).url))


def _after(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.POST.get("do") == "resume":
        resume_mails(actor=actor)
        messages.success(request, _("Mails go out to you again."))
    else:
        read_all_notifications(actor=actor)
        messages.success(request, _("All notifications are marked as read."))
    return redirect("notifications")


def _line(one: Notification) -> dict[str, Any]:
    return {"pk": one.pk, "text": sentence(one), "created_at": one.created_at, "is_unread": one.read_at is None}


def _pager(path: str, page: Page[Notification]) -> dict[str, Any]:
    """What components/pager.html shows."""
    return {
        "number": page.number,
        "total": page.paginator.num_pages,
        "previous_url": f"{path}?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"{path}?page={page.next_page_number()}" if page.has_next() else "",
    }
