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

__all__ = [
    "GroupMembership",
    "GroupRole",
    "GroupState",
    "GroupVisibility",
    "JoinMode",
    "PastVisibility",
    "WorkingGroup",
]
