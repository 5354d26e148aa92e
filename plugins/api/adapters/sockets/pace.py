"""How fast frames may come."""

from __future__ import annotations

import time


class Pace:
    """At most `most` in any `seconds`, spread as one likes: what is saved up in quiet moments may be spent at once."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.per_second = most / seconds
        self.left = float(most)
        self.at = time.monotonic()

    def allows_one_more(self) -> bool:
        now = time.monotonic()
        self.left = min(self.most, self.left + (now - self.at) * self.per_second)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True
