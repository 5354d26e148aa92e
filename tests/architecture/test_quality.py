"""Linters and types run with the tests, so that nobody has to remember them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str) -> tuple[int, str]:
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return result.returncode, (result.stdout + result.stderr)[-4000:]


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
    ],
    ids=lambda command: command[0] + (" format" if "format" in command else ""),
)
def test_linters_find_nothing(command):
    code, output = run(*command)
    assert code == 0, output


def tracked() -> list[Path]:
    """The project's own text files: what git knows, or in a copy without git everything but folders that are made."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = [Path(ROOT, name) for name in listed.stdout.split("\0") if name]
    else:
        names = [p for p in ROOT.rglob("*") if not {".venv", ".tools", "var", "node_modules"} & set(p.parts)]
    return [p for p in names if p.is_file() and p.suffix not in {".woff2", ".webp", ".pdf", ".png", ".mo"}]


REGISTRY = re.compile(
    r"https?://[a-z0-9.-]*(?:py" r"pi|pythonhosted|np" r"mjs|deb" r"ian|ma" r"ven|crates)[a-z0-9.-]*\.[a-z]+"
)
MACHINE = re.compile(r"(?<![a-zA-Z0-9_.])/(?:wo" r"rk|fa" r"rm)/")


@pytest.mark.parametrize("forbidden", [REGISTRY, MACHINE], ids=["address of a package registry", "path of a machine"])
def test_no_file_carries(forbidden):
    guilty = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        for match in forbidden.finditer(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert guilty == set()
