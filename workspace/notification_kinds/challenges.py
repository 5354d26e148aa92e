"""What people are told about challenges while they read them. Mails say that there is one, never what it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.roles import OFFICE
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import ChallengeFellSilent, ChallengePosted, MemberAsked, QuoteAsked
from workspace.models import Challenge, ChallengeRequest, QuoteRequest, TopicFollow


def new_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.challenge",
        gettext_lazy("New challenges on topics that you follow"),
        about=Challenge,
        facts=(ChallengePosted,),
        news=new_news,
        sentence=_new_sentence,
        in_mail=gettext_lazy("A new challenge on a topic that you follow"),
    )


def asked_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.challenge_asked",
        gettext_lazy("Challenges that the programme office asks you about"),
        about=Challenge,
        facts=(MemberAsked,),
        news=asked_news,
        sentence=_asked_sentence,
        in_mail=gettext_lazy("The programme office asks you to look at a challenge"),
        is_personal=True,
    )


def quote_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.quote_asked",
        gettext_lazy("Whether your words may be quoted"),
        about=Challenge,
        facts=(QuoteAsked,),
        news=quote_news,
        sentence=_quote_sentence,
        in_mail=gettext_lazy("Somebody asks whether you may be quoted"),
        is_personal=True,
    )


def silent_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.challenge_silent",
        gettext_lazy("Challenges that nobody answers"),
        about=Challenge,
        facts=(ChallengeFellSilent,),
        news=silent_news,
        sentence=_silent_sentence,
        in_mail=gettext_lazy("A challenge has been silent for seven days"),
        rhythm="daily",
    )


def new_news(fact: ChallengePosted) -> Iterator[News]:
    """Whoever follows one of its topics, once."""
    challenge = Challenge.objects.select_related("discussion").get(pk=fact.challenge_id)
    topics = challenge.discussion.topics.order_by("title")
    followers = TopicFollow.objects.filter(topic__in=topics).values_list("user_id", flat=True)
    if people := frozenset(followers):
        yield _about(
            challenge,
            people=people,
            by=challenge.discussion.author_id,
            words={"topics": ", ".join(topic.title for topic in topics), "title": challenge.discussion.title},
        )


def asked_news(fact: MemberAsked) -> Iterator[News]:
    request = ChallengeRequest.objects.select_related("challenge__discussion").get(pk=fact.request_id)
    yield _about(
        request.challenge,
        people=frozenset({request.person_id}),
        words={"title": request.challenge.discussion.title},
        by=request.asked_by_id,
    )


def quote_news(fact: QuoteAsked) -> Iterator[News]:
    request = QuoteRequest.objects.select_related("post", "challenge__discussion").get(pk=fact.request_id)
    yield News(
        about=request.challenge,
        url=request.get_absolute_url(),
        people=frozenset({request.post.author_id}),
        words={"title": request.challenge.discussion.title},
        key=f"quote:{request.pk}",
        by=request.asked_by_id,
    )


def silent_news(fact: ChallengeFellSilent) -> Iterator[News]:
    challenge = Challenge.objects.select_related("discussion").get(pk=fact.challenge_id)
    yield _about(challenge, principals=frozenset({OFFICE}), words={"title": challenge.discussion.title})


def _about(challenge: Challenge, **more: Any) -> News:
    return News(about=challenge, url=challenge.get_absolute_url(), **more)


def _new_sentence(words: Mapping[str, Any]) -> str:
    return _("A new challenge on %(topics)s: “%(title)s”") % words


def _asked_sentence(words: Mapping[str, Any]) -> str:
    return _("The programme office asks you whether you can help with “%(title)s”.") % words


def _quote_sentence(words: Mapping[str, Any]) -> str:
    return _("May your words in “%(title)s” be quoted in an entry?") % words


def _silent_sentence(words: Mapping[str, Any]) -> str:
    return _("Nobody has said anything to “%(title)s” for seven days.") % words
