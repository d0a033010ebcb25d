"""The small rewriting that lets one ``.cypher`` text run on Ladybug (phương ngữ); Neo4j takes it
as it stands.

Ladybug walks (an edge may repeat), Neo4j trails: a closure over many steps becomes ``* SHORTEST``,
which ends early at a hub; a question that counts or shows paths says ``// paths: trail`` in its
header and becomes ``* TRAIL``.
"""

from __future__ import annotations

import re

_LONG = re.compile(r"\*\s*1\.\.(?P<most>\d+)")
_SHORTEST_PATH = re.compile(
    r"shortestPath\(\s*(?P<left>\([^()]*\)\s*<?-\[[^\]*]*)\*\s*1\.\.(?P<most>\d+)(?P<right>[^\]]*\]->?\s*\([^()]*\))\s*\)",
)
_TRAIL = re.compile(r"(?m)^//\s*paths:\s*trail\s*$")
_FEW_STEPS = 3


def for_ladybug(query: str) -> str:
    """Return ``query`` as Ladybug wants it.

    >>> for_ladybug("MATCH (x)<-[:BASED_ON*1..30]-(d) RETURN d")
    'MATCH (x)<-[:BASED_ON* SHORTEST 1..30]-(d) RETURN d'
    """
    manner = "TRAIL" if _TRAIL.search(query) else "SHORTEST"
    query = _SHORTEST_PATH.sub(r"\g<left>* SHORTEST 1..\g<most>\g<right>", query)
    return _LONG.sub(lambda found: _step(found, manner), query)


def _step(found: re.Match[str], manner: str) -> str:
    most = int(found["most"])
    return found.group() if most <= _FEW_STEPS else f"* {manner} 1..{most}"
