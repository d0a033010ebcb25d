"""Who may be meant by a name (mục lục tên): an index beside the embedded graph, so that no look-up
reads every name.

It answers with candidates, never with an answer: all nodes that a name may mean are among them,
and whoever asks decides as it would among all. Exact forms are keys of a table; parts of titles
and names are found by FTS5 over their letters in threes, which finds a part wherever it begins. An
index of another state than the graph's is not asked.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from luocdo.graph.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from luocdo.graph.model import Node
    from luocdo.graph.stores.growth import Difference, Telling

_TABLES = (
    "CREATE TABLE key (label TEXT, key TEXT, id TEXT, PRIMARY KEY (label, key, id)) WITHOUT ROWID",
    "CREATE INDEX key_of ON key (label, id)",
    "CREATE TABLE place (label TEXT, id TEXT, row INTEGER, PRIMARY KEY (label, id)) WITHOUT ROWID",
    (
        "CREATE VIRTUAL TABLE part USING fts5(label UNINDEXED, id UNINDEXED, words, tokenize ="
        " 'trigram case_sensitive 1')"
    ),
    "CREATE TABLE state (mark TEXT)",
)
_NAMED = frozenset({"Document", "Unit"})
_LEAST = 3  # letters of a part that the index can find
_MOST = 500  # candidates above which reading every name costs no more
_SERIAL = "#"
_NUMBER = range(6, 41)  # letters and digits of a number that may stand within other words
_LONGEST = 200  # what is longer is no name


def write_index(path: Path, graph: Telling, mark: str) -> None:
    """Write the index of ``graph`` to ``path``; ``mark`` says of which state it is."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(
            "PRAGMA synchronous = OFF"
        )  # it can be done without, and is checked by its mark
        database.execute("BEGIN")
        for statement in _TABLES:
            database.execute(statement)
        for node in graph.nodes:
            _add(database, node)
        database.execute("INSERT INTO state VALUES (?)", (mark,))
        database.execute("COMMIT")


def amend_index(path: Path, difference: Difference, mark: str) -> None:
    """Make the index at ``path`` that of a graph that has changed; ``mark`` says of which state it
    is then.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for label, key in (
            *difference.gone_nodes,
            *((node.label, node.id) for node in difference.nodes),
        ):
            _take_out(database, label, key)
        for node in difference.nodes:
            _add(database, node)
        database.execute("UPDATE state SET mark = ?", (mark,))
        database.execute("COMMIT")


def _add(database: sqlite3.Connection, node: Node) -> None:
    if node.label not in _NAMED:
        return
    keys = [(node.label, key, node.id) for key in _keys(node) if key]
    database.executemany("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", keys)
    row = database.execute(
        "INSERT INTO part VALUES (?, ?, ?)", (node.label, node.id, _part(node))
    ).lastrowid
    database.execute("INSERT INTO place VALUES (?, ?, ?)", (node.label, node.id, row))


def _take_out(database: sqlite3.Connection, label: str, key: str) -> None:
    database.execute("DELETE FROM key WHERE label = ? AND id = ?", (label, key))
    found = database.execute(
        "SELECT row FROM place WHERE label = ? AND id = ?", (label, key)
    ).fetchone()
    if found is not None:
        database.execute("DELETE FROM part WHERE rowid = ?", found)
        database.execute("DELETE FROM place WHERE label = ? AND id = ?", (label, key))


def candidates(path: Path, label: str, words: str, mark: str) -> tuple[str, ...] | None:
    """Return the ids of the nodes of ``label`` (Document, Unit) that ``words`` may mean.

    None where that is not known: no index of this state, or so many that all names may as well be
    read.
    """
    if not _can_be_asked(words) or not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            if database.execute("SELECT mark FROM state").fetchone() != (mark,):
                return None
            return _found(database, label, words)
    except sqlite3.Error:
        return None  # it can be done without


def _can_be_asked(words: str) -> bool:
    """Return whether all that ``words`` may mean can be looked up: some word is long enough, and
    they are no whole text.
    """
    asked = fold(words).split()
    is_findable = len(asked) == 1 or any(len(word) >= _LEAST for word in asked)
    return bool(asked) and is_findable and len(words) <= _LONGEST


def _found(database: sqlite3.Connection, label: str, words: str) -> tuple[str, ...] | None:
    found: set[str] = set()
    for asked in _asked_keys(words):
        rows = database.execute(
            "SELECT id FROM key WHERE label = ? AND key = ? LIMIT ?", (label, asked, _MOST + 1)
        )
        found |= {str(key) for (key,) in rows}
    for phrase in _asked_parts(words):
        rows = database.execute(
            f"SELECT id FROM part WHERE part MATCH ? AND label = ? LIMIT {_MOST + 1}",  # noqa: S608 - a number of ours
            (phrase, label),
        )
        found |= {str(key) for (key,) in rows}
    return tuple(sorted(found)) if len(found) <= _MOST else None


def _keys(node: Node) -> Iterator[str]:
    """Yield what names ``node`` exactly."""
    said = {name: str(value) for name, value in node.properties.items() if value is not None}
    yield node.id
    if node.label == "Document":
        number = said.get("number", "")
        yield from (squeeze(number), squeeze(said.get("name", "")))
        serial = re.match(r"0*(\d+)", number)
        yield _SERIAL + serial[1] if serial else ""
        return
    name = said.get("name_fold") or fold(said.get("name", ""))
    aliases = [alias for alias in said.get("aliases_fold", "").split("|") if alias]
    yield from (name, fold(said.get("display", "")), fold(said.get("kind", "")))
    yield from (alias.replace(" ", "") for alias in aliases)
    yield from (fold(alias) for alias in aliases)
    head, *rest = name.split() or [""]
    yield " ".join([head, "".join(word[0] for word in rest)] if rest else [head])
    yield fold(said.get("short_name", "")).partition(" ")[2]


def _part(node: Node) -> str:
    said = node.properties
    if node.label == "Document":
        kind, issuer = (fold(str(said.get(name) or "")) for name in ("kind", "issuer"))
        return f"{said.get('name_fold') or ''} {kind} {said.get('title_fold') or ''} {issuer}"
    return str(said.get("name_fold") or fold(str(said.get("name") or "")))


def _asked_keys(words: str) -> Iterable[str]:
    """Return every key that ``words`` may have as a whole, as a name before its body, or as a
    number within them.
    """
    asked, letters = fold(words).split(), squeeze(words)
    found = {words, letters}
    found |= {" ".join(asked[:many]) for many in range(1, len(asked) + 1)}
    found |= {_SERIAL + word.lstrip("0") for word in asked if word.isdecimal()}
    found |= {letters[start : start + many] for start in range(len(letters)) for many in _NUMBER}
    return sorted(found)


def _asked_parts(words: str) -> Iterator[str]:
    """Yield what is looked for within names: the words as they follow one another, and each of
    them anywhere.
    """
    asked = fold(words)
    if len(asked) >= _LEAST:
        yield f'"{asked}"'
    if long := [word for word in asked.split() if len(word) >= _LEAST]:
        yield " AND ".join(f'"{word}"' for word in long)
    if (telling := [word for word in long if not word.isdecimal()]) and len(telling) < len(long):
        yield " AND ".join(f'"{word}"' for word in telling)
