"""What is due for a unit: by its name, as one of a collective and said as such, and what comes
again.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from small_papers import evidence, plan, row, store_of

from luocdo.graph.records import DeadlineRecord
from luocdo.queries.due import DueOptions, due
from luocdo.queries.naming import the_unit
from luocdo.viz.printing import printed

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer
    from luocdo.graph.records import TaskRecord
    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
OWN, SHARED, YEARLY = (
    "Soạn giáo trình số",
    "Báo cáo việc học tập nghị quyết",
    "Tổng hợp số liệu tuyển sinh",
)


def yearly(one: TaskRecord) -> TaskRecord:
    limit = DeadlineRecord(
        kind="recurring",
        text="Hằng năm",
        evidence=evidence("Hằng năm"),
        recurrence="FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5",
    )
    return msgspec.structs.replace(one, deadlines=(limit,))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(
        tmp_path_factory.mktemp("han"),
        plan(
            row(OWN, "Vụ Giáo dục Đại học", "Phụ lục › 1", day="2025-12-10"),
            row(SHARED, "Các đơn vị thuộc Bộ", "Phụ lục › 2", day="2025-12-01"),
            yearly(row(YEARLY, "Vụ Giáo dục Đại học", "Phụ lục › 3")),
            row("Mua sắm thiết bị", "Văn phòng", "Phụ lục › 4", day="2025-12-02"),
            row("Vụ Pháp chế thẩm định", "Vụ Pháp chế", "Điều 3", day="2025-12-03", origin="body"),
        ),
    )


def asked(store: Store, finish: str, *, series: bool = False) -> Answer:
    unit, _ = the_unit(store, "vụ giáo dục đại học")
    return due(
        store, DueOptions("2025-11-23", finish, unit=unit, recurring=True, series=series), TODAY
    )


def test_collective_and_yearly_work_is_due_too(store: Store) -> None:
    found = {one.text: one for one in asked(store, "2025-12-31").assignments}
    assert set(found) == {OWN, SHARED, YEARLY}
    assert (found[SHARED].via, found[SHARED].reading) == ("Các đơn vị thuộc Bộ", "inferred")
    assert found[YEARLY].limit
    assert found[YEARLY].limit.end_date == "2025-12-05"


def test_the_screen_says_what_falls_to_the_unit_as_one_of_a_collective(store: Store) -> None:
    lines = printed(asked(store, "2025-12-31"), "table").splitlines()
    heads = [line for line in lines if "phân công" in line]
    assert heads[0].startswith("2 phân công")
    assert heads[1].startswith("GIAO CHUNG 1 phân công")


def test_without_an_end_what_comes_again_is_one_row_with_its_rule(store: Store) -> None:
    found = [
        one for one in asked(store, "9999-12-31", series=True).assignments if one.text == YEARLY
    ]
    (limit,) = [one.limit for one in found]
    assert limit
    assert (limit.start_date, limit.end_date) == ("2025-12-05", "")
    assert limit.recurrence.startswith("FREQ=YEARLY")


def test_duties_of_body_clauses_are_listed_where_nothing_else_is_due(store: Store) -> None:
    unit, _ = the_unit(store, "vụ pháp chế")
    narrow = due(store, DueOptions("2025-12-02", "2025-12-31", unit=unit), TODAY)
    assert "Vụ Pháp chế thẩm định" in printed(narrow, "table")
    assert "Vụ Pháp chế thẩm định" in printed(narrow, "json")
    wide = due(
        store, DueOptions("2025-11-23", "2025-12-31", unit=unit), TODAY
    )  # with what is shared among all
    assert "Vụ Pháp chế thẩm định" not in printed(wide, "table")
    assert "--duties" in printed(wide, "table")
