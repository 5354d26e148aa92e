"""The end of a review, named in the settings: Wagtail imports it before there are any models."""

from __future__ import annotations

from typing import Any


def publish_reviewed(workflow_state: Any, user: Any = None) -> None:
    """What was approved is published, if the door lets the approver."""
    from cms.actions import reviewing

    reviewing.publish_reviewed(workflow_state, user)
