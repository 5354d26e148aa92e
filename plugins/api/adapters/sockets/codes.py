"""Why a socket is closed. A client that was told a code below 4500 does not try again by itself."""

from __future__ import annotations

from enum import IntEnum


class Close(IntEnum):
    """Sockets are accepted first and closed then: what is refused before that reaches browsers without its reason."""

    BROKEN = 4400
    """A frame that nobody can read."""
    NOT_SIGNED_IN = 4401
    ENDED = 4403
    """What could be followed until now can be no longer; also a page of elsewhere that opens a socket here."""
    MISSING = 4404
    """It is not there, or not for this person: nobody can tell which."""
    TOO_LARGE = 4413
    LATER = 4503
    """The channel layer is away, or there is more to do than can be done."""
    TOO_MUCH = 4529
    """Too many frames, too many things to follow, or too many sockets of one person."""


class BrokenFrame(Exception):
    """What came in makes no sense."""


class SignedOut(Exception):
    """The session behind the socket is no longer somebody's."""


class TooMuch(Exception):
    """More than one person may keep open."""


class Later(Exception):
    """Not now: whoever comes back in a moment finds it."""
