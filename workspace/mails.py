"""Mails about notifications: they say that something is there, never what."""

from __future__ import annotations

from collections.abc import Sequence
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.api.errors import NotNow
from plugins.api.extensions import NotificationKind
from plugins.api.mails import list_headers, made_mail
from plugins.api.notifying import NEVER
from workspace.actions.mailing import note_bounce
from workspace.facts import MailDue
from workspace.mail_keys import ALL, leave_token, message_id
from workspace.models import MailState, Notification
from workspace.queries.mails import due
from workspace.queries.notifications import kinds, notifications_of

LIST = "notifications"
PAUSE = 60.0
"""Seconds until the server for mail is asked again."""
GONE_FOR_GOOD = 500


def write_about_notifications(facts: Sequence[MailDue]) -> None:
    """One mail to each about everything that is due for them. Raises NotNow while the server for mail is away."""
    for person in User.objects.filter(pk__in={fact.user_id for fact in facts}):
        _write_to(person)


def _write_to(person: User) -> None:
    state = MailState.objects.get_or_create(user=person)[0]
    waiting = due().filter(recipient=person)
    waiting_ids = list(waiting.order_by("pk").values_list("pk", flat=True))
    still_seen = notifications_of(actor_for(person)).filter(pk__in=waiting_ids)
    is_reached = person.is_active and state.stopped_at is None
    told = list(still_seen.order_by("pk")) if is_reached else []
    settled = set(waiting_ids) - {one.pk for one in told}
    Notification.objects.filter(pk__in=settled).update(rhythm=NEVER)
    if told:
        _send(person, state, told)


def _send(person: User, state: MailState, told: list[Notification]) -> None:
    """They count as mailed before the mail goes out: whoever is interrupted loses a mail, and nobody gets one twice."""
    rows = Notification.objects.filter(pk__in=[one.pk for one in told])
    rows.update(mailed_at=timezone.now())
    number = message_id(state.key, told[0].pk, told[-1].pk)
    try:
        _post(person, state, told, number)
    except SMTPRecipientsRefused as error:
        if not _is_for_good(error):
            rows.update(mailed_at=None)
            raise
        note_bounce(number)
    except (OSError, SMTPException) as error:
        rows.update(mailed_at=None)
        raise NotNow(PAUSE, f"The server for mail does not take mails: {type(error).__name__}") from error
    except Exception:
        rows.update(mailed_at=None)
        raise


def _post(person: User, state: MailState, told: Sequence[Notification], number: str) -> None:
    """In the person's language, with the way out."""
    mentioned = [kind for name, kind in kinds().items() if name in {one.kind for one in told}]
    base = settings.WAGTAILADMIN_BASE_URL
    only = mentioned[0].name if len(mentioned) == 1 else ALL
    leave_url = base + reverse("leave_mails", args=[leave_token(state.key, only)])
    with translation.override(person.language or settings.LANGUAGE_CODE):
        context = {
            "subject": _subject(mentioned),
            "lines": [str(kind.in_mail) for kind in mentioned],
            "url": base + reverse("notifications"),
            "preferences_url": base + reverse("notification_settings"),
            "leave_url": leave_url,
        }
        headers = list_headers(LIST, leave_url=leave_url, message_id=number)
        made_mail("mails/notifications.html", context, to=[person.email], headers=headers).send()


def _subject(mentioned: Sequence[NotificationKind]) -> str:
    if len(mentioned) == 1 and mentioned[0].is_personal:
        return str(mentioned[0].in_mail)
    return _("Your notifications from the forum")


def _is_for_good(error: SMTPRecipientsRefused) -> bool:
    return all(code >= GONE_FOR_GOOD for code, _said in error.recipients.values())
