"""Which questions of practice a draft answers, said by those who write it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid
from workspace.actions.drafts import changed_draft, locked
from workspace.models import Challenge, Draft


@transaction.atomic
def connect_challenges(draft: Draft, numbers: Iterable[int], *, actor: Actor) -> Draft:
    """These and no others, but for those that the actor does not see. Raises Invalid at `challenges`."""
    draft = locked(draft)
    require(actor, "connect", draft)
    wanted = set(numbers)
    seen = visible_to(actor, Challenge.objects.all())
    chosen = set(seen.filter(pk__in=wanted).values_list("pk", flat=True))
    if chosen != wanted:
        raise Invalid({"challenges": [_("Choose among the challenges that you can read.")]})
    before = set(draft.challenges.values_list("pk", flat=True))
    unseen = before - set(seen.filter(pk__in=before).values_list("pk", flat=True))
    if before == chosen | unseen:
        return draft
    draft.challenges.set(chosen | unseen)
    return changed_draft(draft, "connect_challenges", actor)
