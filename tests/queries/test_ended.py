"""What ended between two days is listed with what ended it and the rows that rest on it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from small_papers import DECISION, SCHOLARSHIP, decision, evidence, paper, plan, row, store_of

from luocdo.graph.records import Relation
from luocdo.queries.document_filters import DocumentFilters
from luocdo.queries.ended import ended

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.stores.base import Store

BASIS = Relation(type="BASED_ON", target=DECISION, evidence=evidence(DECISION.as_printed))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    own = row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")
    resting = msgspec.structs.replace(
        own, code="4.2", basis="own", relations=(*own.relations, BASIS)
    )
    return store_of(
        tmp_path,
        decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")),
        plan(resting),
        paper("20/NQ-CP", "Chính phủ", "2025-08-01", above="REPLACES"),
    )


@pytest.mark.parametrize(
    ("as_of", "start", "finish", "found"),
    [
        ("2025-12-31", None, None, True),
        ("2025-12-31", "2025-08-01", "2025-08-01", True),  # both days count
        ("2025-12-31", "2025-08-02", None, False),
        ("2025-12-31", None, "2025-07-31", False),
        ("2025-07-31", None, None, False),  # what ended it was not there yet
    ],
)
def test_it_is_listed_where_its_end_lies_between_the_days(
    store: Store, as_of: str, start: str | None, finish: str | None, *, found: bool
) -> None:
    days = [datetime.date.fromisoformat(day) if day else None for day in (as_of, start, finish)]
    today = days[0] or datetime.date.max
    rows = [
        dict(zip(table.columns, line, strict=True))
        for table in ended(store, today, DocumentFilters(start=days[1], finish=days[2])).tables
        for line in table.rows
    ]
    told = [(one["document"], one["ended_on"], one["resting"]) for one in rows]
    assert told == ([("9/NQ-CP", "01/08/2025", "12/KH-BGDĐT: 4.2")] if found else [])
    assert all("20/NQ-CP thay thế" in one["by"] for one in rows)
