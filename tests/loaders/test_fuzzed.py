"""Files that once broke their reader (bench/fuzz.py): each ends in a record, or in a sentence that
names it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from luocdo.graph.errors import SourceError
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

FILES = sorted((Path(__file__).parent / "fuzzed").iterdir())


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_what_once_broke_its_reader_does_not(path: Path) -> None:
    refused = None
    try:
        record = read_record(decode_source(path.name, path.read_bytes()), anyway=True)
    except SourceError as error:
        refused = error
    assert record.documents if refused is None else (refused.file == path.name and refused.reason)
