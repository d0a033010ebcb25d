"""Whether a document is in force: only by what documents say; tasks keep their bases, and say
which others have ended.
"""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from small_graph import RECORDS, document, edge, small_graph, task

from luocdo.graph.model import Graph
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.force import force_notes
from luocdo.queries.lineage import lineage
from luocdo.queries.naming import find_document
from luocdo.queries.owners import owners
from luocdo.queries.picture import picture
from luocdo.viz.printing import View, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store

BEFORE, AFTER = datetime.date(2025, 11, 30), datetime.date(2025, 12, 1)


def changed() -> Graph:
    """Return the small graph where 131 is replaced, 749 repealed in part, and a row
    rests on both.
    """
    base = small_graph()
    nodes = (
        document("moi", "900/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", status="loaded", date="2025-11-20",
                 effective_from="2025-12-01", effective_except="trừ Điều 5 có hiệu lực từ ngày 01/01/2027"),
        document("nhap", "Dự thảo", "Quyết định", "Thủ tướng Chính phủ", status="loaded", year=2025, draft=True),
        document("cu", "800/QĐ-BYT", "Quyết định", "Bộ Y tế", status="loaded", date="2020-01-02",
                 effective_from="2020-01-02", period_start="2020-01-01", period_end="2024-12-31"),
        document("het", "801/QĐ-BYT", "Quyết định", "Bộ Y tế", status="loaded", date="2020-01-02", effective_to="2025-12-01"),
        document("con", "803/QĐ-BYT", "Quyết định", "Bộ Y tế", date="2021-01-02"),
        document("phi", "804/QĐ-BYT", "Quyết định", "Bộ Y tế", date="2021-01-02"),
        document("ngung", "802/QĐ-BYT", "Quyết định", "Bộ Y tế", date="2021-01-02"),
        task("5", "Hợp nhất hai cổng dữ liệu", basis="own", ordinal=7),
    )  # fmt: skip
    edges = (
        edge("REPLACES", "doc:moi", "doc:goc", "thay thế Quyết định số 131/QĐ-TTg", extent="whole", effective_on="2025-12-01"),
        edge("REPEALS", "doc:moi", "doc:khac", "bãi bỏ khoản 2 Điều 1 Quyết định số 749/QĐ-TTg", extent="part",
             part="khoản 2 Điều 1", effective_on="2025-12-01"),
        edge("AMENDS", "doc:moi", "doc:cu", "sửa đổi Quyết định số 800/QĐ-BYT", extent="part", effective_on="2025-12-01"),
        edge("REPEALS", "doc:nhap", "doc:nghi-dinh", "bãi bỏ Nghị định số 69/2017/NĐ-CP", extent="whole"),
        edge("REPEALS", "doc:moi", "doc:con", "Quyết định số 803/QĐ-BYT hết hiệu lực, trừ Điều 9.", extent="whole",
             effective_on="2025-12-01"),
        edge("REPEALS", "doc:moi", "doc:phi", "Quyết định số 804/QĐ-BYT quy định phí, trừ phí đường bộ hết hiệu lực", extent="whole",
             effective_on="2025-12-01"),
        edge("SUSPENDS", "doc:cu", "doc:ngung", "ngưng hiệu lực Quyết định số 802/QĐ-BYT"),
        edge("MANDATES", "doc:ke-hoach", "task:5", "việc như in"),
        edge("BASED_ON", "task:5", "doc:goc", "Quyết định số 131/QĐ-TTg"),
        edge("BASED_ON", "task:5", "doc:khac", "Quyết định số 749/QĐ-TTg"),
        edge("LED_BY", "task:5", "unit:cntt", "Cục CNTT", as_printed="Cục CNTT"),
    )  # fmt: skip
    return Graph((*base.nodes, *nodes), (*base.edges, *edges), base.issues)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with LadybugStore(
        tmp_path_factory.mktemp("force") / "x.lbug", lambda _: nullcontext(changed())
    ) as opened:
        opened.replace(RECORDS, changed())
        yield opened


