"""The client and the example say what the OpenAPI document says, their types agree, and no HTML gets through unseen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.node import ROOT, run_module

CLIENTS = ROOT / "clients"


def test_the_generated_types_are_those_of_the_document(node: str, tmp_path: Path):
    """Where the API was meant to change: `npm run generate -w lernnetz-client`."""
    made = tmp_path / "api.ts"
    subprocess.run([node, "clients/typescript/generate.mjs", str(made)], cwd=ROOT, check=True, timeout=120)

    assert (CLIENTS / "typescript" / "src" / "api.ts").read_text() == made.read_text()


@pytest.mark.parametrize("name", ["typescript", "example"])
def test_types_agree(node: str, name: str):
    """The example is checked against the sources of the client, and with it against the document."""
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    checked = subprocess.run(
        [node, str(compiler), "--noEmit", "-p", str(CLIENTS / name)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_lock_names_no_place_that_packages_come_from():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert {one["resolved"] for one in packages.values() if "resolved" in one} <= {
        "clients/typescript",
        "clients/example",
    }


HOSTILE = {
    "<script>alert(1)</script><p>Text</p>": "<p>Text</p>",
    '<p onclick="alert(1)" style="color:red" class="x">Text</p>': "<p>Text</p>",
    '<a href="javascript:alert(1)">hier</a>': "<a>hier</a>",
    '<img src="data:image/svg+xml,x" onerror="alert(1)" alt="Bild">': '<img alt="Bild"/>',
    "<svg><use href='/static/x.svg'></use></svg>Text": "Text",
    "<iframe src='https://anderswo.example'></iframe><form><input></form>": "",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">': "<p></p>",
}
KEPT = {
    '<a href="/wissen/bus/">Bus</a>': '<a href="https://forum.example/wissen/bus/">Bus</a>',
    '<a href="mailto:amt@auental.example">Amt</a>': '<a href="mailto:amt@auental.example">Amt</a>',
    "mit <mark>Bus</mark> &amp; Bahn": "mit <mark>Bus</mark> &amp; Bahn",
    '<th scope="row" colspan="2">Zeit</th>': "Zeit",
    '<table><tr><th scope="row" colspan="2">Zeit</th></tr></table>': (
        '<table><tbody><tr><th scope="row" colspan="2">Zeit</th></tr></tbody></table>'
    ),
}


def test_html_of_the_forum_is_cleaned_once_more_and_its_links_lead_to_the_forum(node: str):
    written = {**HOSTILE, **KEPT}

    shown = run_module(node, Path(__file__).with_name("rich_text.mjs"), list(written))

    assert dict(zip(written, shown, strict=True)) == written
