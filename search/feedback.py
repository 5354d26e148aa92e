"""“Did you find what you were looking for?”, and telling the editors what is missing: one press, then back."""

from __future__ import annotations

from urllib.parse import urlsplit

from allauth.core.ratelimit import consume
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from search.actions.unanswered import answer_search, report_search
from search.wording import may_be_kept

THANKS = "danke"
"""What the address of the results says after an answer: neither we nor the browser have to remember anything."""
TRAP = "website"
"""A field that people never meet; programs fill it in."""


class FeedbackForm(forms.Form):
    """What stands in `search/feedback.html`."""

    q = forms.CharField(max_length=4000)
    answer = forms.ChoiceField(choices=[("ja", "ja"), ("nein", "nein"), ("melden", "melden")])
    text = forms.CharField(max_length=300, required=False)
    back = forms.CharField(max_length=4000, required=False)


@answers(Rule.EVERYBODY)
@csrf_exempt  # see below
@require_POST
def feedback(request: HttpRequest) -> HttpResponse:
    """The browser says whence the answer comes: a page of results that is kept cannot carry a token for one person.

    Every browser of today says so. What says nothing brings a token, if it comes in somebody's name.
    """
    is_ours = is_from_here(request)
    if is_ours is None and not actor_of(request).is_anonymous:
        return _with_token(request)
    if is_ours is False:
        raise PermissionDenied(_("This answer was sent from another site."))
    return _take(request)


def is_from_here(request: HttpRequest) -> bool | None:
    """Whether a page of ours sent it; None where nothing is said."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site == "same-origin"
    return urlsplit(origin).netloc == request.get_host() if origin is not None else None


def _take(request: HttpRequest) -> HttpResponse:
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _again(request, _("Please tell it in at most 300 characters."), status=400)
    given = form.cleaned_data
    if request.POST.get(TRAP):
        return _back(given, "gemeldet")
    if not consume(request, action="search_feedback"):
        too_many = _("Very many answers came from your connection. Please try again in an hour.")
        return _again(request, too_many, status=429)
    return _back(given, _kept(given, actor_of(request)))


_with_token = csrf_protect(_take)


def _kept(given: dict[str, str], actor: Actor) -> str:
    """Keep the answer; what the page then thanks for. A name in the question is not told about: it would be a probe."""
    text, answer = given["q"], given["answer"]
    if answer == "ja":
        answer_search(text, helped=True, actor=actor)
        return "ja"
    if not may_be_kept(text):
        return "kurz"
    if answer == "nein":
        answer_search(text, helped=False, actor=actor)
        return "nein"
    report_search(text, given["text"], actor=actor)
    return "gemeldet"


def _back(given: dict[str, str], thanks: str) -> HttpResponse:
    """To the results that somebody came from, filters and page included; to another place this never leads."""
    address = QueryDict(urlsplit(given["back"]).query, mutable=True)
    address.pop("part", None)  # the whole page, wherever the form was shown
    address["q"], address[THANKS] = given["q"], thanks
    return redirect(f"{reverse('search')}?{address.urlencode()}#antwort")


def _again(request: HttpRequest, why: str, *, status: int) -> HttpResponse:
    """The form once more with what was typed."""
    given = request.POST
    context = {"query": given.get("q", ""), "text": given.get("text", ""), "back": given.get("back", ""), "why": why}
    return render(request, "search/feedback_again.html", context, status=status)
