"""Records as readers' corrections have them (bản ghi đã sửa theo lời người đọc): each correction
put to the file it speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.building.ground import put_to
from luocdo.graph.building.known import tell_issue
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.putting import orphaned
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.records import encode

if TYPE_CHECKING:
    from luocdo.graph.building.ground import Ground


def corrections(ground: Ground, cell: Cell) -> None:
    """Of a record: the corrections that it keeps, by the file that each speaks of."""
    record = ground.raw(cell, cell.name)
    found: dict[str, list[Correction]] = defaultdict(list)
    for one in record.corrections if record else ():
        found[one.file].append(one)
    cell.tell_each(Of.SAID, found)


def meant(ground: Ground, cell: Cell) -> None:
    """Of a file: the checksum of its record as corrected; corrections whose place is gone."""
    record = ground.raw(cell, cell.name)
    said = cell.ask_whom(Of.SAID, cell.name, list[Correction])
    if not said:
        if record is not None:
            cell.tell(Of.MEANT, cell.name, cell.ask(Of.RECORD, cell.name, str)[0])
        return
    keepers = {one.id: keeper for keeper, several in said for one in several}
    new, lost = put_to(
        record, [several for _, several in said], lambda other: ground.raw(cell, other)
    )
    for one in lost:
        tell_issue(cell, keepers[one.id], orphaned(one))
    if new is not None:
        cell.tell(Of.MEANT, cell.name, sha256(encode(new)).hexdigest())
