#!/usr/bin/env python3
"""Django's manage.py that first makes its own environment: a fresh checkout needs Python 3.11 and nothing else.

Outside `.venv` only the standard library is at hand: fetch uv, install the lock into `.venv`, start anew in there.
Inside `.venv` this is the ordinary manage.py, with `test` running pytest.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UV = "uv==0.13.9"


def main() -> None:
    if Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        run_command(sys.argv)
        return
    if not (3, 11) <= sys.version_info < (3, 15):
        stop(f"Nötig ist Python 3.11 bis 3.14; dies ist Python {sys.version.split()[0]}.")
    if not is_current():
        make_environment()
    os.execve(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), *sys.argv[1:]], dict(os.environ))


def run_command(argv: list[str]) -> None:
    if argv[1:2] == ["test"]:
        run_tests(argv[2:])
    settings = "demo" if argv[1:2] == ["demo"] else "production"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"cms.project.settings.{settings}")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        django.setup()
    except ImproperlyConfigured as error:
        stop(str(error))
    execute_from_command_line(argv)


def run_tests(arguments: list[str]) -> None:
    """The whole suite, or what the arguments of pytest choose, on two processes unless they say otherwise."""
    import pytest

    alone = any(
        argument.startswith(("-n", "--pdb", "--collect-only", "--co", "-h", "--help")) for argument in arguments
    )
    # a process that dies ends the run: with another in its place pytest-xdist 3.8 waits for ever at the end of groups
    together = [] if alone else ["-n", "2", "--dist", "loadgroup", "--max-worker-restart", "0"]
    os.chdir(ROOT)
    sys.exit(pytest.main([*together, *arguments]))


def is_current() -> bool:
    """Whether `.venv` was finished from today's lock: its mark is written last and taken away before any change."""
    try:
        return PYTHON.exists() and mark().read_text() == wanted()
    except OSError:
        return False


def mark() -> Path:
    return ENVIRONMENT / "lernnetz.installed"


def wanted() -> str:
    """The lock says which packages, pyproject.toml which entry points."""
    content = (ROOT / "requirements.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(content).hexdigest()


def make_environment() -> None:
    """Install what the lock names; of two processes that start at once the second waits and finds all done."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        wait_for(lock)
        if is_current():
            return
        started = time.monotonic()
        uv = find_uv()
        if not (mark().exists() and works([str(PYTHON), "-c", ""])):
            # none yet, or one that was interrupted or lost its Python: what it holds cannot be trusted
            run("Die Umgebung wird angelegt", [uv, "venv", "-q", "--clear", "--python", sys.executable, ENVIRONMENT])
        target = wanted()
        mark().unlink(missing_ok=True)
        into = ["-q", "--python", PYTHON]
        run(
            "Pakete werden geladen und eingerichtet, beim ersten Mal etwa eine Minute",
            # compiled now, or else every start compiles it anew where Python may not write bytecode
            [uv, "pip", "sync", *into, "--compile-bytecode", "--require-hashes", ROOT / "requirements.lock"],
        )
        itself = ["--no-deps", "--no-build-isolation", "-e", ROOT]
        run("Das Programm selbst wird eingetragen", [uv, "pip", "install", *into, *itself])
        mark().write_text(target)
        say(f"Die Umgebung steht ({time.monotonic() - started:.0f} s).")


def wait_for(lock: object) -> None:
    """Hold the lock until it is closed; the operating system frees it even when this process is killed."""
    if os.name == "nt":
        return
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # type: ignore[arg-type]
    except BlockingIOError:
        say("Ein anderer Aufruf richtet gerade ein; dieser wartet auf ihn.")
        fcntl.flock(lock, fcntl.LOCK_EX)  # type: ignore[arg-type]


def find_uv() -> str:
    """uv installs hundreds of packages in seconds; where the machine has none, the project keeps one for itself."""
    own = TOOLS / "uv" / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    for candidate in (shutil.which("uv"), str(own)):
        if candidate and works([candidate, "--version"]):
            return candidate
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        stop("Diesem Python fehlt das Modul venv. Unter Debian und Ubuntu hilft: apt install python3-venv")
    run("Das Installationsprogramm uv wird geholt", [sys.executable, "-m", "venv", "--clear", TOOLS / "uv"])
    run("", [own.with_name("python" + own.suffix), "-m", "pip", "install", "-q", "--disable-pip-version-check", UV])
    return str(own)


def works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def run(text: str, command: list[object]) -> None:
    """Say what happens and that it is still going on; when it fails, show what it said."""
    if text:
        say(f"{text} …")
    words = [str(part) for part in command]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    started = time.monotonic()
    while True:
        try:
            output, _ = process.communicate(timeout=10)
            break
        except subprocess.TimeoutExpired:
            say(f"  … seit {time.monotonic() - started:.0f} s")
    if process.returncode:
        stop(
            f"{output.strip()}\n\nDas ging nicht. Ist das Internet erreichbar und auf der Platte noch Platz? "
            "Derselbe Befehl setzt danach hier fort."
        )


def say(text: str) -> None:
    print(text, flush=True)


def stop(text: str) -> None:
    print(text, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
