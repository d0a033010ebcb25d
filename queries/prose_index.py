"""Which passages of the papers hold words (mục lục lời văn): an index over what the files say,
kept beside the graph.

The graph holds what was understood; this holds the rest. It follows the files by their digests:
what came is added, what went is taken out, nothing else is read. Like the index of words it
answers with candidates, `Text` of label ``Passage`` whose id tells the file and the place. Where
nothing can be written it lives while it is asked.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.stores.word_index import Text, WordIndex
from luocdo.graph.words import shown, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_TABLES = (
    """CREATE TABLE IF NOT EXISTS files
    (file TEXT PRIMARY KEY, digest TEXT, first INTEGER, last INTEGER)""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS said
    USING fts5(label UNINDEXED, id UNINDEXED, shown UNINDEXED, words, tokenize = 'ascii')""",
)
_MOST = 2000  # passages of one question
_APART = "\t"


class Passage(NamedTuple):
    """A paragraph of a paper: its ``place`` as a reader finds it, and its ``text``."""

    place: str
    text: str


class ProseIndex:
    """The passages of the files of a store by their words."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Ask and follow ``database``."""
        self._database = database

    def holding(self, words: Sequence[Sequence[str]], *, in_order: bool) -> list[Text]:
        """Return passages that hold a word of each of ``words``, as the index of words does."""
        return WordIndex(self._database).holding(words, in_order=in_order)[:_MOST]

    def follow(
        self, digests: Mapping[str, str], passages: Callable[[str], Iterable[Passage]]
    ) -> None:
        """Take out the files that are gone or changed, add those that are not there;
        ``passages`` reads one.
        """
        known = dict(self._database.execute("SELECT file, digest FROM files").fetchall())
        stale = [file for file, digest in known.items() if digests.get(file) != digest]
        fresh = sorted(file for file, digest in digests.items() if known.get(file) != digest)
        if not (stale or fresh):
            return
        with self._database:
            for file in stale:
                self._forget(file)
        for file in fresh:  # what was read is kept where the rest is given up
            with self._database:
                self._add(file, digests[file], passages(file))

    def _forget(self, file: str) -> None:
        first, last = self._database.execute(
            "SELECT first, last FROM files WHERE file = ?", (file,)
        ).fetchone()
        self._database.execute("DELETE FROM said WHERE rowid BETWEEN ? AND ?", (first, last))
        self._database.execute("DELETE FROM files WHERE file = ?", (file,))

    def _add(self, file: str, digest: str, passages: Iterable[Passage]) -> None:
        (before,) = self._database.execute("SELECT coalesce(max(last), 0) FROM files").fetchone()
        number = before
        for number, (place, line, plain) in enumerate(_compared(passages), before + 1):
            self._database.execute(
                "INSERT INTO said (rowid, label, id, shown, words) VALUES (?, ?, ?, ?, ?)",
                (number, "Passage", f"{file}{_APART}{place}{_APART}{number}", line, plain),
            )
        self._database.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?)", (file, digest, before + 1, number)
        )


def place_of(key: str) -> tuple[str, str]:
    """Return the file and the place of the passage whose id is ``key``."""
    file, place, _ = key.split(_APART)
    return file, place


@contextmanager
def prose_index(path: Path) -> Iterator[ProseIndex]:
    """Open the index at ``path``; in memory where it cannot be written or is none."""
    database = _opened(path) or sqlite3.connect(":memory:")
    for statement in _TABLES:
        database.execute(statement)
    try:
        yield ProseIndex(database)
    finally:
        database.close()


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the database at ``path`` where it can be written; one that is broken is begun
    anew.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path)
    except (OSError, sqlite3.Error):
        return None
    try:
        database.execute(_TABLES[0])
        database.execute("SELECT count(*) FROM files")
        database.commit()
    except sqlite3.DatabaseError:
        database.close()
        return None
    return database


def _compared(passages: Iterable[Passage]) -> Iterator[tuple[str, str, str]]:
    for passage in passages:
        line = shown(passage.text)
        plain = " ".join(word.plain for word in words_of(line))
        if plain:
            yield passage.place, line, plain
