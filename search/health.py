"""Can people search? And is something amiss although they can?"""

from __future__ import annotations

from search.engines import engines
from search.telling import is_behind


def problem() -> str | None:
    """Why nobody can search, for the operator; None as long as one engine is well."""
    illnesses = [engine.health() for engine in engines().values()]
    return None if None in illnesses else " ".join(filter(None, illnesses))


def notice() -> str | None:
    """What is wrong with one engine while another one answers."""
    found = engines()
    if len(found) == 1:
        return None
    illnesses = [f"{name}: {illness}" for name, engine in found.items() if (illness := engine.health())]
    if not illnesses and is_behind():
        return "Elasticsearch was away and is still being told what it missed; the embedded index answers until then."
    return " ".join(illnesses) or None
