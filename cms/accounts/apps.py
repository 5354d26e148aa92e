from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class AccountsPlugin(Plugin):
    """Accounts as a plugin: principals of roles, policies of people and tokens, their personal data."""

    name = "cms.accounts"
    label = "accounts"
    title = _("Accounts")
    is_core = True

    def ready(self) -> None:
        from cms.accounts import signals  # noqa: F401  (registers)

    def extensions(self) -> Iterator[Any]:
        from cms.accounts import records

        yield from records.all_records()
