"""Which texts may hold words (mục lục từ): an index over titles, tasks, products, targets and
names, kept beside the graph.

It answers with candidates: every text that may hold what is asked for, read off SQLite's FTS5 over
words without accents, and with the words there are, from which a word typed wrongly is mended.
Whoever asks decides as it would among all texts. An index of another state than the graph's is
written anew; where nothing can be written it lives while it is asked.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.words import shown, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_TABLES = (
    (
        "CREATE VIRTUAL TABLE said USING fts5(label UNINDEXED, id UNINDEXED, shown UNINDEXED,"
        " words, tokenize = 'ascii')"
    ),
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(said, row)",
    "CREATE TABLE state (mark TEXT)",
)
_FORMAT = "1 "  # of the tables above
_MOST = 100_000  # texts of one question
_AT_ONCE = 500  # alternatives of one word


class Text(NamedTuple):
    """A text of the graph: the ``label`` and ``id`` of its node, and what is ``shown`` of it."""

    label: str
    id: str
    shown: str


class WordIndex:
    """The texts of one state of a graph by their words."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Ask ``database``, which was written by this class."""
        self._database = database

    def words(self) -> dict[str, int]:
        """Return every word without accents, and in how many texts it stands."""
        rows = self._database.execute("SELECT term, doc FROM vocabulary")
        return {str(term): int(times) for term, times in rows}

    def holding(self, words: Sequence[Sequence[str]], *, in_order: bool) -> list[Text]:
        """Return the texts that hold a word of each of ``words`` (each the spellings of one), side
        by side ``in_order``.
        """
        if not words or not all(words):
            return []
        simple = in_order and all(len(one) == 1 for one in words)
        asked = (
            _phrase(one[0] for one in words)
            if simple
            else " AND ".join(_any(one) for one in words)
        )
        rows = self._database.execute(
            "SELECT label, id, shown FROM said WHERE words MATCH ? ORDER BY label, id LIMIT ?",
            (asked, _MOST),
        )
        return [Text(*row) for row in rows]

    def beginning(self, label: str, words: Sequence[str], most: int) -> list[Text]:
        """Return ``most`` texts of nodes of ``label`` that hold ``words`` side by side, the last
        one as far as it is typed.

        The shortest texts come first: they hold little else.
        """
        if not words:
            return []
        rows = self._database.execute(
            "SELECT label, id, shown FROM said WHERE words MATCH ? AND label = ? ORDER BY"
            " length(shown), id LIMIT ?",
            (f"{_phrase(words)} *", label, most),
        )
        return [Text(*row) for row in rows]


@contextmanager
def word_index(
    path: Path, mark: str, texts: Iterable[tuple[str, str, str]]
) -> Iterator[WordIndex]:
    """Open the index of the state ``mark``; from ``texts`` (label, id, text) it is written where
    there is none of it.
    """
    database = _kept(path, mark) or _written(path, mark, texts)
    try:
        yield WordIndex(database)
    finally:
        database.close()


def _kept(path: Path, mark: str) -> sqlite3.Connection | None:
    """Return the index at ``path`` where it is of the state ``mark``."""
    if not path.exists():
        return None
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        if database.execute("SELECT mark FROM state").fetchone() == (_FORMAT + mark,):
            return database
    except sqlite3.Error:
        pass  # it is written anew
    database.close()
    return None


def _written(path: Path, mark: str, texts: Iterable[tuple[str, str, str]]) -> sqlite3.Connection:
    """Write the index whole, then put it in its place; in memory where that cannot be."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("BEGIN")
    for statement in _TABLES:
        database.execute(statement)
    database.executemany("INSERT INTO said VALUES (?, ?, ?, ?)", _rows(texts))
    database.execute("INSERT INTO state VALUES (?)", (_FORMAT + mark,))
    database.execute("COMMIT")
    _keep(path, database)
    return database


def _keep(path: Path, database: sqlite3.Connection) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(database.serialize())
        fresh.replace(path)
    except OSError:  # the folder may only be read: the next question writes its own
        with suppress(OSError):
            fresh.unlink()


def _rows(texts: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str, str]]:
    for label, key, text in texts:
        line = shown(text)
        plain = " ".join(word.plain for word in words_of(line))
        if plain:
            yield label, key, line, plain


def _phrase(words: Iterable[str]) -> str:
    return '"' + " ".join(words) + '"'


def _any(spellings: Sequence[str]) -> str:
    return "(" + " OR ".join(f'"{one}"' for one in islice(spellings, _AT_ONCE)) + ")"
