"""Whatever somebody could send instead of a text, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    *("doc", "paragraph", "heading", "bullet_list", "ordered_list", "list_item", "blockquote", "callout", "table"),
    *("table_row", "table_cell", "table_header", "picture", "text", "hard_break", "footnote", "entry", "code_block"),
)
ATTRIBUTES = (
    *("level", "order", "kind", "colspan", "rowspan", "colwidth", "file", "alt", "caption", "text", "id", "title"),
    *("href", "onclick"),
)
words = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["<b onclick=x>", "</p><script>", '" onload="', "]]>", "javascript:alert(1)", "a\ud800b", "x\x00y"]
    ),
)
values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 70),
    st.floats(allow_nan=False),
    words,
    st.sampled_from(["note", "important", "https://a.example/?a=<b>", "mailto:a@b.example", "//a.example"]),
    st.lists(st.integers(-1, 3), max_size=3),
)
attributes = st.dictionaries(st.sampled_from(ATTRIBUTES), values, max_size=5)
marks = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["strong", "em", "link", "comment", "suggestion", "blink"]),
            "attrs": st.one_of(st.none(), attributes),
        }
    ),
    max_size=3,
)


def _node(children: st.SearchStrategy) -> st.SearchStrategy:
    optional = {
        "attrs": st.one_of(attributes, values),
        "marks": st.one_of(marks, values),
        "text": values,
        "content": st.one_of(st.lists(st.one_of(children, values), max_size=4), values),
    }
    return st.fixed_dictionaries({"type": st.one_of(st.sampled_from(NAMES), values)}, optional=optional)


leaves = st.fixed_dictionaries({"type": st.just("text"), "text": words}, optional={"marks": marks})
nodes = st.recursive(leaves, _node, max_leaves=20)
documents = st.one_of(
    values, nodes, st.fixed_dictionaries({"type": st.just("doc"), "content": st.lists(nodes, max_size=5)})
)
