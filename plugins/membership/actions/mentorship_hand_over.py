"""What becomes of mentorships when one of the two leaves."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.handing_over import CLOSE, Thing
from plugins.membership.actions.mentorships import end_mentorship_for_leaving
from plugins.membership.models import Mentorship
from plugins.membership.states.mentorships import OPEN


def left_behind(user: User) -> Iterator[Thing]:
    """Those that are not over. Nobody inherits them: a mentor has to agree."""
    open_ones = Mentorship.objects.filter(Q(mentor=user) | Q(mentee=user), state__in=OPEN)
    for mentorship in open_ones.select_related("mentor", "mentee").order_by("pk"):
        if mentorship.mentor_id == user.pk:
            title = _("Accompanies %(person)s") % {"person": mentorship.mentee}
            note = _("It ends now. Choose another mentor afterwards: the path goes on where it was.")
        else:
            title = _("Is accompanied by %(person)s") % {"person": mentorship.mentor}
            note = _("It ends now.")
        yield Thing(f"{mentorship.pk}", title, mentorship.get_absolute_url(), note, (CLOSE,), usual=CLOSE)


@transaction.atomic
def pass_on(key: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """It ends, and both read the same neutral sentence."""
    mentorship = Mentorship.objects.select_for_update().filter(pk=key, state__in=OPEN).first()
    if mentorship is not None and leaver.pk in mentorship.people:
        end_mentorship_for_leaving(mentorship, timezone.localdate())
