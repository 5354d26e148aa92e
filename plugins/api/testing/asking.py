"""Asking an address, and what an answer says once everything is taken out that may differ between two askings."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Final

from django.test import Client

CHANGING: Final = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|data-csrf="\w+"|nonce-[\w+/=-]+')


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    """Its content type."""
    place: str
    """Where it sends the reader; empty where it does not."""
    text: str

    @property
    def is_page(self) -> bool:
        return self.status == 200 and self.kind.startswith("text/html")

    def shows(self, words: str) -> bool:
        """Whether somebody could read these words in it, in whatever case and place."""
        return words.lower() in f"{self.place}\n{self.text}".lower()

    def without(self, address: str) -> Answer:
        """As it would be for any address."""
        pieces = "|".join(re.escape(piece) for piece in address.split("/") if piece)
        asked_for = re.compile(rf"(?:(?<=/)|(?<=%2F))(?:{pieces})(?!\w)")

        def plain(text: str) -> str:
            return CHANGING.sub("·", asked_for.sub("·", text))

        return Answer(self.status, self.kind, plain(self.place), plain(self.text))


def ask(browser: Client, address: str, method: str = "GET") -> Answer:
    """What fails on our side is an answer like any other: 500."""
    logging.getLogger("django.request").setLevel(logging.ERROR)  # what is refused is no news here
    browser.raise_request_exception = False
    response = browser.generic(method, address)
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    return Answer(
        response.status_code,
        response.headers.get("Content-Type", ""),
        response.headers.get("Location", ""),
        body.decode("utf-8", "replace"),
    )
