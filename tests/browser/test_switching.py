"""J14, steps 6 and 8, with a package as a third party builds it: on for a group, on, off, on, and removed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from tests.contracts.packages import SAMPLE, install
from tests.forum_process import forum_process

CALM = "Dieser Teil ist zurzeit ausgeschaltet"
WORD = "Quittenstellwand"
DEMO = "cms.project.settings.demo"


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder in which the wheel of the sample is installed."""
    place = tmp_path_factory.mktemp("installed")
    install(SAMPLE, place)
    return place


@pytest.fixture(scope="module")
def environment(installed) -> dict[str, str]:
    return {
        "LERNNETZ_PLUGINS": "membership,events,pinboard",
        "LERNNETZ_NEW_PLUGINS_ON": "0",
        "PYTHONPATH": f"{installed}{os.pathsep}{settings.BASE_DIR}",
    }


@pytest.fixture(scope="module")
def folder(demo_world) -> Path:
    return demo_world()


@pytest.fixture(scope="module")
def served(chromium, folder, environment):
    """The demo world with the package; what somebody has just installed is off."""
    with forum_process(folder, **environment) as forum:
        yield forum.address


def heading(page, path: str) -> str:
    page.goto(path)
    return page.locator("h1").inner_text()


def press(page, link: str, button: str) -> None:
    """The office follows a link of the list, and presses the button of the page behind it."""
    page.goto("/cms/plugins/")
    page.locator("#pinboard").get_by_role("link", name=link).click()
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/cms/plugins/")


def hits(page) -> int:
    answer = page.request.get(f"/api/v1/search/?q={WORD}")
    return answer.json()["count"]


def wait_for_hits(page, number: int) -> None:
    for _try in range(60):
        if hits(page) == number:
            return
        page.wait_for_timeout(250)
    pytest.fail(f"The search finds {hits(page)}.")


def test_the_office_switches_it_on_for_a_group_on_and_off(open_page):
    office, member, outsider = open_page("office"), open_page("member"), open_page("outsider")
    assert heading(member, "/pinnwand/") == CALM
    assert "Ausgeschaltet." in (office.goto("/cms/plugins/") and office.locator("#pinboard").inner_text())
    assert "Zurzeit ausgeschaltet" not in (member.goto("/") and member.locator("main").inner_text())

    office.locator("#pinboard").get_by_role("link", name="Für Arbeitsgruppen").click()
    office.get_by_label("Nur in diesen").check()
    office.get_by_label("AG Wohnen").check()
    office.get_by_role("button", name="Auswahl speichern").click()
    office.wait_for_url("**/cms/plugins/")
    assert "Nur in Arbeitsgruppen eingeschaltet: in einer." in office.locator("#pinboard").inner_text()
    member.wait_for_timeout(2500)  # every process looks within two seconds
    member.goto("/arbeitsgruppen/ag-wohnen/")
    member.get_by_role("link", name="Pinnwand").click()
    assert member.locator("h1").inner_text() == "Pinnwand"
    assert heading(outsider, "/pinnwand/") == CALM

    press(office, "Einschalten", "Einschalten")
    member.goto("/pinnwand/")
    member.get_by_label("Titel").fill(WORD)
    member.get_by_role("button", name="Anpinnen").click()
    assert WORD in member.locator("main li").first.inner_text()
    assert WORD in (outsider.goto("/pinnwand/") and outsider.locator("main").inner_text())
    wait_for_hits(outsider, 1)

    press(office, "Ausschalten", "Ausschalten")
    for page in (member, outsider, office, open_page()):
        assert heading(page, "/pinnwand/") == CALM
    wait_for_hits(outsider, 0)
    assert "Zurzeit ausgeschaltet: Pinnwand." in (member.goto("/") and member.locator("main").inner_text())

    press(office, "Einschalten", "Einschalten")
    assert WORD in (outsider.goto("/pinnwand/") and outsider.locator("main").inner_text())
    wait_for_hits(outsider, 1)
    press(office, "Ausschalten", "Ausschalten")


def test_the_operator_removes_it_for_good_and_the_forum_starts_without_it(folder, environment, tmp_path):
    """After the test above, with what was pinned there."""
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    given = {**inherited, **environment, "LERNNETZ_DATA": str(folder), "DJANGO_SETTINGS_MODULE": DEMO}
    command = [sys.executable, "manage.py", "remove_plugin", "pinboard", "--export", str(tmp_path), "--yes"]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "„Pinnwand“ ist entfernt." in done.stdout
    with zipfile.ZipFile(tmp_path / "pinboard.zip") as copy:
        rows = [json.loads(line) for line in copy.read("data/pinboard.notice.jsonl").splitlines()]
    assert WORD in [row["title"] for row in rows]

    with forum_process(folder, LERNNETZ_PLUGINS="membership,events") as forum:
        assert forum.get("/readyz")[0] == 200
        assert forum.get(f"/api/v1/search/?q={WORD}")[1]["count"] == 0
        assert forum.get("/api/v1/notices/")[0] == 410
        with pytest.raises(urllib.error.HTTPError) as gone:
            urllib.request.urlopen(f"{forum.address}/pinnwand/", timeout=30)
        assert gone.value.code == 410 and "nicht mehr da" in gone.value.read().decode()
        with urllib.request.urlopen(f"{forum.address}/", timeout=30) as home:
            assert "Pinnwand" not in home.read().decode()
