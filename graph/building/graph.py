"""From the set of records to the graph (dựng đồ thị): a pure function of the set, whatever the
order of loading.

The ledger keeps what each step made of each file, document and unit. What a change of the set
touches is made again, the rest is what a fresh build would make: a fresh build is the same steps
over an empty ledger.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from luocdo.graph.building.gathering import Told, difference, in_order
from luocdo.graph.building.ground import Ground
from luocdo.graph.building.steps import steps
from luocdo.graph.growing.ledger import Ledger
from luocdo.graph.growing.ledger_file import opened, translated
from luocdo.graph.growing.step import Of, decode_text, run, tell_from_outside
from luocdo.graph.model import Graph, check
from luocdo.graph.records import FileRecord, encode
from luocdo.graph.stores.growth import Difference, Growth
from luocdo.graph.stores.places import APPLICATION
from luocdo.graph.version import rules_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from luocdo.graph.building.ground import Read
    from luocdo.graph.growing.ledger import Key
    from luocdo.graph.units.resolving import UnitResolver

T = TypeVar("T")
_GENERATION = "generation"
_AT_ONCE = 1000  # files: what changes with more is not remembered, the graph is then written anew


class GrowingGraph:
    """A ledger brought to a set of records, not yet kept."""

    def __init__(self, ledger: Ledger, changed: Mapping[Key, bytes | None]) -> None:
        """Tell of ``ledger``, of whose keys some have ``changed``."""
        self._ledger, self._changed = ledger, changed

    def growth(self) -> Growth:
        """Return how the graph has changed since the ledger was last kept."""
        since = self._ledger.said(_GENERATION)
        # from nothing all of it is new
        differs = difference(self._ledger, self._changed) if since else Difference()
        return Growth(since, differs, self.whole)

    @property
    def whole(self) -> Told:
        """Return all of the graph, to be gone over a piece at a time."""
        return Told(self._ledger)

    def keep(self, generation: str) -> None:
        """Keep the ledger: the graph of the records of ``generation`` is what it tells."""
        self._ledger.say(_GENERATION, generation)
        self._ledger.commit()


def gathered(take: Callable[[Told], T], place: Path, generation: str) -> tuple[T] | None:
    """Return what ``take`` makes of the graph that the ledger at ``place`` tells; None where it is
    not that of ``generation``, or not of these rules.
    """
    if not place.exists():
        return None
    try:
        with closing(Ledger(place, reading=True)) as ledger, ledger.seen_as_one():
            is_of_it = ledger.form() == rules_version() and ledger.said(_GENERATION) == generation
            return (take(Told(ledger)),) if is_of_it else None
    except sqlite3.Error:
        return None  # it can be done without


@contextmanager
def grown(
    place: Path, checksums: Mapping[str, str], read: Read, resolver: UnitResolver
) -> Iterator[GrowingGraph]:
    """Bring the ledger at ``place`` to the set of records with those ``checksums``; ``read``
    returns a file's record.

    Raises:
        CondensedError: a condensed edition stands beside its original.
        StoreError: the ledger cannot be written.
    """
    with translated(place), closing(opened(place, APPLICATION)) as ledger:
        ledger.begin(rules_version())
        known = {key: decode_text(value) for key, value in ledger.all_of(Of.RECORD)}
        told: dict[str, str | None] = {
            file: mark for file, mark in checksums.items() if known.get(file) != mark
        }
        told |= dict.fromkeys(known.keys() - checksums.keys())
        order = steps(Ground(resolver, read))
        if len(told) <= _AT_ONCE:
            yield GrowingGraph(
                ledger, run(ledger, order, tell_from_outside(ledger, Of.RECORD, told))
            )
            return
        files = sorted(told)
        for start in range(0, len(files), _AT_ONCE):
            some = {file: told[file] for file in files[start : start + _AT_ONCE]}
            run(ledger, order, tell_from_outside(ledger, Of.RECORD, some))
        ledger.say(_GENERATION, "")
        yield GrowingGraph(ledger, {})


def build_graph(records: Iterable[FileRecord], resolver: UnitResolver) -> Graph:
    """Return the graph of the set of ``records``, as readers' corrections among them have it.

    Raises:
        CondensedError: a condensed edition stands beside its original.
        SchemaError: a record states what the schema does not know.
    """
    files = {record.file: record for record in records}
    marks = {file: sha256(encode(record)).hexdigest() for file, record in files.items()}
    with closing(Ledger(None)) as ledger:
        ledger.begin("")
        run(
            ledger,
            steps(Ground(resolver, files.__getitem__)),
            tell_from_outside(ledger, Of.RECORD, marks),
        )
        graph = in_order(Told(ledger))
    check(graph)
    return graph
