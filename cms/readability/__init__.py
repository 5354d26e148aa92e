"""How easily German prose is read: which sentences are hard, why, and what would help. Plain text in, hints out.

Sources: R. Bamberger and E. Vanecek, „Lesen – Verstehen – Lernen – Schreiben“ (1984), for the Wiener Sachtextformel;
the rule of the dpa for the length of sentences (20 words at most are desirable). Leichte Sprache (DIN SPEC 33429) asks
for much shorter ones; the limits here are those of plain language for colleagues in offices. Whoever reads German by
its signs errs now and then, so these are hints and never stand in the way.
"""

from __future__ import annotations

from cms.readability.formula import Difficulty, difficulty
from cms.readability.hints import HardSentence, Reason, hard_sentences, known_after

__all__ = ["Difficulty", "HardSentence", "Reason", "difficulty", "hard_sentences", "known_after"]
