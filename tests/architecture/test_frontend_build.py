"""What is committed in static/lernnetz is what the sources build, and it keeps to its weight."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "static" / "lernnetz"
SOURCES = ROOT / "static_src"


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_committed_files_are_what_the_sources_build(node: str, tmp_path: Path):
    subprocess.run([node, str(SOURCES / "build.mjs"), str(tmp_path)], cwd=ROOT, check=True, timeout=120)

    assert files_in(BUILT) == files_in(tmp_path)


def test_a_first_sight_stays_far_below_150_kilobytes():
    """The page itself, compressed, is another ten."""
    styles, script, icons = (
        gzip.compress((BUILT / name).read_bytes()) for name in ("lernnetz.css", "lernnetz.js", "icons.svg")
    )
    fonts = sum(path.stat().st_size for path in (BUILT / "fonts").iterdir())

    assert len(styles) + len(script) + len(icons) + fonts < 80_000


def test_nothing_in_the_style_sheet_is_loaded_from_elsewhere():
    styles = (BUILT / "lernnetz.css").read_text(encoding="utf-8")
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", styles)

    assert [address for address in addresses if not address.startswith(("fonts/", "data:"))] == []


def test_every_icon_that_templates_name_is_in_the_sprite():
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (BUILT / "icons.svg").read_text(encoding="utf-8")))
    templates = (path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html"))
    named = {name for text in templates for name in re.findall(r'{% icon "([^"]+)" %}', text)}

    assert named - sprite == set()


def test_no_template_carries_inline_styles_or_scripts():
    """What search engines read (JSON-LD) is data and never runs; programs for mail know only inline styles."""
    run = r'<script(?![^>]*(?:\bsrc=|"application/ld\+json"))[^>]*>'

    def offences(path: Path) -> list[str]:
        text = path.read_text(encoding="utf-8")
        return re.findall(rf"\sstyle=|<style\b|\son[a-z]+=|{run}", text)

    pages = set((ROOT / "templates").rglob("*.html")) - {ROOT / "templates/mails/base.html"}
    assert {str(path): found for path in pages if (found := offences(path))} == {}
