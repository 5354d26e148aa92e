"""One discussion: reading it, answering, beginning a new one, deciding who reads it, ending it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing, Refused
from workspace.actions import discussions as doing
from workspace.actions.posts import write_post
from workspace.models import Discussion, DiscussionReach, DiscussionReading, Post
from workspace.queries.discussions import Thread, discussion_for, post_for, thread
from workspace.queries.groups import group_by_slug
from workspace.queries.readers import people_reading_after, sign_of, who_gains
from workspace.views.attaching import Attaching, WithFiles
from workspace.views.discussion_forms import PostForm, ReadersForm, StartForm, as_chosen, tell
from workspace.views.discussion_words import post_shown, readers_in_words
from workspace.views.file_forms import sent

TURNS = ("close", "reopen", "unmark", *DiscussionReading.Attention.values)


@answers(Rule.DOOR)
@login_required
def discussion(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest page unless another is asked for; a challenge is read at its own address."""
    actor = actor_of(request)
    found = discussion_for(actor, pk)
    if found.is_challenge and request.method != "POST":
        asked = request.GET.urlencode()
        return redirect(f"{found.get_absolute_url()}?{asked}" if asked else found.get_absolute_url())
    return thread_page(request, actor, found, "diskussionen/discussion.html")


def thread_page(
    request: HttpRequest, actor: Actor, found: Discussion, template: str, more: dict[str, Any] | None = None
) -> HttpResponse:
    """What was said, with the form for an answer at its end; the actor reads it."""
    decision = may(actor, "write_post", found)
    form = PostForm(*sent(request), initial={"quoted": _number(request, "quote")})
    attaching = Attaching(request, actor)
    if decision:
        attaching.take(form)
    if form.is_bound and form.is_valid():
        try:
            quoted = form.cleaned_data["quoted"]
            post = write_post(
                found,
                form.cleaned_data["text"],
                actor=actor,
                quoted=post_for(actor, quoted) if quoted else None,
                is_formatted=form.cleaned_data["is_formatted"],
                attachments=attaching.chosen(),
            )
        except Invalid as invalid:
            tell(form, invalid)
        except Refused as refused:
            form.add_error(None, refused.reason)
        else:
            return redirect(post.get_absolute_url())
    shown = thread(actor, found, _number(request, "page"), _number(request, "post"))
    context = _context(actor, shown) | {
        "form": form if decision or form.errors else None,
        "why_not": decision.reason,
        "quoted": _quoted(actor, form),
        "attaching": attaching,
        **(more or {}),
    }
    if request.method == "GET" and shown.is_newest and shown.posts:
        doing.mark_read(found, shown.posts[-1].pk, actor=actor)
    return private(render(request, template, context))


@answers(Rule.DOOR)
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """A new one; who is named is shown once more before it is sent."""
    actor = actor_of(request)
    require(actor, "create", Discussion)
    group = group_by_slug(actor, request.GET["group"]) if request.GET.get("group") else None
    initial = {"audience": f"group:{group.pk}"} if group else {}
    attaching = Attaching(request, actor)
    if request.POST.get("do") == "find":
        form = StartForm.shortened(request.POST, actor=actor)
        files = WithFiles(*sent(request))
        attaching.take(files)
        for sentence in files.errors.get("file", ()):
            messages.error(request, str(sentence))
    else:
        form = StartForm(*sent(request), actor=actor, initial=initial)
        attaching.take(form)
    named: list[Any] = []
    if form.is_bound and form.is_valid():
        readers, data = form.readers(), form.cleaned_data
        is_agreed = data["agreed_to"] == sign_of(readers["persons"])
        if readers["reach"] == DiscussionReach.PERSONS and readers["persons"] and not is_agreed:
            named = readers["persons"]
            form = _with_sign(form, sign_of(named))
        else:
            try:
                begun = doing.start_discussion(
                    title=data["title"],
                    text=data["text"],
                    is_formatted=data["is_formatted"],
                    topics=data["topics"],
                    attachments=attaching.chosen(),
                    actor=actor,
                    **readers,
                )
            except Invalid as invalid:
                tell(form, invalid)
            else:
                messages.success(request, _("The discussion has begun."))
                return redirect(begun.get_absolute_url())
    context = {"form": form, "attaching": attaching, "group": group, "named": named}
    return private(render(request, "diskussionen/start.html", context))


