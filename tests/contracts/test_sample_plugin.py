"""A plugin as a third party writes it: built, installed and used, or refused in one sentence."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.contracts.packages import ROOT, SAMPLE

USE_IT = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", "pinboard", verbosity=0)
from django.test import Client
from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.membership.models import Seat
from lernnetz_pinboard.actions import pin_notice, take_down_notice
member, stranger = User.objects.create_user("m@example.org"), User.objects.create_user("s@example.org")
Seat.objects.create(person=member, county=County.objects.first())
notice = pin_notice("Stellwand gesucht", "Wer verleiht eine Quittenstellwand?", actor=actor_for(member))
dispatch_pending()
ours, theirs, nobodys = Client(), Client(), Client()
ours.force_login(member, "allauth.account.auth_backends.AuthenticationBackend")
theirs.force_login(stranger, "allauth.account.auth_backends.AuthenticationBackend")
for name, client in (("member", ours), ("stranger", theirs), ("visitor", nobodys)):
    page = client.get("/pinnwand/", headers={"host": "localhost"}).content.decode()
    rest = client.get("/api/v1/notices/", headers={"host": "localhost"}).json()["count"]
    found = client.get("/api/v1/search/?q=Quittenstellwand", headers={"host": "localhost"}).json()["count"]
    print(name, "Quittenstellwand" in page, rest, found, 'href="/pinnwand/"' in page)
for address, words in (
    ("/", "Notizen an der Pinnwand: 1"),
    ("/feeds/", 'href="/feeds/pinnwand.atom"'),
    ("/feeds/pinnwand.atom", "Eine neue Notiz"),
    ("/sitemap.xml", "/pinnwand/</loc>"),
):
    page = nobodys.get(address, headers={"host": "localhost"}).content.decode()
    print(address, words in page, "Quittenstellwand" in page)
print("told:", "Quittenstellwand" in ours.get("/konto/daten/", headers={"host": "localhost"}).content.decode())
own = "/suche/?q=Quittenstellwand&own=1"
print("own:", "Stellwand gesucht" in ours.get(own, headers={"host": "localhost"}).content.decode())
Seat.objects.create(person=stranger, county=County.objects.first())
print("of others:", "Stellwand gesucht" in theirs.get(own, headers={"host": "localhost"}).content.decode())
bells = [client.get("/mitteilungen/", headers={"host": "localhost"}).content.decode() for client in (ours, theirs)]
print("told of it:", ["Stellwand gesucht" in page for page in bells])
second = User.objects.create_user("z@example.org")
Seat.objects.create(person=second, county=County.objects.first())
pin_notice("Zweite Notiz", "Text", actor=actor_for(second)); dispatch_pending()
bell = ours.get("/mitteilungen/", headers={"host": "localhost"}).content.decode()
print("told of another:", "Neu an der Pinnwand: Zweite Notiz" in bell)
take_down_notice(notice, actor=actor_for(member)); dispatch_pending()
print("gone:", ours.get("/api/v1/search/?q=Quittenstellwand", headers={"host": "localhost"}).json()["count"])
call_command("migrate", "pinboard", "zero", verbosity=0)
print("back")
"""


def test_the_sample_is_read_found_told_and_removed_as_its_policy_says(run):
    result = run(USE_IT, "membership,pinboard")

    assert result.returncode == 0, result.stderr[-3000:]
    assert result.stdout.splitlines() == [
        "member True 1 1 True",
        "stranger False 0 0 False",
        "visitor False 0 0 False",
        "/ True False",
        "/feeds/ True False",
        "/feeds/pinnwand.atom True False",
        "/sitemap.xml True False",
        "told: True",
        "own: True",
        "of others: False",
        "told of it: [False, False]",
        "told of another: True",
        "gone: 0",
        "back",
    ]


