"""Who knows of an event, in the words that stand on its page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plugins.events.models import Event, EventClass


@dataclass(frozen=True)
class Audience:
    """A few words, and the readers one by one."""

    label: str
    people: list[str]


def audience_in_words(event: Event) -> Audience | None:
    """None for what everybody may know of."""
    organisers = _("whoever organises the event")
    if not event.is_published:
        return Audience(_("Only whoever organises it"), [organisers])
    match event.confidentiality:
        case EventClass.MEMBERS:
            guests = _("guests whose mandate names it")
            readers = [_("all members of the Forum"), _("the programme office"), guests, organisers]
            return Audience(_("All members"), readers)
        case EventClass.GROUP:
            assert event.group is not None
            group = _("the working group “%s”") % event.group.title
            label = _("Only %(group)s, and whoever is invited") % {"group": event.group.title}
            return Audience(label, [group, _("whoever is invited"), organisers])
        case EventClass.PERSONS:
            return Audience(_("Only whoever is invited"), [_("whoever is invited"), organisers])
    return None


def insiders_in_words(event: Event) -> Audience | None:
    """Who reads what visitors do not, also where the event is public."""
    if event.is_public:
        return Audience(_("All members"), [_("all members of the Forum"), _("whoever organises the event")])
    return audience_in_words(event)
