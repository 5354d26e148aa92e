"""`demo` and `serve` inside the test process, without listening at the end."""

from __future__ import annotations

import socket

import pytest
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.core.management import call_command

from cms.models import Entry
from cms.project import serving

User = get_user_model()
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def served(monkeypatch):
    """Addresses that would have been served."""
    addresses = []
    monkeypatch.setattr(serving, "serve", lambda held: addresses.append(serving.url_of(held)) or held.close())
    return addresses


@pytest.fixture
def administrator(monkeypatch):
    monkeypatch.setenv("LERNNETZ_ADMIN_EMAIL", "Anna@Landkreis.example")
    monkeypatch.setenv("LERNNETZ_ADMIN_PASSWORD", "Quitten und Schlehen 7")


def refusal(capsys, command, **options):
    with pytest.raises(SystemExit) as end:
        call_command(command, addr="127.0.0.1:0", **options)
    assert end.value.code == 2
    return capsys.readouterr().err.strip()


def counts():
    return User.objects.count(), Entry.objects.count()


def test_the_demo_world_loads_once_and_is_served(served, capsys):
    call_command("demo", no_serve=True)
    first = counts()
    assert all(first)
    assert served == []
    call_command("demo", addr="127.0.0.1:0")
    assert counts() == first
    said = capsys.readouterr().out
    assert served[0] in said
    assert "editor@demo.example" in said
    assert "lernnetz-demo" in said


def test_mails_of_the_demo_become_files_instead_of_burying_the_console(served, settings, tmp_path, capsys):
    settings.LERNNETZ_DATA = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    settings.EMAIL_FILE_PATH = None
    call_command("demo", addr="127.0.0.1:0")
    send_mail("Ein Betreff", "Ein Text", None, ["member@demo.example"])
    kept = [mail.read_text() for mail in (tmp_path / "mails").iterdir()]
    assert len([text for text in kept if "Ein Betreff" in text]) == 1 < len(kept)  # loading sends some, too
    said = capsys.readouterr().out
    assert str(tmp_path / "mails") in said and "Subject:" not in said


def test_a_real_forum_gets_its_first_administrator_from_the_environment(served, administrator):
    call_command("serve", addr="127.0.0.1:0")
    user = User.objects.get()
    assert (user.email, user.is_superuser) == ("anna@landkreis.example", True)
    assert user.check_password("Quitten und Schlehen 7")
    assert len(served) == 1


def test_a_second_start_changes_no_account(served, administrator, monkeypatch):
    call_command("serve", addr="127.0.0.1:0")
    monkeypatch.setenv("LERNNETZ_ADMIN_EMAIL", "other@landkreis.example")
    call_command("serve", addr="127.0.0.1:0")
    assert [user.email for user in User.objects.all()] == ["anna@landkreis.example"]


def test_without_a_terminal_the_administrator_must_be_named(served, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: SIM115
    assert "LERNNETZ_ADMIN_EMAIL" in refusal(capsys, "serve")
    assert (served, User.objects.count()) == ([], 0)


@pytest.mark.parametrize("name, value", [("EMAIL", "keine Adresse"), ("PASSWORD", "kurz"), ("PASSWORD", "")])
def test_an_administrator_without_sense_is_refused(served, administrator, capsys, monkeypatch, name, value):
    monkeypatch.setenv(f"LERNNETZ_ADMIN_{name}", value)
    assert "LERNNETZ_ADMIN_PASSWORD" in refusal(capsys, "serve")
    assert (served, User.objects.count()) == ([], 0)


def test_in_a_terminal_it_asks_until_the_answers_make_sense(served, monkeypatch):
    emails = iter(["anna", "anna@landkreis.example", "anna@landkreis.example"])
    passwords = iter(["x", "Quitten und Schlehen 7", "anders", "Quitten und Schlehen 7", "Quitten und Schlehen 7"])
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda prompt: next(emails))
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(passwords))
    call_command("serve", addr="127.0.0.1:0")
    assert User.objects.get().email == "anna@landkreis.example"


def test_serve_refuses_a_demo_world(served, capsys):
    User.objects.create_user("member@demo.example", "lernnetz-demo")
    assert "LERNNETZ_DATA" in refusal(capsys, "serve")
    assert served == []


def test_demo_keeps_out_of_a_real_forum(served, capsys):
    User.objects.create_user("anna@landkreis.example", "Quitten und Schlehen 7")
    assert "LERNNETZ_DATA" in refusal(capsys, "demo")
    assert (served, User.objects.count()) == ([], 1)


@pytest.mark.parametrize(
    "addr", ["8000", "localhost", "127.0.0.1:99999", "127.0.0.1:", ":8000", "no.such.host.example:80"]
)
def test_an_address_without_sense_is_refused(capsys, addr):
    with pytest.raises(SystemExit) as end:
        call_command("demo", addr=addr)
    assert end.value.code == 2
    assert addr.partition(":")[0] in capsys.readouterr().err


def test_a_taken_port_is_named_with_another_one_to_try(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as end:
            call_command("demo", addr=f"127.0.0.1:{port}")
    assert end.value.code == 2
    assert f"--addr 127.0.0.1:{port + 1}" in capsys.readouterr().err
