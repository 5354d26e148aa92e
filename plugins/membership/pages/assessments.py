"""Applications that somebody was asked to assess."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from plugins.membership.actions.assessments import declare_conflict, save_assessment, send_assessment
from plugins.membership.forms.assessments import AssessmentForm, ConflictForm, written
from plugins.membership.models import Assessment
from plugins.membership.policies.assessments import READ_IN
from plugins.membership.queries import assessments as queries


@answers(Rule.SIGNED_IN)
@login_required
def own_list(request: HttpRequest) -> HttpResponse:
    """What waits for the person, and what they have sent."""
    own = list(queries.own_assessments(actor_of(request)).order_by("due_on", "pk"))
    waiting = [one for one in own if one.state == "open" and one.application.state in READ_IN]
    context = {
        "waiting": waiting,
        "sent": [one for one in own if one.state == "sent"],
        "lapsed": [one for one in own if one.state == "open" and one not in waiting],
    }
    return private(render(request, "einschaetzungen/index.html", context))


@answers(Rule.DOOR)
def assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """The texts of the application, and what the person says of it; once sent, also what the others say."""
    actor = actor_of(request)
    own = queries.own_assessment(actor, pk)
    criteria = queries.criteria_of(own.application)
    is_posted = request.method == "POST"
    is_draft = request.POST.get("do") != "send"
    form = AssessmentForm(
        request.POST if is_posted else None, criteria=criteria, is_draft=is_posted and is_draft, initial=written(own)
    )
    if is_posted and form.is_valid() and _is_written(form, own, actor, is_draft=is_draft):
        said = _("Saved. Nobody but you reads it yet.") if is_draft else _("Your assessment has been sent.")
        messages.success(request, said)
        return redirect("assessment", pk)
    write = may(actor, "write", own)
    context = {
        "reading": queries.reading_of(own),
        "form": form,
        "may_write": bool(write),
        "why_not": "" if write else write.reason,
        "marks": own.marks.select_related("criterion"),
        "others": queries.others_of(actor, own),
        "has_round": bool(criteria),
    }
    return private(render(request, "einschaetzungen/assessment.html", context))


@answers(Rule.DOOR)
def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """To step back. Afterwards this page and the application are closed to the person."""
    actor = actor_of(request)
    own = queries.own_assessment(actor, pk)
    form = ConflictForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        declare_conflict(own, reason=form.cleaned_data["reason"], actor=actor)
        messages.success(request, _("Thank you. The application is closed to you, and the programme office knows."))
        return redirect("assessments")
    return private(render(request, "einschaetzungen/conflict.html", {"assessment": own, "form": form}))


def _is_written(form: AssessmentForm, own: Assessment, actor: Actor, *, is_draft: bool) -> bool:
    write = save_assessment if is_draft else send_assessment
    try:
        write(own, summary=form.cleaned_data["summary"], marks=form.marks, actor=actor)
    except Invalid as invalid:
        refuse(form, invalid)
        return False
    return True
