"""What editors decide about the search, and what readers keep of it."""

from __future__ import annotations

from search.models.placement import Placement
from search.models.saved_search import SavedSearch
from search.models.synonym import Synonym

__all__ = ["Placement", "SavedSearch", "Synonym"]
