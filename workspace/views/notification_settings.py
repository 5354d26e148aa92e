"""What somebody is told about: mails, topics, and the way out without signing in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from cms.accounts.models import User
from cms.models import Topic
from plugins.api.access import visible_to
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.mailing import leave_mails
from workspace.actions.notifications import choose_for_group, choose_rhythms
from workspace.actions.topics import follow_topics
from workspace.models import Rhythm, TopicFollow
from workspace.queries.notifications import choices_of, group_choices_of


@answers(Rule.SIGNED_IN)
@login_required
def mail_settings(request: HttpRequest) -> HttpResponse:
    """How often mail comes, kind by kind, and otherwise for single groups, in one form."""
    actor = actor_of(request)
    user: User = actor.user
    choices, groups = choices_of(user), group_choices_of(actor)
    if request.method == "POST":
        wanted = {choice.name: request.POST.get(choice.name, choice.rhythm) for choice in choices}
        choose_rhythms({name: rhythm for name, rhythm in wanted.items() if rhythm in Rhythm.values}, actor=actor)
        for choice in groups:
            rhythm = request.POST.get(f"group-{choice.group.pk}", choice.rhythm)
            if rhythm != choice.rhythm and rhythm in ("", *Rhythm.values):
                choose_for_group(choice.group, rhythm, actor=actor)
        messages.success(request, _("Your choice is saved."))
        return redirect("notification_settings")
    context = {"choices": choices, "groups": groups, "rhythms": Rhythm.choices}
    return private(render(request, "konto/notifications.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def followed_topics(request: HttpRequest) -> HttpResponse:
    """The topics that the person sees; those that they follow are ticked."""
    actor = actor_of(request)
    if request.method == "POST":
        ticked = request.POST.getlist("topic")
        follow_topics([int(pk) for pk in ticked if pk.isascii() and pk.isdigit()], actor=actor)
        messages.success(request, _("Your choice is saved."))
        return redirect("followed_topics")
    followed = set(visible_to(actor, TopicFollow.objects.all()).values_list("topic_id", flat=True))
    topics = [
        {"pk": topic.pk, "title": topic.title, "is_followed": topic.pk in followed}
        for topic in visible_to(actor, Topic.objects.all()).order_by("title", "pk")
    ]
    return private(render(request, "mitteilungen/topics.html", {"topics": topics}))


@csrf_exempt  # programs for mail press the button without our cookie (RFC 8058); the signed address is the proof
@cache_control(no_store=True)
@answers(Rule.EVERYBODY)
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Asks first; a POST ends mails. It says the same whether the address is ours or not."""
    if request.method == "POST":
        leave_mails(token, everything=request.POST.get("all") == "1")
        return render(request, "mitteilungen/left.html")
    return render(request, "mitteilungen/leave.html")
