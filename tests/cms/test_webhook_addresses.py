"""Where webhooks may lead: not into the network in which the forum stands, by whatever name or form of address."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest
from django.utils.translation import override

from cms import webhook_addresses
from cms.webhook_addresses import destination_of, is_public, what_is_wrong

PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
    *("224.0.0.1", "255.255.255.255", "192.0.2.1", "240.0.0.1"),
    *("::1", "::", "fe80::1", "fd00::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "64:ff9b::a9fe:a9fe"),
)
PUBLIC = ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e")


@pytest.fixture
def names(monkeypatch):
    """Name -> addresses, as the resolver would say it."""
    known = {"empfang.example": ["93.184.215.14"]}

    def getaddrinfo(host, port, **kwargs):
        if host not in known:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in known[host]]

    monkeypatch.setattr(webhook_addresses.socket, "getaddrinfo", getaddrinfo)
    return known


@pytest.mark.parametrize("ip", PRIVATE)
def test_addresses_that_not_everybody_can_reach(ip):
    assert not is_public(ip_address(ip))


@pytest.mark.parametrize("ip", PUBLIC)
def test_addresses_that_everybody_can_reach(ip):
    assert is_public(ip_address(ip))


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_leads_inside_is_no_destination(ip, names, settings):
    names["empfang.example"] = [ip]
    assert destination_of("https://empfang.example/") is None
    names["empfang.example"] = ["93.184.215.14", ip]  # one of several is enough
    assert destination_of("https://empfang.example/") is None
    settings.WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    assert destination_of("https://empfang.example/") is not None


def test_the_connection_goes_to_the_address_that_was_looked_at(names):
    names["empfang.example"] = ["93.184.215.14", "93.184.215.15"]
    found = destination_of("https://empfang.example:8443/haken?von=forum")
    assert (found.ip, found.host, found.port) == ("93.184.215.14", "empfang.example", 8443)
    assert (found.path, found.host_header) == ("/haken?von=forum", "empfang.example:8443")
    assert destination_of("https://empfang.example").host_header == "empfang.example"
    assert destination_of("https://empfang.example").path == "/"


def test_a_name_that_leads_nowhere_is_no_destination(names):
    assert destination_of("https://gibt-es-nicht.example/") is None


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("", "spaces"),
        ("https://empfang.example/" + "x" * 500, "500"),
        ("https://empfang.example/ haken", "spaces"),
        ("https://empfang.example/\r\nX-Evil: 1", "spaces"),
        ("https://bücherei.example/", "umlauts"),
        ("http://empfang.example/", "https://"),
        ("ftp://empfang.example/", "https://"),
        ("file:///etc/passwd", "https://"),
        ("empfang.example", "https://"),
        ("https://", "name of a machine"),
        ("https:///haken", "name of a machine"),
        ("https://[::1", "name of a machine"),
        ("https://name:wort@empfang.example/", "password"),
        ("https://empfang.example#teil", "#"),
        ("https://empfang.example:25/", "443"),
        ("https://empfang.example:80/", "443"),
        ("https://empfang.example:0/", "443"),
        ("https://empfang.example:99999/", "name of a machine"),
        ("https://-.example/", "name of a machine"),
        ("https://a..example/", "name of a machine"),
        ("https://127.0.0.1/", "not public"),
        ("https://[::ffff:10.0.0.1]/", "not public"),
        ("https://localhost/", "not public"),
        ("https://LOCALHOST./", "not public"),
        ("https://haken.localhost:8443/", "not public"),
    ],
)
def test_addresses_that_make_no_sense_are_refused_in_a_sentence(url, word):
    with override("en"):
        assert word in what_is_wrong(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://empfang.example/",
        "https://empfang.example",
        "https://xn--bcherei-n2a.example:8443/haken?a=1&b=%20",
        "https://93.184.215.14/",
        "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:4443/",
    ],
)
def test_addresses_that_make_sense(url):
    assert what_is_wrong(url) is None


def test_the_operator_may_allow_machines_inside_also_without_encryption(settings):
    inside = ("http://127.0.0.1:9000/", "http://localhost/", "https://10.0.0.1/", "http://drucker.intern/")
    assert all(what_is_wrong(url) for url in inside)
    settings.WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    assert [what_is_wrong(url) for url in inside] == [None] * 4
    assert what_is_wrong("ftp://10.0.0.1/")