def _found(store: Store, name: str) -> dict[str, object]:
    (node,) = find_document(store, name).matches
    return node


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        ("131/QĐ-TTg", BEFORE, "không rõ; sẽ hết toàn bộ (900/QĐ-TTg thay thế từ 01/12/2025)"),
        ("131/QĐ-TTg", AFTER, "hết toàn bộ (900/QĐ-TTg thay thế từ 01/12/2025)"),
        ("749/QĐ-TTg", BEFORE, "không rõ"),
        ("749/QĐ-TTg", AFTER, "hết một phần (900/QĐ-TTg bãi bỏ từ 01/12/2025: khoản 2 Điều 1)"),
        (
            "900/QĐ-TTg",
            BEFORE,
            "chưa có hiệu lực, có từ 01/12/2025 theo chính văn bản (trừ Điều 5 có hiệu lực từ ngày 01/01/2027)",
        ),
        (
            "900/QĐ-TTg",
            AFTER,
            (
                "có từ 01/12/2025 theo chính văn bản (trừ Điều 5 có hiệu lực từ ngày 01/01/2027), kho chưa có văn bản nào thay thế"
                " hay bãi bỏ"
            ),
        ),
        # what a repeal leaves in force is said, and it is not called whole; a title is no exception
        ("803/QĐ-BYT", AFTER, "hết hiệu lực (900/QĐ-TTg bãi bỏ từ 01/12/2025, trừ Điều 9)"),
        ("804/QĐ-BYT", AFTER, "hết toàn bộ (900/QĐ-TTg bãi bỏ từ 01/12/2025)"),
        ("801/QĐ-BYT", BEFORE, "không rõ"),
        ("801/QĐ-BYT", AFTER, "hết toàn bộ từ 01/12/2025 theo chính văn bản"),
        ("802/QĐ-BYT", AFTER, "ngưng (800/QĐ-BYT đình chỉ ngày không rõ)"),
    ],
)
def test_force_is_what_documents_say_by_the_day(
    store: Store, name: str, day: datetime.date, words: str
) -> None:
    assert force_notes(store, _found(store, name), day)[0].text == f"Hiệu lực: {words}."


def test_a_draft_ends_nothing(store: Store) -> None:
    assert (
        force_notes(store, _found(store, "69/2017/NĐ-CP"), AFTER)[0].text == "Hiệu lực: không rõ."
    )


def test_a_period_that_is_over_is_no_end_of_force(store: Store) -> None:
    (said,) = force_notes(store, _found(store, "800/QĐ-BYT"), AFTER)
    assert "hết toàn bộ" not in said.text
    assert "hết giai đoạn 2020–2024" in said.text
    assert "đã được sửa đổi, bổ sung bởi 900/QĐ-TTg" in said.text


def test_the_sentence_that_ends_a_document_stands_below(store: Store) -> None:
    _, proof = force_notes(store, _found(store, "131/QĐ-TTg"), AFTER)
    assert "«thay thế Quyết định số 131/QĐ-TTg» ke-hoach.txt" in proof.text


def test_a_task_on_a_replaced_basis_says_by_what_and_which_bases_remain(store: Store) -> None:
    answer = owners(store, _found(store, "131/QĐ-TTg"), AFTER)
    standing = {one.leaf: one.standing for one in answer.assignments}
    assert standing["task:5"] == "131/QĐ-TTg: 900/QĐ-TTg thay thế từ 01/12/2025; còn 749/QĐ-TTg"
    assert standing["task:1/a"].endswith("; không còn căn cứ nào")
    assert "còn 749/QĐ-TTg" in printed(answer, "table", view=View())


def test_a_task_whose_bases_all_stand_says_nothing(store: Store) -> None:
    answer = owners(store, _found(store, "131/QĐ-TTg"), BEFORE)
    assert {one.standing for one in answer.assignments} == {""}


def test_lineage_tells_the_day_of_a_change(store: Store) -> None:
    (_, below) = lineage(store, _found(store, "749/QĐ-TTg"), AFTER).tables
    assert "bãi bỏ một phần từ 01/12/2025" in {
        row[below.columns.index("relation")] for row in below.rows
    }


@pytest.mark.parametrize("kind", ["owners", "lineage"])
def test_the_picture_says_it_too(store: Store, kind: str) -> None:
    drawn = picture(store, _found(store, "131/QĐ-TTg"), kind, AFTER)
    assert drawn.notes[0] == "Hiệu lực: hết toàn bộ (900/QĐ-TTg thay thế từ 01/12/2025)."