TRACE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", "pinboard", verbosity=0)
from django.test import Client
from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from plugins.membership.models import Seat
from cms.actions.entries import unpublish_entry
from plugins.api.errors import Refused
from tests.factories import UserFactory, give_role, make_entry
from lernnetz_pinboard.actions import pin_notice
editor = actor_for(give_role(UserFactory(email="e@example.org"), "editors"))
member = User.objects.create_user("m@example.org")
Seat.objects.create(person=member, county=County.objects.first())
entry, other = (make_entry("recommendation", title=title, released=True) for title in ("Eins", "Zwei"))
pin_notice("Quittenstellwand", "Steht im Rathaus.", actor=actor_for(member), entry_id=entry.pk)
ours = Client()
ours.force_login(member, "allauth.account.auth_backends.AuthenticationBackend")
for name, client in (("member", ours), ("visitor", Client())):
    page = client.get(f"/wissen/{entry.slug}/", headers={"host": "localhost"}).content.decode()
    steps = client.get(f"/api/v1/entries/{entry.pk}/", headers={"host": "localhost"}).json()["provenance"]
    of_other = client.get(f"/api/v1/entries/{other.pk}/", headers={"host": "localhost"}).json()["provenance"]
    told = [(step["kind"], step["label"], step["title"], step["url"]) for step in steps]
    panel = "Notizen dazu: 1" in page
    print(name, "Hing an der Pinnwand" in page, "Quittenstellwand" in page, panel, told, of_other)
for one in (entry, other):
    try:
        unpublish_entry(one, actor=editor)
        print("taken down")
    except Refused as refused:
        print(refused.reason)
"""


def test_the_sample_tells_of_its_step_in_what_an_entry_grew_out_of(run):
    result = run(TRACE, "membership,pinboard")

    assert result.returncode == 0, result.stderr[-3000:]
    assert result.stdout.splitlines() == [
        "member True True True [('notice', 'Hing an der Pinnwand', 'Quittenstellwand', '/pinnwand/')] []",
        "visitor True False True [('notice', 'Hing an der Pinnwand', None, None)] []",
        "Nehmen Sie zuerst die Notizen dazu ab.",
        "taken down",
    ]


LISTEN = """
import django; django.setup()
import asyncio, threading
from asgiref.testing import ApplicationCommunicator
from django.core.management import call_command
call_command("migrate", "pinboard", verbosity=0)
from django.test import Client
from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from plugins.api.adapters.sockets.routing import SocketDoor
from plugins.api.outbox import dispatch_pending
from plugins.membership.models import Seat
from lernnetz_pinboard.actions import pin_notice
member, stranger = User.objects.create_user("m@example.org"), User.objects.create_user("s@example.org")
Seat.objects.create(person=member, county=County.objects.first())
def cookie(person):
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return f"sessionid={client.cookies['sessionid'].value}".encode()
def pin():
    pin_notice("Neu", "Eine Notiz.", actor=actor_for(member)); dispatch_pending()
async def opened(cookie, path):
    headers = [(b"host", b"localhost"), (b"cookie", cookie)]
    socket = ApplicationCommunicator(SocketDoor(), {"type": "websocket", "path": path, "headers": headers})
    await socket.send_input({"type": "websocket.connect"})
    await socket.receive_output(10)
    return socket, await socket.receive_output(10)
async def scene(ours, theirs):
    socket, said = await opened(ours, "/ws/pinnwand/")
    print("member:", said["text"])
    await asyncio.to_thread(pin)
    print("then:", (await socket.receive_output(10))["text"])
    await socket.send_input({"type": "websocket.disconnect", "code": 1000})
    await socket.wait(10)
    for path in ("/ws/pinnwand", "/ws/gibt-es-nicht"):
        print("stranger:", int((await opened(theirs, path))[1]["code"]))
