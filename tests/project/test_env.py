from __future__ import annotations

import re
import threading

import pytest
from django.conf import settings

from cms.project import env


@pytest.fixture
def variable(monkeypatch):
    def put(name, value):
        monkeypatch.setenv(name, value)

    return put


@pytest.mark.parametrize("value, expected", [("", True), ("0", False), ("1", True), (" 1 ", True)])
def test_flags(variable, value, expected):
    variable("X", value)
    assert env.flag("X", True) is expected


@pytest.mark.parametrize("value", ["ja", "true", "2", "-1"])
def test_a_flag_is_0_or_1(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match=r"^X ist .* erlaubt sind 0 \(aus\) und 1 \(an\)\.$"):
        env.flag("X")


def test_numbers(variable):
    assert env.number("X", 4) == 4
    variable("X", "7")
    assert env.number("X", 4, least=1, most=7) == 7


@pytest.mark.parametrize("value", ["8", "0", "-3", "3.5", "vier", "٣", "9" * 30])
def test_a_number_has_a_range(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="X ist .* von 1 bis 7"):
        env.number("X", 4, least=1, most=7)


@pytest.mark.parametrize("value, expected", [("a, b,,a", ["a", "b"]), ("", []), ("a", ["a"])])
def test_lists(variable, value, expected):
    assert env.names("X", ["z"]) == ["z"]
    variable("X", value)
    assert env.names("X", ["z"]) == expected


def test_a_list_is_separated_by_commas(variable):
    variable("X", "membership events")
    with pytest.raises(env.NonsenseValue, match="X enthält „membership events“"):
        env.names("X")


@pytest.mark.parametrize("value", ["forum.example.de", "localhost,127.0.0.1,[::1]", ".example.de", "*", "my_host"])
def test_hosts(variable, value):
    variable("X", value)
    assert env.hosts("X", []) == value.split(",")


@pytest.mark.parametrize("value", ["http://forum.example.de", "forum.example.de/pfad", "forum:8000", "a..b"])
def test_a_host_is_a_name_alone(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="^X enthält"):
        env.hosts("X", [])


def test_networks(variable):
    variable("X", "127.0.0.1, 10.0.0.0/8,::1,*")
    assert env.networks("X") == ["127.0.0.1", "10.0.0.0/8", "::1", "*"]
    variable("X", "proxy")
    with pytest.raises(env.NonsenseValue, match="^X enthält „proxy“"):
        env.networks("X")


def test_a_sender(variable):
    for value in ("forum@example.de", "Forum <forum@example.de>"):
        variable("X", value)
        assert env.sender("X", "") == value
    variable("X", "Forum")
    with pytest.raises(env.NonsenseValue, match="^X ist „Forum“"):
        env.sender("X", "")


def test_a_secret_that_can_be_guessed_is_refused_and_not_repeated(variable):
    variable("X", "geheim")
    with pytest.raises(env.NonsenseValue, match="^X ist zu kurz") as refusal:
        env.secret("X", str, least=50)
    assert "geheim" not in str(refusal.value)


@pytest.mark.parametrize("value", ["localhost:9200", "ftp://a", "http://", "http://a:b", "unsinn"])
def test_an_address_is_complete(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="^X "):
        env.address("X")


def test_a_secret_comes_from_the_variable_or_a_file(variable, tmp_path):
    assert env.secret("X", lambda: "made") == "made"
    variable("X", "said")
    assert env.secret("X", lambda: "made") == "said"
    (tmp_path / "key").write_text("  kept\n")
    variable("X_FILE", str(tmp_path / "key"))
    with pytest.raises(env.NonsenseValue, match="X und X_FILE"):
        env.secret("X", lambda: "made")
    variable("X", "")
    assert env.secret("X", lambda: "made") == "kept"


def test_a_secret_file_must_hold_something(variable, tmp_path):
    variable("X_FILE", str(tmp_path / "key"))
    with pytest.raises(env.NonsenseValue, match="X_FILE ist"):
        env.secret("X", str)
    (tmp_path / "key").touch()
    with pytest.raises(env.NonsenseValue, match="leer"):
        env.secret("X", str)


