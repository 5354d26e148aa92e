"""A member reads a request for contact that they were asked about, and answers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import may
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions.contacts import answer_invitation
from plugins.membership.forms.contacts import AnswerForm
from plugins.membership.models import ContactInvitation
from plugins.membership.queries.contacts import own_invitation


@answers(Rule.DOOR)
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The request without the requester's address, which comes with the introduction; and the own answer."""
    actor = actor_of(request)
    invitation = own_invitation(actor, pk)
    form = None
    if may(actor, "answer", invitation):
        said = {"answer": invitation.answer, "sentence": invitation.sentence}
        said["address"] = invitation.address or actor.user.email
        form = AnswerForm(request.POST if request.method == "POST" else None, initial=said)
    if form and succeeds(form, lambda data: answer_invitation(invitation, **data, actor=actor)):
        messages.success(request, _("Your answer is saved. You can change it until the programme office introduces."))
        return redirect(invitation.get_absolute_url())
    is_introduced = invitation.request.introduced_at is not None and invitation.answer == ContactInvitation.Answer.YES
    context = {
        "invitation": invitation,
        "contact": invitation.request,
        "form": form,
        "is_introduced": is_introduced,
    }
    return private(render(request, "kontakt/invitation.html", context))