asyncio.run(scene(cookie(member), cookie(stranger)))
"""


def test_a_socket_of_the_sample_tells_its_members_and_does_not_exist_for_others(run):
    result = run(LISTEN, "membership,pinboard")

    assert result.returncode == 0, result.stderr[-3000:]
    assert result.stdout.splitlines() == ["member: 0", "then: 1", "stranger: 4404", "stranger: 4404"]


NAME = """
import django; django.setup()
from datetime import timedelta
from django.core.management import call_command
call_command("migrate", "pinboard", verbosity=0)
from django.test import Client
from django.utils import timezone
from cms.accounts.models import User
from cms.actions.people import NewPerson
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.membership.actions.mandates import record_mandate
from plugins.membership.forms.mandates import MandateForm
from plugins.membership.models import GuestMandate
from lernnetz_pinboard.models import Notice
named, other = (Notice.objects.create(title=title, text="Text") for title in ("Quitte", "Birne"))
offered = list(MandateForm(actor=SYSTEM).fields["scope_pinboard"].choices)
print(offered == [(str(other.pk), "Birne"), (str(named.pk), "Quitte")])
said = {"institution": "Verband", "role": "Berät.", "start": timezone.localdate(), "end": timezone.localdate()}
guest = NewPerson("g@example.org", "Gerda", "Gast")
given = {"people": [guest], "topics": (), "groups": (), "things": {"pinboard": [str(named.pk)]}}
record_mandate(said, **given, reason="Hilft.", actor=SYSTEM)
person = User.objects.get(email="g@example.org")
browser = Client()
browser.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
def read(path):
    page = browser.get(path, headers={"host": "localhost"}).content.decode()
    return "Quitte" in page, "Birne" in page
print(sorted(actor_for(person).principals - {"public", f"user:{person.pk}"}) == [f"guest-notice:{named.pk}"])
print(read("/pinnwand/"), read("/gaeste/"))
yesterday = timezone.localdate() - timedelta(days=1)
GuestMandate.objects.update(start=yesterday, end=yesterday)
print(read("/pinnwand/"), read("/gaeste/"))
"""


def test_a_mandate_names_a_notice_of_the_sample_and_opens_it_until_its_end(run):
    result = run(NAME, "membership,pinboard")

    assert result.returncode == 0, result.stderr[-3000:]
    assert result.stdout.splitlines() == [
        "True",
        "True",
        "(True, False) (True, False)",
        "(False, False) (False, False)",
    ]


CHECK = "import django; django.setup(); from django.core.management import call_command; call_command('check')"


def without(installed: Path, tmp_path: Path, pattern: str, replacement: str, file: str) -> Path:
    """A copy of the installed sample in which something is missing."""
    changed = tmp_path / "changed"
    shutil.copytree(installed, changed)
    path = changed / "lernnetz_pinboard" / file
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), flags=re.S)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    return changed


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "sentence"),
    [
        (
            "records.py",
            r"    yield slots.PersonalData\(.*?\n    \)\n",
            "",
            "Notice of plugin “lernnetz_pinboard” points to a person",
        ),
        (
            "records.py",
            r"    yield slots.PolicyRecord\(NoticePolicy\(\)\)\n",
            "",
            "Notice of plugin “lernnetz_pinboard” has no policy",
        ),
        ("apps.py", r"requires_api = 1", 'requires_api = "new"', "asks for plugin API “new”, which is no range"),
        (
            "records.py",
            r"    yield slots.HealthCheck",
            '    yield "nonsense"\n    yield slots.HealthCheck',
            "no record|not a record",
        ),
    ],
    ids=[
        "personal data without erasure",
        "a model without a policy",
        "no range of versions",
        "something that is no slot",
    ],
)
def test_a_plugin_that_is_not_whole_stops_the_start(run, installed, tmp_path, file, pattern, replacement, sentence):
    changed = without(installed, tmp_path, pattern, replacement, file)

    result = run(CHECK, "membership,pinboard", also=changed)

    assert result.returncode != 0
    assert re.search(sentence, result.stderr), result.stderr[-2000:]


LEFT_OUT = """
import django; django.setup()
from django.core.management import call_command
call_command("check")
from django.apps import apps
from django.test import Client
from plugins.api.registry import registry
print([plugin.name for plugin in registry.left_out], list(apps.get_app_config("pinboard").get_models()))
client = Client()
for path in ("/", "/wissen/", "/pinnwand/", "/api/v1/notices/", "/cms/login/"):
    print(path, client.get(path, headers={"host": "localhost"}).status_code)
