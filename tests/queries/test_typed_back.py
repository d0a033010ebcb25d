"""Whatever an answer prints as a name can be typed back, and means what was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.stores.opening import open_store
from luocdo.graph.text import fold
from luocdo.loaders.loading import load_paths
from luocdo.queries.describe import short_name
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.naming import find_document, find_unit
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.stores.base import Store

CORPUS = (
    "069_*",
    "161_*",
    "177_*",
    "209_*",
    "427_*",
    "461_*",
    "463_*",
)  # an office, a tax chief, a province, the front


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = open_store(f"ladybug:{tmp_path_factory.mktemp('names') / 'kho.lbug'}")
    some = [path for pattern in CORPUS for path in sorted((shared / "corpus").glob(pattern))]
    load_paths(opened, [shared / "seeds", *some], jobs=1)
    return opened


def test_every_document_answers_to_what_is_printed_of_it(store: Store) -> None:
    keys = [row.id for row in run(store, DocumentsRow)]
    for node in (row.node for row in run_in_pieces(store, DocumentNodesRow, "documents", keys)):
        for name in (node.name, short_name(node)):
            found = find_document(store, name).matches
            assert node.id in {one.id for one in found}, name
            assert {fold(name)} <= {fold(one.name) for one in found} | {
                fold(short_name(one)) for one in found
            }, name
            assert all(fold(name) in (fold(one.name), fold(short_name(one))) for one in found), (
                name
            )


def test_every_unit_answers_to_what_is_printed_of_it(store: Store) -> None:
    for row in run(store, UnitsRow):
        found = find_unit(store, row.display).matches
        assert row.id in {one.id for one in found}, row.display
        assert all(fold(one.display) == fold(row.display) for one in found), row.display
