"""Links to applications: made when a mail goes out, so that nobody but its reader ever knows one."""

from __future__ import annotations

from plugins.api.outbox import announce
from plugins.api.tokens import hash_of, new_token
from plugins.membership.facts import ApplicationLinkDue
from plugins.membership.models import Application, ApplicationKey, SeatOffer


def send_link(application: Application, occasion: str, *, email: str = "", is_reader: bool = False) -> ApplicationKey:
    """A mail with a link of its own goes to the applicant, or to this address. Earlier links go on working."""
    key = ApplicationKey.objects.create(
        application=application,
        email=email or application.email,
        is_reader=is_reader,
        token_hash=hash_of(new_token()),
    )
    announce(ApplicationLinkDue(key_id=key.pk, occasion=occasion))
    return key


def renew(kept: ApplicationKey | SeatOffer) -> str:
    """The secret of a link, which stands in this answer and nowhere else; one that was made before no longer works."""
    token = new_token()
    kept.token_hash = hash_of(token)
    kept.save(update_fields=["token_hash"])
    return token


def open_again(application: Application, email: str) -> str:
    """The secret of a new link for somebody who signed in with the applicant's address."""
    token = new_token()
    ApplicationKey.objects.create(application=application, email=email, token_hash=hash_of(token))
    return token
