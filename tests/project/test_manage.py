"""The bootstrap, with a uv that only writes down what it was asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

FAKE_UV = f"""#!{sys.executable}
import os, pathlib, sys, time
if "--version" in sys.argv: sys.exit(0)
log = pathlib.Path(os.environ["UV_LOG"])
with log.open("a") as file: file.write(" ".join(argument for argument in sys.argv[1:4] if argument[0] != "-") + "\\n")
time.sleep(float(os.environ.get("UV_TAKES", "0")))
if os.environ.get("UV_FAILS") and sys.argv[1] == "pip": sys.exit("no route to host")
if sys.argv[1] == "venv":
    python = pathlib.Path(sys.argv[-1]) / "bin" / "python"
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text('#!/bin/sh\\n[ "$1" = -c ] || echo "started with $2 $3"\\n')
    python.chmod(0o755)
"""


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    for name in ("manage.py", "pyproject.toml", "requirements.lock"):
        shutil.copy(settings.BASE_DIR / name, tmp_path)
    (tmp_path / "programs").mkdir()
    uv = tmp_path / "programs" / "uv"
    uv.write_text(FAKE_UV)
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", f"{uv.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("UV_LOG", str(tmp_path / "log"))
    return tmp_path


def start(checkout: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(checkout / "manage.py"), "demo", "--no-serve"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def run(checkout: Path) -> tuple[int, str]:
    process = start(checkout)
    output, _ = process.communicate(timeout=30)
    return process.returncode, output


def asked(checkout: Path) -> list[str]:
    log = checkout / "log"
    lines = log.read_text().splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return [line.split(" ")[0] if line.startswith("venv") else " ".join(line.split(" ")[:2]) for line in lines]


ALL = ["venv", "pip sync", "pip install"]


def test_the_first_call_installs_and_goes_on_inside(checkout):
    code, output = run(checkout)
    assert code == 0
    assert output.endswith("started with demo --no-serve\n")
    assert asked(checkout) == ALL


def test_the_second_call_installs_nothing(checkout):
    run(checkout)
    asked(checkout)
    assert run(checkout) == (0, "started with demo --no-serve\n")
    assert asked(checkout) == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_is_followed(checkout, name):
    run(checkout)
    asked(checkout)
    with (checkout / name).open("a") as file:
        file.write("\n# changed\n")
    assert run(checkout)[0] == 0
    assert asked(checkout) == ["pip sync", "pip install"]


def test_a_half_made_environment_is_made_anew(checkout):
    run(checkout)
    asked(checkout)
    (checkout / ".venv" / "lernnetz.installed").unlink()
    assert run(checkout)[0] == 0
    assert asked(checkout) == ALL


def test_an_environment_that_lost_its_python_is_made_anew(checkout):
    run(checkout)
    asked(checkout)
    (checkout / ".venv" / "bin" / "python").unlink()
    assert run(checkout)[0] == 0
    assert asked(checkout) == ALL


def test_of_two_at_once_one_installs_and_both_go_on(checkout, monkeypatch):
    monkeypatch.setenv("UV_TAKES", "0.3")
    both = [start(checkout), start(checkout)]
    outputs = [process.communicate(timeout=30)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert all(output.endswith("started with demo --no-serve\n") for output in outputs)
    assert asked(checkout) == ALL


def test_a_failure_is_said_without_a_traceback_and_the_next_call_begins_anew(checkout, monkeypatch):
    monkeypatch.setenv("UV_FAILS", "1")
    code, output = run(checkout)
    assert code == 2
    assert "no route to host" in output
    assert "Traceback" not in output
    asked(checkout)
    monkeypatch.delenv("UV_FAILS")
    assert run(checkout)[0] == 0
    assert asked(checkout) == ALL


def test_too_old_a_python_is_refused_in_one_sentence(checkout):
    pretend = (
        "import runpy, sys; sys.version_info = (3, 10, 1); sys.argv = ['manage.py'];"
        "runpy.run_path({!r}, run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", pretend.format(str(checkout / "manage.py"))], capture_output=True, text=True
    )
    assert result.returncode == 2
    assert result.stderr.startswith("Nötig ist Python 3.11 bis 3.14")
    assert len(result.stderr.splitlines()) == 1


def test_a_python_without_venv_is_told_what_helps(checkout, monkeypatch):
    (checkout / "programs" / "uv").write_text("#!/bin/sh\nexit 1\n")
    pretend = (
        "import importlib.util, runpy, sys; importlib.util.find_spec = lambda name: None; sys.argv = ['manage.py'];"
        "runpy.run_path({!r}, run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", pretend.format(str(checkout / "manage.py"))], capture_output=True, text=True
    )
    assert result.returncode == 2
    assert result.stderr.endswith("apt install python3-venv\n")


def test_a_nonsense_value_is_named_without_a_traceback(tmp_path):
    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "LERNNETZ_DATA": str(tmp_path),
            "LERNNETZ_DEBUG": "vielleicht",
            "DJANGO_SETTINGS_MODULE": "cms.project.settings.production",
        },
        capture_output=True,
        text=True,
    )
    assert result.returncode == 2
    assert result.stderr == "LERNNETZ_DEBUG ist „vielleicht“; erlaubt sind 0 (aus) und 1 (an).\n"
