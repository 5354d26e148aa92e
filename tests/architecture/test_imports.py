"""Who may import whom: the contracts of pyproject.toml, and what the domain must not know."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ("actions", "policies", "queries", "models", "facts", "layers", "projecting", "authorship", "principals")
NOT_FOR_THE_DOMAIN = ("rest_framework", "channels", "django.http", "django.shortcuts", "django.views")


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return [path for path in found if "migrations" not in path.parts]


def imported(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_import_contracts_are_kept():
    """Asked in a process of its own: import-linter silences all loggers that there are."""
    asked = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    result = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_tests_of_the_core_do_without_membership():
    """They run without it, too."""
    tests = sources("tests/cms", "tests/search", "tests/workspace", "tests/plugins/api")
    assert tests
    guilty = {
        str(p.relative_to(ROOT))
        for p in tests
        if any(n.startswith(("plugins.events", "plugins.membership")) for n in imported(p))
    }
    assert guilty == set()


@pytest.mark.parametrize("folder", ["plugins", "cms", "search", "workspace"])
def test_the_domain_knows_nothing_of_http(folder):
    domain = [p for p in sources(folder) if p.stem in DOMAIN or p.parent.name in DOMAIN]
    assert domain or folder == "search"
    guilty = {
        str(p.relative_to(ROOT)): sorted(n for n in imported(p) if n.startswith(NOT_FOR_THE_DOMAIN)) for p in domain
    }
    assert {path: names for path, names in guilty.items() if names} == {}


def test_only_the_engine_for_elasticsearch_may_know_its_client():
    users = {p for p in sources("plugins", "cms", "search", "workspace") if "elasticsearch" in " ".join(imported(p))}
    assert users
    assert {str(p.relative_to(ROOT)) for p in users if p.parent.name != "elastic"} == set()


def test_views_and_rest_get_objects_from_queries_only():
    """Whoever answers people asks a query or the door; `.objects` there is a way around both."""
    places = [p for p in sources("cms", "search", "workspace", "plugins") if "rest" in p.parts or p.stem == "views"]
    exempt = {
        "cms/pages/views.py": "counties are public, for the map",
        "cms/rest/places.py": "counties are public; topics come from a query",
    }
    guilty = {str(p.relative_to(ROOT)) for p in places if ".objects" in p.read_text(encoding="utf-8")}
    assert guilty - exempt.keys() == set()
