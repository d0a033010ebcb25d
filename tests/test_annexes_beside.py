"""A sheet that does not say which document it is part of takes the one paper of its folder that
announces an annex.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from drawn_tables import set_as_sheet

from luocdo.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SHEET = (
    ("TT", "Nội dung", "Chủ trì", "Thời hạn"),
    ("1", "Phun thuốc khử trùng chợ", "Sở Y tế", "20/6/2026"),
)
LETTER = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghệ An, ngày 04 tháng 5 năm 2026

V/v {about}

Kính gửi: Các sở, ban, ngành.

Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành làm vệ sinh nơi công cộng trong tháng 6; {where}.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""
BESIDE = "nhiệm vụ của từng đơn vị theo biểu kèm theo"


def letter(path: Path, number: str = "812/UBND-VX", where: str = BESIDE) -> Path:
    path.write_text(
        LETTER.format(number=number, about=f"vệ sinh nơi công cộng {number}", where=where), "utf-8"
    )
    return path


def told(store: Path, *words: str) -> str:
    return CliRunner().invoke(main, [*words, "--store", f"ladybug:{store}"]).stdout


def loaded(store: Path, *paths: Path) -> str:
    """Load ``paths`` one after the other, and return the export."""
    for path in paths:
        told(store, "load", "--jobs", "1", str(path))
    return told(store, "export", "--format", "jsonl")


def numbers(export: str) -> list[str | None]:
    """Return the numbers of the loaded documents."""
    nodes = [json.loads(line) for line in export.splitlines() if line.startswith("{")]
    loaded = [
        one["properties"]
        for one in nodes
        if one["type"] == "node" and one["labels"] == ["Document"]
    ]
    return sorted((one.get("number") for one in loaded if one.get("status") == "loaded"), key=str)


def remarks(store: Path, kind: str) -> list[str]:
    issues = json.loads(told(store, "check", "--format", "json", "--limit", "1000") or "[]")
    return [str(one) for one in issues if kind in json.dumps(one, ensure_ascii=False)]


def test_whatever_is_loaded_first_the_sheet_is_an_annex_of_the_letter_beside_it(
    tmp_path: Path,
) -> None:
    paper, sheet = (
        letter(tmp_path / "cong-van.txt"),
        set_as_sheet("PHÂN CÔNG", SHEET, tmp_path / "bieu.xlsx"),
    )
    first, second = loaded(tmp_path / "a", paper, sheet), loaded(tmp_path / "b", sheet, paper)
    assert first == second
    assert numbers(first) == ["812/UBND-VX"]
    (remark,) = remarks(tmp_path / "a", "taken_for_annex")
    assert "coi là phụ lục của 812/UBND-VX ngày 04/05/2026" in remark
    assert "Sở Y tế" in told(tmp_path / "a", "owners", "812/UBND-VX")


def test_without_the_letter_the_sheet_is_a_document_of_its_own_again(tmp_path: Path) -> None:
    paper, sheet = (
        letter(tmp_path / "cong-van.txt"),
        set_as_sheet("PHÂN CÔNG", SHEET, tmp_path / "bieu.xlsx"),
    )
    alone = loaded(tmp_path / "a", sheet)
    loaded(tmp_path / "b", paper, sheet)
    told(tmp_path / "b", "forget", "cong-van.txt")
    assert told(tmp_path / "b", "export", "--format", "jsonl") == alone
    assert numbers(alone) == [None]


@pytest.mark.parametrize(
    ("folder", "where"),
    [
        ("khac", BESIDE),  # it lies in another folder
        (".", "kết quả báo cáo về Sở Y tế"),  # nothing is said of an annex
    ],
)
def test_a_paper_elsewhere_or_without_an_annex_takes_no_sheet(
    folder: str, where: str, tmp_path: Path
) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    paper = letter(tmp_path / folder / "cong-van.txt", where=where)
    export = loaded(
        tmp_path / "a", paper, set_as_sheet("PHÂN CÔNG", SHEET, tmp_path / "bieu.xlsx")
    )
    assert numbers(export) == ["812/UBND-VX", None]


def test_of_two_letters_that_announce_an_annex_none_is_taken_and_both_are_named(
    tmp_path: Path,
) -> None:
    papers = letter(tmp_path / "cv1.txt"), letter(tmp_path / "cv2.txt", "813/UBND-VX")
    sheet = set_as_sheet("PHÂN CÔNG", SHEET, tmp_path / "bieu.xlsx")
    assert numbers(loaded(tmp_path / "a", *papers, sheet)) == ["812/UBND-VX", "813/UBND-VX", None]
    (remark,) = remarks(tmp_path / "a", "possible_document")
    assert "812/UBND-VX ngày 04/05/2026; 813/UBND-VX ngày 04/05/2026" in remark
    told(tmp_path / "a", "forget", "cv2.txt")
    assert told(tmp_path / "a", "export", "--format", "jsonl") == loaded(
        tmp_path / "b", papers[0], sheet
    )
