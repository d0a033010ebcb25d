"""Words are found wherever they stand, as typed, without accents, abbreviated or misspelt, and
marked where they stand.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from small_papers import decision, paper, plan, row, store_of

from luocdo.graph.marking import marked
from luocdo.queries.finding import FindOptions, find
from luocdo.queries.searching import search

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
ROBOTS = "Đào tạo giáo viên về trí tuệ nhân tạo và robot"
SHORT = "Thí điểm trợ lý ảo AI tại thư viện"
REPORT = "Tổng hợp báo cáo của các sở"
STORM = "Dựng nhà tránh bão cao hai tầng"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(
        tmp_path_factory.mktemp("tim"),
        decision(row(ROBOTS, "Bộ Giáo dục và Đào tạo", "Phụ lục › 1", day="2026-06-30")),
        plan(row(SHORT, "Vụ Giáo dục Đại học"), row(REPORT, "Văn phòng", "Phụ lục › 2")),
        paper("4/KH-BXD", "Bộ Xây dựng", "2025-02-01", row(STORM, "Vụ Pháp chế")),
        paper(
            "8/KH-BXD",
            "Bộ Xây dựng",
            "2025-03-01",
            row("Nghe ai chủ trì cuộc họp", "Vụ Pháp chế"),
            draft=True,
        ),
    )


def texts(store: Store, words: str, *, loosely: bool = False) -> list[str]:
    return [hit.text for hit in search(store, words, loosely=loosely).hits]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("trí tuệ nhân tạo", {ROBOTS, SHORT}),  # as printed, and by its abbreviation
        ("TRI TUE NHAN TAO", {ROBOTS, SHORT}),  # without accents, in capitals
        ("AI", {ROBOTS, SHORT}),  # the abbreviation, and what it stands for; not the word "ai"
        ("trí tuê nhan tạo", {ROBOTS, SHORT}),  # wrong accents that nobody writes
        ("tri teu nhan tao", {ROBOTS, SHORT}),  # letters swapped
        ("tri tue nhan toa", {ROBOTS, SHORT}),  # a word there is, in the wrong place
        ("trituệ nhân tạo", {ROBOTS, SHORT}),  # words run together
        ("báo cáo", {REPORT}),  # accents as typed tell it from "bão cao"
        ("bão cao", {STORM}),
        ("robot giáo viên", {ROBOTS}),  # the words apart, in another order
        ("không hề có đâu", set()),
    ],
)
def test_words_are_found_however_they_are_typed(
    store: Store, words: str, wanted: set[str]
) -> None:
    assert set(texts(store, words)) == wanted


def test_what_is_less_sure_is_counted_and_opened_when_asked_for(store: Store) -> None:
    assert search(store, "báo cáo").left == {"accents": 1}
    assert set(texts(store, "báo cáo", loosely=True)) >= {REPORT, STORM}


def test_a_surer_text_stands_first(store: Store) -> None:
    assert texts(store, "báo cáo", loosely=True)[0] == REPORT


def rows(answer: Answer, english: str) -> list[dict[str, str]]:
    (table,) = [one for one in answer.tables if one.title[1].startswith(english)]
    return [dict(zip(table.columns, each, strict=True)) for each in marked(table).rows]


def test_a_row_says_who_by_when_in_which_paper_with_the_words_marked(store: Store) -> None:
    first, second = rows(find(store, "trí tuệ nhân tạo", TODAY), "TASKS")
    assert {first["text"], second["text"]} == {
        "Đào tạo giáo viên về **trí tuệ nhân tạo** và robot",
        "Thí điểm trợ lý ảo **AI** tại thư viện",
    }
    (robots,) = [one for one in (first, second) if "robot" in one["text"]]
    assert robots["end_date"] == "30/06/2026"
    assert (robots["document"], robots["place"], robots["lead"]) == (
        "9/NQ-CP",
        "Phụ lục › 1",
        "Bộ Giáo dục và Đào tạo",
    )


def test_units_and_documents_are_found_by_their_names(store: Store) -> None:
    answer = find(store, "giao duc dai hoc", TODAY)
    assert [one["text"] for one in rows(answer, "UNITS")] == [
        "Vụ **Giáo dục Đại học** · Bộ Giáo dục và Đào tạo"
    ]
    assert rows(find(store, "9/NQ-CP", TODAY), "DOCUMENTS")[0]["text"].startswith("**9/NQ-CP**")


def test_tasks_of_drafts_are_left_out_and_said_to_be(store: Store) -> None:
    answer = find(store, "cuộc họp", TODAY)
    assert not answer.tables
    assert any("DỰ THẢO để ngoài: 1" in note.text for note in answer.notes)
    assert rows(find(store, "cuộc họp", TODAY, FindOptions(drafts=True)), "TASKS")


def test_what_was_understood_is_said(store: Store) -> None:
    (note,) = find(store, "tri teu nhan tao", TODAY).heads
    assert "hiểu là «trí tuệ nhân tạo»" in note.text


def test_the_index_follows_the_graph(store: Store, tmp_path: Path) -> None:
    assert texts(store, "robot")
    with store_of(tmp_path, plan(row("Mua xe đạp", "Văn phòng"))) as other:
        assert not texts(other, "robot")
        assert texts(other, "xe đạp") == ["Mua xe đạp"]


def test_where_no_index_can_be_kept_words_are_found_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tệp").touch()
    monkeypatch.setattr(type(store), "beside", lambda *_: tmp_path / "tệp" / "words")
    assert texts(store, "robot") == [ROBOTS]


@pytest.mark.parametrize(
    "words", ["", " - ", '"', "a AND b", "qwzx*", "^x", "NEAR(a b)", "{a}", "%"]
)
def test_whatever_is_typed_is_words(store: Store, words: str) -> None:
    assert search(store, words).hits == ()
