"""What exists is written down where people look for it."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from cms.project import env
from plugins.api.registry import SLOTS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    found = [path.stem for path in ROOT.glob("*/management/commands/*.py") if path.stem != "__init__"]
    return sorted(found)


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_readme(command):
    assert f"manage.py {command}" in README


def test_every_environment_variable_stands_in_the_readme():
    readers = r'env\.(?:text|word|flag|names|number|secret|address|addresses|folder|database|email)\(\s*"([A-Z0-9_]+)"'
    sources = [p.read_text(encoding="utf-8") for p in (ROOT / "cms" / "project").rglob("*.py")]
    read = {name for text in sources for name in re.findall(readers, text)} | env.KNOWN
    assert {name for name in read if f"`{name}`" not in README} == set()


@pytest.mark.parametrize("slot", sorted(slot.__name__ for slot in SLOTS))
def test_every_slot_is_shown_to_plugin_authors(slot):
    """With an example, not only by name."""
    text = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"```python\n(?:(?!```).)*\b{slot}\(", text, re.S), f"plugins/README.md has no example of {slot}"


@pytest.mark.parametrize("slot", sorted(slot.__name__ for slot in SLOTS))
def test_every_slot_is_asked_and_shown_to_work(slot):
    """Somebody reads its records, and the sample plugs one in."""
    sources = [path for folder in ("plugins", "cms", "search", "workspace") for path in (ROOT / folder).rglob("*.py")]
    asked = re.compile(rf"\b(?:records|registrations|_records)\((?:\w+\.)?{slot}\)")
    assert any(asked.search(path.read_text(encoding="utf-8")) for path in sources), f"nobody asks for {slot}"
    plugged = (ROOT / "tests" / "sample_plugin" / "lernnetz_pinboard" / "records.py").read_text(encoding="utf-8")
    assert f"slots.{slot}(" in plugged


def test_what_slots_take_stays_as_promised():
    """What was taken away or renamed without `renamed` breaks plugins: then the first number of API_VERSION is raised.

    What is new is written down here, stands in CHANGELOG under “Slots”, and raises the second number.
    """
    now = {slot.__name__: sorted(field.name for field in fields(slot)) for slot in SLOTS}
    promised = json.loads((ROOT / "tests" / "architecture" / "slots.json").read_text(encoding="utf-8"))
    assert now == promised


def test_every_package_has_a_readme():
    packages = [
        "",
        "cms",
        "cms/accounts",
        "cms/demo",
        "search",
        "workspace",
        "plugins",
        "plugins/membership",
        "plugins/events",
        "templates",
        "tests",
    ]
    assert [name for name in packages if not (ROOT / name / "README.md").exists()] == []


def test_links_in_readmes_lead_somewhere():
    broken = {
        f"{path.relative_to(ROOT)}: {target}"
        for path in ROOT.glob("**/README.md")
        if not {".venv", ".tools", "node_modules", "var"} & set(path.parts)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    }
    assert broken == set()
