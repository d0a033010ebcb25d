"""Names of persons (họ tên): a family name and given names, behind a rank or a degree; as a
signature prints them.

Family names and titles are vocabulary. A name in capitals is one only where nothing else explains
the line.
"""

from __future__ import annotations

import re
from functools import cache

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary import Meaning, prints
from luocdo.loaders.text.page import Page, Span

_NAME_WORD = re.compile(r"^[^\W\d_](?:['’]?[^\W\d_]*)$")
_FEWEST, _MOST = 2, 5  # words of a name
_CAPITAL_NAME = 3  # words of a name in capitals, the fewest
_NOT_NAMES = frozenset(
    fold(words)
    for words in (
        "Nơi nhận",
        "Như Điều",
        "Đã ký",
        "Lưu",
        "Điều",
        "Kính gửi",
        "Phụ lục",
        "Độc lập",
        "Văn thư",
        "Công báo",
    )
)
_NO_NAME_WORDS = frozenset(
    fold(word)
    for word in (
        "nhân",
        "dân",
        "phòng",
        "tịch",
        "trưởng",
        "đốc",
        "dự",
        "án",
        "quản",
        "phó",
        "chủ",
        "ủy",
    )
)


@cache
def families() -> frozenset[str]:
    """Return all family names in small letters."""
    return frozenset(name.casefold() for name in prints(Meaning.FAMILY_NAME))


def is_person(words: str) -> bool:
    """Return whether this is a person's full name: "Trần Văn Nam"."""
    pieces = words.split()
    if not _FEWEST <= len(pieces) <= _MOST or pieces[0].casefold() not in families():
        return False
    return all(piece[:1].isupper() and piece[1:].islower() for piece in pieces[1:])


def name_at_end(page: Page, text: str, span: Span) -> Span | None:
    """Return the personal name at the end of a line: two to five words, each a capital and small
    letters.
    """
    words = list(re.finditer(r"[^\s*_]+", page.flat[span.start : span.end]))
    tail: list[re.Match[str]] = []
    for word in reversed(words):
        plain = word[0].strip(".,;:/")
        if (
            not _NAME_WORD.match(plain)
            or not plain[:1].isupper()
            or (len(plain) > 1 and not plain[1:].islower())
        ):
            break
        tail.insert(0, word)
    while len(tail) > _FEWEST and tail[0][0].casefold() not in families():
        tail = tail[1:]
    if not _FEWEST <= len(tail) <= _MOST or tail[0][0].casefold() not in families():
        return None
    name = Span(span.start + tail[0].start(), span.start + tail[-1].end())
    before = text[span.start : name.start].strip(" *_")
    return name if fold(page.text(name)) not in _NOT_NAMES and _may_precede(before) else None


def _may_precede(before: str) -> bool:
    """Return whether what stands before a name on its line may: nothing, a post in capitals, a
    mark, a rank or degree.
    """
    if not before or before.isupper() or before.endswith((".", "Da ky)", "Da ky:", ")")):
        return True
    return (
        all(fold(piece) in _titles() for piece in re.split(r"[.,\s]+", before) if piece)
        or fold(before) in _titles()
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(one) for one in prints(Meaning.NAME_TITLE))


def capital_name(page: Page, span: Span) -> bool:
    """Return whether a line is a name in capitals: "TRẦN VĂN NAM", not the second
    line of a body's name.
    """
    pieces = page.text(span).strip(" *_.,").split()
    if not _CAPITAL_NAME <= len(pieces) <= _MOST or pieces[0].casefold() not in families():
        return False
    letters = all(piece.isalpha() and piece.isupper() for piece in pieces)
    return (
        letters
        and not _NO_NAME_WORDS & {fold(piece) for piece in pieces}
        and not starts_with_head(" ".join(pieces))
    )


def name_of_any_family(page: Page, span: Span) -> bool:
    """Return whether a line is a full name, whatever its family: "Lan Thị Vân", "Y
    Biêr Niê", "H'Yim Kđoh".

    Only who signs stands alone below a post; elsewhere such words may be anything.
    """
    words = page.text(span).strip(" *_.,")
    pieces = words.split()
    if not _FEWEST <= len(pieces) <= _MOST or fold(words) in _NOT_NAMES or starts_with_head(words):
        return False
    return all(_NAME_WORD.match(piece) and _is_name_word(piece) for piece in pieces)


def _is_name_word(piece: str) -> bool:
    """Return whether small letters follow each capital, as behind an apostrophe (H'Yim)."""
    parts = re.split(r"['’]", piece)
    return piece[:1].isupper() and all(not part[1:] or part[1:].islower() for part in parts)
