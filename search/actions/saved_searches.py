"""Keeping questions. None of it stands in the audit trail: what somebody looks for is theirs alone."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing
from search.models import Alert, SavedSearch

NO_NAME = _("Give the search a name, so that you recognise it later.")
NO_QUESTION = _("There is nothing to save yet: type some words or choose a filter first.")
UNKNOWN_ALERT = _("Choose one of the three.")
TOO_LONG = _("This question is too long to be saved.")


@transaction.atomic
def save_search(name: str, parts: Mapping[str, str], *, actor: Actor) -> SavedSearch:
    """Keep what an address asks, part by part. Raises Invalid without a name or a question."""
    require(actor, "create", SavedSearch)

    parameters = urlencode(parts)
    if not parameters:
        raise Invalid({"name": [str(NO_QUESTION)]})
    if len(parameters) > _longest("parameters"):
        raise Invalid({"name": [str(TOO_LONG)]})
    return SavedSearch.objects.create(owner=actor.user, name=_named(name), parameters=parameters)


@transaction.atomic
def rename_search(search_id: int, name: str, *, actor: Actor) -> SavedSearch:
    """The same question under another name. Raises Invalid without one."""
    search = _locked(search_id)
    require(actor, "rename", search)

    search.name = _named(name)
    search.save(update_fields=["name"])
    return search


@transaction.atomic
def choose_alert(search_id: int, alert: str, *, actor: Actor) -> SavedSearch:
    """How often its owner is told of new results: of those that come from now on. Raises Invalid for unknown words."""
    search = _locked(search_id)
    require(actor, "choose_alert", search)

    if alert not in Alert.values:
        raise Invalid({"alert": [str(UNKNOWN_ALERT)]})
    if search.alert == Alert.NEVER:
        search.asked_at = search.newest_at = timezone.now()
    search.alert = alert
    search.save(update_fields=["alert", "asked_at", "newest_at"])
    return search


@transaction.atomic
def forget_search(search_id: int, *, actor: Actor) -> None:
    """It is gone; nothing of it is kept."""
    search = _locked(search_id)
    require(actor, "forget", search)

    search.delete()


def _locked(search_id: int) -> SavedSearch:
    search = SavedSearch.objects.select_for_update().filter(pk=search_id).first()
    if search is None:
        raise Missing
    return search


def _named(name: str) -> str:
    words = " ".join(name.split())[: _longest("name")]
    if not words:
        raise Invalid({"name": [str(NO_NAME)]})
    return words


def _longest(field: str) -> int:
    return SavedSearch._meta.get_field(field).max_length or 0  # type: ignore[union-attr]
