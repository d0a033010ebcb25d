"""What a user types works as the README says: look-ups answer, several matches are listed, errors
are one sentence.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_graph import small_store

from luocdo.cli import main
from luocdo.graph.answers import COLUMNS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    with small_store(tmp_path_factory.mktemp("cli")) as store:
        return store.url


@pytest.fixture
def run(url: str, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setenv("LUOCDO_STORE", url)
    return Runner()


class Runner:
    def __call__(self, *arguments: str, code: int = 0) -> str:
        result: Result = CliRunner().invoke(
            main, [*arguments, *([] if "--as-of" in arguments else _today(arguments))]
        )
        assert result.exit_code == code, result.output
        return result.output


def _today(arguments: tuple[str, ...]) -> list[str]:
    takes = ("owners", "unit", "due", "lineage", "document", "check", "query", "cypher", "why")
    return ["--as-of", "2025-11-23"] if arguments[0] in takes else []


@pytest.mark.parametrize(
    "name",
    [
        "QĐ 131",
        "131/QĐ-TTg",
        "131",
        "qd 131",
        "Quyết định số 131/QĐ-TTg",
        "131/QD-TTG",
        "Đề án 131",
    ],
)
def test_a_document_is_found_as_people_name_it(run: Runner, name: str) -> None:
    assert run("owners", name).startswith("131/QĐ-TTg · 25/01/2022 · Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "name", ["cuc cntt", "Cục Công nghệ thông tin", "CNTT", "cục cntt", "Cục CNTT"]
)
def test_a_unit_is_found_as_people_name_it(run: Runner, name: str) -> None:
    assert run("unit", name).startswith("Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo")


def test_a_name_that_several_bodies_have_lists_them_and_picks_none(run: Runner) -> None:
    output = run("unit", "van phong", code=1)
    assert "Văn phòng · Bộ Giáo dục và Đào tạo" in output
    assert "Văn phòng · Chính phủ" in output
    assert "CHỦ TRÌ" not in output


def test_a_name_that_nobody_has_gives_the_nearest(run: Runner) -> None:
    assert "Cục Công nghệ thông tin" in run("unit", "Cục Công nghê thong tim", code=1)


def test_a_row_with_another_basis_does_not_derive_although_its_document_does(run: Runner) -> None:
    rows = json.loads(run("owners", "QĐ 131", "--format", "json"))
    assert {(row["task"], row["block"], row["reading"]) for row in rows} == {
        ("task:1/a", "stated", "stated"),
        ("task:1/b", "stated", "stated"),
        ("task:2", "inferred", "inferred"),
    }
    assert all(list(row) == list(COLUMNS) for row in rows)
    assert all(row["quote"] and row["source"] for row in rows)


def test_body_duties_and_drafts_are_counted_and_opened_on_demand(run: Runner) -> None:
    output = run("owners", "QĐ 131")
    assert re.search(r"TRÁCH NHIỆM TRONG THÂN VĂN BẢN: 1 .*--duties", output)
    assert re.search(r"DỰ THẢO để ngoài: 1 .*--drafts", output)
    assert "749/QĐ-TTg" in output.partition("KHÔNG THUỘC")[2]
    assert {row["block"] for row in json.loads(run("owners", "QĐ 131", "--format", "json", "--duties", "--drafts"))} == {
        "stated", "inferred", "duties", "draft",
    }  # fmt: skip


def test_an_answer_says_where_rows_may_be_missing(run: Runner) -> None:
    assert "số thứ tự nhảy từ 7 đến 19" in run("owners", "QĐ 131")


def test_a_basis_of_competence_conveys_nothing_unless_asked(run: Runner) -> None:
    assert "--all-bases" in run("owners", "69/2017/NĐ-CP")
    rows = json.loads(run("owners", "69/2017/NĐ-CP", "--all-bases", "--format", "json"))
    assert {row["task"] for row in rows} >= {"task:2"}


def test_a_unit_shows_its_own_first_and_what_comes_through_a_collective_apart(run: Runner) -> None:
    output = run("unit", "cuc cntt")
    assert "CHỦ TRÌ 3 phân công · 1 đã qua hạn (chưa có thông tin kết quả) · 1 còn hạn" in output
    assert "--past" in output
    rows = json.loads(run("unit", "cuc cntt", "--format", "json"))
    assert {row["task"] for row in rows if row["block"] == "stated"} == {
        "task:1/a",
        "task:1/b",
        "task:2",
        "task:3",
    }


def test_due_in_a_year_means_that_the_end_lies_in_it(run: Runner) -> None:
    rows = json.loads(run("due", "--within", "2024", "--format", "json"))
    assert {row["task"] for row in rows} == {"task:1/a"}
    assert "hạn in sai" in run("due", "--within", "2024")


def test_csv_keeps_words_from_becoming_formulas(run: Runner) -> None:
    rows = list(csv.DictReader(io.StringIO(run("owners", "QĐ 131", "--format", "csv"))))
    assert [row["products"] for row in rows if row["task"] == "task:1/a"] == ["'=Cổng dữ liệu"]


def test_cypher_reads_and_does_not_write(run: Runner) -> None:
    assert "131/QĐ-TTg" in run(
        "cypher", "MATCH (d:Document {id: 'doc:goc'}) RETURN d.name AS name"
    )
    assert "chỉ được hỏi" in run("cypher", "MATCH (d:Document) DETACH DELETE d", code=2)


def test_named_questions_take_names_as_people_type_them(run: Runner) -> None:
    assert "unit_assignments" in run("queries")
    assert "task:1/a" in run("query", "owners", "-p", "id=QĐ 131")
    assert "-p id=" in run("query", "owners", code=2)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"luocdo {command}" in (ROOT / "README.md").read_text("utf-8")


def test_check_lists_what_could_not_be_read_with_file_and_place(run: Runner) -> None:
    output = run("check")
    assert "ke-hoach.txt" in output
    assert "Phụ lục › II" in output


def test_lineage_shows_both_sorts_of_basis_and_the_sentence(run: Runner) -> None:
    output = run("lineage", "100/KH-BGDĐT")
    assert "thẩm quyền" in output
    assert "Căn cứ Nghị định số 69/2017/NĐ-CP" in output


def test_why_shows_each_step(run: Runner) -> None:
    assert "Thực hiện Quyết định số 131/QĐ-TTg" in run("why", "100/KH-BGDĐT", "QĐ 131")
