"""Offers and requests of help: the list, and writing, changing and ending one's own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.lists import Asked
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions.help_notices import change_help_notice, end_help_notice, write_help_notice
from plugins.membership.forms.help_notices import HelpForm
from plugins.membership.models import HelpKind, HelpNotice, MemberProfile
from plugins.membership.queries import help_notices as queries

PAGE_SIZE = 20


@answers(Rule.DOOR)
@login_required
def notice_list(request: HttpRequest) -> HttpResponse:
    """What hangs today, newest first, narrowed by kind and topic."""
    actor = actor_of(request)
    asked = Asked(request.path, {name: request.GET[name] for name in ("kind", "topic") if request.GET.get(name)})
    rows = queries.hanging_notices(actor, kind=asked.get("kind"), topic=asked.get("topic"))
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    notices = list(page.object_list)
    listed = MemberProfile.objects.in_directory().filter(pk__in=[one.author_id for one in notices])
    topics = [(topic.slug, topic.title, None) for topic in queries.topics_of_notices(actor)]
    context = {
        "notices": notices,
        "listed": set(listed.values_list("pk", flat=True)),
        "count": page.paginator.count,
        "pages": asked.pages(page),
        "facets": [
            asked.facet("kind", _("Kind"), [(kind, words, None) for kind, words in HelpKind.choices]),
            asked.facet("topic", _("Topics"), topics),
        ],
        "may_write": bool(may(actor, "create", HelpNotice)),
        "own": actor.user.pk,
    }
    return private(render(request, "mitglieder/help.html", context))


@answers(Rule.DOOR)
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Write one."""
    actor = actor_of(request)
    if not may(actor, "browse", HelpNotice):
        raise Missing
    require(actor, "create", HelpNotice)
    return _form(request, actor, None)


@answers(Rule.DOOR)
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one's own, or let it hang longer."""
    actor = actor_of(request)
    notice = queries.notice_for(actor, pk)
    require(actor, "edit", notice)
    return _form(request, actor, notice)


@answers(Rule.DOOR)
@login_required
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """It is settled."""
    actor = actor_of(request)
    end_help_notice(queries.notice_for(actor, pk), actor=actor)
    messages.success(request, _("It has been ended. Nobody else reads it any more."))
    return redirect("help_notices")


def _form(request: HttpRequest, actor: Actor, notice: HelpNotice | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = HelpForm(sent, instance=HelpNotice.objects.get(pk=notice.pk) if notice else None, actor=actor)

    def write(data: dict[str, Any]) -> HelpNotice:
        if notice is None:
            return write_help_notice(actor=actor, **data)
        return change_help_notice(notice, actor=actor, **data)

    if succeeds(form, write):
        messages.success(request, _("All members read it now, until the day that you chose."))
        return redirect("help_notices")
    return private(render(request, "mitglieder/help_form.html", {"form": form, "notice": notice}))
