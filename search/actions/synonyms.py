"""Deciding which words mean the same."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from search.models import Synonym


@transaction.atomic
def add_synonym(typed: str, meant: str, *, actor: Actor, works_both_ways: bool = False) -> Synonym:
    """Whoever types the one is from now on also given what holds the other."""
    require(actor, "create", Synonym)

    synonym, _new = Synonym.objects.update_or_create(
        typed=" ".join(typed.split()), meant=" ".join(meant.split()), defaults={"works_both_ways": works_both_ways}
    )
    log(synonym, "wagtail.create", user=actor.user)
    return synonym
