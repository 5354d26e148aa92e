"""What can be said about the accessibility of a page without a browser, and what its security policy would block."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import Final

Attributes = dict[str, str]

LABELLED: Final = {"input", "select", "textarea"}
NO_LABEL_NEEDED: Final = {"hidden", "submit", "button", "reset", "image"}
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
NAMED: Final = {"a", "button"}
DATA_SCRIPTS: Final = {"application/json", "application/ld+json"}
EMPTY: Final = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def problems_of(html: str) -> list[str]:
    """A sentence for each; none for a page that is well."""
    page = _Page()
    page.feed(html)
    page.close()
    return [*page.problems, *page.at_the_end()]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: Counter[str] = Counter()
        self.labels: set[str] = set()
        self.fields: list[tuple[str, Attributes]] = []
        self.references: set[str] = set()
        self.title = ""
        self.lang = ""
        self.naming: list[list[str]] = []
        """For each link and button that is open: where it stands, and the words in it so far."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._look_at(tag, given)
        self._look_at_policy(tag, given)
        if tag in NAMED and not (tag == "a" and "href" not in given):
            self.naming.append([f"<{tag}>", given.get("aria-label", "") + given.get("title", "")])
        if tag == "img" and self.naming:
            self.naming[-1][1] += given.get("alt", "")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag in NAMED and self.naming and self.naming[-1][0] == f"<{tag}>":
            place, words = self.naming.pop()
            if not words.strip():
                self.problems.append(f"A {place} says nothing of what it does.")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.title += data
        if self.naming:
            self.naming[-1][1] += data

    def _look_at(self, tag: str, given: Attributes) -> None:
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag in HEADINGS:
            self.headings.append(HEADINGS[tag])
        if tag == "label" and "for" in given:
            self.labels.add(given["for"])
        if tag in LABELLED and given.get("type") not in NO_LABEL_NEEDED and "label" not in self.open:
            self.fields.append((tag, given))
        if tag == "img" and "alt" not in given:
            self.problems.append(f"A picture has no alt: {given.get('src', '')}")
        if "id" in given:
            self.ids[given["id"]] += 1
        for name in ("aria-labelledby", "aria-describedby"):
            self.references.update(given.get(name, "").split())

    def _look_at_policy(self, tag: str, given: Attributes) -> None:
        if tag == "style" or "style" in given:
            self.problems.append(f"A style stands in the page itself, in <{tag}>; it belongs into a style sheet.")
        if tag == "script" and "src" not in given and given.get("type") not in DATA_SCRIPTS:
            self.problems.append("A script stands in the page itself; it belongs into a file.")
        if listening := sorted(name for name in given if name.startswith("on")):
            self.problems.append(f"A script stands in the page itself, in {listening[0]} of <{tag}>.")
        if given.get("href", "").strip().lower().startswith("javascript:"):
            self.problems.append("A link is a script.")

    def at_the_end(self) -> list[str]:
        """What only the whole page tells."""
        found = [] if self.lang else ["The page does not say its language."]
        found += [] if self.title.strip() else ["The page has no title."]
        if (count := self.headings.count(1)) != 1:
            found.append(f"The page has {count} h1; it needs one.")
        for before, after in zip(self.headings, self.headings[1:], strict=False):
            if after > before + 1:
                found.append(f"After an h{before} comes an h{after}.")
        found += [f"A <{tag}> has no label: {given.get('name', '')}" for tag, given in self.fields if self._bare(given)]
        found += [f"The id “{name}” stands in the page {count} times." for name, count in self.ids.items() if count > 1]
        missing = sorted(self.references - set(self.ids))
        found += [f"An element is described by “{name}”, which is not there." for name in missing]
        return found

    def _bare(self, given: Attributes) -> bool:
        said = {"aria-label", "aria-labelledby", "title"} & {name for name, value in given.items() if value}
        return not said and given.get("id") not in self.labels
