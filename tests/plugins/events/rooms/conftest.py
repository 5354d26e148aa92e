"""A small server that answers like a BigBlueButton: it makes rooms for whoever signs the call rightly."""

from __future__ import annotations

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

SECRET = "gemeinsames Geheimnis"


class Counterpart(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        call = parts.path.removeprefix("/bigbluebutton/api/")
        query, _sep, checksum = parts.query.rpartition("&checksum=")
        is_right = checksum == hashlib.sha256(f"{call}{query}{SECRET}".encode()).hexdigest()
        given = {name: values[0] for name, values in parse_qs(query).items()}
        if is_right:
            self.server.calls.append((call, given))
        known = call == "create" or given.get("meetingID") in {
            one["meetingID"] for _call, one in self.server.calls[:-1]
        }
        word = "SUCCESS" if is_right and known else "FAILED"
        body = f"<response><returncode>{word}</returncode></response>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


@pytest.fixture
def bigbluebutton(settings):
    """The server; `calls` holds what was asked with a right checksum."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Counterpart)
    server.calls = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.BIGBLUEBUTTON_URL = f"http://127.0.0.1:{server.server_port}/bigbluebutton"
    settings.BIGBLUEBUTTON_SECRET = SECRET
    yield server
    server.shutdown()
    server.server_close()
