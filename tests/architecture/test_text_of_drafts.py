"""The editor and the server mean the same by the text of a draft, though one is JavaScript and the other Python."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from workspace.drafting.formats.attributes import KINDS
from workspace.drafting.formats.shapes import BLOCKS, CELLS, INLINE, REMARKS, checked, textblocks

ROOT = Path(__file__).parents[2]
SOURCES = (ROOT / "static_src/drafting").as_posix()
AWKWARD: list[Any] = [
    {},
    {"content": [{"type": "text", "text": "loose"}]},
    {"content": [{"type": "heading", "attrs": {"level": 9}, "content": [{"type": "text", "text": "deep"}]}]},
    {"content": [{"type": "callout", "attrs": {"kind": "loud"}}, {"type": "bullet_list"}, {"type": "table"}]},
    {"content": [{"type": "bullet_list", "content": [{"type": "list_item", "content": [{"type": "blockquote"}]}]}]},
    {"content": [{"type": "table", "content": [{"type": "table_row", "content": [{"type": "table_cell"}]}]}]},
    {
        "content": [
            {"type": "picture", "attrs": {"file": 7}},
            {"type": "picture"},
            {"type": "entry", "attrs": {"id": 3}},
        ]
    },
    {
        "content": [
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": "one", "marks": [{"type": "strong"}]},
                    {"type": "footnote", "attrs": {"text": "two"}},
                    {"type": "hard_break"},
                    {
                        "type": "text",
                        "text": "three",
                        "marks": [
                            {"type": "suggestion", "attrs": {"id": "s2"}},
                            {"type": "comment", "attrs": {"id": "c1"}},
                            {"type": "comment", "attrs": {"id": "c2"}},
                            {"type": "link", "attrs": {"href": "https://forum.example"}},
                        ],
                    },
                ],
            }
        ]
    },
]


def run(node: str, script: str, given: Any = None) -> Any:
    """What this script, which knows `schema` and `given`, puts into `found`."""
    program = f"""
        import {{ readFileSync }} from "node:fs";
        const {{ schema, KINDS }} = await import("{SOURCES}/schema.js");
        const given = JSON.parse(readFileSync(0, "utf8"));
        let found;
        {script}
        console.log(JSON.stringify(found));
    """
    done = subprocess.run(
        [node, "--input-type=module", "-e", program],
        cwd=ROOT,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_both_know_the_same_nodes_marks_and_boxes(node: str):
    found = run(node, "found = [Object.keys(schema.nodes), Object.keys(schema.marks), KINDS];")

    assert set(found[0]) == BLOCKS | INLINE | CELLS | {"doc", "list_item", "table_row"}
    assert set(found[1]) == REMARKS | {"strong", "em", "link"}
    assert found[2] == list(KINDS)


def test_the_editor_takes_every_text_that_the_server_has_checked_as_it_is(node: str):
    texts = [checked(document) for document in AWKWARD]

    found = run(
        node,
        "found = given.map((text) => { const doc = schema.nodeFromJSON(text); doc.check(); return doc.toJSON(); });",
        texts,
    )

    assert [checked(text) for text in found] == texts


def test_a_passage_is_named_as_the_server_counts(node: str):
    """Its textblock by number, in tables too; an atom before it counts one."""
    cell = {
        "type": "table_cell",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": "in a cell"}]}],
    }
    text = checked(
        {
            "content": [
                AWKWARD[7]["content"][0],
                {"type": "table", "content": [{"type": "table_row", "content": [cell]}]},
            ]
        }
    )

    found = run(
        node,
        f"""
        const {{ EditorState, TextSelection }} = await import("prosemirror-state");
        const {{ passageIn }} = await import("{SOURCES}/places.js");
        const state = EditorState.create({{ doc: schema.nodeFromJSON(given) }});
        const {{ doc }} = state;
        const choose = (from, to) => passageIn({{ doc, selection: TextSelection.create(doc, from, to) }});
        let cell;
        state.doc.descendants((node, pos) => {{ if (node.type.name === "table_cell") cell = pos + 2; }});
        found = [choose(6, 11), choose(2, 9), choose(cell + 2, cell + 9), choose(2, cell + 3), choose(3, 3)];
        """,
        text,
    )

    assert found[0] == {"quote": "three", "block": 0, "start": 5, "end": 10}
    assert found[2] == {"quote": "a cell", "block": 1, "start": 3, "end": 9}
    assert found[1] == found[3] == "unfit"
    assert found[4] is None
    assert len(textblocks(text)) == 2
