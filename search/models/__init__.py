"""What editors decide about the search, what was searched in vain, and what readers keep of it."""

from __future__ import annotations

from search.models.placement import Placement
from search.models.saved_search import Alert, SavedSearch
from search.models.synonym import Synonym
from search.models.unanswered import SearchReport, UnansweredSearch
from search.models.weights import SearchWeights, Step

__all__ = ["Alert", "Placement", "SavedSearch", "SearchReport", "SearchWeights", "Step", "Synonym", "UnansweredSearch"]
