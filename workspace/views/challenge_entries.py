"""An editor makes a draft of a challenge; whoever is quoted says whether and how."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.models import Quotability
from plugins.api.access import may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.challenge_entries import answer_quote_request, ask_for_quotes, make_draft
from workspace.models import Post
from workspace.queries.challenges import challenge_behind, challenge_for
from workspace.queries.quotes import posts_to_ask_about, quote_request_for, quote_requests_for
from workspace.views.discussion_forms import tell
from workspace.views.discussion_words import byline


class PostsForm(forms.Form):
    """Which posts are to be quoted."""

    posts = forms.MultipleChoiceField(
        label=gettext_lazy("Whose words do you want to quote?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, free: list[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.free = free
        choices = [(str(post.pk), f"{byline(post)}: {Truncator(post.plain).words(30)}") for post in free]
        self.fields["posts"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> list[Post]:
        return [post for post in self.free if str(post.pk) in self.cleaned_data["posts"]]


class DraftForm(forms.Form):
    """How the draft is called."""

    title = forms.CharField(
        label=gettext_lazy("Title of the draft"),
        help_text=gettext_lazy("In your own words: the title of the challenge belongs to whoever asked."),
        max_length=255,
    )


class AnswerForm(forms.Form):
    """Whether and how somebody may be quoted."""

    answer = forms.ChoiceField(
        label=gettext_lazy("May you be quoted with exactly these words?"),
        choices=Quotability.choices,
        widget=forms.RadioSelect,
    )


def way_back(request: HttpRequest, kind: str, pk: int) -> str:
    """On the page of an entry: the challenge that it answers, for whoever reads the challenge."""
    challenge = challenge_behind(actor_of(request), pk)
    return render_to_string("herausforderungen/of_entry.html", {"challenge": challenge}) if challenge else ""


@answers(Rule.DOOR)
@login_required
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is asked, what they answered, and the draft with what they agreed to."""
    actor = actor_of(request)
    found = challenge_for(actor, pk)
    require(actor, "make_entry", found)
    is_draft = "title" in request.POST
    given = request.POST if request.method == "POST" else None
    posts = PostsForm(None if is_draft else given, free=posts_to_ask_about(actor, found))
    draft = DraftForm(given if is_draft else None)
    form: PostsForm | DraftForm = draft if is_draft else posts
    if form.is_bound and form.is_valid():
        try:
            if isinstance(form, DraftForm):
                make_draft(found, form.cleaned_data["title"], actor=actor)
                messages.success(
                    request, _("The draft is in the knowledge base. Nobody reads it until it is published.")
                )
                return redirect(found.get_absolute_url())
            ask_for_quotes(found, form.chosen(), actor=actor)
        except Invalid as invalid:
            tell(form, invalid)
        else:
            messages.success(request, _("They are asked, each with the exact words."))
            return redirect("challenge_entry", found.pk)
    asked = [(one, byline(one.post)) for one in quote_requests_for(actor, found)]
    context = {"challenge": found, "posts": posts, "draft": draft, "form": form, "asked": asked}
    return private(render(request, "herausforderungen/entry.html", context))


@answers(Rule.DOOR)
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The exact words, and three answers."""
    actor = actor_of(request)
    found = quote_request_for(actor, pk)
    decision = may(actor, "answer", found)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if decision and form.is_bound and form.is_valid():
        answer_quote_request(found, form.cleaned_data["answer"], actor=actor)
        messages.success(request, _("Thank you. It is kept to what you answered."))
        return redirect(found.challenge.get_absolute_url())
    context = {"quote": found, "form": form if decision else None, "why_not": decision.reason}
    return private(render(request, "herausforderungen/quote.html", context))
