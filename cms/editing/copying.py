"""Copying an entry: a text of its own, unpublished, from which somebody goes on writing."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class EntryCopyForm(CopyForm):
    """Without aliases, which would be published again with their source; and copies begin unpublished."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "publish_copies"):
            self.fields.pop(name, None)
