from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from cms.importing.documents import NotReadable
from cms.importing.shapes import read_shapes
from cms.models import CountyShape
from tests.factories import make_county

SQUARE = [[8.5, 50.1], [8.7, 50.1], [8.7, 50.3], [8.5, 50.3], [8.5, 50.1]]


def feature(key="99001", coordinates=(SQUARE,), kind="Polygon", name="RS"):
    return {"type": "Feature", "properties": {name: key}, "geometry": {"type": kind, "coordinates": coordinates}}


def file_of(folder, *features):
    path = folder / "shapes.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["AGS", "RS", "ARS", "key"])
def test_the_key_stands_in_one_of_the_usual_properties(tmp_path, name):
    assert read_shapes(file_of(tmp_path, feature(name=name))).rings == {"99001": [SQUARE]}


def test_several_areas_and_several_features_of_a_county_belong_together(tmp_path):
    islands = feature(coordinates=[[SQUARE], [SQUARE]], kind="MultiPolygon")

    assert read_shapes(file_of(tmp_path, islands, feature())).rings == {"99001": [SQUARE, SQUARE, SQUARE]}


@pytest.mark.parametrize(
    "broken",
    [
        feature(kind="Point", coordinates=[8.5, 50.1]),
        feature(coordinates=[[["a", "b"]]]),
        feature(coordinates=[[[500000.0, 5600000.0]] * 4]),  # metres instead of degrees
        {**feature(), "geometry": None},
    ],
)
def test_what_is_no_area_on_earth_is_named_and_the_rest_is_in(tmp_path, broken):
    shapes = read_shapes(file_of(tmp_path, broken, feature("99002")))

    assert list(shapes.rings) == ["99002"]
    assert len(shapes.problems) == 1
    assert "1" in shapes.problems[0]


@pytest.mark.parametrize("broken", [feature("Auental"), {}, None, 7])
def test_a_shape_without_a_key_is_named(tmp_path, broken):
    shapes = read_shapes(file_of(tmp_path, feature(), broken))

    assert list(shapes.rings) == ["99001"]
    assert "2" in shapes.problems[0]
    assert "AGS" in shapes.problems[0]


@pytest.mark.parametrize("content", ["", "[]", "{}", "<xml/>", '"words"'])
def test_another_kind_of_file_is_refused_by_its_name(tmp_path, content):
    path = tmp_path / "words.txt"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(NotReadable, match=r"words\.txt"):
        read_shapes(path)


@pytest.mark.django_db
def test_the_command_takes_over_what_it_knows_and_names_the_rest(tmp_path, capsys):
    make_county("99001")
    path = file_of(tmp_path, feature(), feature("12345"))

    with pytest.raises(SystemExit, match="1"):
        call_command("import_county_shapes", str(path), credit="© Amt")

    assert CountyShape.objects.get().rings == [SQUARE]
    assert "12345" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_command_says_what_is_wrong_with_a_file(tmp_path, capsys):
    with pytest.raises(SystemExit, match="1"):
        call_command("import_county_shapes", str(tmp_path / "nowhere.geojson"), credit="© Amt")

    assert "nowhere.geojson" in capsys.readouterr().err
