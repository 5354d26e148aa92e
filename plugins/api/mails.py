"""Mails: one template, rendered as plain text and as HTML, so that both parts say the same.

A mail holds a link and no content: it leaves the house, and what it links to asks who is reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

SUBJECT, TEXT, HTML = "mails/subject.txt", "mails/base.txt", "mails/base.html"
"""The layouts: a template of a mail extends the one that it gets as `layout`."""


def send_mail(
    template: str,
    context: Mapping[str, object],
    *,
    to: str,
    language: str = "",
    headers: Mapping[str, str] | None = None,
    calendar: tuple[str, bytes] | None = None,
) -> None:
    """Send one person the mail of this template in their language, without one in that of the forum.

    The templates' blocks are described in templates/mails/base.html. `context` holds `url`, the address that the mail
    leads to. The subject must not say anything confidential. `calendar` is what a calendar is told: a method of iTIP
    and an iCalendar object. Raises when the mail cannot be sent.
    """
    with translation.override(language or settings.LANGUAGE_CODE):
        made_mail(template, context, to=[to], headers=headers, calendar=calendar).send()


def made_mail(
    template: str,
    context: Mapping[str, object],
    *,
    to: list[str],
    headers: Mapping[str, str] | None = None,
    calendar: tuple[str, bytes] | None = None,
) -> EmailMultiAlternatives:
    """The mail in the language of the moment, ready to be sent; programs do not answer it (RFC 3834)."""
    mail = EmailMultiAlternatives(
        subject=" ".join(rendered(template, SUBJECT, context).split()),
        body=rendered(template, TEXT, context).strip() + "\n",
        to=to,
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
    )
    mail.attach_alternative(rendered(template, HTML, context).strip(), "text/html")
    if calendar is not None:
        _add_calendar(mail, *calendar)
    return mail


def _add_calendar(mail: EmailMultiAlternatives, method: str, content: bytes) -> None:
    """As one more way to read the mail (RFC 6047), and as a file for programs that look only at files."""
    mail.attach_alternative(content.decode(), f"text/calendar; method={method}")
    mail.attach("termin.ics", content, "application/ics")


def list_headers(name: str, *, leave_url: str, message_id: str) -> dict[str, str]:
    """For mail that comes again and again: programs sort it, and leave with one press (RFC 2919, 2369 and 8058).

    `leave_url` takes a POST without sign-in. `message_id` is the part before the @, the same whenever the same mail is
    sent.
    """
    host = mail_host()
    return {
        "List-Id": f"{settings.SITE_TITLE} <{name}.{host}>",
        "List-Unsubscribe": f"<{leave_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "list",
        "Message-ID": f"<{message_id}@{host}>",
    }


def address_of(path: str) -> str:
    """The whole address of a page, as a mail names it."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def mail_host() -> str:
    """The name under which the forum is reached."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"


def rendered(template: str, layout: str, context: Mapping[str, object]) -> str:
    """One part of a mail."""
    return render_to_string(template, {**context, **sender(), "layout": layout})


def sender() -> dict[str, str]:
    """Who writes, for the foot of every mail."""
    return {
        "site_title": settings.SITE_TITLE,
        "office_address": settings.OFFICE_ADDRESS,
        "imprint_url": address_of("/impressum/"),
    }
