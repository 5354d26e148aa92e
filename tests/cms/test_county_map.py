from __future__ import annotations

from xml.etree import ElementTree

from cms.county_map import Place, county_map

NORTH = Place("01054", "Nordfriesland", 54.6, 8.9, False)
MIDDLE = Place("99001", "Auental", 50.6, 9.1, True)
SOUTH = Place("09780", "Oberallgäu", 47.5, 10.3, False)


def parts(svg: str, css_class: str) -> list[ElementTree.Element]:
    return [part for part in ElementTree.fromstring(svg).iter() if part.get("class") == css_class]


def test_one_dot_for_each_county_and_a_named_house_for_each_member():
    svg = county_map([NORTH, MIDDLE, SOUTH], description="Eine Karte")

    assert parts(svg, "dots")[0].get("d").count("h0") == 2
    assert len(parts(svg, "member")) == 1
    assert [text.text for text in ElementTree.fromstring(svg).iter("text")] == ["Auental"]


def test_north_is_above_south_and_west_is_left_of_east():
    svg = county_map([SOUTH, NORTH], description="Eine Karte")
    (south, north) = [tuple(map(float, dot.split())) for dot in parts(svg, "dots")[0].get("d")[1:-2].split("h0M")]

    assert north[1] < south[1]
    assert north[0] < south[0]


def test_the_description_is_what_screen_readers_get():
    svg = ElementTree.fromstring(county_map([NORTH], description='Karte mit "einem" Landkreis'))

    assert (svg.get("role"), svg.get("aria-label")) == ("img", 'Karte mit "einem" Landkreis')


def test_names_are_text_and_never_markup():
    svg = county_map([MIDDLE._replace(name="<script>")], description="Eine Karte")

    assert [text.text for text in ElementTree.fromstring(svg).iter("text")] == ["<script>"]


def test_without_counties_there_is_no_map():
    assert county_map([], description="Eine Karte") == ""


def square(west, south):
    corners = [(west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1), (west, south)]
    return (tuple(corners),)


def test_where_shapes_are_known_the_land_is_drawn_instead_of_the_dot():
    known = NORTH._replace(rings=square(8.4, 54.1))
    svg = county_map([known, SOUTH, MIDDLE._replace(rings=square(8.6, 50.1))], description="Eine Karte")

    assert parts(svg, "dots")[0].get("d").count("h0") == 1
    assert parts(svg, "land")[0].get("d").count("z") == 1
    assert parts(svg, "land land--member")[0].get("d").count("z") == 1
    assert len(parts(svg, "member")) == 1


def test_the_whole_land_lies_within_the_drawing():
    svg = ElementTree.fromstring(county_map([MIDDLE._replace(rings=square(5.0, 47.0))], description="Eine Karte"))
    width, height = map(float, svg.get("viewBox").split()[2:])
    numbers = [float(number) for number in svg.find("{*}path").get("d")[1:-1].replace("l", " ").split()]
    x, y = numbers[:2]
    for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + step_x, y + step_y
        assert 0 <= x <= width
        assert 0 <= y <= height


def test_a_county_too_small_for_the_drawing_has_no_land():
    tiny = tuple((9.0 + corner / 100_000, 50.0 + corner / 100_000) for corner in range(4))

    assert parts(county_map([NORTH._replace(rings=(tiny,))], description="Eine Karte"), "land") == []


def test_a_house_that_leads_somewhere_is_a_link_with_the_name_in_it():
    svg = ElementTree.fromstring(
        county_map([MIDDLE._replace(url="/mitglieder/?county=99001&x=<y>"), NORTH], description="K")
    )

    (link,) = svg.iter("a")
    assert (svg.get("role"), link.get("href")) == ("group", "/mitglieder/?county=99001&x=<y>")
    assert [text.text for text in link.iter("text")] == ["Auental"]
