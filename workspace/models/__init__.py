"""What is stored of the work in groups. One file per concept."""

from workspace.models.admissions import Admission, AdmissionKind, AdmissionState
from workspace.models.challenge_requests import ChallengeRequest
from workspace.models.challenges import SILENT_AFTER, Challenge, ChallengeQuerySet, ChallengeState
from workspace.models.discussions import (
    Discussion,
    DiscussionReach,
    DiscussionReading,
    Post,
    PostReport,
    PostVersion,
)
from workspace.models.drafts import (
    Draft,
    DraftReach,
    DraftState,
    DraftText,
    DraftTicket,
    DraftUpdate,
    DraftVersion,
    Owner,
)
from workspace.models.files import GroupFile, StoredFile
from workspace.models.following import Follow
from workspace.models.groups import (
    GroupMembership,
    GroupRole,
    GroupState,
    GroupVisibility,
    JoinMode,
    PastVisibility,
    WorkingGroup,
)
from workspace.models.notifications import MailState, Notification, NotificationChoice, Rhythm, TopicFollow
from workspace.models.quote_requests import QuoteRequest
from workspace.models.remarks import DraftComment, DraftSuggestion, Remark, SuggestionState
from workspace.models.reports import GroupReport, ReportKind
from workspace.models.tasks import Task

__all__ = [
    "Admission",
    "AdmissionKind",
    "AdmissionState",
    "Challenge",
    "ChallengeQuerySet",
    "ChallengeRequest",
    "ChallengeState",
    "Discussion",
    "DiscussionReach",
    "DiscussionReading",
    "Draft",
    "DraftComment",
    "DraftReach",
    "DraftState",
    "DraftSuggestion",
    "DraftText",
    "DraftTicket",
    "DraftUpdate",
    "DraftVersion",
    "Follow",
    "GroupFile",
    "GroupMembership",
    "GroupReport",
    "GroupRole",
    "GroupState",
    "GroupVisibility",
    "JoinMode",
    "MailState",
    "Notification",
    "NotificationChoice",
    "Owner",
    "PastVisibility",
    "SILENT_AFTER",
    "QuoteRequest",
    "Remark",
    "ReportKind",
    "Rhythm",
    "TopicFollow",
    "Post",
    "PostReport",
    "PostVersion",
    "StoredFile",
    "SuggestionState",
    "Task",
    "WorkingGroup",
]
