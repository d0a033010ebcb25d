"""Words on screen (lời trên màn hình): heads in two languages, cells of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    "hằng năm": "every year",
    "định kỳ": "recurring",
    "định kỳ, thường xuyên": "recurring, ongoing",
    "đã qua hạn": "past due",
    "hết giai đoạn": "period over",
    "khác": "other",
    "Đơn vị": "Unit",
    "Phân công": "Assignments",
    "Nay là": "Now",
    "phân công": "assignments",
    "nhiệm vụ": "tasks",
    "TRÁCH NHIỆM KHÁC (thân văn bản)": "OTHER DUTIES (body clauses)",
    "GIAO CHUNG": "THROUGH COLLECTIVES",
    "ĐƯỢC NÊU TRONG NỘI DUNG": "NAMED IN THE WORDS",
    "PHÂN CÔNG": "ASSIGNMENTS",
    "đích danh": "by name",
    "chủ trì": "leads",
    "phối hợp": "coordinates",
    "đã qua hạn (chưa có thông tin kết quả)": "past due (no news of results)",
    "chậm, chưa hoàn thành theo báo cáo": "late, as reported",
    "đang thực hiện, theo báo cáo": "under way, as reported",
    "GIAO CHUNG (thân văn bản)": "THROUGH COLLECTIVES (body clauses)",
    "giao chung": "through collectives",
    "thường xuyên": "ongoing",
    "theo điều kiện": "on a condition",
    "hạn in sai": "impossible date",
    "không ghi hạn": "no date",
    "không ghi": "none",
    "đã hoàn thành": "done",
    "như trên": "same",
    "suy ra": "inferred",
    "theo ô gộp": "from a merged cell",
    "sửa lỗi in": "misprint mended",
    "đồng chủ trì": "leads with",
    "trước": "before",
    "Tính đến": "As of",
    "Số": "No.",
    "(không có dòng nào)": "(no rows)",
    "còn": "more:",
    "dòng": "rows",
    "đơn vị": "units",
    "từ": "from",
}


_PRINTED = frozenset({
    "text", "other_text", "quote", "other_quote", "title", "product", "products", "source",
    "other_source", "deadline", "unit", "units", "lead", "document", "name", "issuer", "section",
    "value", "progress", "result", "file", "place",
})  # fmt: skip
"""Columns that hold what documents say, or names."""


def heading(words: str, lang: str) -> str:
    """Return a head in the reader's language."""
    return _ENGLISH.get(words) or line_in(words, lang) if lang == "en" else words


def line_in(words: str, lang: str) -> str:
    """Return a line of an answer in the reader's language."""
    if lang != "en":
        return words
    from luocdo.viz.english import in_english  # noqa: PLC0415 - few readers ask for it

    return in_english(words)


def cell_in(column: str, words: str, lang: str) -> str:
    """Return a cell in the reader's language; what a document says stays as it says it."""
    return words if lang != "en" or column in _PRINTED else line_in(words, lang)


def one_line(words: str) -> str:
    """Return words on one line, control characters shown as spaces: a document's text never moves
    the cursor.
    """
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def cut(words: str, most: int) -> str:
    """Shorten words to ``most`` characters, the cut shown."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def joined(words: Iterable[str]) -> str:
    """Join counts as the screen shows them."""
    return " · ".join(words)
