"""Steps of a build (các bước dựng): each makes cells, every cell by asking the ledger and telling
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from luocdo.graph.growing.ledger import Key, Ledger

T = TypeVar("T")


class Of(IntEnum):
    """What is told of a key (quan hệ); behind each what its key is."""

    RECORD = 1  # file: the checksum of its record
    SAID = 2  # file: a reader's corrections of it
    MEANT = 3  # file: the checksum of its record as corrected
    YEAR = 4  # number and issuer: years under which it is known
    NAME_DAY = 5  # name: days said of a document called so
    BYTES = 6  # digest of a file's bytes: the file
    OWN = 7  # file: the ids of its documents
    DAY = 8  # document: days said of it
    NAME = 9  # name: documents known under it
    TITLE = 10  # first words of a title: documents whose title begins so
    HELD = 11  # document: the files that hold it
    MENTION = 12  # document: what others say of it
    DATED = 13  # document and day: the files that say so
    RESOLVED = 14  # file: what its mentions mean
    SERIAL = 15  # serial number: documents that have it
    SHORT_MENTION = 16  # document: what is said of it under a short form
    SHORT_RESOLVED = 17  # file: what its short forms mean
    FACTS = 18  # document: its properties and issuer
    RANK = 19  # document: the several files that hold it, best first
    NORMATIVE = 20  # document: whether everybody cites it
    CITED_AS = 21  # title: documents that others cite by it
    ISSUE = 22  # file and message: what does not agree between files
    PIECES = 23  # file: nodes and edges that it alone tells
    NODE = 24  # id: a node that several may tell
    EDGE = 25  # id: an edge that several may tell
    UNIT = 26  # unit that is named or covered by a class: its kind, and the body above it
    GROUP = 27  # collective: in which papers it stands
    LINK = 28  # document: edges that begin at it
    ENDED = 29  # document: what replaces or repeals it
    DROPPED = 30  # file: edges of it that a stronger or better one makes needless
    RESTS = 31  # document: edges to those it derives from
    WORK = 32  # document: rows that papers say it mandates
    GIVES = 33  # file: documents whose rows it tells
    WORKS = 34  # document: its rows as they are compared
    UP = 35  # document: which it carries out, which it cites
    CHILD = 36  # decision: papers that carry it out or cite it
    TOUCH = 37  # paper with rows: which it carries out
    PAIR = 38  # two papers: rows of theirs to compare
    JUDGED = 39  # two papers: what readers said of rows of theirs
    LAID = 40  # two papers: edges between their rows
    NEEDLESS = 41  # file: the same edges in one list
    COMMUNE = (
        42  # body at the top: committees of communes below it that papers name; "" all of them
    )
    NAMED = 43  # unit: that a paper names it
    ANNOUNCES = 44  # folder: files whose documents say that an annex lies beside them


SETS = frozenset(
    {
        Of.YEAR,
        Of.NAME_DAY,
        Of.DAY,
        Of.NAME,
        Of.TITLE,
        Of.NODE,
        Of.EDGE,
        Of.UNIT,
        Of.GROUP,
        Of.ISSUE,
        Of.COMMUNE,
        Of.NAMED,
    }
)
"""What counts is that some cell tells a value; each cell tells a list of values of a key."""

TALLIES = frozenset({Of.MENTION, Of.SHORT_MENTION})
"""How many cells tell a value counts too."""


@dataclass(slots=True)
class Cell:
    """One cell while it is made: asks what earlier steps told, tells what later ones may ask."""

    name: str
    _ledger: Ledger
    asked: set[Key] = field(default_factory=set)
    told: dict[Key, bytes] = field(default_factory=dict)

    def ask(self, relation: Of, key: str, kind: type[T]) -> list[T]:
        """Return what is told of a key, each as a ``kind``, in the order of steps and cells."""
        return [value for _, value in self.ask_whom(relation, key, kind)]

    def ask_whom(self, relation: Of, key: str, kind: type[T]) -> list[tuple[str, T]]:
        """Return the same, each behind the name of the cell that tells it."""
        self.asked.add((int(relation), key))
        return self._ledger.understood((int(relation), key), _decoder(kind))

    def ask_first(self, relation: Of, key: str) -> str:
        """Return the first cell that tells something of a key; "" if none does."""
        self.asked.add((int(relation), key))
        found = self._ledger.first(relation, key)
        return found[0].cell if found else ""

    def ask_set(self, relation: Of, key: str, kind: type[T]) -> list[T]:
        """Return the values that some cells tell of a key, in an order of their own."""
        return [value for value, _ in self.ask_counts(relation, key, kind)]

    def ask_counts(self, relation: Of, key: str, kind: type[T]) -> list[tuple[T, int]]:
        """Return the same, each with how many cells tell it."""
        self.asked.add((int(relation), key))
        decode = _decoder(kind)
        return [(decode(one.value), one.times) for one in self._ledger.counts(relation, key)]

    def tell(self, relation: Of, key: str, value: object) -> None:
        """Tell ``value`` of a key, once."""
        self.told[int(relation), key] = _encoded(value)

    def tell_set(self, relation: Of, key: str, values: Iterable[object]) -> None:
        """Tell each of ``values`` of a key of a relation that is counted."""
        if relation not in SETS | TALLIES:
            raise AssertionError(relation)
        if encoded := sorted({_encoded(value) for value in values}):
            self.told[int(relation), key] = _encoded(encoded)

    def tell_each(self, relation: Of, values: Mapping[str, Iterable[object]]) -> None:
        """Tell the values of each key: in their order where they are listed, else as a set."""
        for key, several in values.items():
            if relation in SETS | TALLIES:
                self.tell_set(relation, key, several)
            else:
                self.tell(relation, key, list(several))


Make = Callable[[Cell], None]
_OUTSIDE = 0  # the step before the first


@dataclass(frozen=True, slots=True)
class Step:
    """Makes a cell of each key of the relations ``of``."""

    number: int
    of: tuple[Of, ...]
    make: Make


def run(
    ledger: Ledger, steps: Iterable[Step], changed: dict[Key, bytes | None]
) -> dict[Key, bytes | None]:
    """Make again what the ``changed`` keys touch, step by step; return all keys that changed,
    those among them.
    """
    for step in steps:
        seeds = {key for relation, key in changed if relation in step.of}
        for name in sorted(seeds | ledger.askers(step.number, changed)):
            cell = Cell(name, ledger)
            step.make(cell)
            for key, value in ledger.put(step.number, name, cell.told, cell.asked).items():
                if _has_moved(ledger, key, value, cell.told.get(key)):
                    changed.setdefault(key, value)
    return changed


def tell_from_outside(
    ledger: Ledger, relation: Of, told: Mapping[str, object | None]
) -> dict[Key, bytes | None]:
    """Tell a value of each key before the first step, None takes it back; return the keys that
    changed.
    """
    changed: dict[Key, bytes | None] = {}
    for key, value in told.items():
        now = {} if value is None else {(int(relation), key): _encoded(value)}
        changed |= ledger.put(_OUTSIDE, key, now, ())
    return changed


def _has_moved(ledger: Ledger, key: Key, old: bytes | None, new: bytes | None) -> bool:
    """Count what is counted; tell whether those who ask for the key must be made again."""
    if key[0] not in SETS | TALLIES:
        return True
    before, now = (set(_values(told)) if told else set() for told in (old, new))
    return ledger.count(key, before - now, now - before) or key[0] in TALLIES


_values = msgspec.msgpack.Decoder(list[bytes]).decode
decode_text = msgspec.msgpack.Decoder(str).decode
_encoded = msgspec.msgpack.Encoder(order="deterministic").encode


_DECODERS: dict[Any, Callable[[bytes], Any]] = {}


def _decoder(kind: type[T]) -> Callable[[bytes], T]:
    if kind not in _DECODERS:
        _DECODERS[kind] = msgspec.msgpack.Decoder(kind).decode
    return _DECODERS[kind]
