"""Shapes of counties from GeoJSON (RFC 7946), as mapping agencies publish them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cms.importing.documents import NotReadable

KEY_NAMES = ("AGS", "RS", "ARS", "key")
"""Properties in which the official key of a county stands; the Federal Agency for Cartography names it AGS and ARS."""

Ring = list[list[float]]


@dataclass
class Shapes:
    """What a file holds: rings of [longitude, latitude] by county key, and what was not understood, in sentences."""

    rings: dict[str, list[Ring]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_shapes(path: Path) -> Shapes:
    """The shapes in a file. A county in several features has the rings of all. Raises NotReadable with a sentence."""
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
        features = collection["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotReadable(_("%s is no GeoJSON file with a list of features.") % path.name) from error
    shapes = Shapes()
    for number, feature in enumerate(features if isinstance(features, list) else [], 1):
        key, rings = _key(feature), _rings(feature)
        if key and rings:
            shapes.rings.setdefault(key, []).extend(rings)
        else:
            sentence = (
                _("Feature %(number)d has no area in degrees of longitude and latitude.")
                if key
                else _(
                    "Feature %(number)d does not say which county it is (one of the properties %(names)s, five digits)."
                )
            )
            shapes.problems.append(sentence % {"number": number, "names": ", ".join(KEY_NAMES)})
    return shapes


def _key(feature: Any) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    found = [str((properties or {}).get(name, "")) for name in KEY_NAMES]
    return next((key for key in found if len(key) == 5 and key.isdigit()), "")


def _rings(feature: Any) -> list[Ring]:
    """All rings of a polygon or of several; none if anything in them is no place on earth."""
    try:
        geometry = feature["geometry"]
        polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
        rings = [[[float(lon), float(lat)] for lon, lat, *_height in ring] for polygon in polygons for ring in polygon]
    except (KeyError, TypeError, ValueError):
        return []
    sound = all(-180 <= lon <= 180 and -85 <= lat <= 85 for ring in rings for lon, lat in ring)
    return rings if sound else []
