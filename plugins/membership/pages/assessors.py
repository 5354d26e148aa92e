"""The office asks members to assess an application."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may, require, visible_to
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing
from plugins.membership.actions.assessments import ask_assessors, close_reading
from plugins.membership.forms.assessments import AskForm
from plugins.membership.models import Application
from plugins.membership.queries.assessors import candidates, proposed


@answers(Rule.DOOR)
def choose_assessors(request: HttpRequest, pk: int) -> HttpResponse:
    """Proposals with reasons; everybody who will be asked is named once more before anything is sent."""
    actor = actor_of(request)
    application = _application(actor, pk)
    found = candidates(actor, application)
    first = proposed(found)
    form = AskForm(request.POST if request.method == "POST" else None, candidates=found, proposed=first)
    wants = request.POST.get("do")
    context = {"application": application, "form": form, "proposed": first, "is_certain": False}
    if wants in ("check", "send") and form.is_valid():
        if wants == "send" and _is_asked(request, application, form, actor):
            return redirect("choose_assessors", pk)
        context["is_certain"] = not form.errors
    context["others"] = [one for one in found if one not in first]
    context["may_ask"] = bool(may(actor, "have_assessed", application))
    return private(render(request, "bewerbungen/ask_assessors.html", context))


@answers(Rule.DOOR)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The office waits no longer."""
    actor = actor_of(request)
    close_reading(_application(actor, pk), actor=actor)
    messages.success(request, _("The application is assessed and waits for your decision."))
    return redirect("choose_assessors", pk)


def _application(actor: Actor, pk: int) -> Application:
    """Of those that the office keeps. Assessors and applicants find nothing here, not even their own."""
    application = visible_to(actor, Application.objects.select_related("county", "round")).filter(pk=pk).first()
    if application is None or not may(actor, "check", application):
        raise Missing
    return application


def _is_asked(request: HttpRequest, application: Application, form: AskForm, actor: Actor) -> bool:
    require(actor, "have_assessed", application)
    people = [one.person for one in form.chosen]
    try:
        asked = ask_assessors(application, people, due_on=form.cleaned_data["due_on"], actor=actor)
    except Invalid as invalid:
        refuse(form, invalid)
        return False
    said = ngettext("%(n)s member has been asked.", "%(n)s members have been asked.", len(asked))
    messages.success(request, said % {"n": len(asked)})
    return True
