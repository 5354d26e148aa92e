"""Signs of hard German that can be counted without a dictionary of the language."""

from __future__ import annotations

import re

from cms.readability.sentences import CLOSING, bare

_SUBORDINATORS = frozenset(
    """
    weil dass daß wenn obwohl obgleich damit indem während sodass falls sofern soweit sobald solange nachdem bevor
    ehe ob wobei wodurch womit wofür worüber woraus worauf wohingegen wonach
    """.split()
)
_RELATIVES = frozenset(
    "der die das dem den deren dessen denen welche welcher welches welchem welchen was wer wo wie".split()
)
_BEFORE_RELATIVES = frozenset("an auf aus bei durch für gegen in mit nach ohne um unter von vor zu über".split())

_NOMINAL = re.compile(r"^[A-ZÄÖÜ]\w{2,}(?:ung|ungen|heit|heiten|keit|keiten|ität|itäten|tion|tionen|nahme|nahmen)$")
_EVERYDAY = re.compile(
    r"(?:wohnung|zeitung|rechnung|heizung|meinung|kleidung|bildung|station|kreuzung|siedlung)(?:en)?$", re.I
)

_WERDEN = frozenset("wird werden wurde wurden werde würde würden worden".split())
_BY = frozenset("von vom durch".split())
_MEASURES = frozenset("innerhalb außerhalb anhand aufgrund infolge je".split())
_AND = frozenset("und oder sowie".split())
_BESIDE = (
    "ab|an|auf|aus|bei|bereit|dar|durch|ein|fest|fort|frei|gut|her|hin|hoch|los|mit|nach|sicher|statt|teil|um|unter|vor|"
    "voran|voraus|weg|weiter|wieder|zu|zurück|zusammen"
)
_STRONG = (
    "bote|bunde|fasst|funde|gebe|holfe|legt|lasse|nomme|schiede|schlosse|schriebe|setzt|sproche|stellt|stiege|trage|"
    "worfe|zoge"
)
_PARTICIPLE = re.compile(
    rf"^(?:(?:{_BESIDE})?ge\w{{2,}}(?:t|en)"
    rf"|(?:{_BESIDE})?(?:be|emp|ent|er|ver|zer|miss)\w{{2,}}t"
    r"|(?:über|unter|durch|wider|wieder)\w{3,}t|\w{3,}iert"
    rf"|(?:be|ent|er|ver|über|unter|zer)(?:{_STRONG})n?)$"
)
_NO_PARTICIPLES = frozenset("bekannt berühmt beliebt bereit verwandt überhaupt gelten gehören genießen genügen".split())

_CAPITALS = re.compile(r"^[A-ZÄÖÜ]\w{0,5}[A-ZÄÖÜ]s?$")
_ROMAN = re.compile(r"^[IVXLC]+$")
_KNOWN = frozenset("AG AGs CD DIN EU GmbH ISO LKW LKWs PC PCs PDF PDFs PIN PKW PKWs SMS TV UN UNO USA WC WLAN".split())
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")


def subordinate_clauses(tokens: list[str]) -> int:
    """How many clauses hang on others: after a comma or at the beginning, and what is put in between dashes."""
    found = sum(token in ("–", "—") for token in tokens) // 2
    for place, token in enumerate(tokens):
        word = bare(token)
        begins = place == 0 or tokens[place - 1].rstrip(CLOSING).endswith(",")
        if not begins:
            continue
        following = bare(tokens[place + 1]) if place + 1 < len(tokens) else ""
        if word.lower() in _BEFORE_RELATIVES and following in _RELATIVES:
            word, following = following, bare(tokens[place + 2]) if place + 2 < len(tokens) else ""
        is_relative = place > 0 and word in _RELATIVES and following[:1].islower()  # “, die Bahn” only goes on listing
        found += is_relative or word.lower() in _SUBORDINATORS
    return found


def nominalisations(tokens: list[str]) -> list[str]:
    """Nouns made of verbs and adjectives, but for those of every day and for those that a comma lists."""
    words = [bare(token) for token in tokens if not token.endswith(",")]
    return [word for word in words if _NOMINAL.match(word) and not _EVERYDAY.search(word)]


def passive(tokens: list[str]) -> str:
    """The first passive that leaves open who acts, as it stands: “wird … angeboten”; empty where there is none.

    German puts the participle at the end of its clause, or before “wird” where the clause hangs on another.
    """
    form, names_actor = "", False
    words = ["", *map(bare, tokens), ""]
    for token, before, word, following in zip(tokens, words, words[1:], words[2:], strict=False):
        closes = not following or token[-1] in ".,;:!?" or following in _AND | _WERDEN
        if closes and not names_actor and _PARTICIPLE.match(word) and word not in _NO_PARTICIPLES:
            if form:
                return f"{form} … {word}"
            if following in _WERDEN:
                return f"{word} {following}"
        if word.lower() in _WERDEN:
            form = word.lower()
        names_actor = names_actor or (word in _BY and before not in _MEASURES)
        if token[-1] in ",;:":
            form, names_actor = "", False
    return ""


def long_words(words: tuple[str, ...], letters: int) -> list[str]:
    """Words of at least so many letters; hyphens and colons divide."""
    return [word for word in words if max(map(len, re.split(r"[-/:–.@]", word))) >= letters]


def abbreviations(words: tuple[str, ...]) -> list[str]:
    """Capital letters that not everybody knows: BAMF, AufenthG."""
    return [word for word in words if _CAPITALS.match(word) and word not in _KNOWN and not _ROMAN.match(word)]


def explained_abbreviations(text: str) -> set[str]:
    """Those that stand in brackets behind their words, or have words in brackets behind them."""
    explained: set[str] = set()
    for match in _IN_BRACKETS.finditer(text):
        inside = match[1].split()
        explained |= set(abbreviations(tuple(map(bare, inside))))
        before = text[max(0, match.start() - 40) : match.start()].split()
        if before and len(inside) > 1:
            explained |= set(abbreviations((bare(before[-1]),)))
    return explained
