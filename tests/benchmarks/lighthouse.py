"""Scores of Lighthouse for public pages: `python tests/benchmarks/lighthouse.py http://127.0.0.1:8000`.

The address is that of a served demo world. Needs Node and Chromium; npx fetches Lighthouse into its own cache. Run it
on a machine that does nothing else, because performance is measured. Ends with 1 where a score is below 95.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

PAGES = ("/", "/wissen/", "/wissen/sprachkurse-ohne-bus/", "/suche/?q=Sprachkurs", "/themen/")
LEAST = 95
LIGHTHOUSE = ("npx", "--yes", "lighthouse@12")
GIVES_WAY = "is-crawlable"
"""Search results ask not to be indexed (noindex), as they should; Lighthouse counts that against any page."""


def audited(address: str, chromium: str) -> dict[str, Any]:
    """The report of Lighthouse on one page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [*LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"]
        subprocess.run(
            [*command, "--chrome-flags=--headless=new --no-sandbox"],
            env={**os.environ, "CHROME_PATH": chromium},
            check=True,
            capture_output=True,
        )
        return json.loads(report.read_text(encoding="utf-8"))


def scores_of(report: dict[str, Any]) -> dict[str, int]:
    """Category -> score, 0 to 100."""
    return {name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()}


def shortfalls(report: dict[str, Any], category: str) -> list[str]:
    """What costs points in a category."""
    named = [(part["weight"], report["audits"][part["id"]]) for part in report["categories"][category]["auditRefs"]]
    return [
        f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".strip()
        for weight, audit in named
        if weight and audit["score"] is not None and audit["score"] < 0.9
    ]


def ready() -> str:
    """The path of Chromium; stops with one sentence where something is missing."""
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("Chromium is missing: install it, or name it in CHROME_PATH.")
    if not shutil.which("npx"):
        sys.exit("Node is missing: npx fetches and runs Lighthouse.")
    if subprocess.run([*LIGHTHOUSE, "--version"], capture_output=True, check=False).returncode:
        sys.exit("Lighthouse is missing, and npx could not fetch it. Is a package registry within reach?")
    return chromium


def main(address: str) -> int:
    chromium = ready()
    is_good = True
    for path in PAGES:
        report = audited(address + path, chromium)
        scores = scores_of(report)
        print(path, "  ".join(f"{name} {score}" for name, score in scores.items()), flush=True)
        for name, score in scores.items():
            found = shortfalls(report, name)
            if score < LEAST:
                print(*(f"    {line}" for line in found), sep="\n")
                is_good = is_good and [line.split(":")[0] for line in found] == [GIVES_WAY]
    return 0 if is_good else 1


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("address")
    sys.exit(main(parser.parse_args().address.rstrip("/")))
