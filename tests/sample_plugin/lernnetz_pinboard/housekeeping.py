"""What the pinboard does by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from lernnetz_pinboard.facts import NoticePinned
from lernnetz_pinboard.models import Notice
from lernnetz_pinboard.queries import notices_for
from plugins.api import generation
from plugins.api.access import Actor, Decision, allowed, denied
from plugins.api.adapters.sockets.publishing import publish
from plugins.api.adapters.switched import prefixes_of
from plugins.api.becoming import Made, Origin
from plugins.api.feeding import FeedItem
from plugins.api.handing_over import CLOSE, SUCCESSOR, Thing
from plugins.api.plugin import Plugin
from plugins.api.prepared import USER, Prepared
from plugins.api.provenance import ProvenanceStep
from plugins.api.starting import StartLine


def take_down_old_notices() -> None:
    Notice.objects.filter(hangs_until__lt=timezone.localdate()).delete()


def leading_to(plugin: Plugin) -> QuerySet[Notice]:
    """Notices that say nothing but where a page of this plugin is."""
    return Notice.objects.filter(text__in=prefixes_of(plugin))


def something_is_new(facts: list[NoticePinned]) -> None:
    generation.advance()


def tell_open_pages(facts: list[NoticePinned]) -> None:
    publish({"pinboard"})


def newest(actor: Actor, most: int) -> list[StartLine]:
    """What was pinned last."""
    return [StartLine(notice.title, "/pinnwand/") for notice in notices_for(actor)[:most]]


def steps_of_entry(entry_id: int, actor: Actor) -> Iterator[ProvenanceStep]:
    """That it hung on the pinboard; members read what hung there."""
    for notice in Notice.objects.filter(entry_id=entry_id):
        step = ProvenanceStep("notice", _("Hung on the pinboard"), notice.pinned_at, notice.title, url="/pinnwand/")
        yield step if actor.has("members") else step.outlined()


def as_origin(number: int, actor: Actor) -> Origin | None:
    """A notice, for whoever reads it."""
    notice = notices_for(actor).filter(pk=number).first()
    return notice and Origin(f"notice-{number}", _("A notice on the pinboard"), "/pinnwand/", notice.title, notice.text)


def remember_entry(number: int, becoming: str, made: int, actor: Actor) -> None:
    """The pinboard remembers entries alone."""
    if becoming == "entry":
        Notice.objects.filter(pk=number).update(entry_id=made)


def notices_behind(becoming: str, made: int, actor: Actor) -> Iterator[Origin]:
    """The notices that an entry grew out of."""
    for notice in notices_for(actor).filter(entry_id=made) if becoming == "entry" else ():
        yield Origin(f"notice-{notice.pk}", _("A notice on the pinboard"), "/pinnwand/", notice.title, notice.text)


def notices_made(numbers: Collection[int], actor: Actor) -> dict[int, Made]:
    """Those that the actor reads."""
    return {notice.pk: Made(notice.title, "/pinnwand/") for notice in notices_for(actor).filter(pk__in=numbers)}


def left_behind(user: Any) -> Iterator[Thing]:
    """Notices go on hanging there, and somebody has to take them down."""
    for notice in Notice.objects.filter(author=user):
        yield Thing(f"notice:{notice.pk}", notice.title, "/pinnwand/", "", (SUCCESSOR, CLOSE), usual=SUCCESSOR)


def pass_on(key: str, choice: str, leaver: Any, successor: Any | None, actor: Actor) -> None:
    """The successor takes it down one day, or it goes now."""
    notices = Notice.objects.filter(pk=key.removeprefix("notice:"), author=leaver)
    if choice == SUCCESSOR:
        notices.update(author=successor)
    else:
        notices.delete()


def notices_to_name(actor: Actor) -> Iterator[tuple[str, str]]:
    """Whatever hangs there now and whoever records the mandate knows of."""
    for notice in notices_for(actor):
        yield str(notice.pk), notice.title


def titles_of_notices(keys: Collection[str], actor: Actor) -> dict[str, str]:
    """What hangs there no more has none."""
    return {str(pk): title for pk, title in notices_for(actor).filter(pk__in=keys).values_list("pk", "title")}


def notes_for(actor: Actor) -> list[str]:
    """Nobody reads anything because of the pinboard alone."""
    return [_("You pin notices here for all members.")] if actor.has("pinner") else []


def not_while_it_is_pinned(actor: Actor, entry: Any) -> Decision:
    """What hangs on the pinboard stays where its readers look for it."""
    if Notice.objects.filter(entry_id=entry.pk).exists():
        return denied(_("Take the notices about it down first."))
    return allowed()


def who_reviews(actor: Actor, entry_ids: Collection[int]) -> dict[int, str]:
    """Whoever reads the pinboard reads there who looks at an entry again."""
    found = notices_for(actor).filter(entry_id__in=entry_ids).values_list("entry_id", "title")
    return {entry: _("See the pinboard: %(title)s") % {"title": title} for entry, title in found}


def pin_button(request: HttpRequest, kind: str, pk: int) -> str:
    """From an entry to the pinboard."""
    return format_html('<p class="no-print"><a href="/pinnwand/?entry={}">{}</a></p>', pk, _("Pin a notice about it"))


def how_many_notices(request: HttpRequest, entry_id: int) -> str:
    """How many there are, for everybody; what they say, members read on the pinboard."""
    number = Notice.objects.filter(entry_id=entry_id).count()
    return format_html("<p>{}</p>", _("Notices about it: %(number)d") % {"number": number}) if number else ""


def on_the_home_page(request: HttpRequest) -> str:
    """How many there are, for everybody."""
    number = Notice.objects.count()
    return format_html("<p>{}</p>", _("Notices on the pinboard: %(number)d") % {"number": number}) if number else ""


def in_the_feed() -> Iterator[FeedItem]:
    """That something new hangs there, and nothing of what it says."""
    for notice in Notice.objects.order_by("-pinned_at"):
        yield FeedItem(f"/pinnwand/{notice.pk}", _("A new notice"), "/pinnwand/", notice.pinned_at, notice.pinned_at)


def addresses_for_everybody() -> list[tuple[str, datetime | None]]:
    """Everybody may know that there is a pinboard."""
    return [("/pinnwand/", None)]


def is_well() -> str | None:
    return None if Notice.objects.count() < 10_000 else "The pinboard is overfull."


def untitled_notices() -> Iterator[str]:
    for pk in Notice.objects.filter(title="").values_list("pk", flat=True):
        yield f"notice {pk} has no title"


def give_titles() -> None:
    Notice.objects.filter(title="").update(title="Ohne Titel")


def load_demo() -> None:
    Notice.objects.get_or_create(title="Willkommen", defaults={"text": "Hier hängen Notizen aller Mitglieder."})


_PINNED = Prepared(lambda: Notice.objects.filter(author=USER).order_by().values_list("pk"))


def pinners(user: Any) -> set[str]:
    return {"pinner"} if _PINNED(user=user.pk) else set()


def people_who_pin(principal: str) -> QuerySet[Any] | None:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.filter(notices__isnull=False).distinct() if principal == "pinner" else None


def counties_that_host() -> set[str]:
    return set()
