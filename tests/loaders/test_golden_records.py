"""What each sample says stands beside it; a record that is missing is written, and
then reviewed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from luocdo.graph.records import Evidence, FileRecord
from luocdo.loaders.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PAPERS = [
    path
    for path in sorted(SAMPLES.iterdir())
    if path.suffix in {".txt", ".md"} and path.stem != "README"
]
ABOUT_THE_FILE = frozenset({"digest", "reader", "format"})


def told(record: object) -> object:
    """Return the facts of a record as plain data: what is empty is left out, evidence is its
    place.
    """
    if isinstance(record, Evidence):
        return record.place
    if isinstance(record, msgspec.Struct):
        return dict(_facts(record))
    if isinstance(record, tuple | list):
        return [told(one) for one in record]
    return record


def _facts(record: msgspec.Struct) -> Iterator[tuple[str, object]]:
    for name, value in msgspec.structs.asdict(record).items():
        if value not in (None, "", (), {}, False) and name not in ABOUT_THE_FILE:
            yield name, told(value)


def printed(record: FileRecord) -> str:
    return msgspec.json.format(msgspec.json.encode(told(record)), indent=1).decode() + "\n"


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.stem for paper in PAPERS])
def test_a_sample_says_what_its_record_says(paper: Path) -> None:
    record, golden = printed(read_file(paper)), paper.with_suffix(".record.json")
    if not golden.exists():
        golden.write_text(record, "utf-8")
        pytest.fail(f"{golden.name} was missing and has been written: review it, then run again")
    assert record == golden.read_text("utf-8")
