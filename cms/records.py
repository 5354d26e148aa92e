"""What the knowledge base plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms import (
    consistency,
    listeners,
    mails,
    personal_data,
    plugin_policies,
    policies,
    schedules,
    searchable,
    searchable_files,
    telling,
)
from cms.actions import handing_over
from cms.actions.plugins import forget_copies
from cms.actions.previewing import forget_previews
from cms.confirmation_policy import ConfirmationPolicy
from cms.demo import desk, loading
from cms.facts import (
    BarrierReported,
    ConfirmationAnswered,
    ConfirmationAsked,
    CountyChanged,
    FileRead,
    LayersChanged,
    MediaChanged,
    PersonRenamed,
    ShownFilesChanged,
    ShownThingRemoved,
    SuggestionsDecided,
    TopicChanged,
)
from cms.models import KINDS, BarrierReport, Confirmation, Entry, File, Picture, PreviewLink, Release, Suggestion
from cms.pages import alike, start
from cms.queries.becoming import entries_made
from cms.webhook_records import webhook_records
from plugins.api import extensions as slots
from plugins.api import troubles
from plugins.api.becoming import PARAMETER
from plugins.api.kept_replies import forget_old_replies


def all_records() -> Iterator[Any]:
    for policy in (
        policies.ProjectionPolicy(),
        policies.PublicationPolicy(),
        policies.EntryPolicy(),
        policies.TopicPolicy(),
        policies.CountyPolicy(),
        policies.PagePolicy(),
        policies.HomePagePolicy(),
        policies.KnowledgeIndexPolicy(),
        policies.StandardPagePolicy(),
        policies.BarrierReportPolicy(),
        policies.PicturePolicy(),
        policies.FilePolicy(),
        plugin_policies.PluginSwitchPolicy(),
        plugin_policies.RemovedPluginPolicy(),
    ):
        yield slots.PolicyRecord(policy)
    yield slots.UrlMount("", "cms.pages.urls")
    yield slots.RestMount("", "cms.rest.urls")
    yield slots.UrlMount("api/v1/", "cms.rest.elsewhere")
    yield slots.NavItem(_("Knowledge"), "/wissen/", 10, "book-open")
    yield slots.NavItem(_("Topics"), "/themen/", 20, "tag")
    yield slots.FactListener(
        "cms.project_again",
        (TopicChanged, CountyChanged, MediaChanged, PersonRenamed, ShownThingRemoved),
        listeners.project_again,
    )
    yield from search_records()
    yield from schedule_records()
    yield slots.PersonalData(
        title=_("Entries"),
        models=(Entry, Release, Picture, File, PreviewLink),
        hand_out=personal_data.hand_out_entries,
        erase=personal_data.erase_from_entries,
        text=_(
            "Which entries, pictures and files you created, which entries you answer for, what you submitted, "
            "reviewed, commented and released. Editors and the programme office see it; all members see who answers "
            "for an entry."
        ),
    )
    yield from file_records()
    yield from barrier_records()
    yield from confirmation_records()
    yield from telling.kinds()
    yield from webhook_records()
    yield from becoming_records()
    yield slots.HandOver("cms", _("Entries"), handing_over.left_behind, handing_over.pass_entry_on, order=40)
    yield slots.DemoData(
        order=10,
        load=loading.load_demo_world,
        to_try=(
            _("Search for “Wohnung” at %(url)ssuche/, first as a visitor, then signed in"),
            _("Read the same entry signed out and signed in, starting at %(url)swissen/"),
            _("Ask as a program would: %(url)sapi/v1/docs/"),
            _("See a front end of its own, with Node: npm start in the folder clients/example"),
        ),
    )
    yield slots.DemoData(order=30, load=desk.load_desk, needs_members=True)
    yield slots.ConsistencyCheck("layers", consistency.differences, consistency.repair)


def schedule_records() -> Iterator[Any]:
    """What happens by the clock, and what is forgotten in time."""
    yield slots.TaskSchedule("cms.publish_scheduled", timedelta(minutes=1), schedules.publish_scheduled)
    yield slots.TaskSchedule("cms.show_age", timedelta(hours=1), schedules.show_age)
    yield slots.TaskSchedule("cms.clear_sessions", timedelta(days=1), schedules.clear_sessions)
    yield slots.TaskSchedule("cms.forget_previews", timedelta(hours=1), forget_previews)
    yield slots.TaskSchedule("cms.forget_replies", timedelta(hours=1), forget_old_replies)
    yield slots.TaskSchedule("cms.forget_troubles", timedelta(days=1), troubles.forget_old)
    yield slots.TaskSchedule("cms.forget_copies_of_plugins", timedelta(days=1), forget_copies)
    yield slots.HealthCheck("plugins", troubles.in_a_sentence, is_vital=False)


def becoming_records() -> Iterator[Any]:
    """Entries that grow out of something said elsewhere."""
    yield slots.Becoming(
        "entry",
        _("An entry of the knowledge base"),
        lambda reference: f"{reverse('editing:become_entry')}?{urlencode({PARAMETER: reference})}",
        entries_made,
        order=40,
        shown_to=lambda actor: actor.has(*policies.STAFF),
    )


def search_records() -> Iterator[Any]:
    """Entries and topics are found, and filtered by what they say."""
    yield slots.SearchSource(
        "entry",
        searchable.entry_documents,
        {LayersChanged: lambda fact: [fact.entry_id]},
        tuple(KINDS),
        kind_name=lambda kind: KINDS[kind]._meta.verbose_name,
    )
    yield slots.SearchSource(
        "topic",
        searchable.topic_documents,
        {TopicChanged: lambda fact: [fact.topic_id], LayersChanged: searchable.topics_of_entry},
    )
    yield slots.Facet("kind", _("Kind"), 10)
    yield slots.Facet("topic", _("Topic"), 20)
    yield slots.Facet("county", _("County"), 30)
    yield slots.Narrowing("county", alike.PARAMETERS, alike.read, alike.TEMPLATE)


def file_records() -> Iterator[Any]:
    """Texts inside files: read after an upload, found, compared with what the files hold."""
    yield slots.FactListener("cms.read_files", (MediaChanged,), listeners.read_files, takes_long=True)
    yield slots.SearchSource(
        "file",
        searchable_files.file_documents,
        {
            FileRead: lambda fact: [fact.file_id],
            ShownFilesChanged: lambda fact: fact.file_ids,
            MediaChanged: lambda fact: [fact.object_id] if fact.model == "file" else [],
        },
    )
    yield slots.TaskSchedule("cms.find_unread_files", timedelta(hours=1), schedules.find_unread_files)
    yield slots.ConsistencyCheck("texts of files", consistency.differences_of_files, consistency.repair_files)
    yield slots.DemoData(order=40, load=consistency.repair_files)


def barrier_records() -> Iterator[Any]:
    """Reports of barriers: told, forgotten in time, handed out and erased."""
    yield slots.FactListener("cms.barrier_mails", (BarrierReported,), mails.tell_office)
    yield slots.TaskSchedule("cms.forget_barrier_reports", timedelta(days=1), schedules.forget_barrier_reports)
    yield slots.PersonalData(
        title=_("Reports of barriers"),
        models=(BarrierReport,),
        hand_out=personal_data.hand_out_reports,
        erase=personal_data.erase_from_reports,
        text=_(
            "Reports of barriers in which you gave your e-mail address, for twelve months. "
            "The programme office sees them."
        ),
    )


def confirmation_records() -> Iterator[Any]:
    """Counties that confirm a version: asked, answered, told by mail, handed out and erased."""
    yield slots.StartList("confirmations", _("Texts for you to confirm"), start.confirmations_asked, "", order=20)
    yield slots.PolicyRecord(ConfirmationPolicy())
    yield slots.FactListener(
        "cms.confirmation_mails",
        (ConfirmationAsked, ConfirmationAnswered, SuggestionsDecided),
        mails.tell_about_confirmations,
    )
    yield slots.PersonalData(
        title=_("Confirmations"),
        models=(Confirmation, Suggestion),
        hand_out=personal_data.hand_out_confirmations,
        erase=personal_data.erase_from_confirmations,
        text=_(
            "Texts that you were asked to confirm, your answers and suggestions, and what you asked and decided "
            "yourself. Authors, editors and the programme office see it."
        ),
    )
