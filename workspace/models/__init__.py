"""What is stored of the work in groups. One file per concept."""

from workspace.models.admissions import Admission, AdmissionKind, AdmissionState
from workspace.models.challenge_requests import ChallengeRequest
from workspace.models.challenges import SILENT_AFTER, Challenge, ChallengeQuerySet, ChallengeState
from workspace.models.consultations import (
    Consultation,
    ConsultationQuestion,
    Contribution,
    ContributionOutcome,
    Reaction,
)
from workspace.models.decisions import Answer, Decision, DecisionOutcome, Voice
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
from workspace.models.publication_tasks import LanguageEdit, NeutralityCheck, PublicationTask
from workspace.models.publications import (
    DraftOrigin,
    OriginKind,
    Publication,
    PublicationCheck,
    PublicationState,
)
from workspace.models.quote_requests import QuoteRequest
from workspace.models.remarks import DraftComment, DraftSuggestion, Remark, SuggestionState
from workspace.models.reports import GroupReport, ReportKind
from workspace.models.tasks import Task

__all__ = [
    "SILENT_AFTER",
    "Admission",
    "AdmissionKind",
    "AdmissionState",
    "Answer",
    "Challenge",
    "ChallengeQuerySet",
    "ChallengeRequest",
    "ChallengeState",
    "Consultation",
    "ConsultationQuestion",
    "Contribution",
    "ContributionOutcome",
    "Decision",
    "DecisionOutcome",
    "Discussion",
    "DiscussionReach",
    "DiscussionReading",
    "Draft",
    "DraftComment",
    "DraftOrigin",
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
    "LanguageEdit",
    "MailState",
    "NeutralityCheck",
    "Notification",
    "NotificationChoice",
    "OriginKind",
    "Owner",
    "PastVisibility",
    "Post",
    "PostReport",
    "PostVersion",
    "Publication",
    "PublicationCheck",
    "PublicationState",
    "PublicationTask",
    "QuoteRequest",
    "Reaction",
    "Remark",
    "ReportKind",
    "Rhythm",
    "StoredFile",
    "SuggestionState",
    "Task",
    "TopicFollow",
    "Voice",
    "WorkingGroup",
]
