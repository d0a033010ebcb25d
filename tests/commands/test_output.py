"""What cannot be written is said in one line and changes nothing; no mark of a document steers the
terminal.
"""

from __future__ import annotations

import csv
import io
import json
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
import pytest
from click.testing import CliRunner
from many_papers import papers
from msgspec.structs import replace

from luocdo.cli import main
from luocdo.graph.export import FORMATS
from luocdo.graph.library import change
from luocdo.graph.records import FileRecord
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable

LUOCDO = str(Path(sys.executable).with_name("luocdo"))
NASTY = "Xóa\x1b[2Jmàn hình \u202eđảo\u202c \x9b31m chuông\x07"
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def stored(folder: Path, records: Iterable[FileRecord]) -> str:
    with open_store(f"ladybug:{folder / 'x.lbug'}") as store:
        change(store, {record.file: record for record in records})
        return store.url


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return stored(tmp_path_factory.mktemp("out"), papers(120))  # more than a pipe holds


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> str:
    (paper,) = papers(1)
    (plan,) = paper.documents
    tasks = tuple(
        replace(one, text=NASTY, evidence=replace(one.evidence, quote=NASTY)) for one in plan.tasks
    )
    whole = replace(plan, header=replace(plan.header, title=NASTY, signer=NASTY), tasks=tasks)
    return stored(tmp_path_factory.mktemp("nasty"), [replace(paper, documents=(whole,))])


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "-o", "{}/none/x.jsonl"],
        ["view", "57-NQ/TW", "-o", "{}/none/x.html"],
        ["export", "-o", "{}"],  # a folder
        ["browser", "-o", "{}/file/x"],  # through a file
        ["export", "-o", "/dev/full"],
        ["export", "--format", "xlsx", "-o", "/dev/full"],
        ["owners", "57-NQ/TW", "--store", "ladybug:"],
        ["sync", "--to", "ladybug:"],
    ],
)
def test_what_cannot_be_written_is_one_line(
    url: str, arguments: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    given = [one.format(tmp_path) for one in arguments]
    store = [] if "--store" in given else ["--store", url]
    done = subprocess.run([LUOCDO, *given, *store], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1, done.stderr
    assert "/.x" not in done.stderr  # what is named is what was typed


@pytest.mark.parametrize(
    "arguments", [["owners", "57-NQ/TW"], ["queries"], ["check", "--format", "json"], ["export"]]
)
def test_a_full_disk_behind_standard_output_is_one_line(url: str, arguments: list[str]) -> None:
    store = [] if arguments == ["queries"] else ["--store", url]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [LUOCDO, *arguments, *store],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["owners", "57-NQ/TW"], ["queries"], *(["export", "--format", one] for one in FORMATS)],
)
def test_a_closed_pipe_ends_in_silence(url: str, arguments: list[str]) -> None:
    store = [] if arguments == ["queries"] else ["--store", url]
    with subprocess.Popen(
        [LUOCDO, *arguments, *store], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as done:
        assert done.stdout is not None
        done.stdout.close()
        assert done.stderr is not None
        assert done.stderr.read() == ""
    assert done.returncode != 0


def test_a_file_that_does_not_fit_leaves_the_old_one(url: str, tmp_path: Path) -> None:
    kept = tmp_path / "x.jsonl"
    kept.write_text("cũ", "utf-8")
    done = subprocess.run(
        [LUOCDO, "export", "-o", str(kept), "--store", url],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert kept.read_text("utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [kept]


UNIT = "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo"
LOOKUPS = [
    ["document", "1/KH-BGDĐT"],
    ["unit", UNIT],
    ["owners", "57-NQ/TW"],
    ["query", "documents"],
]


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("arguments", LOOKUPS, ids=[" ".join(one) for one in LOOKUPS])
def test_nothing_of_a_document_steers_the_terminal(
    nasty: str, arguments: list[str], form: str
) -> None:
    told = CliRunner().invoke(main, [*arguments, "--format", form, "--store", nasty])
    assert told.exit_code == 0, told.output
    assert "đảo" in told.output
    assert not STEERING.search(told.output)


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form not in ("xlsx", "parquet")]
)  # these are packed
def test_nothing_of_an_export_does(nasty: str, form: str) -> None:
    told = CliRunner().invoke(main, ["export", "--format", form, "--store", nasty]).stdout_bytes
    words = (_unpacked(told) if form == "csv" else told).decode("utf-8-sig")
    assert "đảo" in words or form == "mermaid"  # which draws documents only
    assert not STEERING.search(words.replace("\r\n", "\n"))


def _unpacked(data: bytes) -> bytes:
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read("1-phan-cong.csv")


def test_json_means_what_the_document_says_and_csv_shows_where_marks_stood(nasty: str) -> None:
    rows = json.loads(
        CliRunner().invoke(main, ["unit", UNIT, "--format", "json", "--store", nasty]).stdout
    )
    assert NASTY in {row["text"] for row in rows}
    plain = CliRunner().invoke(main, ["unit", UNIT, "--format", "csv", "--store", nasty]).stdout
    assert "Xóa␛[2Jmàn hình" in {row["text"][:15] for row in csv.DictReader(io.StringIO(plain))}


def test_the_text_of_a_file_is_printed_with_its_places(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(f"SỞ Y TẾ\r\n{NASTY}\rx\n".encode())
    told = CliRunner().invoke(main, ["document", "--text", str(file)]).stdout_bytes.decode()
    assert not STEERING.search(told.replace("\r\n", "\n\n"))
    assert told.index("x\n") == f"SỞ Y TẾ\r\n{NASTY}\rx\n".index("x\n")


def test_an_error_that_names_a_document_steers_nothing(nasty: str) -> None:
    told = CliRunner().invoke(main, ["document", "Xóa màn hinh đao chuong zzz", "--store", nasty])
    assert told.exit_code == 1
    assert not STEERING.search(told.output)


@pytest.mark.parametrize(
    "arguments", [["unit", UNIT], ["owners", "57-NQ/TW"], ["documents"], ["query", "units"]]
)
def test_an_answer_is_handed_on_as_a_workbook(
    url: str, arguments: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "danh-sach.xlsx"
    told = CliRunner().invoke(main, [*arguments, "--store", url, "-o", str(file)])
    assert told.exit_code == 0, told.output
    assert told.stdout == ""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    assert sheet.auto_filter.ref
    if arguments[0] == "unit":
        assert [cell.value for cell in sheet[1]][:4] == [
            "Đến hạn",
            "Thời hạn in",
            "Tình trạng",
            "Việc",
        ]
        assert sheet["A2"].is_date
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_file_of_an_unknown_ending_is_wrong_use(url: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["documents", "--store", url, "-o", str(tmp_path / "x.pdf")])
    assert told.exit_code == 2
    assert ".xlsx" in told.output


def test_a_name_needs_no_quotation_marks(url: str) -> None:
    told = CliRunner().invoke(main, ["owners", "nghị", "quyết", "57", "--store", url])
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("57-NQ/TW")
