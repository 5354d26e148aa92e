"""`manage.py start_plugin NAME DIR`: a plugin package that works, is tested, and waits to be changed."""

from __future__ import annotations

import importlib.util
import keyword
import re
import secrets
import sys
import tempfile
from argparse import ArgumentParser
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.templates import TemplateCommand
from django.urls import resolve
from django.utils.translation import gettext as _

from plugins.api.discovery import installed_plugins

TEMPLATE: Final = Path(__file__).resolve().parents[2] / "plugin_template"
RENDERED: Final = ["py", "html", "md", "toml"]
"""Endings of files in which names stand; all others are copied."""


class Command(TemplateCommand):
    help = "A new plugin package in DIR: it can be installed, tested and tried at once."
    rewrite_template_suffixes = tuple((f".{end}-tpl", f".{end}") for end in (*RENDERED, "po"))

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="What the plugin is called in LERNNETZ_PLUGINS, such as “pinboard”.")
        parser.add_argument("directory", help="The folder to make; it must not exist, or be empty.")

    def handle(self, name: str, directory: str, **options: Any) -> None:  # type: ignore[override]
        """What cannot be made is refused in one sentence, and then nothing is written."""
        target = Path(directory).expanduser().absolute()
        if problem := problem_with_name(name) or problem_with_place(target):
            raise CommandError(problem)
        try:
            self.write(name, target, options)
        except OSError as error:
            reason = {"place": target, "reason": error.strerror or error}
            raise CommandError(_("%(place)s cannot be written: %(reason)s.") % reason) from error
        self.stdout.write(next_steps(name, target))

    def write(self, name: str, target: Path, options: dict[str, Any]) -> None:
        """Beside the place first, and there only when it is whole."""
        with tempfile.TemporaryDirectory(dir=target.parent) as beside:
            draft = Path(beside) / "package"
            draft.mkdir()
            about = {"slug": slug_of(name), "core_versions": core_versions(), "plugins": plugins_with(name)}
            given = {"template": str(TEMPLATE), "extensions": RENDERED, "files": []}
            super().handle("plugin", name, str(draft), **options, **about, **given)
            if target.exists():
                target.rmdir()
            draft.rename(target)

    def validate_name(self, name: str, name_or_dir: str = "name") -> None:
        """Has been done, in words of our own."""


def problem_with_name(name: str) -> str | None:
    """A sentence, or None for a name that can be taken."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) or keyword.iskeyword(name) or not 2 <= len(name) <= 24:
        sentence = _("“%s” is no name for a plugin: 2 to 24 small letters, digits and single underscores will do.")
        return sentence % name
    if name in installed_plugins():
        return _("A plugin called “%s” is installed already. Choose another name.") % name
    if name in {config.label for config in apps.get_app_configs()}:
        return _("A part of the forum is called “%s” already. Choose another name.") % name
    if importlib.util.find_spec(f"lernnetz_{name}"):
        return _("There is a Python package “%s” already. Choose another name.") % f"lernnetz_{name}"
    for place in ("/", "/api/v1/"):
        if is_taken(place, f"{slug_of(name)}/"):
            return _("The address %s is taken already. Choose another name.") % f"{place}{slug_of(name)}/"
    return None


def problem_with_place(target: Path) -> str | None:
    """A sentence, or None for a folder that can be made."""
    if not target.parent.is_dir():
        return _("There is no folder %s in which the plugin could be made.") % target.parent
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        return _("%s exists already and is not an empty folder.") % target
    return None


def is_taken(place: str, name: str) -> bool:
    """Whether the address is answered by something else than one that nobody has heard of."""
    return resolve(place + name).func is not resolve(f"{place}{secrets.token_hex(8)}/").func


def slug_of(name: str) -> str:
    """The name in addresses, and in that of the distribution."""
    return name.replace("_", "-")


def core_versions() -> str:
    """From this one to the next that may change what is promised."""
    major, minor = version("lernnetz").split(".")[:2]
    return f">={major}.{minor},<{major}.{int(minor) + 1}"


def plugins_with(name: str) -> str:
    return ",".join([*settings.PLUGINS, name])


def next_steps(name: str, target: Path) -> str:
    lines = [
        _("The plugin “%(name)s” stands in %(place)s. Go on like this:") % {"name": name, "place": target},
        "",
        _("1. Install it into the environment of the forum"),
        f"     {installer()} --no-deps --no-build-isolation -e {target}",
        _("2. Run its tests (the first time takes a minute)"),
        f"     cd {target} && {sys.executable} -m pytest",
        _("3. Look at it in the demo world, at %(address)s, as %(account)s")
        % {"address": f"/{slug_of(name)}/", "account": "member@demo.example"},
        f"     cd {settings.BASE_DIR} && LERNNETZ_PLUGINS={plugins_with(name)} python3 manage.py demo",
        "",
        _("What to change first, its README.md says; what there is to plug in, plugins/README.md."),
    ]
    return "\n".join(lines)


def installer() -> str:
    """The program that installs packages here: the environment of a checkout has uv beside it, and no pip."""
    if importlib.util.find_spec("pip"):
        return f"{sys.executable} -m pip install"
    own = settings.BASE_DIR / ".tools" / "uv" / "bin" / "uv"
    return f"{own if own.exists() else 'uv'} pip install --python {sys.executable}"