@answers(Rule.DOOR)
@login_required
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Another class, group or persons: whoever would read it in addition is shown first and has to be agreed to."""
    actor = actor_of(request)
    found = discussion_for(actor, pk)
    require(actor, "change_readers", found)
    if request.POST.get("do") == "find":
        form = ReadersForm.shortened(request.POST, actor=actor, already=found)
    else:
        given = request.POST if request.method == "POST" else None
        form = ReadersForm(given, actor=actor, already=found, initial=as_chosen(found))
    gains: list[Any] = []
    after = 0
    if form.is_bound and form.is_valid():
        chosen = form.readers()
        try:
            doing.change_readers(found, actor=actor, agreed_to=form.cleaned_data["agreed_to"], **chosen)
        except Invalid as invalid:
            change = (chosen["reach"], chosen["group"], chosen["persons"])
            gains, after = list(who_gains(found, *change)), people_reading_after(found, *change).count()
            form = _with_sign(form, sign_of(gains)) if list(invalid.errors) == ["agreed_to"] else form
            if list(invalid.errors) != ["agreed_to"]:
                gains = []
                tell(form, invalid)
        else:
            messages.success(request, _("The discussion has the readers that you chose."))
            return redirect(found.get_absolute_url() if may(actor, "see", found) else "discussions")
    label, names = readers_in_words(actor, thread(actor, found))
    context = {"discussion": found, "form": form, "gains": gains, "label": label, "after": after, "before": len(names)}
    return private(render(request, "diskussionen/readers.html", context))


@answers(Rule.DOOR)
@login_required
@require_POST
def turn(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Close, open again, take back the answer, or hear of it more or less."""
    actor = actor_of(request)
    found = discussion_for(actor, pk)
    if what not in TURNS:
        raise Missing
    match what:
        case "close":
            doing.close_discussion(found, actor=actor)
        case "reopen":
            doing.reopen_discussion(found, actor=actor)
        case "unmark":
            doing.unmark_answer(found, actor=actor)
        case _:
            doing.set_attention(found, what, actor=actor)
    return redirect(found.get_absolute_url())


def _context(actor: Actor, shown: Thread) -> dict[str, Any]:
    label, names = readers_in_words(actor, shown)
    here = shown.discussion.get_absolute_url()
    return {
        "discussion": shown.discussion,
        "posts": [post_shown(actor, post, shown) for post in shown.posts],
        "answer": post_shown(actor, shown.answer, shown) if shown.answer else None,
        "audience_label": label,
        "audience_people": names,
        "attention": shown.attention,
        "asks_for": f"{reverse('api:posts', args=[shown.discussion.pk])}?limit=1&offset={shown.count}",
        "is_newest": shown.is_newest,
        "newest": shown.posts[-1].pk if shown.posts else 0,
        "may_lead": bool(may(actor, "mark_answer", shown.discussion)),
        "may_change_readers": bool(may(actor, "change_readers", shown.discussion)),
        "pages": {
            "number": shown.number,
            "total": shown.total,
            "previous_url": f"{here}?page={shown.number - 1}" if shown.number > 1 else "",
            "next_url": f"{here}?page={shown.number + 1}" if shown.number < shown.total else "",
        },
    }


def _quoted(actor: Actor, form: PostForm) -> Post | None:
    """The post that the answer begun is about."""
    number = form["quoted"].value()
    try:
        return post_for(actor, int(number)) if number else None
    except (Missing, ValueError):
        return None


def _with_sign(form: Any, sign: str) -> Any:
    """The same form, as filled in, that agrees to these people when it is sent again."""
    form.data = form.data.copy()
    form.data["agreed_to"] = sign
    return form


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
