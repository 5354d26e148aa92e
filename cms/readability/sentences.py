"""Where a German sentence ends, and what counts as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

OPENING, CLOSING = "„“»«‚‘\"'([–-•*", "“”»«‘’\"')]"
_ENDS = ("!", "?", "…")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.)*[^\W\d_]$")
_ORDINAL = re.compile(r"^\d{1,2}(?:\.\d{1,2})?$")
_ABBREVIATIONS = frozenset(
    """
    abb abs abschn allg anm art aufl bd bes betr bsp bspw buchst bzgl bzw ca co dez dgl dipl dr ebd einschl einw
    etc evtl exkl feb ff fr geb gem ggf ggü hr hrsg inkl insb insbes jan jh jhd jul jun kap lt max mind min mio mo
    mrd nr nov okt prof rd sek sept sog st std stellv str tab tel tsd usw vgl vs ziff zzgl zit zt
    """.split()
)
_FIRST_WORDS = frozenset(
    """
    aber alle allerdings als am an auch auf aus außerdem bei beide bis da dabei dadurch dafür daher damit danach
    dann daran darauf darin darum das dazu dem den denn deren der des deshalb dessen die dies diese diesem diesen
    dieser dieses doch dort durch ein eine einem einen einer einige er es für heute hier ihr ihre im in ist jede
    jeder jedes jetzt kein keine man manche mit nach nicht noch nun nur ob oder ohne seit sie sind so solche
    trotzdem um und unser unsere unter viele vom von vor während wann warum was weil wenn wer wie wir wo wurde
    wurden zu zudem zuerst zum zur zwischen über
    """.split()
)
"""In capitals these begin a sentence: they tell its end from an abbreviation or an ordinal number."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a line that is none."""

    text: str
    words: tuple[str, ...]
    """Without punctuation. Numbers, “§ 5” and “z. B.” are one word each."""
    is_complete: bool
    """It ends like a sentence; headings, list items and cells often do not."""


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text. A line is a paragraph, and no sentence goes on in the next one."""
    for line in text.splitlines():
        tokens = line.split()
        begun: list[str] = []
        for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
            begun.append(token)
            if not following or _ends(token, following):
                if words := words_of(begun):
                    yield Sentence(" ".join(begun), words, token.rstrip(CLOSING).endswith((".", *_ENDS)))
                begun = []


def words_of(tokens: list[str]) -> tuple[str, ...]:
    """What a reader would count: “z. B.” is one word, a dash is none."""
    words: list[str] = []
    goes_on = False
    for token in tokens:
        word = bare(token)
        is_initial = len(word) == 1 and word.isalpha() and token.endswith(".")
        if any(sign.isalnum() for sign in word) and not (is_initial and goes_on):
            words.append(word)
        goes_on = is_initial
    return tuple(words)


def bare(token: str) -> str:
    """Without the punctuation around it."""
    return token.strip(OPENING + CLOSING + ".,;:!?…—/")


def _ends(token: str, following: str) -> bool:
    plain = token.rstrip(CLOSING)
    first = following.lstrip(OPENING)
    if not plain.endswith((".", *_ENDS)) or not first[:1].strip() or first[0].islower():
        return False
    word = plain.rstrip(".").lstrip(OPENING)
    may_go_on = plain.endswith(".") and (
        _ORDINAL.match(word) or _INITIALS.match(word) or word.split("/")[-1].lower() in _ABBREVIATIONS
    )
    return not may_go_on or (bare(first).lower() in _FIRST_WORDS and not (len(word) == 1 and word.isalpha()))
