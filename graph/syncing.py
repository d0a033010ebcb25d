"""Copying a graph between stores (đồng bộ): what differs is written, what the source no longer has
is deleted.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.library import told_to
from luocdo.graph.stores.base import silent
from luocdo.graph.stores.one_by_one import OneByOne
from luocdo.graph.stores.rows import checksums_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from luocdo.graph.records import Value
    from luocdo.graph.stores.base import Say, Store
    from luocdo.graph.stores.growth import Telling

_FILE = "SourceFile "
_DRIFT = (
    "SELECT key FROM ours WHERE key NOT IN (SELECT key FROM theirs)",
    "SELECT key FROM theirs WHERE key NOT IN (SELECT key FROM ours)",
    "SELECT key FROM ours JOIN theirs USING (key) WHERE ours.facts IS NOT theirs.facts",
)


@dataclass(frozen=True, slots=True)
class Drift:
    """How two stores differ: ids that only one holds, and those that both hold with
    other facts.
    """

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    different: tuple[str, ...]

    def lines(self, most: int = 10) -> Iterator[str]:
        """Yield what differs, the first ``most`` of each kind by name."""
        for words, keys in (
            ("thiếu ở đích", self.missing),
            ("thừa ở đích", self.extra),
            ("khác nhau", self.different),
        ):
            if keys:
                yield f"{words}: {len(keys)}"
                yield from (f"  {key}" for key in keys[:most])
                yield from ([f"  … còn {len(keys) - most}"] if len(keys) > most else [])

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.missing or self.extra or self.different)


def sync(source: Store, target: Store, say: Say = silent) -> tuple[int, int]:
    """Make ``target`` hold what ``source`` holds; cut off, it is resumed by repeating it. Return
    how many nodes and edges that are.

    A server is written only what differs; an embedded file is written anew and put in the place of
    the old. Records and graph pass a piece at a time.
    """

    def written(graph: Telling) -> tuple[int, int]:
        target.replace(_records(source), graph, say)
        return sum(1 for _ in graph.nodes), sum(1 for _ in graph.edges)

    return told_to(written, source)


def drift(source: Store, target: Store) -> Drift:
    """Compare what both engines really hold, on disk; changes nothing."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        for table, store in (("ours", source), ("theirs", target)):
            database.execute(f"CREATE TABLE {table} (key TEXT PRIMARY KEY, facts BLOB)")
            database.execute("BEGIN")
            database.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", _facts(store))  # noqa: S608 - one of two
            database.execute("COMMIT")
        return Drift(*(_listed(database.execute(asked)) for asked in _DRIFT))


def _listed(rows: Iterable[tuple[str]]) -> tuple[str, ...]:
    """Put files first: what else differs mostly follows from them."""
    return tuple(sorted((key for (key,) in rows), key=_files_first))


def _files_first(key: str) -> tuple[bool, str]:
    return not key.startswith(_FILE), key


def _facts(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield what tells all that an engine holds by, under the names of what holds it: nodes,
    edges, the records of files.
    """
    graph = store.holding()
    for node in graph.nodes:
        yield f"{node.label} {node.id}", _mark(node.properties)
    for edge in graph.edges:
        yield f"{edge.type} {edge.id}", _mark(edge.properties, edge.start, edge.end)
    for file, checksum in _checksums(store).items():
        yield f"{_FILE}{file}", checksum.encode()


def _mark(properties: Mapping[str, Value], *ends: str) -> bytes:
    """Return what facts are told by; a whole number is one, whichever way an engine has it."""
    facts = {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in sorted(properties.items())
    }
    return sha256(repr((ends, facts)).encode("utf-8", "surrogatepass")).digest()


def _checksums(store: Store) -> Mapping[str, str]:
    if store.growing is None:
        return checksums_of(store.records())
    return store.growing.checksums()


def _records(store: Store) -> Mapping[str, bytes]:
    if store.growing is None:
        return store.records()
    return OneByOne(store.growing.checksums(), store.growing.record)