from django.db.migrations.loader import MigrationLoader
from django.db import connection
print("migrations:", [key for key in MigrationLoader(connection).graph.nodes if key[0] == "pinboard"])
"""


def test_a_plugin_for_another_api_is_left_out_with_a_warning_and_the_forum_is_served(run, installed, tmp_path):
    changed = without(installed, tmp_path, r"requires_api = 1", 'requires_api = ">=2"', "apps.py")
    for module in ("models.py", "wagtail_hooks.py"):
        (changed / "lernnetz_pinboard" / module).write_text("from plugins.api import what_is_gone")

    result = run(LEFT_OUT, "membership,pinboard", also=changed)

    assert result.returncode == 0, result.stderr[-3000:]
    assert "“lernnetz_pinboard” needs plugin API >=2, this is 1.0: it is left out." in result.stderr
    assert result.stdout.splitlines()[-7:] == [
        "['lernnetz_pinboard'] []",
        "/ 200",
        "/wissen/ 200",
        "/pinnwand/ 404",
        "/api/v1/notices/ 404",
        "/cms/login/ 302",
        "migrations: []",
    ]


def test_two_plugins_with_one_label_are_refused_with_both_names(run, installed, tmp_path):
    changed = without(installed, tmp_path, r'label = "pinboard"', 'label = "pinwall"', "apps.py")

    result = run(CHECK, "pinboard,pinwall", also=changed)

    assert result.returncode != 0
    assert "“lernnetz_pinboard” and “lernnetz_pinwall” both have the label “pinwall”" in result.stderr


def test_two_packages_that_offer_one_name_are_refused_with_both_names(run, installed, tmp_path):
    changed = tmp_path / "changed"
    shutil.copytree(installed, changed)
    points = next(changed.glob("lernnetz_pinwall*.dist-info")) / "entry_points.txt"
    points.write_text(points.read_text().replace("pinwall = ", "pinboard = "))

    result = run(CHECK, "pinboard", also=changed)

    assert result.returncode != 0
    assert "“lernnetz-pinboard” and “lernnetz-pinwall” both offer a plugin “pinboard”" in result.stderr


def test_a_name_that_nobody_offers_stops_the_start_and_says_what_there_is(run):
    result = run(CHECK, "membership,pinnboard")

    assert result.returncode != 0
    assert "pinnboard" in result.stderr and "membership, pinboard" in result.stderr


def test_without_the_membership_plugin_the_core_runs_and_nobody_is_a_member(run):
    code = """
import django; django.setup()
from django.core.checks import run_checks
from cms.accounts.models import User
from plugins.api.actors import actor_for
assert run_checks() == []
print(sorted(actor_for(User.objects.create_user("a@example.org")).principals))
from django.test import Client
paths = ("/", "/wissen/", "/api/v1/entries/", "/suche/?q=a")
print([Client().get(path, headers={"host": "localhost"}).status_code for path in paths])
"""
    result = run(code, "")

    assert result.returncode == 0, result.stderr[-2000:]
    assert re.fullmatch(r"\['public', 'user:\d+'\]\n\[200, 200, 200, 200\]\n", result.stdout)


def test_every_example_for_plugin_authors_is_code_of_the_sample():
    sources = "\n".join(p.read_text(encoding="utf-8") for p in SAMPLE.rglob("*.py"))
    readme = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", readme, re.S)
    assert len(examples) > 10
    lines = set(sources.splitlines())
    for example in examples:
        parts = [part for part in re.split(r"(?m)^(?=    yield )", example) if part.strip()]
        assert all(part in sources or set(part.splitlines()) <= lines for part in parts), example
