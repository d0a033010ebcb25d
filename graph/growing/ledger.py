"""The ledger (sổ dựng): what each step told of a key, and which keys it asked for, in an SQLite
file.

A step makes one cell for each file, document or unit. A cell is a pure function of the answers to
what it asks; an answer is what earlier cells told of a key. So a cell is made again only where
something it asked for has changed, and whatever was kept is what a fresh build would make. The
ledger can be done without: lost or of another form, it is filled anew.

What many cells tell alike (that a number is known under a year) is counted, not listed, so that
asking for it costs the same however many tell it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

_TABLES = (
    """CREATE TABLE IF NOT EXISTS told (
      relation INTEGER NOT NULL, key TEXT NOT NULL, step INTEGER NOT NULL, cell TEXT NOT NULL,
      value BLOB NOT NULL, UNIQUE (relation, key, step, cell))""",
    """CREATE TABLE IF NOT EXISTS counted (
      relation INTEGER NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (relation, key, value)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS asked (
      relation INTEGER NOT NULL, key TEXT NOT NULL, step INTEGER NOT NULL, cell TEXT NOT NULL,
      PRIMARY KEY (step, relation, key, cell)) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
_INDEXES = (  # asked for where a cell is made again: an empty ledger is filled without them
    "CREATE INDEX IF NOT EXISTS told_by ON told (step, cell)",
    "CREATE INDEX IF NOT EXISTS asked_by ON asked (step, cell)",
)
_CACHE = -64 * 1024  # kB of pages that SQLite may hold
_CACHE_GONE_OVER = -8 * 1024  # of a ledger that is read from one end to the other
_REMEMBERED = 20_000  # answers
_UNDERSTOOD = 2000  # answers that are decoded
_MADE = 200_000  # cells of a first build that are remembered as made
_FORM = "form"
_SHORT, _LONG = 5, 600  # seconds: who reads can do without, who writes waits for who reads

Key = tuple[int, str]
T = TypeVar("T")


class Told(NamedTuple):
    """What one cell told of a key; of what is counted, what some cells told, and how many."""

    cell: str
    value: bytes
    times: int = 1


class Ledger:
    """Cells with what they asked and told; everything between `begin` and `commit` is one
    transaction.
    """

    def __init__(self, path: Path | None, *, reading: bool = False) -> None:
        """Open the ledger at ``path``, only for ``reading`` or to be changed; None is one in
        memory, for a single build.
        """
        mode = "ro" if reading else "rwc"
        where = f"{path.absolute().as_uri()}?mode={mode}" if path else "file::memory:"
        patience = _SHORT if reading else _LONG
        self._database = sqlite3.connect(where, uri=True, isolation_level=None, timeout=patience)
        cache = _CACHE_GONE_OVER if reading else _CACHE
        for pragma in (f"cache_size = {cache}", "trusted_schema = OFF"):
            self._database.execute(f"PRAGMA {pragma}")
        self._answers: dict[Key, tuple[Told, ...]] = {}
        self._understood: dict[tuple[Key, object], tuple[object, list[Any]]] = {}
        # of a ledger that was empty: the cells it has by now
        self._made: set[tuple[int, str]] | None = None
        self._is_indexed = False

    def mark(self, application: int) -> None:
        """Mark the file as ``application``'s own, at byte 68."""
        self._database.execute(f"PRAGMA application_id = {application}")

    def begin(self, form: str) -> None:
        """Begin to change it; what was kept by rules of another ``form`` is forgotten."""
        self._database.execute("BEGIN IMMEDIATE")
        for statement in _TABLES:
            self._database.execute(statement)
        if self.form() != form:
            for table in ("told", "counted", "asked", "state"):
                self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - one of four
            self.say(_FORM, form)
        if self._database.execute("SELECT 1 FROM told LIMIT 1").fetchone() is None:
            for table in ("counted", "asked"):  # what nothing tells any more
                self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - one of two
            self._made = set()
        else:
            self._index()

    def _index(self) -> None:
        """Make sure that what a cell told and asked is found at once."""
        if not self._is_indexed:
            self._is_indexed = True
            for statement in _INDEXES:
                self._database.execute(statement)

    def commit(self) -> None:
        """Keep what was changed."""
        self._index()
        self._database.execute("COMMIT")

    @contextmanager
    def seen_as_one(self) -> Iterator[None]:
        """Read it as it is now, whatever is committed meanwhile."""
        self._database.execute("BEGIN")
        yield
        self._database.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file; what was not committed is undone."""
        self._answers.clear()
        self._database.close()

    def form(self) -> str:
        """Return by which rules it was filled."""
        return self.said(_FORM)

    def said(self, name: str) -> str:
        """Return what `say` kept under ``name``; empty if nothing."""
        found = self._database.execute(
            "SELECT value FROM state WHERE name = ?", (name,)
        ).fetchone()
        return str(found[0]) if found else ""

    def say(self, name: str, value: str) -> None:
        """Keep a word about the whole."""
        self._database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def answer(self, relation: int, key: str) -> tuple[Told, ...]:
        """Return all that was told of a key, in the order of steps and cells."""
        rows = "SELECT cell, value FROM told WHERE relation = ? AND key = ? ORDER BY step, cell"
        return self._answer(rows, relation, key)

    def understood(self, key: Key, decode: Callable[[bytes], T]) -> list[tuple[str, T]]:
        """Return the same as `answer`, each behind its cell and decoded; the rows of a paper are
        asked for by every pair.
        """
        told = self.answer(*key)
        known = self._understood.get((key, decode))
        if known is None or known[0] is not told:
            if len(self._understood) >= _UNDERSTOOD:
                self._understood.clear()
            known = self._understood[key, decode] = (
                told,
                [(one.cell, decode(one.value)) for one in told],
            )
        return list(known[1])

    def first(self, relation: int, key: str) -> tuple[Told, ...]:
        """Return the first that was told of a key, if anything was."""
        rows = (
            "SELECT cell, value FROM told WHERE relation = ? AND key = ? ORDER BY step, cell"
            " LIMIT 1"
        )
        return tuple(Told(*row) for row in self._database.execute(rows, (relation, key)))

    def counts(self, relation: int, key: str) -> tuple[Told, ...]:
        """Return what was told of a key and is counted, in the order of the values."""
        return self._answer(
            "SELECT '', value, count FROM counted WHERE relation = ? AND key = ? ORDER BY value",
            relation,
            key,
        )

    def _answer(self, rows: str, relation: int, key: str) -> tuple[Told, ...]:
        asked = (relation, key)
        if asked not in self._answers:
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            self._answers[asked] = tuple(Told(*row) for row in self._database.execute(rows, asked))
        return self._answers[asked]

    def keys(self, relation: int) -> Iterator[str]:
        """Yield the keys of which something is told, in order."""
        rows = self._database.execute(
            "SELECT DISTINCT key FROM told WHERE relation = ? ORDER BY key", (relation,)
        )
        yield from (str(key) for (key,) in rows)

    def all_of(self, relation: int) -> Iterator[tuple[str, bytes]]:
        """Yield what is told of every key of a relation that has one teller a key."""
        rows = self._database.execute(
            "SELECT key, value FROM told WHERE relation = ?", (relation,)
        )
        yield from ((str(key), bytes(value)) for key, value in rows)

    def counted_keys(self, relation: int) -> Iterator[str]:
        """Yield the keys of which something is told that is counted, in order."""
        rows = self._database.execute(
            "SELECT DISTINCT key FROM counted WHERE relation = ? ORDER BY key", (relation,)
        )
        yield from (str(key) for (key,) in rows)

    def told_by(self, step: int, cell: str) -> dict[Key, bytes]:
        """Return what a cell told."""
        rows = self._database.execute(
            "SELECT relation, key, value FROM told WHERE step = ? AND cell = ?", (step, cell)
        )
        return {(int(relation), str(key)): bytes(value) for relation, key, value in rows}

    def askers(self, step: int, changed: Iterable[Key]) -> set[str]:
        """Return the cells of a step that had asked for one of the ``changed`` keys."""
        by_relation: dict[int, list[str]] = defaultdict(list)
        for relation, key in changed:
            by_relation[relation].append(key)
        found: set[str] = set()
        for relation, keys in by_relation.items():
            asking = "SELECT cell FROM asked WHERE step = ? AND relation = ?"
            if self._database.execute(f"{asking} LIMIT 1", (step, relation)).fetchone() is None:
                continue
            for key in keys:
                rows = self._database.execute(f"{asking} AND key = ?", (step, relation, key))
                found.update(str(cell) for (cell,) in rows)
        return found

    def put(
        self, step: int, cell: str, told: Mapping[Key, bytes], asked: Iterable[Key]
    ) -> dict[Key, bytes | None]:
        """Keep what a cell tells now and what it asked for; return what it had told of the keys
        that changed.
        """
        is_new = self._is_new(step, cell)
        old = {} if is_new else self.told_by(step, cell)
        changed: dict[Key, bytes | None] = {
            key: value for key, value in old.items() if told.get(key) != value
        }
        changed |= {key: None for key in told if key not in old}
        if gone := [(*key, step, cell) for key, value in changed.items() if value is not None]:
            self._database.executemany(
                "DELETE FROM told WHERE relation = ? AND key = ? AND step = ? AND cell = ?", gone
            )
        if new := [(*key, step, cell, told[key]) for key in changed if key in told]:
            self._database.executemany(
                "INSERT INTO told (relation, key, step, cell, value) VALUES (?, ?, ?, ?, ?)", new
            )
        for key in changed:
            self._answers.pop(key, None)
        self._put_asked(step, cell, set(asked), is_new=is_new)
        return changed

    def _asked_by(self, step: int, cell: str) -> set[Key]:
        rows = self._database.execute(
            "SELECT relation, key FROM asked WHERE step = ? AND cell = ?", (step, cell)
        )
        return {(int(relation), str(key)) for relation, key in rows}

    def _is_new(self, step: int, cell: str) -> bool:
        """Return whether a cell is made for the first time, as far as that is known; note it."""
        is_new = self._made is not None and (step, cell) not in self._made
        if not is_new:
            self._index()
        elif self._made is not None:
            self._made.add((step, cell))
            if len(self._made) >= _MADE:
                self._made = None
        return is_new

    def count(self, key: Key, less: Iterable[bytes], more: Iterable[bytes]) -> bool:
        """Count values of a key down and up; tell whether some came to be told or is told no
        longer.
        """
        self._answers.pop(key, None)
        by = dict.fromkeys(less, -1) | dict.fromkeys(more, 1)
        moved = False
        for value, change in by.items():
            ((now,),) = self._database.execute(
                "INSERT INTO counted VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count +"
                " excluded.count RETURNING count",
                (*key, value, change),
            ).fetchall()
            moved |= now == (0 if change < 0 else 1)
            if now == 0:
                self._database.execute(
                    "DELETE FROM counted WHERE relation = ? AND key = ? AND value = ?",
                    (*key, value),
                )
        return moved

    def _put_asked(self, step: int, cell: str, asked: set[Key], *, is_new: bool) -> None:
        old = set[Key]() if is_new else self._asked_by(step, cell)
        if gone := [(*key, step, cell) for key in old - asked]:
            self._database.executemany(
                "DELETE FROM asked WHERE relation = ? AND key = ? AND step = ? AND cell = ?", gone
            )
        if new := [(*key, step, cell) for key in asked - old]:
            self._database.executemany(
                "INSERT INTO asked (relation, key, step, cell) VALUES (?, ?, ?, ?)", new
            )
