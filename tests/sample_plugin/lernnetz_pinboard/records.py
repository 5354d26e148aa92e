"""Everything that the pinboard plugs in, one record per slot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from cms.models import Entry
from lernnetz_pinboard import housekeeping, personal_data, searchable, telling
from lernnetz_pinboard.facts import NoticePinned
from lernnetz_pinboard.models import Notice
from lernnetz_pinboard.policies import NoticePolicy
from plugins.api import extensions as slots
from plugins.api.becoming import PARAMETER


def all_records() -> Iterator[Any]:
    yield slots.PolicyRecord(NoticePolicy())
    yield slots.Objection(Entry, "unpublish", housekeeping.not_while_it_is_pinned)
    yield slots.PrincipalProvider(
        "pinboard",
        principals=housekeeping.pinners,
        people=housekeeping.people_who_pin,
        in_words=lambda principal: _("Has pinned a notice") if principal == "pinner" else None,
    )
    yield slots.UrlMount("pinnwand/", "lernnetz_pinboard.urls")
    yield slots.RestMount("notices/", "lernnetz_pinboard.rest_urls")
    yield slots.SocketRoute("pinnwand", "lernnetz_pinboard.sockets.PinboardSocket")
    yield slots.NavItem(_("Pinboard"), "/pinnwand/", order=45, icon="tag", shown_to=lambda actor: actor.has("members"))
    yield slots.FactListener("pinboard.new", (NoticePinned,), housekeeping.something_is_new)
    yield slots.FactListener("pinboard.live", (NoticePinned,), housekeeping.tell_open_pages, at_once=True)
    yield slots.SearchSource(
        "notice",
        searchable.documents,
        {NoticePinned: lambda fact: [fact.notice_id]},
        names=(_("Notice"), _("Notices")),
    )
    yield slots.Facet("pinned_by", _("Pinned by"), order=60)
    yield slots.Narrowing("pinned_by", ("own",), searchable.only_own, "pinboard/only_own.html")
    yield slots.NotificationKind(
        "pinboard.notice",
        _("New notices on the pinboard"),
        about=Notice,
        facts=(NoticePinned,),
        news=telling.news,
        sentence=telling.sentence,
        in_mail=_("A new notice on the pinboard"),
        rhythm="daily",
    )
    yield slots.WebhookEvent(
        "notice.pinned",
        _("Somebody pinned a notice"),
        facts=(NoticePinned,),
        about=telling.notice,
        data=telling.for_programs,
    )
    yield slots.TaskSchedule("pinboard.take_down", timedelta(hours=12), housekeeping.take_down_old_notices)
    yield slots.PersonalData(
        title=_("Pinboard"),
        models=(Notice,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Notices that you pinned. All members read them."),
    )
    yield slots.HealthCheck("pinboard", housekeeping.is_well)
    yield slots.ConsistencyCheck("pinboard", housekeeping.untitled_notices, housekeeping.give_titles)
    yield slots.DemoData(order=60, load=housekeeping.load_demo, to_try=(_("Pin a notice: %(url)spinnwand/"),))
    yield slots.AccountPage(_("My notices"), _("What you have pinned for others."), url_name="pinboard", order=90)
    yield slots.PageButtons(("entry",), housekeeping.pin_button)
    yield slots.EntryPanel("pinboard", housekeeping.how_many_notices, order=60)
    yield slots.HomePanel("pinboard", housekeeping.on_the_home_page, order=60)
    yield slots.PublicFeed("pinnwand", _("New on the pinboard"), "/pinnwand/", housekeeping.in_the_feed)
    yield slots.SitemapSource("pinboard", housekeeping.addresses_for_everybody)
    yield slots.StartList("pinboard", _("New on the pinboard"), housekeeping.newest, "/pinnwand/", order=60)
    yield slots.ProvenanceSource("pinboard", ("recommendation",), housekeeping.steps_of_entry)
    yield slots.OriginSource(
        "notice",
        find=housekeeping.as_origin,
        keep=housekeeping.remember_entry,
        origins_of=housekeeping.notices_behind,
    )
    yield slots.Becoming(
        "notice",
        _("A notice on the pinboard"),
        url=lambda reference: f"/pinnwand/?{urlencode({PARAMETER: reference})}",
        shown=housekeeping.notices_made,
        order=60,
        shown_to=lambda actor: actor.has("members"),
    )
    yield slots.HandOver("pinboard", _("Notices"), housekeeping.left_behind, housekeeping.pass_on, order=90)
    yield slots.MandateScope(
        "pinboard",
        _("Notices"),
        _("The guest reads each of these notices."),
        "guest-notice",
        choices=housekeeping.notices_to_name,
        titles=housekeeping.titles_of_notices,
        order=90,
    )
    yield slots.ReaderNote("pinboard", housekeeping.notes_for)
    yield slots.ReviewTask("pinboard", housekeeping.who_reviews)
    yield slots.MemberCounties(housekeeping.counties_that_host)
    yield slots.WayOn(
        _("Look at the pinboard"),
        url=lambda words: "/pinnwand/",
        order=20,
        shown_to=lambda actor: actor.has("members"),
    )
    yield slots.Remains("pinboard", _("Notices that only led there"), housekeeping.leading_to)
    yield slots.GroupTab(
        "pinboard",
        _("Pinboard"),
        url=lambda group: f"/pinnwand/?group={group.slug}",
        order=60,
        shown_to=lambda actor, group: actor.has(group.principal),
    )
