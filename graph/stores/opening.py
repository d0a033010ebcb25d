"""Opening a store by its URL (mở kho): the embedded file by default, a Neo4j server or cluster
where one is named.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.address import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Growing, Store
    from luocdo.graph.stores.growth import Telling

DEFAULT_NAME = "luocdo.lbug"


def open_store(url: str | None) -> Store:
    """Open the store at ``url`` (``ladybug:PATH``, a bare path, ``neo4j://…``, ``bolt://…``); None
    is the user's own.

    Raises:
        StoreError: the scheme is unknown, or the server cannot be reached.
    """
    if url is None:
        return _ladybug(default_path())
    scheme, separator, rest = url.partition(":")
    if scheme == "ladybug":
        return _ladybug(Path(rest))
    if scheme in SCHEMES:
        # the driver is slow to import and rarely needed
        from luocdo.graph.stores.neo4j import Neo4jStore  # noqa: PLC0415

        return Neo4jStore(url)
    if separator and rest.startswith("//"):
        message = (
            f"không biết loại kho '{scheme}': dùng ladybug:ĐƯỜNG_DẪN, neo4j://… hoặc bolt://…"
        )
        raise StoreError(message)
    return _ladybug(Path(url))


def default_path() -> Path:
    """Return where the user's own store is kept."""
    # a look-up with --store does not need it
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("luocdo", appauthor=False) / DEFAULT_NAME


def _ladybug(path: Path) -> Store:
    if not path.name:
        message = "thiếu tên tệp của kho: --store ladybug:ĐƯỜNG_DẪN/TÊN.lbug"
        raise StoreError(message)
    # only where the embedded engine is asked for
    from luocdo.graph.stores.ladybug import LadybugStore  # noqa: PLC0415

    try:
        path = path.expanduser()
    except RuntimeError as error:  # ~somebody who is not there
        message = f"không rõ thư mục nhà trong {path}"
        raise StoreError(message) from error
    if not path.name or "\0" in path.name:
        message = "kho nhúng cần tên tệp: ladybug:ĐƯỜNG_DẪN/TÊN.lbug"
        raise StoreError(message)
    return LadybugStore(path, _regrown)


@contextmanager
def _regrown(store: Growing) -> Iterator[Telling]:
    """Tell the graph of what a store keeps; the registry and the builder are loaded only when one
    must be restored.
    """
    # a look-up opens a store that needs no rebuilding
    from luocdo.graph.library import regrown  # noqa: PLC0415

    with regrown(store) as graph:
        yield graph
