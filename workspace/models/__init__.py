"""What is stored of the work in groups. One file per concept."""

from workspace.models.discussions import (
    Discussion,
    DiscussionReach,
    DiscussionReading,
    Post,
    PostReport,
    PostVersion,
)
from workspace.models.groups import (
    GroupMembership,
    GroupRole,
    GroupState,
    GroupVisibility,
    JoinMode,
    PastVisibility,
    WorkingGroup,
)

__all__ = [
    "Discussion",
    "DiscussionReach",
    "DiscussionReading",
    "GroupMembership",
    "GroupRole",
    "GroupState",
    "GroupVisibility",
    "JoinMode",
    "PastVisibility",
    "Post",
    "PostReport",
    "PostVersion",
    "WorkingGroup",
]
