"""The letterhead's lines (đầu văn bản): who issues and the body above it, as printed; Nghị định
30/2020/NĐ-CP, Phụ lục I, II.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary import value_of
from luocdo.graph.vocabulary.lexicon import as_compared, lexicon
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.head.joint import joint_bodies
from luocdo.loaders.head.seals import SEAL_LABEL
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import MOTTO, NUMBER_LINE, PLACE_AND_DATE, in_capitals, is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.loaders.text.zones import Part

_BELOW = (
    "tinh ",
    "thanh pho ",
    "va ",
    "trung uong",
    "viet nam",
    "huyen ",
    "xa ",
    "phuong ",
)
"""Words, folded, that a line of a name begins with and no name does."""
_JUNK = re.compile(r"^[\s\W_]*$")
# Kinds of bodies that print a unit of theirs below them, and of units that stand below a body.
_BODIES = ("ubnd", "ủy ban", "bộ", "tổng cục", "sở", "đại học", "học viện", "cơ quan đảng")
_UNITS = frozenset(
    {
        "sở",
        "cục",
        "vụ",
        "ban",
        "viện",
        "trường",
        "thuế",
        "bhxh",
        "phòng",
        "hđnd",
        "ban chỉ đạo",
        "trung tâm",
        "chi cục",
        "văn phòng",
        "ủy ban",
        "thanh tra",
        "tổng cục",
        "hội đồng",
    }
)
_ABOVE = re.compile(rf"{in_capitals(Meaning.UNIT_HEAD, *_BODIES)}\s")
_HEAD = re.compile(rf"\b{in_capitals(Meaning.UNIT_HEAD)}(?=\s)")


def _unit_within(line: str) -> int | None:
    """Return where a unit begins behind the name of its body, in one line without accents."""
    heads = (one for one in _HEAD.finditer(line) if _is_unit(one))
    return next((one.start() for one in heads if one.start()), None)


def _begins_unit(line: str) -> bool:
    head = _HEAD.match(line)
    return head is not None and _is_unit(head)


def _is_unit(head: re.Match[str]) -> bool:
    return value_of(Meaning.UNIT_HEAD, head[0]) in _UNITS


def issuing_lines(
    page: Page, text: str, part: Part, known: Callable[[str], bool] | None = None
) -> list[Span]:
    """Return the issuer's lines of the letterhead, the issuer itself first, the body above it
    second; with ``known`` a name that runs over two lines is told by the registry.
    """
    lines = _capital_lines(page, text, part)
    if not lines:
        return []
    whole = lines[-1]
    printed = text[whole.start : whole.end]
    inner = _unit_within(printed)
    if inner and _ABOVE.match(printed) and len(joint_bodies(page, whole)) == 1:
        cut = whole.start + inner
        return [Span(cut, whole.end), Span(whole.start, cut - 1)]
    return list(reversed(_joined(page, lines, known)))


def line_words(page: Page, line: Span) -> str:
    """Return the words of an issuer's line without those that were set beside it: a column of the
    motto, of place and day.
    """
    text = bare(page.flat)
    hits = re.finditer(r"[^\n\t|]+", text[line.start : line.end])
    cells = (
        _before_motto(page, text, Span(line.start + hit.start(), line.start + hit.end()))
        for hit in hits
    )
    words = (page.text(cell) for cell in cells if _names_body(text[cell.start : cell.end]))
    return " ".join(words) or page.text(line)


def _capital_lines(page: Page, text: str, part: Part) -> list[Span]:
    """Return the lines in capitals above the number, the place and the day."""
    lines: list[Span] = []
    stop = min(part.title.start, part.span.start + 3000)
    for found in re.finditer(r"[^\n\t|]+", text[part.span.start : stop]):
        span = _before_motto(
            page, text, Span(part.span.start + found.start(), part.span.start + found.end())
        )
        words = re.sub(r"-{3,}|_{3,}|\*+", " ", text[span.start : span.end]).strip()
        if _names_body(words):
            lines.append(_bare_span(page, span))
        elif lines and _is_below_issuer(words):
            break
    return lines


def _names_body(words: str) -> bool:
    """Return whether a line may name the issuer: in capitals, and nothing else of a
    letterhead.
    """
    if _is_beside_issuer(words) or _is_below_issuer(words) or _JUNK.match(words):
        return False
    return is_capitals(words) and len(words) >= 4 and "RUT GON" not in words  # noqa: PLR2004 - "BỘ Y" is no body


def _is_beside_issuer(words: str) -> bool:
    """Return whether a line is a seal or the motto: the issuer's may go on below, beside it."""
    return SEAL_LABEL.match(words) is not None or MOTTO.search(words) is not None


def _is_below_issuer(words: str) -> bool:
    """Return whether this is the line of the number, or of place and day."""
    if _is_beside_issuer(words):
        return False
    return NUMBER_LINE.match(words) is not None or PLACE_AND_DATE.search(words) is not None


def _before_motto(page: Page, text: str, line: Span) -> Span:
    """Cut off quốc hiệu and tiêu ngữ where they were set beside the issuer, in one line."""
    motto = MOTTO.search(text, line.start, line.end)
    left = page.trim(Span(line.start, motto.start())) if motto else page.trim(line)
    return left if left and re.search(r"\w{2}", text[left.start : left.end]) else page.trim(line)


def _joined(page: Page, lines: list[Span], known: Callable[[str], bool] | None) -> list[Span]:
    """Join a name that runs over two lines ("ỦY BAN NHÂN DÂN" / "TỈNH BẮC NINH")."""
    found: list[Span] = []
    for line in lines:
        if found and _goes_on(page, found[-1], line, known):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _goes_on(page: Page, above: Span, line: Span, known: Callable[[str], bool] | None) -> bool:
    """Tell a line that begins no name: a place, a half of a name, whatever follows a head word
    alone ("TỔNG CÔNG TY" / "ĐIỆN LỰC …").
    """
    words = fold(page.text(line))
    if words.startswith(_BELOW) or len(words.split()) == 1:
        return True
    if known is None:
        return False
    upper, lower = line_words(page, above), page.text(line)
    if not starts_with_head(upper.lower()) or known(upper) or _begins_unit(bare(lower)):
        return False
    return _is_head(upper) or known(f"{upper} {lower}") or not starts_with_head(lower.lower())


def _is_head(words: str) -> bool:
    """Tell a head word alone, which is no name yet."""
    compared = [as_compared(word) for word in words.split()]
    head = lexicon().at(compared, 0, Meaning.UNIT_HEAD, Meaning.CLASS_NOUN)
    return head is not None and head.words == len(compared)


def _bare_span(page: Page, span: Span) -> Span:
    words = page.flat[span.start : span.end]
    end = re.search(r"\s*[-_*.]{3,}.*$", words)
    return page.trim(Span(span.start, span.start + end.start() if end else span.end))
