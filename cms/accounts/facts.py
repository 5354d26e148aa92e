"""What happens to accounts and is told to listeners."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import Fact


@dataclass(frozen=True)
class PasswordLinkAsked(Fact):
    """Somebody asked for a link to a new password; `site` is the address under which they asked (`https://host`)."""

    user_id: int
    site: str
