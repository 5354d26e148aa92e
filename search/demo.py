"""A saved search in the demo world."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import transaction

from plugins.api.actors import actor_for
from search.actions.saved_searches import choose_alert, save_search
from search.models import Alert, SavedSearch

OWNER = "member@demo.example"


@transaction.atomic
def load() -> None:
    """Only before the member has ever signed in: what she deletes stays deleted."""
    member = get_user_model().objects.filter(email=OWNER, last_login=None).first()
    if member is not None and not SavedSearch.objects.filter(owner=member).exists():
        actor = actor_for(member)
        search = save_search("Sprachkurse in kleinen Orten", {"q": "Sprachkurse", "type": "entry"}, actor=actor)
        choose_alert(search.pk, Alert.WEEKLY, actor=actor)
