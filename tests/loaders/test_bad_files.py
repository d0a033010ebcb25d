"""A load never loses the good files to the bad ones, and a file replaces exactly what its older
version said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """BỘ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: {number}/KH-BYT
Hà Nội, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Thực hiện Quyết định số {basis}/QĐ-TTg ngày 02 tháng 01 năm 2025 của Thủ tướng Chính phủ

1. {duty}
"""
GOOD = HEAD.format(number=15, basis=77, duty="Vụ Pháp chế chủ trì rà soát các quy định.")
BAD: list[tuple[str, bytes, str]] = [
    ("rong.txt", b"", "tệp rỗng"),
    ("nhi-phan.txt", bytes(range(256)) * 40, "không phải UTF-8|nhị phân"),
    ("dong-dai.txt", b"mot dong rat dai " * 3_000_000, "dòng dài hơn"),  # 50 MB, no line end
    (
        "bai-bao.txt",
        ("Chiều qua trời mưa to, nhiều phố ngập. Người dân đi lại khó khăn.\n" * 9).encode(),
        "bài viết",
    ),
]


def load(store: str, *paths: Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["load", "--jobs", "1", "--store", store, *map(str, paths)])
    assert result.exit_code == code, result.output
    return result.output


def exported(store: str) -> str:
    return CliRunner().invoke(main, ["export", "--store", store]).output


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"ladybug:{tmp_path / 'kho.lbug'}"


def test_bad_files_are_named_with_the_reason_and_the_rest_is_loaded(
    tmp_path: Path, store: str
) -> None:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    (folder / "tot.txt").write_text(GOOD, encoding="utf-8")
    for name, content, _ in BAD:
        (folder / name).write_bytes(content)
    output = load(store, folder, code=3)
    lines = [line for line in output.splitlines() if line.startswith("không nạp ")]
    assert [line.split(":")[0].removeprefix("không nạp ") for line in lines] == sorted(
        name for name, _, _ in BAD
    )
    assert "đã đọc 1 tệp" in output
    with open_store(store) as opened:
        assert list(opened.records()) == ["tot.txt"]


@pytest.mark.parametrize(("name", "content", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_each_is_refused_with_its_reason(
    tmp_path: Path, store: str, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert re.search(f"không nạp {name}: .*(?:{reason})", load(store, tmp_path / name, code=3))


def test_a_few_broken_bytes_are_read_over_and_reported(tmp_path: Path, store: str) -> None:
    (tmp_path / "hong.txt").write_bytes(GOOD.encode().replace(b" 3 ", b" \xff 3 "))
    load(store, tmp_path / "hong.txt")
    output = CliRunner().invoke(main, ["check", "--store", store]).output
    assert "hong.txt" in output
    assert "không phải UTF-8" in output


def test_a_file_replaces_exactly_what_its_older_version_said(tmp_path: Path, store: str) -> None:
    first, second = tmp_path / "mot.txt", tmp_path / "hai.txt"
    first.write_text(GOOD, encoding="utf-8")
    second.write_text(
        HEAD.format(number=16, basis=77, duty="Vụ Pháp chế chủ trì tổng kết."), encoding="utf-8"
    )
    load(store, first, second)
    before = exported(store)
    first.write_text(
        HEAD.format(number=15, basis=88, duty="Thanh tra chủ trì kiểm tra."), encoding="utf-8"
    )
    load(store, first)
    changed = exported(store)
    assert "88/QĐ-TTg" in changed
    assert "Thanh tra" in changed
    assert "rà soát các quy định" not in changed
    assert "77/QĐ-TTg" in changed  # the other file still says so
    first.write_text(GOOD, encoding="utf-8")
    load(store, first)
    assert exported(store) == before


def test_order_and_repetition_change_nothing(tmp_path: Path, store: str) -> None:
    first, second = tmp_path / "mot.txt", tmp_path / "hai.txt"
    first.write_text(GOOD, encoding="utf-8")
    second.write_text(
        HEAD.format(number=16, basis=15, duty="Vụ Pháp chế chủ trì tổng kết."), encoding="utf-8"
    )
    load(store, first)
    load(store, second)
    other = f"ladybug:{tmp_path / 'khac.lbug'}"
    load(other, second, first)
    load(other, first)
    assert exported(store) == exported(other)
    assert "không đổi 2" in load(other, first, second)
