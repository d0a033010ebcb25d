"""Every command has a page that answers as the command does, with its JSON beside it; what was not meant is asked back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from luocdo.viz.web.addresses import PAGES, address, address_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

SAMPLES = Path(__file__).resolve().parents[3] / "samples"

# One address a page; each must show the words beside it.
ADDRESSES = [
    ("/", "Sắp đến hạn"),
    ("/search?q=cuc+cntt", "Cục Công nghệ thông tin"),
    ("/search?q=chuyen+doi+so", "Nhiệm vụ"),
    ("/owners?doc=QĐ+131", "Cục Công nghệ thông tin"),
    ("/lineage?doc=131", "Dựa trên"),
    ("/document?doc=131", "Lược đồ"),
    ("/unit?name=cuc+cntt", "Chủ trì"),
    ("/due?from=2025-01-01", "Dòng thời gian"),
    ("/why?a=4268&b=131", "Quan hệ"),
    ("/check", "Cần xem lại"),
    ("/centrality", "Đơn vị"),
    ("/questions", "not_loaded"),
    ("/questions/not_loaded", "CSV"),
    ("/load", "Thả tệp vào đây"),
    ("/source?file=131-qd-ttg.txt&quote=x", "131-qd-ttg.txt"),
]


@pytest.mark.parametrize(("path", "words"), ADDRESSES)
def test_a_page_answers(client: TestClient, path: str, words: str) -> None:
    got = client.get(path)
    assert got.status_code == 200
    assert words.lower() in got.text.lower()


def test_every_page_of_the_table_is_tried() -> None:
    tried = {path.partition("?")[0] for path, _ in ADDRESSES} | {"/task"}  # a task's id is taken from an answer below
    assert {page.path for page in PAGES.values()} <= tried


def test_every_sentence_of_an_answer_stands_marked_in_its_source(client: TestClient) -> None:
    rows = client.get("/owners.json?doc=QĐ 131").json()
    for row in rows[:5]:
        got = client.get("/source", params={"file": row["source"], "quote": row["quote"][:300]})
        assert '<mark id="cau"' in got.text, row["quote"]


def test_a_file_is_given_as_it_came_and_never_as_a_page(client: TestClient) -> None:
    got = client.get("/file?file=131-qd-ttg.txt")
    assert got.content == (SAMPLES / "131-qd-ttg.txt").read_bytes()
    assert got.headers["content-disposition"].startswith("attachment")


def test_a_task_page_shows_the_row_with_its_units(client: TestClient) -> None:
    (first, *_) = client.get("/owners.json?doc=QĐ 131").json()
    got = client.get("/task", params={"id": first["task"]})
    assert got.status_code == 200
    assert first["unit"] in got.text
    assert first["place"] in got.text


def test_json_beside_a_page_holds_the_rows_of_the_command(client: TestClient) -> None:
    rows = client.get("/unit.json?name=cuc cntt").json()
    assert {"task", "unit", "quote", "source", "end_date"} <= set(rows[0])


def test_a_name_of_several_units_is_asked_back_and_none_is_picked(client: TestClient) -> None:
    got = client.get("/unit?name=van phong")
    assert got.status_code == 300
    assert got.text.count("/unit?name=unit") > 1


def test_a_name_that_nothing_bears_gives_near_ones(client: TestClient) -> None:
    got = client.get("/document?doc=QĐ 99999")
    assert got.status_code == 404
    assert "Không tìm thấy" in got.text


def test_a_page_without_its_argument_asks_for_it(client: TestClient) -> None:
    assert 'name="doc"' in client.get("/owners").text


def test_what_an_answer_left_out_is_a_link_to_the_page_that_opens_it(client: TestClient) -> None:
    assert "/owners?doc=" in client.get("/owners?doc=QĐ 131").text


def test_the_other_language_is_remembered(client: TestClient) -> None:
    assert "Due next" in client.get("/?lang=en").text
    assert "Due next" in client.get("/").text
    assert "Sắp đến hạn" in client.get("/?lang=vi").text


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ('luocdo unit "cuc cntt" --past', "/unit?name=cuc+cntt&past=1"),
        ("luocdo due --from 2025-01-01 --to 2025-12-31", "/due?from=2025-01-01&to=2025-12-31"),
        ("luocdo query not_loaded", "/questions/not_loaded"),
        ("luocdo load TỆP", ""),  # a command without a page
        ('luocdo unit "x', ""),  # a quotation mark that is not closed
        ("rm -rf /", ""),  # no command of ours
        ("luocdo unit a b c", ""),  # more words than the page has arguments
    ],
)
def test_a_command_in_words_becomes_the_address_of_its_page(command: str, expected: str) -> None:
    assert address_of(command) == expected


def test_an_address_carries_its_arguments_whatever_is_in_them() -> None:
    assert address("why", "a&b=c", "1/QĐ") == "/why?a=a%26b%3Dc&b=1%2FQ%C4%90"
