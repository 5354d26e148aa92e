"""What is stored of the work in groups. One file per concept."""

from workspace.models.admissions import Admission, AdmissionKind, AdmissionState
from workspace.models.discussions import (
    Discussion,
    DiscussionReach,
    DiscussionReading,
    Post,
    PostReport,
    PostVersion,
)
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
from workspace.models.reports import GroupReport, ReportKind

__all__ = [
    "Admission",
    "AdmissionKind",
    "AdmissionState",
    "Discussion",
    "DiscussionReach",
    "DiscussionReading",
    "Follow",
    "GroupMembership",
    "GroupReport",
    "GroupRole",
    "GroupState",
    "GroupVisibility",
    "JoinMode",
    "MailState",
    "Notification",
    "NotificationChoice",
    "PastVisibility",
    "ReportKind",
    "Rhythm",
    "TopicFollow",
    "Post",
    "PostReport",
    "PostVersion",
    "WorkingGroup",
]
