"""What files plug in: shelves of groups, attachments of posts, and the text inside both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import listeners, searchable_files
from workspace.actions.stored_files import forget_waiting_files
from workspace.demo import files as demo
from workspace.facts import (
    DiscussionChanged,
    FilesChanged,
    GroupChanged,
    GroupMembersChanged,
    PostChanged,
    StoredFileRead,
)
from workspace.models import GroupFile, StoredFile
from workspace.personal_data import files as personal_data
from workspace.policies.files import GroupFilePolicy, StoredFilePolicy


def file_records() -> Iterator[Any]:
    yield slots.UrlMount("", "workspace.views.file_urls")
    yield slots.RestMount("groups/", "workspace.rest.file_urls")
    yield slots.PolicyRecord(GroupFilePolicy())
    yield slots.PolicyRecord(StoredFilePolicy())
    yield slots.PersonalData(
        title=_("Files"),
        models=(GroupFile, StoredFile),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Files that you put down in working groups or attached to posts, with dates. Whoever reads the group or "
            "the post reads them, and sees who brought them."
        ),
    )
    yield slots.FactListener("workspace.read_files", (FilesChanged,), listeners.read_files, takes_long=True)
    yield slots.SearchSource(
        "file",
        searchable_files.file_documents,
        {
            FilesChanged: searchable_files.numbers_of,
            StoredFileRead: searchable_files.numbers_of,
            PostChanged: searchable_files.files_of_discussion,
            DiscussionChanged: searchable_files.files_of_discussion,
            GroupChanged: searchable_files.files_of_group,
            GroupMembersChanged: searchable_files.files_of_group,
        },
    )
    yield slots.TaskSchedule("workspace.find_unread_files", timedelta(hours=1), listeners.find_unread_files)
    yield slots.TaskSchedule("workspace.forget_waiting_files", timedelta(hours=1), forget_waiting_files)
    yield slots.ConsistencyCheck("files of groups", listeners.differences_of_files, listeners.repair_files)
    yield slots.DemoData(order=80, load=demo.load, needs_members=True)
