"""What a clerk types: days, names without quotation marks, words that no command knows; what the
screen shows first.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from luocdo.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(*arguments: str, store: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments, *(("--store", store) if store else ())])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("unit",), "Lỗi: Thiếu tham số 'NAME'."),
        (("unt",), "Không có lệnh «unt»"),
        (("due", "--frm", "x"), "Không có tùy chọn «--frm»"),
        (("due", "--from", "31.2.2025"), "«31.2.2025» không phải ngày; gõ như 31/12/2025"),
        (("due", "--within-days", "mười"), "«mười» không phải số."),
        (
            ("owners", "131", "--format", "pdf"),
            "«pdf» không có trong: 'table', 'json', 'csv', 'md'.",
        ),
        (("due", "--from", "1/12/25", "--to", "1/11/25"), "đứng trước --from"),
    ],
)
def test_wrong_use_is_told_in_vietnamese_and_exits_with_two(
    arguments: tuple[str, ...], told: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert "Cách dùng: " in result.output


def test_in_english_click_speaks_english() -> None:
    assert "Error: No such option '--frm'" in run("due", "--lang", "en", "--frm", "x").output
    assert (
        "Không có tùy chọn" in run("due", "--frm", "x").output
    )  # the next command is Vietnamese again


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    result = run("load", str(tmp_path / "trống"), store=f"ladybug:{tmp_path / 'x.lbug'}")
    assert result.exit_code == 3
    assert "không có tệp nào để nạp" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "NQ", "03", "KH", "100"),
        ("compare", "NQ 03", "KH 100"),
        ("why", "KH", "100", "QĐ", "131"),
        ("conflicts", "nghị", "quyết", "03", "kế", "hoạch", "100"),
        ("targets", "NQ", "03"),
        ("gaps", "NQ", "03", "--in", "KH 100"),
        ("unit", "cuc", "cntt"),
        ("ask", "cuc", "cntt", "chu", "tri", "viec", "gi"),
    ],
)
def test_names_need_no_quotation_marks(arguments: tuple[str, ...], sample_store: str) -> None:
    result = run(*arguments, store=sample_store)
    assert result.exit_code == 0, result.output


def test_names_that_cannot_be_told_apart_are_asked_for(sample_store: str) -> None:
    result = run("compare", "NQ", "03", store=sample_store)
    assert result.exit_code == 1
    assert "không tìm thấy văn bản" in result.output


def test_a_row_is_opened_by_its_number(sample_store: str) -> None:
    result = run("unit", "cuc", "cntt", "--row", "1", store=sample_store)
    assert result.exit_code == 0
    assert all(words in result.output for words in ("Việc", "Hạn", "Chủ trì", "Câu in", "Tệp"))
    assert run("unit", "cuc", "cntt", "--row", "9999", store=sample_store).exit_code == 1


def test_a_question_that_is_not_understood_is_not_answered(sample_store: str) -> None:
    result = run("ask", "ai", "chủ", "trì", "việc", "ngoài", "QĐ", "131", store=sample_store)
    assert result.exit_code == 1
    assert "không hiểu: ngoài" in result.output
    assert "luocdo owners 131/QĐ-TTg" in result.output


def test_a_question_is_answered_below_the_command_that_it_is(sample_store: str) -> None:
    result = run("ask", "việc của Cục CNTT theo QĐ 131 trong năm 2024", store=sample_store)
    assert result.exit_code == 0
    first, second, *_ = result.output.splitlines()
    assert first.startswith("hiểu là: luocdo due --document 131/QĐ-TTg --unit")
    assert second.startswith("HẠN TỪ 01/01/2024 ĐẾN 31/12/2024")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_on_a_terminal_ten_rows_of_a_list_are_shown_numbered_and_on_a_pipe_all(
    sample_store: str,
) -> None:
    shown = on_terminal("units", "--store", sample_store)
    rows = [line for line in shown.splitlines() if re.match(r" \d+ ", line)]
    assert [line.split()[0] for line in rows] == [str(number) for number in range(1, 11)]
    assert re.search(r"còn \d+ dòng    --full", shown)
    assert max(map(len, shown.splitlines())) <= 80
    assert (
        len(re.findall(r"(?m)^ \d+ ", on_terminal("units", "--full", "--store", sample_store)))
        > 10
    )
    assert "--full" not in run("units", store=sample_store).output


def on_terminal(*arguments: str) -> str:
    """Return what the command prints on a terminal of 80 columns."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "luocdo.cli", *arguments]
    with subprocess.Popen(
        command,
        stdout=theirs,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PAGER": "cat"},
    ) as process:
        os.close(theirs)
        pieces: list[bytes] = []
        with contextlib.suppress(OSError):  # the end of a pseudo-terminal
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        assert process.wait() == 0
    os.close(ours)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def completed(words: list[str], incomplete: str) -> list[str]:
    shell = ShellComplete(main, {}, "luocdo", "_LUOCDO_COMPLETE")
    return [item.value for item in shell.get_completions(words, incomplete)]


def test_commands_numbers_and_units_are_completed(
    sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUOCDO_STORE", sample_store)
    assert completed([], "own") == ["owners"]
    assert completed(["owners"], "131") == ["131/QĐ-TTg"]
    assert "Cục CNTT" in completed(["unit"], "cuc")
    assert "Cục CNTT" in completed(["due", "--unit"], "Cục")


def test_without_a_store_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUOCDO_STORE", f"ladybug:{tmp_path / 'không có.lbug'}")
    assert completed(["owners"], "131") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_is_installed_by_one_command_and_only_once(
    shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert run("completion", shell).exit_code == 0
    before = {path: path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()}
    assert any("_LUOCDO_COMPLETE" in text for text in before.values())
    run("completion", shell)
    assert {
        path: path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()
    } == before


def test_what_goes_to_another_program_is_not_cut(sample_store: str) -> None:
    told = run("unit", "vu gddh", store=sample_store).stdout
    whole = run("unit", "vu gddh", "--format", "json", store=sample_store).stdout
    long = [row["text"] for row in json.loads(whole) if len(row["text"]) > 60]
    assert any(" ".join(text.split()) in told for text in long)
    assert "…" not in told
