"""The questions that offices ask of the annotated documents are each answered by one command, with
as many rows as by hand.
"""

from __future__ import annotations

import json
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
