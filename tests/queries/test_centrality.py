"""Units that join others, by the papers that were there on the day asked for."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from small_papers import SCHOLARSHIP, paper, row, store_of

from luocdo.queries.centrality import centrality

if TYPE_CHECKING:
    from pathlib import Path


def test_work_given_after_the_day_joins_nobody_yet(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        paper("5/KH-BNV", "Bộ Nội vụ", "2025-04-01", row(SCHOLARSHIP, "Vụ Pháp chế"), above=""),
        paper("6/KH-BXD", "Bộ Xây dựng", "2025-10-01", row(SCHOLARSHIP, "Bộ Tài chính"), above=""),
    )
    before, after = (centrality(store, datetime.date(2025, month, 1)) for month in (6, 12))
    assert "Vụ Pháp chế · Bộ Nội vụ" in {line[0] for line in before.tables[0].rows}
    assert {line[0] for line in after.tables[0].rows} - {
        line[0] for line in before.tables[0].rows
    } >= {"Bộ Tài chính"}
    assert [note.text for note in before.notes] == [
        "BAN HÀNH SAU 01/06/2025, để ngoài: 3 phân công"
    ]
    assert not after.notes
