"""What is stored of the work in groups. One file per concept."""

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

__all__ = [
    "GroupMembership",
    "GroupRole",
    "GroupState",
    "GroupVisibility",
    "JoinMode",
    "MailState",
    "Notification",
    "NotificationChoice",
    "PastVisibility",
    "Rhythm",
    "TopicFollow",
    "WorkingGroup",
]
