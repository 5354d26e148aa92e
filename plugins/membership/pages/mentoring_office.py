"""Mentorships for the programme office: who needs one, who is asked, what runs, and how one ends."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing
from plugins.membership.actions.mentorships import assign_mentor, end_mentorship
from plugins.membership.forms.mentoring import ProposalForm
from plugins.membership.models import Mentorship
from plugins.membership.queries import mentoring as queries
from plugins.membership.queries.mentor_proposals import proposals_for
from plugins.membership.queries.mentoring_lines import office_lines

MOST_LINES = 20
MOST_FINISHED = 50


def office_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """All mentorships, whoever needs one, and the pool."""
    need = queries.in_need(actor)
    asked = queries.mentorships_of_office(actor, ("asked", "agreed"))
    running = queries.mentorships_of_office(actor, ("running", "closing"))
    finished = queries.mentorships_of_office(actor, ("closed", "ended", "declined"))[:MOST_FINISHED]
    pool = queries.pool(actor)
    people = [*(one.pk for one in need), *(line.offer.pk for line in pool)]
    counties = queries.counties_in_words(people)
    context = {
        "lines": office_lines(actor, MOST_LINES),
        "need": [(person, counties.get(person.pk, "")) for person in need],
        "parts": [
            (_("Waiting for consent"), "asked", list(asked)),
            (_("Running"), "running", list(running)),
            (_("Finished"), "finished", list(finished)),
        ],
        "pool": [(line, counties.get(line.offer.pk, "")) for line in pool],
    }
    return private(render(request, "mentoring/office.html", context))


@answers(Rule.DOOR)
@login_required
def assign(request: HttpRequest) -> HttpResponse:
    """Choose among the proposals, see both names, send."""
    actor = actor_of(request)
    require(actor, "create", Mentorship)
    wanted = request.GET.get("person", "")
    if not wanted.isascii() or not wanted.isdigit() or len(wanted) > 9:
        raise Missing
    mentee = queries.new_member(actor, int(wanted))
    form = ProposalForm(request.POST if request.method == "POST" else None, proposed=proposals_for(mentee, actor))
    chosen = form.chosen()
    if chosen is not None and request.POST.get("do") == "send":
        try:
            found = assign_mentor(chosen.person, mentee, actor=actor)
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            messages.success(request, _("%(mentor)s is asked now.") % {"mentor": found.mentor})
            return redirect(found)
    county = queries.counties_in_words([mentee.pk]).get(mentee.pk, "")
    context = {"form": form, "mentee": mentee, "county": county, "chosen": None if form.errors else chosen}
    return private(render(request, "mentoring/assign.html", context))


@answers(Rule.DOOR)
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a mentorship; what both read then is said before."""
    actor = actor_of(request)
    found = queries.mentorship_for(actor, pk)
    require(actor, "end", found)
    if request.method == "POST":
        end_mentorship(found, actor=actor)
        messages.success(request, _("The mentorship has ended."))
        return redirect("mentoring")
    return private(render(request, "mentoring/end.html", {"mentorship": found}))
