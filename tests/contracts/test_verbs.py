"""A misspelt verb would raise only when somebody meets it: every verb that stands in code or templates is known."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from plugins.api.registry import registry

ASKS = {"may": 1, "require": 1, "_insist": 1}
"""Functions of the door, with the position of the verb among their arguments."""

PASSES_ON = {
    "plugins/api/access.py": "the door itself",
    "cms/actions/writing.py": "the ways on for an entry, whose verbs stand in STEPS",
    "cms/accounts/people_admin.py": "its _insist, whose callers name the verb",
    "plugins/api/adapters/backend.py": "Django's permission strings, whose verbs stand in VERBS",
    "plugins/api/testing/conformance.py": "every verb of the policies of a plugin",
    "plugins/api/testing/world.py": "every verb of the policy of a thing",
    "plugins/api/adapters/wagtail.py": "Wagtail's actions, whose verbs stand in VERBS",
}
"""Where a verb comes from elsewhere, and from where."""

IN_TEMPLATES = re.compile(r"{%\s*may\s+[\"']?(\w+)")


def known_verbs() -> set[str]:
    return {"see", *(verb for policy in registry.policies().values() for verb in policy.verbs())}


def calls() -> Iterator[tuple[str, ast.expr]]:
    """File, and the verb of every question to the door."""
    for package in ("plugins", "cms", "search", "workspace"):
        for path in sorted((settings.BASE_DIR / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in ASKS:
                    yield str(path.relative_to(settings.BASE_DIR)), _verb(node)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _verb(call: ast.Call) -> ast.expr:
    position = ASKS[_name(call.func)]
    named = [keyword.value for keyword in call.keywords if keyword.arg == "verb"]
    return named[0] if named else call.args[position]


def test_every_verb_in_code_is_known():
    asked = {(file, verb.value) for file, verb in calls() if isinstance(verb, ast.Constant)}
    assert len(asked) > 10
    assert {(file, verb) for file, verb in asked if verb not in known_verbs()} == set()


def test_a_verb_is_written_where_it_is_asked():
    assert {file for file, verb in calls() if not isinstance(verb, ast.Constant)} <= set(PASSES_ON)


def test_translations_of_other_worlds_verbs_are_known():
    from cms.actions.writing import STEPS
    from plugins.api.adapters.backend import VERBS as DJANGOS
    from plugins.api.adapters.wagtail import VERBS as WAGTAILS

    assert {*DJANGOS.values(), *WAGTAILS.values(), *(step.verb for step in STEPS.values())} <= known_verbs()


def test_every_verb_in_templates_is_known():
    templates: list[Path] = [path for path in (settings.BASE_DIR / "templates").rglob("*.*") if path.is_file()]
    asked = {verb for path in templates for verb in IN_TEMPLATES.findall(path.read_text(encoding="utf-8"))}
    assert asked <= known_verbs()
