"""The first Wiener Sachtextformel: about the school grade for which a German text is suitable."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.readability.sentences import sentences

FEWEST_WORDS = 60
"""Below that, one sentence more or less would change the answer."""
EASIEST, HARDEST = 4, 15
"""The scale of Bamberger and Vanecek."""
_SYLLABLES = re.compile(r"ei|ai|ey|ay|au|eu|äu|ie|aa|ee|oo|[aeiouyäöü]")


@dataclass(frozen=True)
class Difficulty:
    """How hard a text is as a whole."""

    grade: float

    @property
    def meaning(self) -> str:
        """In one sentence."""
        if self.grade < 8:
            return _("The text is easy to read, for everybody.")
        if self.grade < 11:
            return _("The text is well readable for a wide public, like a good newspaper.")
        if self.grade < 13:
            return _("The text is demanding, like a textbook of the upper grades.")
        return _("The text is hard to read, like a scientific text or a law.")


def difficulty(text: str) -> Difficulty | None:
    """None where there are too few whole sentences. Headings, list items and cells without a full stop do not count.

    The first of the four formulas: 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875, with the shares, in percent,
    of words of three syllables or more (MS), of more than six letters (IW) and of one syllable (ES), and the mean
    number of words a sentence (SL).
    """
    complete = [sentence.words for sentence in sentences(text) if sentence.is_complete]
    words = [word for said in complete for word in said]
    if len(words) < FEWEST_WORDS:
        return None
    counts = [syllables(word) for word in words]
    share = 100 / len(words)
    many = share * sum(count >= 3 for count in counts)
    single = share * sum(count == 1 for count in counts)
    long = share * sum(len(word) > 6 for word in words)
    grade = 0.1935 * many + 0.1672 * len(words) / len(complete) + 0.1297 * long - 0.0327 * single - 0.875
    return Difficulty(round(min(max(grade, EASIEST), HARDEST), 1))


def syllables(word: str) -> int:
    """Vowels and diphthongs; a number or an abbreviation is at least one."""
    return max(1, len(_SYLLABLES.findall(word.lower().replace("qu", "q"))))
