from __future__ import annotations

import csv
import re
from pathlib import Path
from xml.etree import ElementTree

from cms.marks import mark_svg

FIGURES = Path(__file__).parents[2] / "data" / "counties" / "figures.csv"


def test_the_same_key_always_gets_the_same_drawing():
    assert mark_svg("county:09772") == mark_svg("county:09772")


def test_every_county_has_a_drawing_of_its_own():
    with FIGURES.open(encoding="utf-8") as lines:
        keys = [row["ags"] for row in csv.DictReader(lines)]

    assert len({mark_svg(f"county:{key}") for key in keys}) == len(keys) == 400


def test_a_drawing_is_small_well_formed_and_hidden_from_screen_readers():
    svg = mark_svg("topic:wohnen")

    assert ElementTree.fromstring(svg).get("aria-hidden") == "true"
    assert len(svg) < 900


def test_a_drawing_keeps_to_the_content_security_policy():
    svg = mark_svg("county:99001")

    assert re.findall(r"\b(style|fill|stroke|onload|href)=", svg) == []


def test_topics_and_counties_differ_in_shape_and_the_small_size_is_a_class():
    assert 'class="mark mark--topic ' in mark_svg("topic:wohnen")
    assert 'class="mark mark--county ' in mark_svg("county:99001")
    assert mark_svg("county:99001", small=True).replace(" mark--small", "") == mark_svg("county:99001")


def test_nothing_of_the_key_reaches_the_drawing():
    assert "<script" not in mark_svg("topic:<script>alert(1)</script>")
