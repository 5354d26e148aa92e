"""A program that writes entries."""

from __future__ import annotations

from typing import Any

from tests.cast import Api, api

ANSWERS = {"parties": "no", "persons": "no", "county": "yes", "sources": "yes"}
CHECKED = {code: {"answer": answer} for code, answer in ANSWERS.items()}
TEXT = [{"type": "text", "value": {"html": "<p>Der Kurs kommt ins Dorf.</p>"}}]
WHOLE = {"initial_situation": TEXT, "approach": TEXT, "results": TEXT}
"""All sections without which a good practice is not published."""


class Program:
    """With a token for writing."""

    def __init__(self, person: Any, *scopes: str) -> None:
        self.api: Api = api(person, *(scopes or ("write:entries",)))

    def write(self, key: str | None = None, **fields: Any) -> Any:
        sent = {"kind": "good_practice", "title": "Kurs im Dorf", **fields}
        return self.api.post("/api/v1/entries/", sent, "application/json", headers=_headers(key=key))

    def read(self, number: int) -> Any:
        return self.api.get(f"/api/v1/entries/{number}/newest/")

    def change(self, number: int, tag: str | None, **fields: Any) -> Any:
        return self.api.patch(f"/api/v1/entries/{number}/", fields, "application/json", headers=_headers(tag=tag))

    def move(self, number: int, to: str, tag: str | None = "", key: str | None = None, **said: Any) -> Any:
        """Without a tag: with that of the newest version."""
        tag = self.read(number)["ETag"] if tag == "" else tag
        address = f"/api/v1/entries/{number}/transitions/"
        return self.api.post(address, {"to": to, **said}, "application/json", headers=_headers(tag=tag, key=key))


def _headers(*, tag: str | None = None, key: str | None = None) -> dict[str, str]:
    given = {"if-match": tag, "idempotency-key": key}
    return {name: value for name, value in given.items() if value is not None}
