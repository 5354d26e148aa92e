"""Markdown as HTML: CommonMark with tables, footnotes and the lines at the head that some editors write."""

from __future__ import annotations

from typing import Any

import yaml
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from cms.importing.documents import Document, not_too_long
from cms.importing.plain_files import decoded


def read(name: str, content: bytes) -> Document:
    """Raises NotReadable."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    tokens = parser.parse(not_too_long(decoded(content)))
    head = next((_head(token.content) for token in tokens if token.type == "front_matter"), {})
    document = Document(name, parser.renderer.render(tokens, parser.options, {}))
    document.title = str(head.pop("title", "") or "")
    if head:
        lines = ", ".join(str(key)[:40] for key in head)
        document.remark(_("Lines at the head of the file were left out: %s.") % lines)
    return document


def _head(text: str) -> dict[str, Any]:
    try:
        head = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return head if isinstance(head, dict) else {}
