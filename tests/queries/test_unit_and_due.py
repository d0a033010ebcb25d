"""What falls to a unit and what is due: nearest date first, nobody late without news, collectives
and drafts apart.
"""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from small_graph import RECORDS, document, edge, small_graph, task, unit

from luocdo.graph.errors import QueryError
from luocdo.graph.model import Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.check import check
from luocdo.queries.describe import date_vi
from luocdo.queries.due import DueOptions, due
from luocdo.queries.naming import find_unit
from luocdo.queries.progress import News, state_of
from luocdo.queries.unit import UnitOptions
from luocdo.queries.unit import unit as unit_answer
from luocdo.viz.printing import View, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.answers import Answer, State
    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)


def grown() -> Graph:
    """Return the small graph with a successor of the department, a shared lead and a
    row due soon.
    """
    base = small_graph()
    nodes = (
        unit("moi", "Cục Khoa học, Công nghệ và Thông tin", "Bộ Giáo dục và Đào tạo", ""),
        task("4", "Kiểm thử hệ thống", ordinal=6),
        document("sau", "200/KH-BGDĐT", "Kế hoạch", "Bộ Giáo dục và Đào tạo", status="loaded", date="2025-06-01"),
        Node("Deadline", "han:gan", {"kind": "date", "text": "trước ngày 01/12/2025", "end_date": "2025-12-01", "exclusive": True}),
    )  # fmt: skip
    edges = (
        edge(
            "SUCCEEDED_BY",
            "unit:cntt",
            "unit:moi",
            date="2025-03-01",
            scope="toàn bộ",
            by="37/2025/NĐ-CP",
        ),
        edge("MANDATES", "doc:sau", "task:4", "việc như in"),
        edge("LED_BY", "task:4", "unit:cntt", "Cục CNTT", as_printed="Cục CNTT"),
        edge("LED_BY", "task:4", "unit:vp-bo", "Văn phòng", as_printed="Văn phòng"),
        edge("DUE", "task:4", "han:gan", "trước ngày 01/12/2025"),
    )
    return Graph((*base.nodes, *nodes), (*base.edges, *edges), base.issues)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with LadybugStore(
        tmp_path_factory.mktemp("unit") / "x.lbug", lambda _: nullcontext(grown())
    ) as opened:
        opened.replace(RECORDS, grown())
        yield opened


@pytest.fixture
def answer(store: Store) -> Answer:
    (node,) = find_unit(store, "cuc cntt").matches
    return unit_answer(store, node, TODAY, UnitOptions("cuc cntt", "viết tắt"))


def test_the_nearest_day_comes_first_and_what_is_past_last(answer: Answer) -> None:
    led = [
        one.leaf
        for one in answer.block("stated")
        if any(role.unit_id == answer.subject for role in one.units("LED_BY"))
    ]
    assert led == ["task:4", "task:2", "task:3", "task:1/a"]


def test_what_comes_through_a_collective_stands_apart_and_names_it(store: Store) -> None:
    (node,) = find_unit(store, "Cục CNTT").matches
    found = unit_answer(store, node, TODAY).block("inferred")
    assert {
        (one.leaf, one.via) for one in found
    } == set()  # 1/b names the department itself beside the collective
    (office,) = find_unit(store, "Văn phòng · Bộ Giáo dục và Đào tạo").matches
    assert not unit_answer(store, office, TODAY).block("inferred")


def test_who_holds_the_functions_now_is_said_with_day_and_decree(answer: Answer) -> None:
    (line,) = [note.text for note in answer.heads if note.text.startswith("Nay:")]
    assert "Cục Khoa học, Công nghệ và Thông tin" in line
    assert "01/03/2025, 37/2025/NĐ-CP" in line


def test_the_present_unit_shows_what_it_inherited_in_a_block_of_its_own(store: Store) -> None:
    (node,) = find_unit(store, "Cục Khoa học, Công nghệ và Thông tin").matches
    answer = unit_answer(store, node, TODAY, UnitOptions(asked="cuc khcntt"))
    taken = answer.block("inherited")
    assert {one.via.partition(" (")[0] for one in taken} == {
        "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo"
    }
    assert all("từ 01/03/2025 theo 37/2025/NĐ-CP" in one.via for one in taken)
    assert {role.unit for one in taken for role in one.units("LED_BY")} >= {
        "Cục Công nghệ thông tin"
    }  # the old name stays
    shown = printed(answer, "table")
    assert "CHỦ TRÌ 0 phân công" in shown
    assert f"THỪA KẾ {len(taken)} phân công · Cục Công nghệ thông tin" in shown


