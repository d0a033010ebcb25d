"""Every command has a page that answers as the command does, with its JSON beside it; what was not
meant is asked back.
"""

from __future__ import annotations

import io
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from luocdo.cli import main
from luocdo.viz.web.addresses import PAGES, address, address_of
from luocdo.viz.web.cells import cell
from luocdo.viz.web.words import LABELS, spoken

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
    ("/due?month=11/1999", "mọi hạn, cả đã qua"),
    ("/why?a=100/KH-BGDĐT&b=57-NQ/TW", "BẮT NGUỒN"),
    ("/why?a=1897&b=142", "CÓ LIÊN QUAN, KHÔNG BẮT NGUỒN"),
    ("/gaps?doc=03/NQ-CP", "Chưa thấy triển khai"),
    ("/conflicts", "cặp việc được nối"),
    ("/compare?a=03/NQ-CP&b=100/KH-BGDĐT", "CÓ Ở CẢ HAI"),
    ("/find?words=chuyen+doi+so", "<mark>"),
    ("/new?since=2020-01-01", "Vào kho"),
    ("/ask", "Hỏi bằng lời"),
    ("/ask?q=bao nhiêu con mèo", "Chưa hiểu câu hỏi"),
    ("/targets?doc=749", "Chỉ tiêu"),
    ("/money?doc=100/KH-BGDĐT", "Kinh phí"),
    ("/reports?doc=100/KH-BGDĐT", "Báo cáo"),
    ("/approvals?doc=100/KH-BGDĐT", "Cấp trình"),
    ("/changes?doc=100/KH-BGDĐT", "Giao sửa đổi"),
    ("/documents", "100/KH-BGDĐT"),
    ("/documents?kind=KH&issuer=bo gddt&force=unknown", "100/KH-BGDĐT"),
    ("/units?kind=bộ", "Bộ Giáo dục và Đào tạo"),
    ("/documents?ended=1&from=2020-01-01", "Hết hiệu lực"),
    ("/units", "Cục Công nghệ thông tin"),
    ("/corrections", "Lời người đọc"),
    ("/review", "Soát từng dòng"),
    ("/review?doc=100/KH-BGDĐT", "Người soát"),
    ("/check", '<td><a href="/source?file='),  # of which paper each line speaks
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
    tried = {path.partition("?")[0] for path, _ in ADDRESSES} | {
        "/task"
    }  # a task's id is taken from an answer below
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


@pytest.mark.parametrize(
    "command", [["owners", "131"], ["unit", "cuc cntt"], ["gaps", "03/NQ-CP"], ["documents"]]
)
def test_the_spreadsheet_beside_a_page_is_the_one_that_the_command_writes(
    client: TestClient, sample_store: str, tmp_path: Path, command: list[str]
) -> None:
    file = tmp_path / "list.xlsx"
    asked = [*command, "--as-of", "2025-11-23", "--store", sample_store, "-o", str(file)]
    assert CliRunner().invoke(main, asked).exit_code == 0
    got = client.get(address(command[0], *command[1:], form=".xlsx", as_of="2025-11-23"))
    assert cells(got.content) == cells(file.read_bytes())
    assert got.headers["content-disposition"].endswith('.xlsx"')


