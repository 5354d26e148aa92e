"""From the blocks of an entry's file to the parts of its StreamFields."""

from __future__ import annotations

from typing import Any

from cms.models import File, Picture

Media = dict[str, Picture | File]
"""Pictures and files by the name of the file they came from."""


def stream_data(blocks: list[dict[str, Any]], media: Media) -> list[tuple[str, Any]]:
    """The parts of one section, with pictures and files in the place of their names."""
    return [(block["type"], _value(block, media)) for block in blocks]


def _value(block: dict[str, Any], media: Media) -> Any:
    match block["type"]:
        case "text":
            return block["html"]
        case "callout":
            return {"title": block["title"], "text": block["html"]}
        case "picture":
            return {"image": media[block["image"]], "alt": block["alt"], "caption": block["caption"]}
        case "download":
            return {"file": media[block["file"]], "title": block["title"]}
        case "table":
            return {"caption": block["caption"], "table": _table([block["header"], *block["rows"]])}
        case "steps":
            return {"steps": [{"title": step["title"], "text": step["html"]} for step in block["steps"]]}
    return {name: value for name, value in block.items() if name != "type"}


def _table(rows: list[list[str]]) -> dict[str, Any]:
    """What Wagtail's table editor stores: the first row and the first column say what the cells are about."""
    return {
        "data": rows,
        "table_header_choice": "both",
        "first_row_is_table_header": True,
        "first_col_is_header": True,
    }
