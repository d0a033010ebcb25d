"""Marks of a document's form (dấu hiệu thể thức), as patterns over text without accents; Nghị định
30/2020/NĐ-CP.

Each says what it must and must not match; all keep the length of the page, so that their spans are
spans of the source.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, document_kinds, terms
from luocdo.graph.vocabulary.phrasing import capitalised, either, of, opening
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from luocdo.graph.vocabulary import Term

# kind in capitals, without accents -> kind (tên loại văn bản); longest first
KINDS: dict[str, str] = {
    bare(kind.name).upper(): kind.name for kind in document_kinds() if kind.heads
}


def _misreadable(kind: str) -> str:
    """A kind that lines may break; OCR reads ``ĐỊNH`` as ``PINH``, ``BINH``."""
    for plain in ("DINH", "DIEN", "DIEU"):
        kind = kind.replace(plain, f"[DPB]{plain[1:]}")
    return kind.replace(" ", r"\s+")


# "QUYẾT ĐỊNH", "**KẾ HOẠCH**", "# NGHỊ QUYẾT", "QUYẾT ĐỊNH VỀ VIỆC …"; not "QUYẾT ĐỊNH:" (the
# enacting words)
KIND_LINE = re.compile(
    r"(?m)^[^\w\n]*(?P<kind>"
    + "|".join(_misreadable(kind) for kind in KINDS)
    + r")\b(?!\s*:)(?=[^a-z\n]*(?:$|[A-Z(]))",
)
MOTTO = re.compile(
    r"(?i)c[o0]ng\s+h[o0q]a\s+xa\s+h[ogq][il1]\s+ch[uo]\s+ngh[ijl1]+a|dang\s+cong\s+san(?:\s+viet)?|[dpb][o0]c\s+lap\s*[-.]"
)
# Số: 131/QĐ-TTg - Số 07-KL/VPTW - S6: 6541 /IBGDDT-KHCNTT - Số: 321/QĐ - UBND - Luật số:
# 72/2025/QH15; blank or written by hand: Số: …/CT-UBND, Số: 4%1/KH-SNV (the number then begins
# with its slash)
_SAID_OF_LAW = r"(?:(?:Bo\s+)?[Ll]uat|LUAT|Phap\s+lenh|Nghi\s+quyet)\s+so"
_NUMBER_OPENS = rf"(?:^|(?<=[\t|]))[^\w\n]*(?:{_SAID_OF_LAW}|(?:[S§][o06e]|SO))\s*[:.]?\s*[*_]*"
_DOTS = r"[.…_·]+[ ]?(?=/)"
_BY_HAND = (
    r"(?:(?![A-Za-z]{3}|[a-z]{2}[ ][a-z]{2})[^\n/\t|]){1,12}?"
    r"(?=/[ ]?(?:(?:19|20)\d\d/)?[A-Z]{1,5}-[A-Z])"
)
_SERIAL_AND_SYMBOL = (
    r"(?:\d(?:[ ]?[\doOlI]){0,5})?[*_ ]*(?:/\s*(?:19|20)\d\d\s*)?[-/]\s*[*_ ]*[A-Z1|][\w&.]*"
    r"(?:[-/]\s*[\w&.]+|[ ]{1,2}[-/][ ]{0,2}[A-Z][A-Za-z]*[A-Z][\w&]*)*"
)
NUMBER_LINE = re.compile(
    rf"(?m){_NUMBER_OPENS}\s*(?:{_DOTS}|{_BY_HAND})??\s*(?P<number>{_SERIAL_AND_SYMBOL})"
)
# Hà Nội, ngày 09 tháng 01 năm 2025 - Quảng Ngãi, ngày tháng 10 năm 2022 - ngày … tháng 3 năm 20 26
# - ngay 16 thang 10 nam 2025
_BLANK = r"[*_]*(?:(?![a-z]{3})[^\n\d]){0,5}?\s*"
_FIGURE = r"\s*[*_]*\s*(?P<{}>[\doO]{{0,2}})"
PLACE_AND_DATE = re.compile(
    rf"(?i)\bng[aà]y{_FIGURE.format('day')}{_BLANK}th[aá]ng{_FIGURE.format('month')}{_BLANK}"
    r"n[aă]m\s*[*_]*\s*(?P<year>(?:19|20)[ ]?\d[ ]?\d)"
)
# Hà Nội, ngày 09/01/2025 - Huế, 9.1.2025, alone on its line or in its cell
SHORT_DATE = re.compile(
    r"(?mi)(?:^|[\t|]|[a-z],)[ ]*(?:ng[aà]y[ ]+)?(?P<day>\d{1,2})[ ]?[/.-][ ]?(?P<month>\d{1,2})["
    r" ]?[/.-][ ]?(?P<year>(?:19|20)\d\d)[ ]*(?=$|[\t|])"
)


# "V/v …", the V and the stroke as OCR reads them.
MATTER_MARK = re.compile(r"(?i)\bV\s*[/I]\s*v\b")
ARTICLE = capitalised(Meaning.DIVISION, "article").replace("D", "[DP]")
"""The word at the head of an article; OCR reads ``Điều`` as ``Pieu``."""
_NAMED_THERE = either(
    of(Meaning.JOINS, "and", "or"),
    of(Meaning.PREPOSITION, "until", "of"),
    of(Meaning.POINTS_BACK),
    opening(Meaning.DOCUMENT_KIND),
)
# Behind "Điều 3" at the beginning of a line: it is named there ("quy định tại⏎Điều 3 Nghị quyết
# này"), it does not begin.
NO_ARTICLE = rf"(?!\s*(?:[;,(]|{_NAMED_THERE}))"


def is_capitals(words: str) -> bool:
    """Return whether words (without accents) are printed in capitals; figures and marks do not
    count.
    """
    letters = sum(map(str.isalpha, words))
    return letters > 0 and sum(map(str.isupper, words)) >= 0.85 * letters


def capitals_end(text: str, start: int, end: int) -> int:
    """Return where words in capitals end: at the first word in small letters of more than one
    letter.
    """
    last = start
    for word in re.finditer(r"\S+", text[start:end]):
        letters = [c for c in word[0] if c.isalpha()]
        if len(letters) > 1 and not is_capitals(word[0]):
            break
        last = start + word.end()
    return last


def kind_of_line(words: str) -> str | None:
    """Return the kind that a heading without accents names."""
    plain = re.sub(r"\b[PB](?=INH|IEN|IEU)", "D", " ".join(words.split()).upper())
    return KINDS.get(plain)


@cache
def in_capitals(meaning: Meaning, *values: str) -> str:
    """Return a group that matches the terms of ``meaning`` in capitals without accents, the
    longest first.

    Those of ``values`` alone where some are named.
    """
    found = [term for term in terms(meaning) if not values or term.value in values]
    spelt = sorted(
        ((one, term) for term in found for one in term.prints), key=lambda pair: -len(pair[0])
    )
    return f"(?:{'|'.join(_capital_piece(one, term) for one, term in spelt)})"


def _capital_piece(words: str, term: Term) -> str:
    behind = "|".join(_spaced(one) for one in term.not_behind)
    return _spaced(words) + r"\b" + (rf"(?!\s+(?:{behind}))" if behind else "")


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in bare(words).upper().split())