def cells(data: bytes) -> list[list[tuple[object, ...]]]:
    """The values of a workbook, sheet by sheet."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def test_a_question_has_a_spreadsheet_too(client: TestClient) -> None:
    ((first, *_), *_) = cells(client.get("/questions/not_loaded.xlsx").content)
    assert first


def test_what_is_due_is_a_calendar_to_subscribe_to(client: TestClient) -> None:
    got = client.get("/unit.ics?name=cuc cntt")
    assert got.headers["content-type"].startswith("text/calendar")
    assert got.text.count("BEGIN:VEVENT") > 5
    assert "http://testserver/unit.ics?name=cuc+cntt" in client.get("/unit?name=cuc cntt").text


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("month=12/2025", ("2025-12-01", "2025-12-31")),
        ("quarter=IV/2025", ("2025-10-01", "2025-12-31")),
        ("within=2025", ("2025-01-01", "2025-12-31")),
        ("within-days=60&as-of=2025-11-23", ("2025-11-23", "2026-01-22")),
        ("from=2025-12-01&to=2025-12-31", ("2025-12-01", "2025-12-31")),
    ],
)
def test_a_period_is_asked_for_as_on_the_command_line(
    client: TestClient, asked: str, days: tuple[str, str]
) -> None:
    ends = {row["end_date"] for row in client.get(f"/due.json?{asked}").json() if row["end_date"]}
    assert ends
    assert days[0] <= min(ends)
    assert max(ends) <= days[1]


@pytest.mark.parametrize(
    "asked", ["within=x", "from=31-31-2025", "month=13/2025", "within=2025&month=1/2025"]
)
def test_a_period_that_is_none_is_said_in_a_sentence(client: TestClient, asked: str) -> None:
    got = client.get(f"/due?{asked}")
    assert got.status_code == 503
    assert "Không trả lời được" in got.text


def test_the_way_between_two_documents_is_drawn_in_its_order_with_its_sentences(
    client: TestClient,
) -> None:
    text = client.get("/why?a=100/KH-BGDĐT&b=57-NQ/TW").text
    picture = text[text.index("<svg") : text.index("</svg>")]
    assert re.findall(r'class="first">([^<]+)<', picture) == [
        "100/KH-BGDĐT",
        "03/NQ-CP",
        "57-NQ/TW",
    ]
    assert "Thực hiện Nghị quyết số 03/NQ-CP" in picture
    assert "/source?file=100-kh-bgddt.txt" in picture


def test_a_replacement_is_the_way_between_the_two(client: TestClient) -> None:
    text = client.get("/why?a=2629&b=942").text
    assert "thay thế" in text[text.index("<svg") : text.index("</svg>")]


def test_a_question_in_words_leads_to_the_page_that_answers_it(client: TestClient) -> None:
    got = client.get("/ask?q=ai chủ trì các nhiệm vụ theo QĐ 131")
    assert got.url.path == "/owners"
    assert "ai chủ trì các nhiệm vụ theo QĐ 131" in got.text


def test_each_of_several_documents_in_a_cell_is_a_link_of_its_own() -> None:
    shown = cell("parent", {"parent": "1/QĐ-TTg; 2/CV-X"}, "lineage", "vi")
    assert shown.count("<a ") == 2
    assert address("document", "2/CV-X") in shown


def test_what_is_not_there_is_said_in_the_readers_language(client: TestClient) -> None:
    asked = {"accept": "text/html", "cookie": "luocdo-lang=en"}
    for path in ("/nothing", "/questions/nothing", "/file?file=nothing"):
        got = client.get(path, headers=asked)
        assert got.status_code == 404
        assert "<html" in got.text
        assert "no " in got.text
        assert "không có" not in got.text


def test_words_that_are_found_are_marked_and_lead_to_their_pages(client: TestClient) -> None:
    text = client.get("/find?words=chuyen doi so").text
    assert re.search(r'<a href="/task\?id=[^"]+">[^<]*<mark>', text)
    assert re.search(r'<a href="/document\?doc=[^"]+">[^<]*<mark>', text)


def test_a_unit_is_drawn_with_those_it_works_with(client: TestClient) -> None:
    text = client.get("/unit?name=vu gddh").text
    assert "Làm cùng ai" in text
    assert "Cùng làm việc đơn vị này chủ trì" in text


def test_each_thing_to_look_at_opens_its_passage(client: TestClient) -> None:
    text = client.get("/check").text
    assert text.count("Mở chỗ này") == len(client.get("/check.json").json()) > 0


def test_every_word_of_the_pages_has_its_english() -> None:
    templates = (Path(str(files("luocdo.viz.web"))) / "templates").glob("*.html")
    words = {
        one
        for path in templates
        for one in re.findall(r'\bt\("([^"]+)"\)', path.read_text("utf-8"))
    }
    assert {one for one in (*words, *LABELS.values()) if spoken(one, "en") == one} == set()


def test_light_or_dark_is_remembered(client: TestClient) -> None:
    assert 'data-theme="dark"' in client.get("/?theme=dark").text
    assert 'data-theme="dark"' in client.get("/").text
    assert 'data-theme="light"' in client.get("/?theme=light").text
    assert "data-theme" not in client.get("/?theme=<script>").text


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
