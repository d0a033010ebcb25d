"""What stands between the separators of a cell (mảnh của ô): before it is known which of them
belong to one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# "Các Cục: A; B. Vụ C.": a stop before the head of another name parts them too.
_STOP = (
    r"(?<=[a-zà-ỹ])\.(?=\s+(?:Vụ|Cục|Sở|Bộ|Ban|Văn phòng|Thanh tra|Ủy ban|UBND|Viện|Phòng|Trung"
    r" tâm)\s)"
)
# "Công an xã cùng các thôn"; "cơ quan cùng cấp" tells which.
_ALONG = r"cùng(?:\s+với)?(?!\s+(?:cấp|ngành|ngày|kỳ|thời|hệ|loại)\b)"
_MARK = re.compile(
    rf"(?P<bracket>[()\[\]])|\s*(?P<hard>;|\n|•|{_STOP}|(?:(?<=\n)|(?<=<br>)|\A)\s*[-–+](?=\s))\s*|\s*(?P<soft>,)\s*|\s+(?:(?P<and>và|&)|(?P<along>{_ALONG}))\s+|\s*(?P<colon>:)\s*",
    re.IGNORECASE,
)
# Folded; OCR leaves shapes such as "thanh phé truc thuoe".
_ONE_NOUN = re.compile(r"(?:thanh ph\w tr\wc thu\w+|thi xa thanh pho|thanh ph\w thu\w+)\b")
_LONGEST_NOUN = 30


class CellPart(NamedTuple):
    """A stretch of a cell between two separators."""

    start: int
    end: int
    separator: str  # what stands before it


def cut(cell: str) -> Iterator[CellPart]:
    """Cut ``cell`` at every separator outside brackets."""
    depth, start, separator = 0, 0, ""
    position = 0
    while found := _MARK.search(cell, position):
        at, position = found.start(), found.start() + 1
        kind = found.lastgroup or ""
        depth = _depth(depth, found)
        if kind == "bracket" or depth or not _separates(cell, found):
            continue
        if cell[start:at].strip():
            yield CellPart(start, at, separator)
            separator = ""
        separator = kind if separator in ("", "and") or kind == "hard" else separator
        start = position = found.end()
    if cell[start:].strip():
        yield CellPart(start, len(cell), separator)


def _depth(depth: int, found: re.Match[str]) -> int:
    """Return within how many brackets a cell is behind what was found."""
    bracket = found["bracket"]
    if not bracket:
        return depth
    return depth + 1 if bracket in "([" else max(0, depth - 1)


def _separates(cell: str, found: re.Match[str]) -> bool:
    """Return whether this is a separator, not the comma within a noun or an abbreviation."""
    behind = cell[found.end() : found.end() + _LONGEST_NOUN]
    return found.lastgroup != "soft" or not (
        _ONE_NOUN.match(fold(behind)) or _is_letters(cell, found)
    )


def _is_letters(cell: str, comma: re.Match[str]) -> bool:
    """Return whether a comma stands within an abbreviation: "Sở VH,TT&DL", "Ủy ban KH,CN&MT"."""
    before, after = cell[: comma.start()][-1:], re.match(r"[A-ZĐ]{2,}\s?&", cell[comma.end() :])
    return comma.group() == "," and before.isupper() and after is not None
