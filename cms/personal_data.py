"""What entries say about a person with an account."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Comment, CommentReply, TaskState, WorkflowState

from cms.accounts.models import User
from cms.models import BarrierReport, Confirmation, Entry, File, Picture, PreviewLink, Release, Suggestion, Webhook
from cms.projecting import project


def hand_out_entries(user: User) -> dict[str, object]:
    """Entries that the person created or answers for, what they submitted, reviewed, commented and released."""
    return {
        "uploaded": [
            item.title
            for model in (Picture, File)
            for item in model.objects.filter(uploaded_by_user=user).order_by("pk")
        ],
        "previews": list(PreviewLink.objects.filter(made_by=user).order_by("pk").values("entry__title", "ends_at")),
        "created": _titles(Entry.objects.filter(owner=user)),
        "responsible_for": _titles(Entry.objects.filter(responsible=user)),
        "released": list(
            Release.objects.filter(released_by=user)
            .order_by("pk")
            .values("entry__title", "number", "released_at", "checklist")
        ),
        "reviewed": list(
            TaskState.objects.filter(finished_by=user)
            .order_by("pk")
            .values("revision__object_str", "status", "comment", "finished_at")
        ),
        "submitted": list(
            WorkflowState.objects.filter(requested_by=user)
            .order_by("pk")
            .values("current_task_state__revision__object_str", "status", "created_at")
        ),
        "commented": list(Comment.objects.filter(user=user).order_by("pk").values("page__title", "text", "created_at")),
        "replied": list(
            CommentReply.objects.filter(user=user).order_by("pk").values("comment__page__title", "text", "created_at")
        ),
    }


def erase_from_entries(user: User) -> list[str]:
    """The works stay, without the person behind them."""
    answered_for = list(Entry.objects.filter(responsible=user).values_list("pk", flat=True))
    Entry.objects.filter(pk__in=answered_for).update(responsible=None)
    for pk in answered_for:
        project(pk)
    PreviewLink.objects.filter(made_by=user).delete()
    count = Entry.objects.filter(owner=user).count()
    words = ngettext(
        "One entry stays in the knowledge base, without a name.",
        "%(count)d entries stay in the knowledge base, without a name.",
        count,
    )
    return [words % {"count": count}] if count else []


def hand_out_reports(user: User) -> list[dict[str, object]]:
    """Reports that name the person's address; a report knows no accounts."""
    reports = _reports_of(user).order_by("pk")
    return [dict(row) for row in reports.values("created_at", "page", "description", "reads_with", "email")]


def erase_from_reports(user: User) -> list[str]:
    """What was reported stays until it is old, without the address."""
    _reports_of(user).update(email="")
    return []


def hand_out_confirmations(user: User) -> dict[str, object]:
    """What the person was asked, answered and suggested, and what they asked and decided at the desk."""
    asked = Confirmation.objects.order_by("pk")
    suggestions = Suggestion.objects.order_by("pk")
    return {
        "asked_to_confirm": list(
            asked.filter(person=user).values("pk", "asked_at", "note", "answer", "answer_note", "answered_at")
        ),
        "suggested": list(
            suggestions.filter(confirmation__person=user).values(
                "confirmation", "part", "passage", "wording", "why", "made_at", "state", "reason", "decided_at"
            )
        ),
        "asked_others": list(asked.filter(asked_by=user).values("pk", "asked_at", "note")),
        "withdrawn": list(asked.filter(withdrawn_by=user).values("pk", "withdrawn_at")),
        "decided": list(suggestions.filter(decided_by=user).values("pk", "state", "reason", "decided_at")),
    }


def erase_from_confirmations(user: User) -> list[str]:
    """Answers, dates and proposed wordings stay, without a name; what else was written to and by the person goes."""
    mine = Confirmation.objects.filter(person=user)
    mine.filter(Confirmation.OPEN).update(withdrawn_at=timezone.now())
    mine.update(note="", answer_note="")
    Suggestion.objects.filter(confirmation__person=user).update(why="", reason="")
    count = mine.exclude(answer="").count()
    words = ngettext(
        "One answer for a county stays with its entry, without a name.",
        "%(count)d answers for a county stay with its entries, without a name.",
        count,
    )
    return [words % {"count": count}] if count else []


def _reports_of(user: User) -> QuerySet[BarrierReport]:
    return BarrierReport.objects.filter(email__iexact=user.email)


def _titles(entries: QuerySet[Entry]) -> list[dict[str, str]]:
    rows = entries.order_by("pk").values_list("title", "slug")
    return [{"title": title, "url": f"/wissen/{slug}/"} for title, slug in rows]


def hand_out_webhooks(user: User) -> list[dict[str, object]]:
    """Where their programs are told what; secrets are shown once and stored nowhere."""
    webhooks = Webhook.objects.filter(token__user=user).select_related("token").order_by("pk")
    return [
        {
            "token": webhook.token.name,
            "url": webhook.url,
            "events": webhook.events,
            "description": webhook.description,
            "created_at": webhook.created_at,
            "switched_off_at": webhook.switched_off_at,
            "deliveries": list(
                webhook.deliveries.filter(attempts__gt=0)
                .order_by("pk")
                .values("event", "state", "created_at", "last_attempt_at", "last_status")
            ),
        }
        for webhook in webhooks
    ]


def erase_webhooks(user: User) -> list[str]:
    """Nothing is told to anybody any more, and nothing of it stays."""
    Webhook.objects.filter(token__user=user).delete()
    return []
