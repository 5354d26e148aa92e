"""What a member does with their place in the directory."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from cms.models import Topic
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.membership.facts import MemberChanged
from plugins.membership.models import MemberProfile


@transaction.atomic
def change_member_profile(
    profile: MemberProfile,
    *,
    actor: Actor,
    is_listed: bool,
    topics: Collection[Topic],
    competences: str,
    shows_email: bool,
    telephone: str,
    shows_telephone: bool,
    stays_named: bool = False,
) -> MemberProfile:
    """Decide what members see of oneself; with the next click they see that. Raises Invalid for what is too long."""
    profile = MemberProfile.objects.select_for_update().get(pk=profile.pk)
    require(actor, "edit", profile)

    profile.is_listed, profile.competences = is_listed, " ".join(competences.split())
    profile.shows_email, profile.telephone, profile.shows_telephone = shows_email, telephone.strip(), shows_telephone
    profile.stays_named = stays_named
    try:
        profile.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    profile.save()
    profile.topics.set(visible_to(actor, Topic.objects.filter(pk__in=[topic.pk for topic in topics])))
    # the audit trail knows people by number: a name in it would outlive them
    log(profile, "membership.change_profile", user=actor.user, title=f"#{profile.pk}")
    announce(MemberChanged(person_id=profile.pk))
    return profile
