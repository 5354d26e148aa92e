"""What authors and editors are told about their entries, on their page of notifications and by mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.roles import EDITORS, OFFICE
from cms.facts import ConfirmationAnswered, EntryPublished, WebhookSwitchedOff
from cms.models import Confirmation, Projection, SwitchedOff, Webhook
from cms.projecting import live_entries, live_entry
from cms.queries.entries import fullest_layer
from cms.queries.publishers import who_published
from cms.queries.releases import waits_for_release
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News


def confirmation_answered(fact: ConfirmationAnswered) -> Iterator[News]:
    """Whoever asked hears of the answer."""
    confirmation = Confirmation.objects.filter(pk=fact.confirmation_id).first()
    if confirmation is not None and confirmation.asked_by_id is not None:
        yield News(
            about=confirmation,
            url=f"/cms/entries/confirmations/{confirmation.pk}/",
            people=frozenset({confirmation.asked_by_id}),
            words={"title": confirmation.title},
            by=confirmation.person_id,
        )


def own_entry_published(fact: EntryPublished) -> Iterator[News]:
    """Whoever wrote an entry hears that somebody has published it for the first time."""
    if fact.number != 1:
        return
    owner, layer = live_entries(fact.entry_id).values_list("owner", flat=True).first(), fullest_layer(fact.entry_id)
    if layer is not None and owner is not None:
        yield News(
            about=layer,
            url=f"/wissen/{layer.slug}/",
            people=frozenset({owner}),
            words={"title": layer.text.title},
            key=f"entry:{fact.entry_id}",
            by=who_published(fact.entry_id),
        )


def something_to_release(fact: EntryPublished) -> Iterator[News]:
    """Whoever releases hears that a version has something for everybody; whoever wrote it cannot release it."""
    entry, layer = live_entry(fact.entry_id), fullest_layer(fact.entry_id)
    if layer is not None and entry is not None and entry.live_revision is not None and waits_for_release(entry):
        yield News(
            about=layer,
            url=f"/cms/entries/{entry.pk}/release/",
            principals=frozenset({EDITORS, OFFICE}),
            words={"title": layer.text.title},
            key=f"entry:{entry.pk}:{fact.number}",
            by=entry.live_revision.user_id,
        )


def webhook_switched_off(fact: WebhookSwitchedOff) -> Iterator[News]:
    """Whose webhook it is hears it, with the way to switch it on again."""
    webhook = Webhook.objects.select_related("token").filter(pk=fact.webhook_id).first()
    if webhook is not None and not webhook.is_on:
        yield News(
            about=webhook,
            url=f"/konto/webhooks/{webhook.pk}/",
            people=frozenset({webhook.token.user_id}),
            words={"name": webhook.token.name, "because": webhook.switched_off_because},
            key=f"webhook:{webhook.pk}:{fact.moment}",
        )


def kinds() -> Iterator[NotificationKind]:
    yield NotificationKind(
        "cms.confirmation_answered",
        gettext_lazy("Answers to your requests for confirmation"),
        about=Confirmation,
        facts=(ConfirmationAnswered,),
        news=confirmation_answered,
        sentence=_answered,
        in_mail=gettext_lazy("A request for confirmation has been answered"),
        is_personal=True,
        has_own_mail=True,
    )
    yield NotificationKind(
        "cms.entry_published",
        gettext_lazy("Your entries that are published"),
        about=Projection,
        facts=(EntryPublished,),
        news=own_entry_published,
        sentence=_published,
        in_mail=gettext_lazy("An entry of yours has been published"),
        is_personal=True,
        has_own_mail=True,
    )
    yield NotificationKind(
        "cms.to_release",
        gettext_lazy("Summaries that wait for a release"),
        about=Projection,
        facts=(EntryPublished,),
        news=something_to_release,
        sentence=_to_release,
        in_mail=gettext_lazy("A summary waits for a release"),
    )
    yield NotificationKind(
        "cms.webhook_switched_off",
        gettext_lazy("Webhooks of yours that are switched off"),
        about=Webhook,
        facts=(WebhookSwitchedOff,),
        news=webhook_switched_off,
        sentence=_switched_off,
        in_mail=gettext_lazy("A webhook of yours is switched off"),
        is_personal=True,
    )


def _answered(words: Mapping[str, Any]) -> str:
    return _("Your request for confirmation of “%(title)s” has been answered.") % words


def _published(words: Mapping[str, Any]) -> str:
    return _("Your entry “%(title)s” has been published.") % words


def _to_release(words: Mapping[str, Any]) -> str:
    return _("“%(title)s” has a summary that waits for a release.") % words


def _switched_off(words: Mapping[str, Any]) -> str:
    if words["because"] == SwitchedOff.GONE:
        return _("A webhook of “%(name)s” is switched off: its receiver wants nothing any more.") % words
    return _("A webhook of “%(name)s” is switched off: for three days nothing could be delivered.") % words
