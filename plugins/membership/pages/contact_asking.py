"""The public form in which somebody outside asks for contact, and the link that confirms the address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from plugins.api.access import Actor
from plugins.api.adapters.forms import TRAP, refused_by_anybodys_form
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions.contacts import ask_for_contact, confirm_contact_request
from plugins.membership.forms.contacts import ContactForm
from plugins.membership.queries.contacts import request_by_link

TOO_MANY = _(
    "Very many requests came from your connection or for this address. Please try again tomorrow, or write to the "
    "programme office."
)


@answers(Rule.DOOR)
@cache_control(private=True, no_store=True)
def ask(request: HttpRequest) -> HttpResponse:
    """The topics are those that the reader sees; what a program filled in is thanked for and thrown away."""
    actor = actor_of(request)
    form = ContactForm(request.POST if request.method == "POST" else None, actor=actor)
    status = refused_by_anybodys_form(
        request,
        form,
        lambda data: ask_for_contact(**data, actor=actor),
        limit="ask_for_contact",
        too_many=TOO_MANY,
        key=lambda data: data["email"].lower(),
    )
    if status is None:
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