def test_two_that_start_at_once_agree_on_one_key(tmp_path):
    keys = []
    threads = [threading.Thread(target=lambda: keys.append(env.kept_secret(tmp_path / "key"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(keys), len(set(keys))) == (8, 1)
    assert len(keys[0]) >= 50
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_an_address_into_which_something_is_put_says_where(variable):
    assert env.template("X", "token") == ""
    variable("X", "https://front.example/vorschau/{token}/")
    assert env.template("X", "token") == "https://front.example/vorschau/{token}/"
    assert env.origin_of(env.template("X", "token")) == "https://front.example"
    variable("X", "https://front.example/vorschau/")
    with pytest.raises(env.NonsenseValue, match="kein {token}"):
        env.template("X", "token")


def test_front_ends_are_named_by_scheme_host_and_port(variable):
    variable("X", "https://front.example, http://127.0.0.1:3000")
    assert env.origins("X") == ["https://front.example", "http://127.0.0.1:3000"]


@pytest.mark.parametrize("value", ["*", "front.example", "https://front.example/", "https://front.example/a", "null"])
def test_a_front_end_without_sense_is_refused(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="ohne Pfad"):
        env.origins("X")


def test_without_an_address_the_database_is_a_file(tmp_path):
    config = env.database("X", tmp_path / "mit Leerzeichen & 100 %.sqlite3")
    assert config["ENGINE"] == "django.db.backends.sqlite3"
    assert config["NAME"] == str(tmp_path / "mit Leerzeichen & 100 %.sqlite3")
    assert config["CONN_MAX_AGE"] is None
    assert config["OPTIONS"] == env.SQLITE_OPTIONS


def test_a_database_server(variable, tmp_path):
    variable("X", "postgres://anna:p%40ss@db:5433/forum?sslmode=require")
    config = env.database("X", tmp_path)
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["USER"], config["PASSWORD"], config["HOST"], config["PORT"]) == ("anna", "p@ss", "db", 5433)
    assert (config["NAME"], config["OPTIONS"]) == ("forum", {"sslmode": "require"})
    assert config["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize("value", ["unsinn", "mysql://a/b", "postgres://", "postgres://host", "postgres://h:x/d"])
def test_a_database_address_without_sense_is_refused_and_not_repeated(variable, tmp_path, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="^X ") as refusal:
        env.database("X", tmp_path)
    assert value not in str(refusal.value)


def test_email(variable):
    assert env.email("X")["EMAIL_BACKEND"].endswith("console.EmailBackend")
    variable("X", "smtp+tls://anna:geheim@post:587")
    config = env.email("X")
    assert (config["EMAIL_HOST"], config["EMAIL_PORT"], config["EMAIL_USE_TLS"]) == ("post", 587, True)


@pytest.mark.parametrize("value", ["unsinn", "smtp://", "http://post"])
def test_an_outbox_without_sense_is_refused(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="^X "):
        env.email("X")


def test_a_folder_is_made(variable, tmp_path):
    variable("X", str(tmp_path / "a" / "b"))
    assert env.folder("X", tmp_path).is_dir()


def test_a_folder_cannot_be_a_file(variable, tmp_path):
    (tmp_path / "file").touch()
    variable("X", str(tmp_path / "file"))
    with pytest.raises(env.NonsenseValue, match="X ist .* kein Ordner"):
        env.folder("X", tmp_path)


def test_several_servers(variable):
    assert env.addresses("X") == []
    variable("X", "http://a:9200, https://anna:p@b:443")
    assert env.addresses("X") == ["http://a:9200", "https://anna:p@b:443"]


@pytest.mark.parametrize("value", ["unsinn", "http://a", "http://a:9200,b:9200", "ftp://a:9200", "http://a:port"])
def test_a_server_without_sense_is_refused_and_not_repeated(variable, value):
    variable("X", value)
    with pytest.raises(env.NonsenseValue, match="^X enthält") as refusal:
        env.addresses("X")
    assert value not in str(refusal.value)


def test_a_word_for_a_server(variable):
    assert env.word("X", "lernnetz") == "lernnetz"
    variable("X", "Lern Netz")
    with pytest.raises(env.NonsenseValue, match="X ist „Lern Netz“"):
        env.word("X", "lernnetz")


@pytest.mark.parametrize("name", ["LERNNETZ_PLUGIN", "LERNNETZ_DEBUGG", "LERNNETZ_DATEN"])
def test_a_misspelt_variable_is_named_with_what_was_meant(variable, name):
    variable(name, "1")
    with pytest.raises(env.NonsenseValue, match=f"^{name} gibt es nicht; gemeint ist wohl LERNNETZ_"):
        env.refuse_misspelt()


def test_variables_of_other_tools_are_left_alone(variable):
    variable("LERNNETZ_CHECKOUT", ".")
    env.refuse_misspelt()


def test_every_variable_that_is_read_is_known():
    read = set()
    for folder in ("cms", "plugins", "search"):
        for path in (settings.BASE_DIR / folder).rglob("*.py"):
            read |= set(re.findall(r"""env\.\w+\(\s*"(LERNNETZ_\w+)""", path.read_text(encoding="utf-8")))
    assert {name for name in env.KNOWN if not name.endswith("_FILE")} == read
