"""What happens to accounts and is told to listeners."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import AccessChanged, Fact


@dataclass(frozen=True)
class PasswordLinkAsked(Fact):
    """Somebody asked for a link to a new password; `site` is the address under which they asked (`https://host`)."""

    user_id: int
    site: str


@dataclass(frozen=True)
class AccountOpened(Fact):
    """The programme office gave somebody an account, with a seat or a mandate; the person has no password yet."""

    user_id: int


@dataclass(frozen=True)
class SessionEnded(AccessChanged):
    """Somebody has signed out, here or on another device."""

    user_id: int

    @property
    def people(self) -> tuple[int]:
        return (self.user_id,)


@dataclass(frozen=True)
class RightsChanged(AccessChanged):
    """An account was closed or opened, has another password, or these people have other roles than before."""

    user_ids: tuple[int, ...]

    @property
    def people(self) -> tuple[int, ...]:
        return self.user_ids


@dataclass(frozen=True)
class TokenRevoked(Fact):
    """A token of a program works no more."""

    token_id: int


@dataclass(frozen=True)
class FrontEndShutOut(AccessChanged):
    """A front end elsewhere that somebody had let in has no access for them any more."""

    user_id: int

    @property
    def people(self) -> tuple[int]:
        return (self.user_id,)
