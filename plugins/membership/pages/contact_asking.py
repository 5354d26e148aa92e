"""The public form in which somebody outside asks for contact, and the link that confirms the address."""

from __future__ import annotations

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from plugins.membership.actions.contacts import ask_for_contact, confirm_contact_request
from plugins.membership.forms.contacts import ContactForm
from plugins.membership.forms.sending import refuse
from plugins.membership.queries.contacts import request_by_link

TOO_MANY = _(
    "Very many requests came from your connection or for this address. Please try again tomorrow, or write to the "
    "programme office."
)

TRAP = "website"
"""A field that people never meet; programs fill it in."""


@answers(Rule.DOOR)
@cache_control(private=True, no_store=True)
def ask(request: HttpRequest) -> HttpResponse:
    """The topics are those that the reader sees; what a program filled in is thanked for and thrown away."""
    actor = actor_of(request)
    form = ContactForm(request.POST if request.method == "POST" else None, actor=actor)
    status = 200
    if form.is_bound and form.is_valid():
        if request.POST.get(TRAP):
            return redirect("contact_sent")
        if not consume(request, action="ask_for_contact", key=form.cleaned_data["email"].lower()):
            form.add_error(None, TOO_MANY)
            status = 429
        elif _is_asked(form, actor):
            return redirect("contact_sent")
    return render(request, "kontakt/ask.html", {"form": form, "trap": TRAP}, status=status)


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def sent(request: HttpRequest) -> HttpResponse:
    """What to do next: open the link in the mail."""
    return render(request, "kontakt/sent.html")


@answers(Rule.DOOR)
@cache_control(private=True, no_store=True)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A press and not the link itself: programs that look through mails open links."""
    found = request_by_link(token)
    if found.confirmed_at:
        return redirect("contact_arrived")
    if request.method == "POST":
        actor = actor_of(request)
        by_link = Actor(user=actor.user, principals=actor.principals | {found.principal})
        confirm_contact_request(found, actor=by_link)
        return redirect("contact_arrived")
    return render(request, "kontakt/confirm.html")


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def arrived(request: HttpRequest) -> HttpResponse:
    """The receipt on the screen; its number stands in the mail."""
    return render(request, "kontakt/arrived.html")


def _is_asked(form: ContactForm, actor: Actor) -> bool:
    try:
        ask_for_contact(**form.cleaned_data, actor=actor)
    except Invalid as invalid:
        refuse(form, invalid)
        return False
    return True
