"""What the indexes of one installation are called in the cluster; several may share it under different prefixes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexPair:
    """The index of what everybody may read, and of everything; as long as it is being built, what came in meanwhile."""

    public: str
    everything: str
    touched: str

    @property
    def both(self) -> str:
        return f"{self.everything},{self.public}"

    @property
    def all(self) -> list[str]:
        return [self.public, self.everything, self.touched]


@dataclass(frozen=True, slots=True)
class Names:
    """All names that begin with one prefix."""

    prefix: str

    @property
    def state(self) -> str:
        """One document about the indexes, and one while somebody writes."""
        return f"{self.prefix}-state"

    @property
    def answering(self) -> IndexPair:
        """The aliases: they lead to the indexes that answer now."""
        return IndexPair(f"{self.prefix}-public", f"{self.prefix}-everything", "")

    def numbered(self, number: int) -> IndexPair:
        """The names of a new pair."""
        kinds = ("public", "everything", "touched")
        return IndexPair(*(f"{self.prefix}-{kind}-{number}" for kind in kinds))

    @property
    def pattern(self) -> str:
        """All numbered indexes, new and old."""
        return ",".join(f"{self.prefix}-{kind}-*" for kind in ("public", "everything", "touched"))
