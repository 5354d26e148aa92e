"""What goes wrong at the door, in words that adapters turn into answers."""

from __future__ import annotations


class Missing(Exception):
    """The object is not there, or this actor may not know that it is: both look the same."""


class Refused(Exception):
    """The actor may see the object but not do this; `reason` is a sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Outdated(Exception):
    """Somebody has changed the object since the actor read it; nothing was done. `reason` is a sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownVerb(LookupError):
    """Code asked the door for a verb that the policy does not know: a mistake of ours, never an answer."""


class UnknownPolicy(LookupError):
    """A model came to the door without a policy: a mistake of ours, never an answer."""


class NotNow(Exception):
    """A listener can hear nothing at present, because what it serves is away; ask again after `seconds`.

    Everything announced to it is kept until then and counts as not tried. `reason` is a sentence for the operator.
    """

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason


class Invalid(Exception):
    """An action cannot use what it was given; `errors` maps a field to sentences for people."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__("; ".join(sentence for sentences in errors.values() for sentence in sentences))
        self.errors = errors
