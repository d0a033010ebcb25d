"""What offices ask each week of the annotated documents, row by row as read off the papers by
hand.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.queries import listing
from luocdo.queries.lookups import LookUps
from luocdo.queries.naming import the_document
from luocdo.queries.reported import status
from luocdo.queries.understanding import Understood

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.answers import Answer

DAY = datetime.date(2025, 11, 17)
MINISTRY, HIGHER = "Bộ Giáo dục và Đào tạo", "Vụ Giáo dục Đại học"
PAPERS = (
    "001_*",
    "002_*",
    "005_*",
    "011_*",
)  # 03/NQ-CP, 57-NQ/TW, a draft of its annex, the notice 624


@pytest.fixture(scope="module")
def library(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LookUps]:
    with open_store(f"ladybug:{tmp_path_factory.mktemp('tuan') / 'x.lbug'}") as store:
        corpus = [path for name in PAPERS for path in sorted((shared / "corpus").glob(name))]
        load_paths(store, [shared / "seeds", *corpus], jobs=1)
        yield LookUps(store)


def changes(library: LookUps, name: str) -> Answer:
    return listing.changes(library.store, the_document(library.store, name), DAY)


def approvals(library: LookUps, name: str) -> Answer:
    return listing.approvals(library.store, the_document(library.store, name), DAY)


def reports(library: LookUps, name: str) -> Answer:
    return listing.reports(library.store, the_document(library.store, name), DAY)


def rows(answer: Answer, english: str) -> list[dict[str, str]]:
    tables = [one for one in answer.tables if one.title[1].startswith(english)]
    return [dict(zip(one.columns, each, strict=True)) for one in tables for each in one.rows]


def last(place: str) -> str:
    return place.rpartition(" › ")[2]


def test_what_of_the_resolution_given_to_the_ministry_its_plan_does_not_take_up(
    library: LookUps,
) -> None:
    answer = library.gaps("03/NQ-CP", unit=MINISTRY, plan="100/KH-BGDĐT", as_of=DAY)
    assert [last(one["place"]) for one in rows(answer, "NOT TAKEN UP")] == ["119"]


def test_which_row_of_the_plan_takes_up_which_of_the_resolution(library: LookUps) -> None:
    answer = library.compare("03/NQ-CP", "100/KH-BGDĐT", as_of=DAY)
    pairs = {(last(one["place"]), last(one["other_place"])) for one in rows(answer, "IN BOTH")}
    assert pairs >= {
        ("22", "23"), ("31", "17"), ("32", "1"), ("33", "20"), ("81", "30"),
        ("82", "2"), ("84", "31"), ("85", "21"), ("86", "14"), ("87", "24"),
    }  # fmt: skip


def test_which_rows_of_the_plan_have_another_date_than_the_notice(library: LookUps) -> None:
    found = rows(library.conflicts("100/KH-BGDĐT", "624/TB-VPCP", as_of=DAY), "TWO DATES")
    assert {(last(one["earlier_place"]), one["later_value"]) for one in found} == {
        ("26", "30/06/2025"), ("8", "30/09/2025"), ("14", "31/10/2025"), ("30", "31/10/2025"), ("20", "30/09/2025"),
    }  # fmt: skip


def test_what_a_department_has_to_do_within_thirty_days_shared_and_yearly_duties_too(
    library: LookUps,
) -> None:
    start, finish = datetime.date(2025, 11, 15), datetime.date(2025, 12, 15)
    answer = library.due(start, finish, unit=HIGHER, as_of=start, recurring=True)
    assert {
        (one.place, one.limit.end_date if one.limit else "") for one in answer.assignments
    } == {
        ("III › 3 › đ", "2025-11-20"),  # of all units of the ministry
        ("III › 1 › đ", "2025-11-30"),  # its own
    }


def test_what_became_of_the_ministrys_tasks_of_the_resolution(library: LookUps) -> None:
    answer = status(library.store, library.unit(MINISTRY, as_of=DAY))
    (table,) = answer.tables
    told = [dict(zip(table.columns, each, strict=True)) for each in table.rows]
    late = {
        last(one["place"])
        for one in told
        if one["document"] == "03/NQ-CP" and "quá hạn" in one["state"]
    }
    assert late == {"33", "81", "86"}


def test_everything_about_artificial_intelligence_in_the_plan_and_its_short_form(
    library: LookUps,
) -> None:
    found = rows(library.find("trí tuệ nhân tạo", as_of=DAY), "TASKS")
    assert {last(one["place"]) for one in found if one["document"] == "100/KH-BGDĐT"} == {
        "11",
        "25",
    }
    assert {last(one["place"]) for one in found if one["document"] == "03/NQ-CP"} == {
        "23",
        "28",
        "55",
        "102",
        "108",
    }


def test_a_draft_of_the_annex_sets_the_same_targets(library: LookUps) -> None:
    answer = library.compare("03/NQ-CP", "Nghị quyết Chính phủ 2025", as_of=DAY)
    assert not rows(answer, "TARGETS SAID DIFFERENTLY")


def test_what_was_issued_this_month_and_what_it_gives_the_ministry(library: LookUps) -> None:
    answer = library.new(datetime.date(2025, 11, 1), issued=True, unit=MINISTRY, as_of=DAY)
    (paper,) = rows(answer, "PAPERS")
    assert paper["document"] == "624/TB-VPCP"
    assert {last(one.place) for one in answer.assignments} >= {"10", "11", "12", "19"}


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "Việc nào của NQ 03 giao Bộ GDĐT mà KH 100 chưa triển khai?",
            'luocdo gaps 03/NQ-CP --in 100/KH-BGDĐT --unit "Bộ Giáo dục và Đào tạo"',
        ),
        (
            "Kế hoạch 100 có chỗ nào khác hạn với thông báo 624",
            "luocdo conflicts 100/KH-BGDĐT 624/TB-VPCP",
        ),
        (
            "30 ngày tới Vụ Giáo dục Đại học có việc gì đến hạn?",
            'luocdo due --unit "Vụ Giáo dục Đại học · Bộ Giáo dục và Đào tạo" --within-days 30',
        ),
    ],
)
def test_the_same_questions_in_words_are_these_commands(
    library: LookUps, question: str, line: str
) -> None:
    found = library.understand(question, as_of=DAY)
    assert isinstance(found, Understood), found
    assert found.line == line


def test_which_acts_the_plan_orders_to_amend_or_replace(library: LookUps) -> None:
    found = rows(changes(library, "100/KH-BGDĐT"), "PLANNED CHANGES")
    assert {(one["task"], one["target"]) for one in found} == {
        ("1", "109/2022/NĐ-CP"), ("15", "89/QĐ-TTg"), ("21", "81/2021/NĐ-CP"),
        ("21", "97/2023/NĐ-CP"), ("24", "37/2018/QĐ-TTg"),
    }  # fmt: skip


def test_which_work_of_the_plan_goes_to_the_government(library: LookUps) -> None:
    found = rows(approvals(library, "100/KH-BGDĐT"), "APPROVALS")
    above = {one["approver"]: set[str]() for one in found}
    for one in found:
        above[one["approver"]].add(last(one["place"]))
    assert above["Chính phủ"] == {"1", "12", "13", "17", "19", "20", "21"}
    assert above["Thủ tướng Chính phủ"] == {"2", "14", "15", "24", "30", "31"}
    assert above["Quốc hội"] == {"23"}


def test_who_reports_on_the_resolution_and_when(library: LookUps) -> None:
    found = rows(reports(library, "03/NQ-CP"), "REPORTS")
    twice = {(one["unit"], one["recipient"]) for one in found if "15/6" in one["again"]}
    assert all("1/12" in one["again"] for one in found if "15/6" in one["again"])
    two = ("Bộ Khoa học và Công nghệ", "Bộ Thông tin và Truyền thông")
    summing_up = {one["unit"] for one in found if one["recipient"] == "Chính phủ"}
    assert summing_up >= set(two)
    assert not [unit for unit, to in twice if to == "Chính phủ"]  # the days are of those who send
    assert {to for unit, to in twice if unit == "Các bộ"} == set(two)
    assert "Cơ quan ngang bộ, cơ quan thuộc Chính phủ" in {unit for unit, _ in twice}


def test_what_a_department_had_to_finish_in_a_year_by_the_decision(library: LookUps) -> None:
    first, finish = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
    answer = library.due(first, finish, unit="Cục Công nghệ thông tin", as_of=first)
    led = [
        one
        for one in answer.assignments
        if any(role.unit == "Cục Công nghệ thông tin" for role in one.units("LED_BY"))
    ]
    codes = sorted(one.place.split(" › ")[2] for one in led if "2022" in one.document)
    assert codes == ["1.2", "1.2", "2.1", "3.4", "3.4", "4.3"]


def test_what_an_office_leads_by_the_plan(library: LookUps) -> None:
    answer = library.owners("100/KH-BGDĐT", unit="Văn phòng Bộ GDĐT", as_of=DAY)
    led = {
        last(one.place)
        for one in answer.assignments
        if one.origin == "annex" and any(role.unit == "Văn phòng" for role in one.units("LED_BY"))
    }
    assert led == {"27", "28", "29"}


def test_what_comes_back_each_year_for_a_department(library: LookUps) -> None:
    answer = library.unit("Cục Hợp tác quốc tế Bộ GDĐT", as_of=DAY)
    yearly = {
        last(one.place)
        for one in answer.assignments
        if one.state == "recurring" and one.document == "100/KH-BGDĐT" and one.block == "stated"
    }
    assert yearly == {"18", "19"}


def test_by_which_steps_the_plan_rests_on_the_party_resolution(library: LookUps) -> None:
    answer = library.why("100/KH-BGDĐT", "57-NQ/TW", as_of=DAY)
    assert answer.tables
    (first, *_), *_ = [table.rows for table in answer.tables]
    assert "100/KH-BGDĐT" in first
