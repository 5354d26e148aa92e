"""Paragraphs and lists in the form in which the rich text editor stores them."""

from __future__ import annotations

from html import escape

DEEPEST_LIST = 4


class Paragraph:
    """One paragraph, heading or list item on its way; emphasis and links go on in the next when it ends before them."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.inline: list[tuple[str, str | None]] = []
        self.opened = 0
        """How many of `inline` stand in `parts` already: a tag is written when its first word comes."""
        self.breaks = 0
        self.has_words = False
        self.space = False
        """Whether a space waits for the next word; it stands outside of what begins or ended there."""

    def begin(self, tag: str, href: str | None) -> None:
        self.inline.append((tag, href))

    def end(self, tag: str) -> None:
        if not self.inline or self.inline[-1][0] != tag:
            return
        if self.opened == len(self.inline):
            self._close_one()
        self.inline.pop()

    def break_here(self) -> None:
        """A new line; inside a link a space, because the editor would drop the break and join the words."""
        if any(tag == "a" for tag, _href in self.inline):
            self.text(" ")
        else:
            self.breaks += self.has_words

    def text(self, text: str) -> None:
        words = text.strip(" ")
        if words.strip("\xa0 ") or (words and self.has_words):
            if (self.space or text.startswith(" ")) and self.has_words and not self.breaks:
                self.parts.append(" ")
            self._open_all()
            self.parts.append(escape(words, quote=False))
            self.space = text.endswith(" ")
        else:
            self.space = True

    def verbatim(self, text: str) -> None:
        for number, line in enumerate(text.splitlines()):
            if number:
                self.break_here()
            self.text(line)

    def finish(self) -> str:
        """What has come together, without space at its end; the paragraph is then empty."""
        while self.opened:
            self._close_one()
        markup = "".join(self.parts)
        self.parts, self.breaks, self.has_words, self.space = [], 0, False, False
        return markup

    def _open_all(self) -> None:
        self.parts.extend(["<br/>"] * min(self.breaks, 2))
        self.breaks, self.has_words = 0, True
        for position, (tag, href) in enumerate(self.inline[self.opened :], self.opened):
            self.parts.append(self._opening(position, tag, href))
        self.opened = len(self.inline)

    def _opening(self, position: int, tag: str, href: str | None) -> str:
        if not self._counts(position):
            return ""
        return f'<a href="{escape(href or "")}">' if tag == "a" else f"<{tag}>"

    def _close_one(self) -> None:
        self.opened -= 1
        if self._counts(self.opened):
            self.parts.append(f"</{self.inline[self.opened][0]}>")

    def _counts(self, position: int) -> bool:
        """Emphasis inside the same emphasis adds nothing, nor does a link without an address."""
        tag, href = self.inline[position]
        return (tag != "a" or bool(href)) and all(before != tag for before, _href in self.inline[:position])


def nested_lists(items: list[tuple[int, str, str]]) -> str:
    """List items with their depth as nested lists."""
    parts: list[str] = []
    lists: list[str] = []
    for depth, kind, markup in items:
        while len(lists) > depth or (len(lists) == depth and lists[-1] != kind):
            parts.append(f"</li></{lists.pop()}>")
        if len(lists) == depth:
            parts.append("</li>")
        else:
            parts.append(f"<{kind}>")
            lists.append(kind)
        parts.append(f"<li>{markup}")
    parts += [f"</li></{kind}>" for kind in reversed(lists)]
    return "".join(parts)
