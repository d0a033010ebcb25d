"""Records as readers' corrections have them (bản ghi đã sửa theo lời người đọc): each correction
put to the file it speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.building.annexes import tell_announcing, with_carrier
from luocdo.graph.building.ground import put_to
from luocdo.graph.building.known import tell_issue
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.putting import orphaned
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.records import encode

if TYPE_CHECKING:
    from luocdo.graph.building.ground import Ground
    from luocdo.graph.records import FileRecord


def corrections(ground: Ground, cell: Cell) -> None:
    """Of a record: the corrections that it keeps, by the file that each speaks of."""
    record = ground.raw(cell, cell.name)
    found: dict[str, list[Correction]] = defaultdict(list)
    for one in record.corrections if record else ():
        found[one.file].append(one)
    cell.tell_each(Of.SAID, found)
    if record is not None:
        tell_announcing(cell, record)


def meant(ground: Ground, cell: Cell) -> None:
    """Of a file: the checksum of its record as corrected, with the paper that it is an annex of;
    what is to be said of that.
    """
    record = ground.raw(cell, cell.name)
    new = _corrected(ground, cell, record)
    if new is None:
        return
    whole, remarks = with_carrier(cell, new, partial(ground.as_said, cell))
    for one in remarks:
        tell_issue(cell, cell.name, one)
    unchanged = cell.ask(Of.RECORD, cell.name, str)[0] if whole is record else ""
    cell.tell(Of.MEANT, cell.name, unchanged or sha256(encode(whole)).hexdigest())


def _corrected(ground: Ground, cell: Cell, record: FileRecord | None) -> FileRecord | None:
    """Return the record of a file as readers' corrections have it; tell of those whose place is
    gone.
    """
    said = cell.ask_whom(Of.SAID, cell.name, list[Correction])
    if not said:
        return record
    keepers = {one.id: keeper for keeper, several in said for one in several}
    new, lost = put_to(
        record, [several for _, several in said], lambda other: ground.raw(cell, other)
    )
    for one in lost:
        tell_issue(cell, keepers[one.id], orphaned(one))
    return new
