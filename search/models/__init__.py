"""What editors decide about the search, and what was searched in vain."""

from __future__ import annotations

from search.models.placement import Placement
from search.models.synonym import Synonym
from search.models.unanswered import SearchReport, UnansweredSearch
from search.models.weights import SearchWeights, Step

__all__ = ["Placement", "SearchReport", "SearchWeights", "Step", "Synonym", "UnansweredSearch"]
