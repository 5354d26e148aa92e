"""Asking as somebody, and what an answer says once everything is taken out that may differ between two askings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from django.test import Client

from tests.cast import as_client
from tests.contracts.leaks.planting import Garden

CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|csrftoken=\w+|sessionid=\w+|expires=[^;]+|data-csrf="\w+"', re.IGNORECASE
)
LEFT_OUT = {"date", "expires"}
"""They name the moment: pages that nobody may keep have run out when they are sent."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def text(self) -> str:
        """All that somebody could read in it, in small letters."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return unquote(f"{self.status}\n{headers}\n{self.body.decode('utf-8', 'replace')}").lower()

    def header(self, name: str) -> str:
        return dict(self.headers).get(name.lower(), "")

    def without(self, *tokens: str) -> tuple[int, Any, bytes]:
        """The answer with what changes at every asking, and the pieces of address that were asked for, taken out."""
        text = self.body.decode("latin-1")
        asked_for = re.compile("|".join(map(_in_addresses, tokens)))
        repeats_it = asked_for.search(text)  # then its ETag differs with the token

        def plain(part: str) -> str:
            return asked_for.sub("·", CHANGING.sub("·", part))

        headers = tuple((name, plain(value)) for name, value in self.headers if not (repeats_it and name == "etag"))
        return self.status, headers, plain(text).encode()


def _in_addresses(token: str) -> str:
    return rf"(?:(?<=/)|(?<=%2F)){token}(?!\d)" if token.isdigit() else re.escape(token)


def client_for(role: str, garden: Garden) -> Client:
    if role in garden.tokens:
        return Client(headers={"authorization": f"Bearer {garden.tokens[role]}"})
    return as_client(garden.people[role])


def ask(client: Client, address: str, method: str = "GET", **headers: str) -> Answer:
    client.raise_request_exception = True
    response = client.generic(method, address, headers=headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    found = [(name.lower(), value) for name, value in response.items() if name.lower() not in LEFT_OUT]
    cookies = [("set-cookie", morsel.OutputString()) for _, morsel in sorted(response.cookies.items())]
    return Answer(response.status_code, tuple(sorted(found) + cookies), body)
