"""A program opens the socket of a draft with a ticket; what its token may not write is not taken."""

from __future__ import annotations

import json
import re
import urllib.request
from contextlib import suppress
from urllib.parse import urlencode

import pytest
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from tests.forum_process import SOON, code_of
from workspace.drafting import frames

pytestmark = pytest.mark.xdist_group("sockets")

DRAFT = 1
TOKENS = "/konto/zugaenge/neu/"


class Program:
    """Knows nothing but a token."""

    def __init__(self, person, *scopes):
        csrf = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', person.read(TOKENS))[1]
        given = urlencode({"name": "Test", "scopes": scopes, "csrfmiddlewaretoken": csrf}, doseq=True).encode()
        with person.browser.open(person.forum.address + TOKENS, given, timeout=30) as answer:
            page = answer.read().decode()
        self.forum, self.open = person.forum, person.socket
        self.token = re.search(r'<code class="secret">([^<]+)</code>', page)[1]

    def asks(self, path, method="GET"):
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.forum.address + path, method=method, headers=headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def ticket(self):
        return json.loads(self.asks(f"/api/v1/drafts/{DRAFT}/ticket/", "POST"))["ticket"]

    def socket(self, ticket, draft=DRAFT):
        return self.open(f"/ws/drafts/{draft}?acks=1&ticket={ticket}", cookie="", origin=None)

    def text(self):
        return self.asks(f"/api/v1/drafts/{DRAFT}/?format=md")


def written(words):
    """The update of an editor that begins with a paragraph of its own."""
    doc = Doc()
    root = doc.get("content", type=XmlFragment)
    root.children.append(XmlElement("paragraph"))
    root.children[0].children.append(XmlText(words))
    return frames.sync(frames.Step.UPDATE, doc.get_update())


def says_stored(socket):
    """Whether the server says that something is on disk."""
    with suppress(TimeoutError):
        while frame := socket.recv(timeout=2):
            if frame == frames.stored(1):
                return True
    return False


def test_a_program_that_may_write_writes(person):
    program = Program(person("member"), "read:members", "write:workspace")
    with program.socket(program.ticket()) as socket:
        assert socket.recv(timeout=SOON)[:2] == bytes((frames.SYNC, frames.Step.STATE))
        socket.send(written("Von einem Programm."))
        assert says_stored(socket)
    assert "Von einem Programm." in program.text()


def test_a_program_that_only_reads_reads(person):
    program = Program(person("member"), "read:members")
    with program.socket(program.ticket()) as socket:
        assert socket.recv(timeout=SOON)[:2] == bytes((frames.SYNC, frames.Step.STATE))
        socket.send(written("Ohne das Recht dazu."))
        assert not says_stored(socket)
        socket.send(frames.sync(frames.Step.STATE, Doc().get_state()))
        assert socket.recv(timeout=SOON)[:2] == bytes((frames.SYNC, frames.Step.MISSING))
    assert "Ohne das Recht dazu." not in program.text()


def test_a_ticket_is_used_up_and_good_for_one_draft(person):
    program = Program(person("member"), "read:members")
    ticket = program.ticket()
    with program.socket(ticket, draft=DRAFT + 1) as other:
        assert code_of(other) == 4401
    with program.socket(ticket) as socket:
        assert socket.recv(timeout=SOON)
    with program.socket(ticket) as again:
        assert code_of(again) == 4401
    with program.socket("") as without:
        assert code_of(without) == 4401
