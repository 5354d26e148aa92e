"""One message on its way: with TLS held against the name, and never for long."""

from __future__ import annotations

import socket
import ssl
import time
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cms import delivering, webhook_addresses
from cms.delivering import send
from cms.models import Failure
from tests.receiver import open_receiver


def make_certificate(folder, name):
    """A certificate that signs itself; its path."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def encrypted(tmp_path, monkeypatch, settings):
    """A receiver at https://empfang.example, which the resolver finds on this machine; the path of its certificate."""
    settings.WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    path = make_certificate(tmp_path, "empfang.example")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    server = open_receiver(context)
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr(webhook_addresses.socket, "getaddrinfo", lambda *args, **kwargs: here)
    server.receiver.certificate = path
    server.receiver.port = server.server_port
    yield server.receiver
    server.shutdown()
    server.server_close()


def test_the_certificate_is_held_against_the_name(encrypted, monkeypatch):
    url = f"https://empfang.example:{encrypted.port}/"
    assert send(url, {}, b"{}").failure == Failure.TLS  # nobody trusts it

    monkeypatch.setenv("SSL_CERT_FILE", str(encrypted.certificate))
    assert send(url, {}, b"{}").has_arrived
    assert send(url.replace("empfang", "andere"), {}, b"{}").failure == Failure.TLS
    (message,) = encrypted.messages
    assert message.headers["host"] == f"empfang.example:{encrypted.port}"


def test_nobody_there(receiver):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    assert send(url, {}, b"{}") == delivering.Outcome(failure=Failure.CONNECTION)


def test_machines_inside_are_not_even_asked(receiver, settings):
    settings.WEBHOOKS_TO_PRIVATE_ADDRESSES = False
    assert send(receiver.url.replace("http:", "https:"), {}, b"{}").failure == Failure.ADDRESS
    assert send("https://localhost:8443/", {}, b"{}").failure == Failure.ADDRESS
    assert receiver.messages == []


def test_a_slow_receiver_runs_out_of_time(receiver, monkeypatch):
    monkeypatch.setattr(delivering, "SECONDS", 0.3)
    receiver.wait = 1
    assert send(receiver.url, {}, b"{}").failure == Failure.TIMEOUT


def test_a_receiver_that_sends_a_little_now_and_then_runs_out_of_time_too(receiver, monkeypatch):
    monkeypatch.setattr(delivering, "SECONDS", 0.4)
    receiver.drips = True
    begun = time.monotonic()
    assert send(receiver.url, {}, b"{}").failure == Failure.TIMEOUT
    receiver.drips = False
    assert time.monotonic() - begun < 3


def test_nothing_of_a_long_answer_is_waited_for(receiver):
    receiver.answers = [200]
    outcome = send(receiver.url, {"webhook-id": "msg_1"}, b"{}")
    assert (outcome.status, outcome.has_arrived) == (200, True)
