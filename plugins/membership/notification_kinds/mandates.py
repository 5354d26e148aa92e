"""What people are told about guests: that a group is asked, and that a mandate is about to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.membership.facts import GuestProposed, MandateEnds
from plugins.membership.models import GuestMandate, MandateGroup
from plugins.membership.policies.office import OFFICE


def guest_kind() -> NotificationKind:
    return NotificationKind(
        "membership.guest",
        gettext_lazy("Guests that are proposed to your working group"),
        about=MandateGroup,
        facts=(GuestProposed,),
        news=guest_news,
        sentence=_guest_sentence,
        in_mail=gettext_lazy("A guest is proposed to a working group"),
        is_personal=True,
    )


def mandate_kind() -> NotificationKind:
    return NotificationKind(
        "membership.mandate",
        gettext_lazy("Mandates of guests that end soon"),
        about=GuestMandate,
        facts=(MandateEnds,),
        news=mandate_news,
        sentence=_mandate_sentence,
        in_mail=gettext_lazy("The mandate of a guest ends soon"),
        is_personal=True,
    )


def guest_news(fact: GuestProposed) -> Iterator[News]:
    """Whoever coordinates the group is told; of what is answered by now, nobody."""
    line = MandateGroup.objects.select_related("group", "mandate").filter(pk=fact.line_id).first()
    if line is not None and line.is_open:
        yield News(
            about=line,
            url=line.group.get_absolute_url(),
            principals=frozenset({line.group.coordinator_principal}),
            words={"group": line.group.title, "institution": line.mandate.institution},
            group=line.group_id,
        )


def mandate_news(fact: MandateEnds) -> Iterator[News]:
    """The sponsor and the office, once for each last day and each of the two warnings."""
    mandate = GuestMandate.objects.filter(pk=fact.mandate_id).first()
    if mandate is None or mandate.end is None or not mandate.is_in_force:
        return
    yield News(
        about=mandate,
        url=mandate.get_absolute_url(),
        people=frozenset({mandate.sponsor_id} if mandate.sponsor_id else ()),
        principals=frozenset({OFFICE}),
        words={"institution": mandate.institution, "date": date_format(mandate.end, "DATE_FORMAT")},
        key=f"mandate:{mandate.pk}:{mandate.end}:{fact.days}",
    )


def _guest_sentence(words: Mapping[str, Any]) -> str:
    return _("The programme office proposes a guest to “%(group)s”: %(institution)s") % words


def _mandate_sentence(words: Mapping[str, Any]) -> str:
    return _("The mandate of %(institution)s ends on %(date)s.") % words