def test_nothing_was_inherited_before_the_day_of_the_succession(store: Store) -> None:
    (node,) = find_unit(store, "Cục Khoa học, Công nghệ và Thông tin").matches
    assert unit_answer(store, node, datetime.date(2025, 2, 28)).block("inherited") == ()


def test_a_row_says_on_what_it_rests(answer: Answer) -> None:
    vias = {one.leaf: (one.via, one.via_relation) for one in answer.assignments}
    assert vias["task:1/a"] == ("131/QĐ-TTg", "BASED_ON")  # what the row itself names
    assert vias["task:2"] == ("131/QĐ-TTg", "IMPLEMENTS")  # what its document carries out
    assert vias["task:4"] == ("", "")  # its document rests on nothing that was read


def test_the_screen_counts_what_is_past_and_names_the_command_that_lists_it(
    answer: Answer,
) -> None:
    shown = printed(answer, "table")
    assert shown.startswith(
        'Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo    hiểu "cuc cntt" (viết tắt)\n'
    )
    assert 'đã qua hạn  1 phân công (2024: 1)    luocdo unit "cuc cntt" --past' in shown
    assert "task" not in shown
    assert "trước 01/12/2025" in shown
    assert "đồng chủ trì Văn phòng" in shown
    assert "31/12/2024" not in shown
    assert "31/12/2024" in printed(answer, "table", view=View(past=True))


def test_heads_are_english_when_asked_for(answer: Answer) -> None:
    shown = printed(answer, "table", "en")
    assert "LEADS 4 assignments · 1 past due (no news of results)" in shown
    assert "Due" in shown.splitlines()[3]


STATES: list[tuple[str, str, str, str, State]] = [
    ("date", "2025-11-22", "", "", "overdue"),  # yesterday
    ("date", "2025-11-23", "", "", "open"),  # today is still in time
    ("date", "2025-11-23", "", "trước", "overdue"),  # "trước ngày" today excludes it
    ("date", "2024-12-31", "Đã hoàn thành", "", "done"),  # a document says so
    ("date", "2026-12-31", "Chậm tiến độ", "", "late"),
    ("recurring", "", "", "", "recurring"),
    ("invalid", "", "", "", "invalid"),
    ("period", "", "", "", "open"),  # a start only
    ("date", "2025-09-30", "quá hạn chưa hoàn thành", "", "late"),
    ("date", "2025-09-30", "hoàn thành quá hạn", "", "done"),
    (
        "date",
        "2025-09-30",
        "đang thực hiện",
        "",
        "late",
    ),  # said on 16 November of what was due in September
    ("date", "2025-11-20", "đang thực hiện", "", "overdue"),  # nothing was said since
]


@pytest.mark.parametrize(("kind", "end", "progress", "before", "state"), STATES)
def test_nobody_is_late_or_done_without_news_of_results(
    kind: str,
    end: str,
    progress: str,
    before: str,
    state: State,
) -> None:
    assert (
        state_of(kind, end, News(progress, "2025-11-16"), TODAY, exclusive=bool(before)) == state
    )


def test_due_says_what_is_not_in_it_and_how_to_see_it(store: Store) -> None:
    answer = due(store, DueOptions("2024-01-01", "2024-12-31"), TODAY)
    assert [one.leaf for one in answer.assignments] == ["task:1/a"]
    notes = {note.text: note.command for note in answer.notes}
    assert (
        notes["1 hạn in sai (ngày không có thật) không nằm ở đây"]
        == "luocdo query impossible_deadlines"
    )
    assert any("Số thứ tự" in note or "số thứ tự" in note for note in notes)


def test_the_command_of_an_answer_asks_the_same_again(store: Store) -> None:
    (node,) = find_unit(store, "cuc cntt").matches
    options = DueOptions("0001-01-01", "2025-12-31", unit=node)
    assert (
        options.command
        == 'luocdo due --to 2025-12-31 --unit "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo"'
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2022-01-25", "25/01/2022"),
        ("2022", "2022"),  # a year alone
        (
            "thực hiện 12/QĐ-TTg và 13/QĐ-TTg",
            "thực hiện 12/QĐ-TTg và 13/QĐ-TTg",
        ),  # two hyphens make no day
    ],
)
def test_only_a_day_is_turned_round(value: str, shown: str) -> None:
    assert date_vi(value) == shown


def test_a_kind_of_remark_that_is_not_is_refused_with_the_kinds_there_are(store: Store) -> None:
    with pytest.raises(QueryError, match=r"các loại: .*numbering_gap"):
        check(store, TODAY, ("không có",))
