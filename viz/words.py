"""Words on screen (lời trên màn hình): heads in two languages, cells of one line, tables as wide as the terminal."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ENGLISH = {
    "CHỦ TRÌ": "LEADS",
    "PHỐI HỢP": "COORDINATES",
    "PHÊ DUYỆT": "APPROVES",
    "NHẬN BÁO CÁO": "RECEIVES REPORTS",
    "GIAO TRỰC TIẾP": "GIVEN DIRECTLY",
    "NÊU ĐÍCH DANH": "STATED",
    "SUY TỪ VĂN BẢN": "INFERRED FROM THE DOCUMENT",
    "NỘI DUNG DẪN CHIẾU": "NAMED IN THE WORDS",
    "TRÁCH NHIỆM TRONG THÂN VĂN BẢN": "DUTIES OF BODY CLAUSES",
    "DỰ THẢO, chưa có hiệu lực": "DRAFTS, not in force",
    "AI CHỦ TRÌ": "WHO LEADS",
    "Hạn": "Due",
    "Việc": "Task",
    "Văn bản, chỗ": "Document, place",
    "Chủ trì": "Lead",
    "Cùng làm": "With",
    "Căn cứ": "Through",
    "còn hạn": "open",
    "hằng năm": "recurring",
    "đã qua hạn": "past due",
    "khác": "other",
    "Đơn vị": "Unit",
    "Phân công": "Assignments",
}


def heading(words: str, lang: str) -> str:
    """Return a head in the reader's language."""
    return _ENGLISH.get(words, words) if lang == "en" else words


def one_line(words: str) -> str:
    """Return words on one line, control characters shown as spaces: a document's text never moves the cursor."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def cut(words: str, most: int) -> str:
    """Shorten words to ``most`` characters, the cut shown."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def joined(words: Iterable[str]) -> str:
    """Join counts as the screen shows them."""
    return " · ".join(words)


def plain_table(heads: Sequence[str], rows: Sequence[Sequence[str]], style: str = "plain") -> str:
    """Return an aligned table; on a terminal cells wrap to its width, on a pipe each row is one line."""
    if not rows:
        return ""
    widths = _widths(heads, rows) if style != "github" and sys.stdout.isatty() else None
    return tabulate(rows, headers=heads, tablefmt=style, disable_numparse=True, maxcolwidths=widths)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Share the terminal's width: narrow columns whole, the wide ones what is left."""
    room = shutil.get_terminal_size((120, 40)).columns - 2 * len(heads)
    wanted = [max(len(head), *(len(row[i]) for row in rows)) for i, head in enumerate(heads)]
    fair = max(8, room // len(heads))
    narrow = sum(width for width in wanted if width <= fair)
    wide = sum(width > fair for width in wanted)
    return [width if width <= fair else max(12, (room - narrow) // max(1, wide)) for width in wanted]
