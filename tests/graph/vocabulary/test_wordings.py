"""Wordings of all tables: each matches its examples, and none that it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from luocdo.graph.vocabulary.matching import plain
from luocdo.graph.vocabulary.wordings import Wording, wordings

ROOT = Path(__file__).resolve().parents[3]
TABLES = [
    path.relative_to(ROOT)
    for folder in ("graph", "loaders")
    for path in sorted((ROOT / folder).rglob("*.toml"))
    if "[[wording]]" in path.read_text("utf-8")
]
WORDINGS = [
    pytest.param(one, id=f"{path.stem}: {one.name}: {one.must[0]}")
    for path in TABLES
    for one in wordings(".".join(("luocdo", *path.parent.parts)), path.stem)
]


def _holds(one: Wording, text: str) -> bool:
    """Read with accents and, as a table of texts without them is read, without."""
    return (one.search(text) or one.search(plain(text))) is not None


@pytest.mark.parametrize("one", WORDINGS)
def test_a_wording_matches_its_examples_and_not_its_counters(one: Wording) -> None:
    assert one.must, "a wording has an example"
    assert [text for text in one.must if not _holds(one, text)] == []
    assert [text for text in one.must_not if _holds(one, text)] == []


def test_every_name_is_asked_for_by_code() -> None:
    """What makes a value is asked for with all of its table; some are the fields of a class."""
    for path in TABLES:
        asked = "".join(one.read_text("utf-8") for one in (ROOT / path).parent.glob("*.py"))
        told = wordings(".".join(("luocdo", *path.parent.parts)), path.stem)
        names = {one.name for one in told if not one.value}
        unasked = {name for name in names if f'"{name}"' not in asked}
        assert {one for one in unasked if f"    {one.replace(' ', '_')}: " not in asked} == set()
