"""What editors decide about the search."""

from __future__ import annotations

from search.models.placement import Placement
from search.models.synonym import Synonym

__all__ = ["Placement", "Synonym"]
