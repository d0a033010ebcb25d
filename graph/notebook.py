"""For notebooks written with py2neo (sổ tay): its Graph on the settings of luocdo.

py2neo has had no release since 2021 and is no longer developed; the official driver is the main path. Install it by
``pip install luocdo[py2neo]``.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from luocdo.graph.errors import StoreError

_STORE_VARIABLE = "LUOCDO_STORE"
_PASSWORD_VARIABLE = "NEO4J_PASSWORD"  # noqa: S105 - the name of the variable


def py2neo_graph(url: str | None = None) -> Any:  # noqa: ANN401 - py2neo publishes no types
    """Return a ``py2neo.Graph`` on the store at ``url``, else LUOCDO_STORE; the password comes from NEO4J_PASSWORD.

    Raises:
        StoreError: py2neo is not installed, or the store is no Neo4j server.
    """
    try:
        from py2neo import Graph  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        message = "chưa cài py2neo: pip install luocdo[py2neo]"
        raise StoreError(message) from error
    parts = urlsplit(url or os.environ.get(_STORE_VARIABLE, ""))
    if not parts.scheme.startswith(("bolt", "neo4j")):
        message = "py2neo chỉ dùng với kho neo4j://… hoặc bolt://…"
        raise StoreError(message)
    address = f"bolt://{parts.hostname or 'localhost'}:{parts.port or 7687}"
    return Graph(address, auth=(parts.username or "neo4j", os.environ.get(_PASSWORD_VARIABLE, "")))
