"""The questions that offices ask of the annotated documents are each answered by one command, with
as many rows as by hand.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Row = dict[str, Any]
PLAN = "QĐ 2022 Bộ trưởng Bộ Giáo dục và Đào tạo"
OF_131 = ("direct", "stated", "inferred")
LED = ["--unit", "cuc cntt", "--document", "QĐ 131", "--to", "2023-12-31"]


@pytest.fixture(scope="module")
def ask(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Row]]:
    url = f"ladybug:{tmp_path_factory.mktemp('questions') / 'seeds.lbug'}"
    with open_store(url) as store:
        load_paths(store, [shared / "seeds"], jobs=1)

    def asked(*words: str, day: str = "2025-11-23") -> list[Row]:
        options = ["--store", url, "--as-of", day, "--format", "json", "--limit", "0"]
        result = CliRunner().invoke(main, [*words, *options])
        assert result.exit_code == 0, result.output
        found: list[Row] = json.loads(result.output)
        return found

    return asked


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[str, list[Row]]:
    questions = json.loads((shared / "gold" / "questions.json").read_text("utf-8"))
    return {row["id"]: row["expected"] for row in questions}


def led(rows: list[Row], *blocks: str) -> set[str]:
    """Return the assignments of table rows that somebody leads, of ``blocks`` or of all."""
    own = [row for row in rows if row["origin"] == "annex" and row["role"] == "lead"]
    return {row["task"] for row in own if not blocks or row["block"] in blocks}


def test_who_owns_what_derives(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    binding = [row for row in expected["q01"] if row["binding"]]
    assert len(led(ask("owners", "QĐ 131"), *OF_131)) == len(binding)
    assert len(led(ask("owners", "QĐ 131", "--drafts"), "draft")) == len(expected["q01"]) - len(
        binding
    )


def test_what_of_a_plan_does_not_derive_and_from_what(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    rows = [row for row in ask("document", PLAN) if row.get("origin") == "annex"]
    found = {(row["code"], row["via"]) for row in rows if "131/QĐ-TTg" not in row["via"]}
    elsewhere = [row for row in expected["q02"] if row["own_basis"]]
    assert found == {(row["task"], "; ".join(row["own_basis"])) for row in elsewhere}


def test_what_a_unit_leads(ask: Callable[..., list[Row]], expected: dict[str, list[Row]]) -> None:
    rows = ask("unit", "cuc cntt")
    mine = [
        row
        for row in rows
        if row["unit"] == "Cục Công nghệ thông tin" and row["block"] == "stated"
    ]
    assert len(led(mine)) == len(expected["q03"])


def test_what_is_due_of_a_unit(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    mine = [
        row
        for row in ask("due", "--unit", "vu gddh", "--within", "2025")
        if row["unit"] == "Vụ Giáo dục Đại học"
    ]
    lead = {row["task"] for row in mine if row["role"] == "lead" and row["origin"] == "annex"}
    assert len(lead) == sum(row["role"] == "chủ trì" for row in expected["q04"])
    assert len(
        led([row for row in ask("due", *LED) if row["unit"] == "Cục Công nghệ thông tin"])
    ) == len(expected["q05"])


def test_which_day_cannot_be(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    (wanted,) = expected["q07"]
    (found,) = [row for row in ask("check") if row["kind"] == "invalid_date"]
    assert wanted["printed"] in found["message"]


def test_what_is_to_be_changed(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    found = {(row["task"], row["target"]) for row in ask("changes", "100/KH-BGDĐT")}
    assert found == {(row["task"], row["target"].split()[0]) for row in expected["q09"]}


def test_what_a_letter_asks_of_provinces_and_through_whom(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    (wanted,) = [row for row in expected["q10"] if row.get("reports_to")]
    (found,) = ask("reports", "6541/BGDĐT-KHCNTT")
    assert (found["recipient"], found["through"]) == (wanted["reports_to"], wanted["through"])
    assert found["end_date"] == "15/11/2025"
    asked = [row for row in ask("unit", "UBND tỉnh Quảng Ngãi") if "6541" in row["document"]]
    assert len({row["task"] for row in asked}) == len(expected["q10"])


def test_who_holds_it_now(ask: Callable[..., list[Row]], expected: dict[str, list[Row]]) -> None:
    rows = ask("unit", "cuc cntt", day="2025-12-01")
    running = [
        row
        for row in rows
        if row["block"] == "stated"
        and row["unit"] == "Cục Công nghệ thông tin"
        and row["state"] in ("open", "recurring")
    ]
    assert len(led(running)) == len(expected["q16"])
    assert {row["held_by"].split(" · ")[0] for row in running} == {
        row["holder_2025_12_01"] for row in expected["q16"]
    }


def test_what_is_cited_and_missing(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    found = {row["number"]: row["cited_by"] for row in ask("query", "not_loaded") if row["number"]}
    assert found == {row["number"]: row["cited_by"] for row in expected["q18"]}


def test_which_documents_there_are(
    ask: Callable[..., list[Row]], expected: dict[str, list[Row]]
) -> None:
    found = {
        (row["kind"], row["issuer"], "dự thảo" in row["state"], "để trống số" in row["state"])
        for row in ask("documents")
    }
    assert found == {
        (row["kind"], row["issuer"], row["draft"], not row["number"]) for row in expected["q20"]
    }


# Questions of the same kinds, their rows read off the papers before anything was asked.
OF_PROVINCE = "KH 2022 Ủy ban nhân dân tỉnh Quảng Ngãi"
HIGHER, IN_CHARGE = "Vụ Giáo dục Đại học", "Lãnh đạo Bộ"
SUMMER_AND_AUTUMN = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"
SPRING_AND_AUTUMN = "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=30 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"


def short(name: str) -> str:
    return name.partition(" · ")[0]


@pytest.mark.parametrize(
    ("paper", "reports"),
    [
        (
            "100/KH-BGDĐT",
            {
                ("III › 1 › d", HIGHER, IN_CHARGE, "", ""),
                ("III › 1 › đ", HIGHER, "Bộ Khoa học và Công nghệ", IN_CHARGE, SUMMER_AND_AUTUMN),
                (
                    "III › 1 › đ",
                    HIGHER,
                    "Bộ Thông tin và Truyền thông",
                    IN_CHARGE,
                    SUMMER_AND_AUTUMN,
                ),
                (
                    "III › 3 › đ",
                    "Các đơn vị thuộc và trực thuộc Bộ",
                    "Ban chỉ đạo",
                    "",
                    SPRING_AND_AUTUMN,
                ),
            },
        ),
        (
            PLAN,
            {
                (
                    "Điều 1 › III › 1 › b",
                    "Các đơn vị thuộc, trực thuộc Bộ",
                    "Cục Công nghệ thông tin",
                    "",
                    "FREQ=YEARLY",
                ),
                (
                    "Điều 1 › III › 1 › b (tiếp 1)",
                    "Cục Công nghệ thông tin",
                    "Bộ trưởng Bộ Giáo dục và Đào tạo",
                    "",
                    "FREQ=YEARLY",
                ),
                (
                    "Điều 1 › III › 4 › gạch đầu dòng 2",
                    "Các cơ sở đào tạo đại học trực thuộc Bộ",
                    "Bộ Giáo dục và Đào tạo",
                    "Cục Công nghệ thông tin",
                    "FREQ=YEARLY",
                ),
            },
        ),
    ],
)
def test_who_reports_to_whom_through_whom_and_when(
    ask: Callable[..., list[Row]], paper: str, reports: set[tuple[str, ...]]
) -> None:
    found = ask("reports", paper)
    told = {
        (
            row["place"],
            short(row["unit"]),
            short(row["recipient"]),
            row["through"],
            row["recurrence"],
        )
        for row in found
    }
    assert reports <= told


def test_at_what_level_the_work_of_a_plan_is_approved(ask: Callable[..., list[Row]]) -> None:
    levels = Counter(row["approver"] for row in ask("approvals", "100/KH-BGDĐT"))
    ministers, government, premier, assembly = 19, 7, 6, 1
    assert levels == {
        "Bộ trưởng Bộ Giáo dục và Đào tạo": ministers,
        "Chính phủ": government,
        "Thủ tướng Chính phủ": premier,
        "Quốc hội": assembly,
    }


def test_a_sum_is_printed_as_it_stands_and_what_contradicts_is_not_converted(
    ask: Callable[..., list[Row]],
) -> None:
    rows = ask("money", OF_PROVINCE)
    (whole,) = (row for row in rows if "248.540" in row["text"] and row["unit"] == "tỷ đồng")
    parts = [row["text"] for row in rows if row["part_of"] == whole["text"]]
    assert sorted(part.partition(": ")[2] for part in parts) == [
        "165.693 tỷ đồng",
        "82.846 tỷ đồng",
    ]
    assert {row["unit"] for row in rows if row["task"]} == {"triệu đồng"}
    assert {row["amount"] for row in rows} == {
        ""
    }  # the table says millions, the prose thousands of millions


def test_of_which_kind_each_basis_is(ask: Callable[..., list[Row]]) -> None:
    kinds = {
        row["document"]: row["basis_kind"]
        for row in ask("lineage", PLAN)
        if row["direction"] == "lên"
    }
    content = ("749/QĐ-TTg", "131/QĐ-TTg", "146/QĐ-TTg", "411/QĐ-TTg", "942/QĐ-TTg", "1907/QĐ-TTg")
    assert kinds == dict.fromkeys(content, "nội dung") | {"69/2017/NĐ-CP": "thẩm quyền"}


@pytest.mark.parametrize(
    ("document", "paper", "words"),
    [
        ("1117/QĐ-TTg", "4268/QĐ-BGDĐT", "qua lời nhiệm vụ 9"),
        ("81/2021/NĐ-CP", "100/KH-BGDĐT", "được giao thay thế ở nhiệm vụ 21"),
        ("97/2023/NĐ-CP", "100/KH-BGDĐT", "được giao thay thế ở nhiệm vụ 21"),
        ("89/QĐ-TTg", "100/KH-BGDĐT", "được giao sửa đổi ở nhiệm vụ 15"),
        ("109/2022/NĐ-CP", "100/KH-BGDĐT", "được giao sửa đổi ở nhiệm vụ 1"),
    ],
)
def test_what_names_a_document_in_the_words_of_a_task(
    ask: Callable[..., list[Row]], document: str, paper: str, words: str
) -> None:
    assert {(row["document"], row["relation"]) for row in ask("lineage", document)} == {
        (paper, words)
    }


def test_who_signed_and_how(ask: Callable[..., list[Row]]) -> None:
    signed = [
        row for row in ask("document", "6541/BGDĐT-KHCNTT") if row.get("relation") == "người ký"
    ]
    seals = [row for row in signed if row["other"] == "Bộ Giáo dục và Đào tạo"]
    people = {
        row["other"]: row["detail"].partition(", 2025")[0] for row in signed if row not in seals
    }
    assert people == {"Tô Hồng Nam": "ký nháy, chữ ký số", "Nguyễn Văn Phúc": "chữ ký số"}
    assert len(seals) == len(["16T14:51:02", "16T14:51:09", "16T14:51:14"])


@pytest.mark.parametrize(
    ("asked", "unit", "rows"),
    [
        ("Sở GDĐT Quảng Ngãi", "Sở Giáo dục và Đào tạo", 23),
        ("Sở TTTT Quảng Ngãi", "Sở Thông tin và Truyền thông", 1),
    ],
)
def test_what_a_draft_is_to_give_to_a_unit(
    ask: Callable[..., list[Row]], asked: str, unit: str, rows: int
) -> None:
    table = [row for row in ask("unit", asked, "--drafts") if row["origin"] == "annex"]
    assert {row["block"] for row in table} == {"draft"}
    assert (
        len({row["task"] for row in table if row["role"] == "lead" and row["unit"] == unit})
        == rows
    )


def test_one_duty_given_twice_with_two_limits(ask: Callable[..., list[Row]]) -> None:
    (row,) = (row for row in ask("compare", "4268/QĐ-BGDĐT", "100/KH-BGDĐT") if row.get("changes"))
    assert (row["place"], row["other_place"]) == ("Phụ lục › 11", "Phụ lục › 11")
    assert row["changes"].startswith("hạn: Năm 2025-2030 → 2025")


def test_targets_of_a_draft_stand_side_by_side_with_their_years(
    ask: Callable[..., list[Row]],
) -> None:
    values = Counter(
        (row["value"], row["by"])
        for row in ask("targets", OF_PROVINCE)
        if row["place"].startswith("I ›")
    )
    assert values["tối thiểu 60%", "31/12/2025"] == 1
    assert values["80%", "31/12/2025"] == len(["vật chất", "cấp phòng", "phụ huynh", "tổ chức"])
    assert values["100%", "31/12/2030"] == len(["nền tảng", "nguồn lực"])
