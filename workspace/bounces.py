"""Reading reports about mails that came back (RFC 3464). Only a report that returns our own number is believed."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage, Message

from workspace.mail_keys import key_in_message_id


def returned_for_good(raw: bytes) -> str | None:
    """The number of the mail of ours that could not be delivered, for good; None for every other message.

    The number as it stood before the @, without brackets.
    """
    report = message_from_bytes(raw, policy=policy.default)
    if report.get_content_type() != "multipart/report" or not any(map(_is_failure, report.walk())):
        return None
    for original in _originals(report):
        number = str(original.get("Message-ID", "")).strip().strip("<>").partition("@")[0]
        if key_in_message_id(number) is not None:
            return number
    return None


def _is_failure(part: Message) -> bool:
    """A block about a recipient says “failed” with a status of class 5."""
    status = str(part.get("Status", "")).strip()
    return str(part.get("Action", "")).strip().lower() == "failed" and status.startswith("5")


def _originals(report: EmailMessage) -> Iterator[Message]:
    """The returned mail, whole or only its headers."""
    for part in report.walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, Message):
                yield inner
        elif part.get_content_type() == "text/rfc822-headers":
            text = part.get_payload(decode=True)
            if isinstance(text, bytes):
                yield message_from_string(text.decode("utf-8", "replace"), policy=policy.default)
