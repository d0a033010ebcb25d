"""The index of names leaves nothing out: whoever asks it finds what reading every name finds, and
it may always be missing.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luocdo.graph.stores.name_index import candidates
from luocdo.graph.stores.opening import open_store
from luocdo.graph.text import fold
from luocdo.queries.document_rows import DocumentsRow
from luocdo.queries.naming import find_document, find_unit
from luocdo.queries.runner import run
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store


@pytest.fixture(scope="module")
def store(sample_store: str) -> Iterator[Store]:
    with open_store(sample_store) as opened:
        yield opened


@pytest.fixture(scope="module")
def names(store: Store) -> list[str]:
    """All that the sample documents and units are called, whole."""
    documents, units = run(store, DocumentsRow), run(store, UnitsRow)
    found = (
        [one.number for one in documents]
        + [one.name for one in documents]
        + [one.title for one in documents]
    )
    found += [one.id for one in documents] + [one.id for one in units]
    found += (
        [one.name for one in units]
        + [one.display for one in units]
        + [one.short_name for one in units]
    )
    found += [alias for one in units for alias in one.aliases_fold.split("|")]
    return sorted({name for name in found if name})


class Unindexed:
    """The same store without its index."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def named(self, label: str, words: str) -> None:
        pass


def spoken(name: str, chance: random.Random) -> Iterator[str]:
    """Yield ways in which people type ``name``: whole, folded, in part, by its initials, within
    other words.
    """
    plain = fold(name).split() or [""]
    start = chance.randrange(len(plain))
    yield from (
        name,
        " ".join(plain),
        " ".join(plain[start:]),
        " ".join(plain[: start + 1]),
        plain[start],
    )
    yield plain[0] + " " + "".join(word[0] for word in plain[1:] if word)
    yield f"qd {plain[start]}"
    yield f"thực hiện {name} năm 2025"
    at = chance.randrange(len(name))
    yield name[at:]
    yield name[:at]


def test_what_the_index_finds_is_what_reading_every_name_finds(
    store: Store, names: list[str]
) -> None:
    chance = random.Random(5)  # noqa: S311 - not for secrets
    without: Store = Unindexed(store)  # type: ignore[assignment]
    for name in chance.sample(names, 80):
        words = chance.choice([one for one in spoken(name, chance) if one.strip()])
        for find in (find_document, find_unit):
            assert find(store, words) == find(without, words), words


@settings(max_examples=25, deadline=None)
@given(words=st.text(alphabet="bộ cục vụ qdđ131/0245-ttgkh ế", min_size=1, max_size=24))
def test_whatever_is_typed_the_answers_are_the_same(store: Store, words: str) -> None:
    without: Store = Unindexed(store)  # type: ignore[assignment]
    for find in (find_document, find_unit):
        assert find(store, words) == find(without, words)


def test_an_exact_name_has_few_candidates(store: Store, names: list[str]) -> None:
    found = store.named("Document", "131/QĐ-TTg")
    assert found is not None
    assert 1 <= len(found) < len(names) / 4


@pytest.mark.parametrize("words", ["", " - ", "a" * 201, "vb kh"])
def test_what_it_cannot_tell_it_does_not_answer(store: Store, words: str) -> None:
    assert store.named("Document", words) is None


@pytest.mark.parametrize("damage", ["missing", "of another state", "no index"])
def test_without_a_good_index_every_name_is_read(
    tmp_path: Path, sample_store: str, damage: str
) -> None:
    path = tmp_path / "x.names"
    if damage == "of another state":
        path.write_bytes(Path(f"{sample_store.removeprefix('ladybug:')}.names").read_bytes())
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE state SET mark = 'khác'")
    elif damage == "no index":
        path.write_bytes(b"SQLite format 3\0" + bytes(500))
    assert candidates(path, "Document", "131", "mark") is None
