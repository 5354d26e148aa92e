"""Words that carry no meaning in a question; they are left out of it unless nothing else was typed."""

from __future__ import annotations

from collections.abc import Sequence

from search.analysis.folding import with_umlauts

_STOP_WORDS = """
ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bin
bis bist bitte da dabei dadurch dafür daher damit danach dann daran darauf daraus darf darfst darin darüber das dass
davon dazu dein deine deinem deinen deiner dem den denen denn der deren des dessen deshalb dich die dies diese diesem
diesen dieser dieses dir doch dort du durch dürfen ein eine einem einen einer eines einige einigen einiger er es etwa
etwas euch euer eure für gegen geht gelten gilt genau gibt hab habe haben hast hat hatte hatten her hier hin ich ihm
ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja jede jedem jeden jeder jedes kann kannst kein keine keinem
keinen keiner können könnte könnten laut man manche mehr mein meine meinem meinen meiner mich mir mit muss müssen
musst möchte möchten nach nicht noch nun nur ob oder ohne pro sehr sei sein seine seinem seinen seiner seit sich sie
sind so soll sollen sollte sollten sonst sowie über um und uns unser unsere unserem unseren unter vom von vor wann war
waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werde werden weshalb wessen wie wieso
wieviel will wir wird wirst wo wobei wodurch wofür woher wohin womit worauf woran wovon wozu wurde wurden während
würde würden zu zum zur zwischen bekomme bekommen bekommt finde finden findet heißt hieß heißen
nennt nannte nannten genannt bedeutet bedeuten versteht befindet befinden befand befanden funktioniert gehört gehören
geschieht geschah geschehen handelt lautet läuft passiert fand fanden stattfand stattfinden tut tat tun macht machen
machte gemacht
"""

STOP_WORDS: frozenset[str] = frozenset(_STOP_WORDS.split())


_MEASURES = frozenset(
    "viel viele vielen lange lang hoch groß gross weit oft häufig alt schnell teuer schwer tief stark breit".split()
)
_SORTS = frozenset(("art", "arten"))


def is_stop_word(word: str) -> bool:
    """Whether a word carries no meaning in a question, in either spelling of its umlauts."""
    return word in STOP_WORDS or with_umlauts(word) in STOP_WORDS


def belongs_to_asking(word: str, before: Sequence[str]) -> bool:
    """Whether a word only finishes the words of asking before it: wie lange, welche Art, was für Arten.

    It says what kind of answer is wanted, and no answer repeats it. Elsewhere the same words carry meaning.
    """
    if before[-1:] == ["wie"]:
        return not _MEASURES.isdisjoint((word, with_umlauts(word)))
    is_asked = before[-1:] != [] and before[-1].startswith("welche")
    return word in _SORTS and (is_asked or before[-2:] in (["was", "für"], ["was", "fuer"]))
