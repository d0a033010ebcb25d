"""For notebooks written with py2neo (sổ tay): its Graph on the settings of luocdo.

py2neo has had no release since 2021 and is no longer developed; the official driver is the main
path. Install it by ``pip install luocdo[py2neo]``.
"""

from __future__ import annotations

import os
from typing import Any

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.address import PASSWORD_VARIABLE, ServerAddress

_STORE_VARIABLE = "LUOCDO_STORE"
_BOLT = 7687


def py2neo_graph(url: str | None = None) -> Any:  # noqa: ANN401 - py2neo publishes no types
    """Return a ``py2neo.Graph`` on the store at ``url``, else LUOCDO_STORE; the password comes
    from NEO4J_PASSWORD.

    Raises:
        StoreError: py2neo is not installed, or the store is no Neo4j server.
    """
    try:
        from py2neo import Graph  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        message = "chưa cài py2neo: pip install luocdo[py2neo]"
        raise StoreError(message) from error
    address = ServerAddress.parse(url or os.environ.get(_STORE_VARIABLE, ""))
    secure = "bolt" + address.scheme.removeprefix("neo4j").removeprefix("bolt")
    return Graph(
        f"{secure}://{address.host}:{address.port or _BOLT}",
        name=address.database,
        auth=(address.user, os.environ.get(PASSWORD_VARIABLE, "")),
    )
