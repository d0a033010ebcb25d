"""Where a page cuts a cell (ô bị ngắt trang): is a piece the rest of the one above, or something
of its own?
"""

from __future__ import annotations

import re

from luocdo.graph.text import fold
from luocdo.loaders.text.page import Page, Span

_OPENS = re.compile(r"[\"“'(\[<\s]+")
_DETERMINER = re.compile(
    r"(?:các|những|một số|mọi|toàn|tất cả|bộ|sở|vụ|cục|ban|văn phòng|thanh tra|ủy ban|ubnd|công"
    r" an|tỉnh|thành phố)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:[,(/&\-–]|\b(?:và|hoặc|của|thuộc|với|theo|các|những|về|cho|từ|trong|tại|là|do|để|bộ|sở|ngày|số))$",
    re.IGNORECASE,
)
# A kind of unit without its name: "Cục", where the next page goes on with "Phòng bệnh".
_KIND_ALONE = re.compile(
    r"(?:^|[;,]\s*|\bvà\s+)(?:vụ|cục|chi cục|tổng cục|ban|viện|trường|học viện|đại"
    r" học|hội|phòng|trung tâm|ủy ban"
    r"|liên đoàn|tổng công ty|tập đoàn|công ty|ngân hàng|kho bạc|ubnd)$",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(r"[;,]$")
_DEADLINE_OPEN = re.compile(
    r"[\-–—/]$|\b(?:đến|tháng|năm|quý|ngày|từ|trước|trong|hết|cuối|đầu|đoạn)$", re.IGNORECASE
)
_DEADLINE_RUNS_ON = re.compile(r"[\-–—/]")
_TWO_CELLS = re.compile(r"\s{2,}(?=[A-ZĐÀ-Ỹ])")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")
_LEAST_REPEATED = 8
_CLOSING = re.compile(r"[)\].,;:]")


def begins_low(text: str) -> bool:
    """Return whether ``text`` begins in the middle of a sentence: a small letter, or a mark that
    closes something.
    """
    bare = _OPENS.sub("", text, count=1) if _OPENS.match(text) else text
    return bool(bare) and (bare[0].islower() or _CLOSING.match(bare) is not None)


def is_unfinished(text: str) -> bool:
    """Return whether ``text`` breaks off: behind a comma, an opening bracket, "và",
    "của", a hyphen.
    """
    return bool(text) and (
        _UNFINISHED.search(text) is not None or text.count("(") > text.count(")")
    )


def goes_on(above: str, text: str) -> bool:
    """Return whether running words ``text`` are the rest of the cell ``above``."""
    return bool(text) and (begins_low(text) or is_unfinished(above))


def units_go_on(above: str, text: str) -> bool:
    """Return whether names of units ``text`` are the rest of the cell ``above``: half a name, or a
    list that goes on.
    """
    if not text:
        return False
    half = begins_low(text) and _DETERMINER.match(text) is None
    open_above = any(
        pattern.search(above) for pattern in (_UNFINISHED, _LIST_GOES_ON, _KIND_ALONE)
    )
    return half or open_above or above.count("(") > above.count(")")


def repeats(above: str, text: str) -> bool:
    """Return whether ``text`` only prints the end of ``above`` once more, misprints aside."""
    tail, words = fold(above), fold(text)
    if len(words) < _LEAST_REPEATED or len(words) > len(tail):
        return False
    return tail.endswith(words) or sum(
        a != b for a, b in zip(tail[-len(words) :], words, strict=True)
    ) * 10 <= len(words)


def deadline_goes_on(above: str, text: str) -> bool:
    """Return whether a time ``text`` is the rest of the one ``above``: "Năm 2023-",
    then "2024".
    """
    return bool(text) and (
        begins_low(text) or deadline_is_open(above) or _DEADLINE_RUNS_ON.match(text) is not None
    )


def deadline_is_open(above: str) -> bool:
    """Return whether a time breaks off: "Năm 2023-", "Quý"."""
    return _DEADLINE_OPEN.search(above) is not None


def halves(page: Page, cell: Span) -> tuple[Span, Span]:
    """Cut a cell in which the rest of the one above and a text of its own have run together."""
    text = page.flat[cell.start : cell.end]
    cut = _TWO_CELLS.search(text) or _SENTENCE.search(text)
    at = cell.end if cut is None else cell.start + cut.start()
    return page.trim(Span(cell.start, at)), page.trim(Span(at, cell.end))
