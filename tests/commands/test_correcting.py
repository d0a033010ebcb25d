"""A reader says which document a paper without number is; the word holds until it is
taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:      /KH-UBND
Nghệ An, ngày     tháng     năm 2025
KẾ HOẠCH
Phát triển dữ liệu dùng chung của tỉnh đến năm 2030

1. Sở Nội vụ chủ trì số hóa hồ sơ trước ngày 01/12/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.setenv("LUOCDO_STORE", f"ladybug:{tmp_path / 'kho.lbug'}")
    (tmp_path / "ke-hoach.txt").write_text(PLAN, "utf-8")

    def call(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(
            main, [one.replace("{folder}", str(tmp_path)) for one in arguments]
        )
        assert result.exit_code == code, result.output
        return result.output

    call("load", "{folder}/ke-hoach.txt")
    return call


def test_the_word_holds_over_loads_and_is_taken_back(run: Callable[..., str]) -> None:
    said = run("identify", "ke-hoach.txt", "38/KH-UBND", "--date", "2025-02-20", "--by", "Lan")
    assert "là 38/KH-UBND ngày 20/02/2025 (lời Lan)" in said
    run("load", "{folder}/ke-hoach.txt", "--again")
    shown = run("document", "38/KH-UBND")
    assert shown.startswith("38/KH-UBND · 20/02/2025")
    assert "số và ngày theo lời người đọc" in shown
    assert "Lan, " in shown
    assert "đã rút" in run("identify", "ke-hoach.txt", "--undo")
    run("document", "38/KH-UBND", code=1)
    run("identify", "ke-hoach.txt", "--undo", code=1)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("identify", "ke-hoach.txt"), 2),
        (("identify", "ke-hoach.txt", "38/KH-UBND", "--undo"), 2),
        (("identify", "khac.txt", "38/KH-UBND"), 1),
        (("identify", "ke-hoach.txt", "ba mươi tám"), 1),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_sentence(
    run: Callable[..., str], arguments: tuple[str, ...], code: int
) -> None:
    assert "Traceback" not in run(*arguments, code=code)
