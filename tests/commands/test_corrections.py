"""A reader's word on the command line: said, listed, taken back, carried to another store; going
through a file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from small_papers import SCHOLARSHIP, decision, plan, row, store_of

from luocdo.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

MINISTRY = "Bộ Giáo dục và Đào tạo"
PLAN = "12/KH-BGDĐT"
LEADS = """MATCH (t:Task {place: 'Phụ lục › 1'})-[r:LED_BY]->(u:Unit) WHERE r.source = '12-KH-BGDĐT.txt'
RETURN u.name AS name, r.reading AS reading"""


@pytest.fixture
def store(tmp_path: Path) -> str:
    with store_of(
        tmp_path,
        decision(row(SCHOLARSHIP, MINISTRY)),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính", day="2025-12-31")),
    ) as opened:
        return opened.url


def run(store: str, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        main, [*words, "--store", store], input=typed, catch_exceptions=False
    )


def leads(store: str) -> list[tuple[str, str]]:
    found = json.loads(run(store, "cypher", LEADS, "--format", "json").output)
    return [(one["name"], one["reading"]) for one in found]


def listed(store: str) -> list[dict[str, str]]:
    rows = json.loads(run(store, "corrections", "--format", "json").output)
    return [one for one in rows if one["table"] == "CORRECTIONS"]


def test_a_lead_is_corrected_by_the_number_of_its_row_and_taken_back(store: str) -> None:
    said = run(
        store,
        "correct",
        "lead",
        PLAN,
        "Phụ lục › 1",
        "vu phap che",
        "--by",
        "Lan",
        "--why",
        "bản giấy",
    )
    assert said.exit_code == 0
    (one,) = listed(store)
    assert (one["by"], one["why"], one["place"], one["state"]) == (
        "Lan",
        "bản giấy",
        "Phụ lục › 1",
        "áp dụng",
    )
    assert one["id"] in said.output
    assert leads(store) == [("Vụ Pháp chế", "corrected")]
    assert run(store, "undo", one["id"]).exit_code == 0
    assert listed(store) == []
    assert leads(store) == [("Vụ Kế hoạch - Tài chính", "stated")]


def test_two_rows_are_said_not_to_be_one_work(store: str) -> None:
    before = run(store, "gaps", "9/NQ-CP", "--unit", MINISTRY).output
    assert "1 đã thấy" in before
    assert (
        run(store, "correct", "not-same", "9/NQ-CP", "Phụ lục › 1", PLAN, "Phụ lục › 1").exit_code
        == 0
    )
    assert "1 chưa thấy" in run(store, "gaps", "9/NQ-CP", "--unit", MINISTRY).output
    assert (
        run(store, "correct", "same", PLAN, "Phụ lục › 1", "9/NQ-CP", "Phụ lục › 1").exit_code == 0
    )
    assert (
        len(listed(store)) == 1
    )  # the same two rows: the second word takes the first one's place
    assert "1 đã thấy" in run(store, "gaps", "9/NQ-CP", "--unit", MINISTRY).output


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("due", PLAN, "Phụ lục › 1", "31/10/2025"), "hạn là"),
        (("done", PLAN, "Phụ lục › 1", "--proof", "Nghị định 99/2025/NĐ-CP"), "việc đã xong"),
        (("out", PLAN, "Phụ lục › 1"), "không phải nhiệm vụ"),
        (("unit", PLAN, "Vụ Kế hoạch - Tài chính", "Vụ Pháp chế"), "tên này là đơn vị"),
        (
            ("citation", PLAN, "Nghị quyết số 9/NQ-CP", "8/NQ-CP", "--date", "2025-01-08"),
            "lời dẫn này là văn bản",
        ),
    ],
)
def test_every_kind_of_word_is_kept_and_holds(
    store: str, words: tuple[str, ...], kind: str
) -> None:
    assert run(store, "correct", *words).exit_code == 0
    assert [(one["kind"], one["state"]) for one in listed(store)] == [(kind, "áp dụng")]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("lead", PLAN, "Phụ lục › 77", "Vụ Pháp chế"), "không có chỗ 'Phụ lục › 77'"),
        (("unit", PLAN, "Vụ Không Có", "Vụ Pháp chế"), "không in tên 'Vụ Không Có'"),
        (("lead", "99/KH-BXD", "1", "Vụ Pháp chế"), "không tìm thấy văn bản"),
    ],
)
def test_a_place_that_is_not_there_is_refused_and_nothing_is_kept(
    store: str, words: tuple[str, ...], reason: str
) -> None:
    refused = run(store, "correct", *words)
    assert refused.exit_code == 1
    assert reason in refused.output
    assert listed(store) == []


def test_words_are_carried_to_another_store(store: str, tmp_path: Path) -> None:
    run(store, "correct", "lead", PLAN, "Phụ lục › 1", "Vụ Pháp chế", "--by", "Lan")
    file = tmp_path / "loi-sua.jsonl"
    assert run(store, "corrections", "--export", str(file)).exit_code == 0
    (tmp_path / "khac").mkdir()
    with store_of(tmp_path / "khac", plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính"))) as other:
        assert run(other.url, "corrections", "--import", str(file)).exit_code == 0
        assert leads(other.url) == [("Vụ Pháp chế", "corrected")]
    with store_of(tmp_path / "khac", decision(row(SCHOLARSHIP, MINISTRY))) as third:
        assert run(third.url, "corrections", "--import", str(file)).exit_code == 0
        assert [one["state"] for one in listed(third.url)] == ["mất chỗ"]
    file.write_text("không phải JSON\n", "utf-8")
    assert run(store, "corrections", "--import", str(file)).exit_code == 3


def test_a_file_is_gone_through_row_by_row_and_the_share_corrected_is_published(
    store: str,
) -> None:
    typed = "d\nc\nVụ Pháp chế\nh\n31/10/2025\nd\nb\n"
    seen = run(store, "review", "12-KH-BGDĐT.txt", "--by", "Minh", typed=typed)
    assert seen.exit_code == 0
    assert f"Câu in:  «{SCHOLARSHIP}»" in seen.output
    assert "còn 3 dòng chưa soát" in seen.output
    rows = json.loads(run(store, "corrections", "--format", "json").output)
    shares = {
        one["field"]: (one["reviewed"], one["corrected"])
        for one in rows
        if one["table"].startswith("REVIEWED")
    }
    assert shares == {
        "nhiệm vụ": ("3", "1"),
        "chủ trì": ("2", "1"),
        "phối hợp": ("2", "0"),
        "thời hạn": ("2", "1"),
    }
    assert "còn 0 dòng chưa soát" in run(store, "review", PLAN).output


def test_going_through_can_be_stopped_and_goes_on_where_it_was(store: str) -> None:
    assert "đã ghi 1 lời" in run(store, "review", PLAN, typed="d\nt\n").output
    assert "còn 2 dòng chưa soát" in run(store, "review", PLAN, typed="").output
