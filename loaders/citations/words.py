"""Words by which documents are named (cách gọi văn bản): kinds, dates, issuers, beginnings of
titles, as patterns made of the vocabulary.

All patterns are matched against `luocdo.loaders.text.bare.bare`, hence written without accents.
Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5 (viện dẫn văn bản: tên loại, số, ngày, cơ
quan, trích yếu) and Phụ lục III.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, alternation, document_kinds, prints, terms
from luocdo.graph.vocabulary.phrasing import either, in_any_case, of, opening, optional, unguarded
from luocdo.loaders.citations.changing import (
    ALREADY,
    AND,
    CHANGING,
    DETERMINER,
    MATTER,
    SUFFERS,
    verbs,
)
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.dates import DATE_FIGURES
from luocdo.loaders.text.marks import in_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.vocabulary import DocumentKind


def _spaced(word: str) -> str:
    """A phrase that lines may break; OCR reads ``Định`` as ``Pinh``, ``Bịnh``."""
    return r"\s+".join(
        re.escape(piece).replace("dinh", "[dpb]inh") for piece in bare(word).split()
    )


def any_of(names: Iterable[str]) -> str:
    """Return what matches any of ``names``, the longest first, in one order whatever
    they came in.
    """
    return "|".join(map(_spaced, sorted(names, key=lambda name: (-len(name), name))))


def _letters(kind: DocumentKind) -> tuple[str, ...]:
    """Return the abbreviations of ``kind`` that prose uses."""
    return (*(kind.symbols if kind.lettered else ()), *filter(str.isupper, kind.names))


def _words(kind: DocumentKind) -> tuple[str, ...]:
    return tuple(name for name in kind.names if not name.isupper())


_CITED = tuple(kind for kind in document_kinds() if kind.cited)
_KINDS = any_of(name for kind in _CITED for name in _words(kind))
_SHORTS = "|".join(bare(letters) for kind in _CITED for letters in _letters(kind))
_SERIAL = any_of(name for kind in _CITED if kind.serial for name in _words(kind)[:1])
# What stands before a number, and the kind that it names (None: the number's symbol decides).
KIND_OF = {
    bare(name).lower(): None if kind.any else kind.name
    for kind in _CITED
    for name in (*kind.names, *_letters(kind))
}
_NUMBER_SIGN = r"s[o06]"
# "Quyết định số ", "TBKL số ", "Nghị định ", "các Quyết định: số " - up to the number.
KIND_BEFORE = re.compile(
    rf"(?:(?P<kind>(?<!\w)(?i:{_KINDS})|(?<![\w/-])(?:{_SHORTS}))[\s:]+)"
    r"(?:\(?[sS][oO06e]\)?\s*[:.]?\s*)?$|(?P<so>(?<!\w)[sS][oO06]\s*:?\s*)$"
)
SEPARATOR = re.compile(
    rf"(?i)[\s,;]*{optional(of(Meaning.JOINS, 'and', 'or', 'together', 'with'))}(?:{_NUMBER_SIGN}\s*:?\s*)?"
)
# What carries a number with a slash and letters but is no document.
FORM_BEFORE = re.compile(rf"(?i){of(Meaning.FIGURE_OPENS, 'form')}\s+(?:{_NUMBER_SIGN}\s+)?:?\s*$")

_DAY, _YEAR = of(Meaning.FIGURE_OPENS, "day"), of(Meaning.FIGURE_OPENS, "year")
# "… Nghị quyết số 66-NQ/TW Ngày 28 tháng 11 …": a capital begins the next sentence.
_SAME_SENTENCE = rf"(?-i:{_DAY}|{in_capitals(Meaning.FIGURE_OPENS, 'day')})"
_SIGNED = of(Meaning.ISSUING, "signed")
DATE = re.compile(
    rf"(?i)\s*[,(]?\s*(?:{optional(SUFFERS)}{_SIGNED}\s+)?"
    rf"(?:{optional(_SAME_SENTENCE)}{DATE_FIGURES}(?![\d/])"
    rf"|{optional(_DAY)}{_YEAR}\s+(?P<year2>(?:19|20)\d\d)(?!\s*[-]\s*\d|\d)"
    r"|\((?P<year3>(?:19|20)\d\d)\))\)?"
)
# "Ngày 25/01/2022, Thủ tướng Chính phủ đã ban hành |Quyết định số 131/QĐ-TTg": the date may come
# first.
DATE_BEFORE = re.compile(
    rf"(?i){_DAY}\s+{DATE_FIGURES}\s*,\s*(?P<issuer>[^\d.;:,]{{2,80}}?)\s+"
    rf"{ALREADY}{of(Meaning.ISSUING, 'signed', 'sent')}\s+$"
)
ISSUER = re.compile(rf"\s*,?\s*(?i:{unguarded(Meaning.PREPOSITION, 'of', 'doer')})\s+(?=[A-Z])")
_LEADS = any_of(prints(Meaning.TITLE_OPENS))
_RULE = of(Meaning.DIVISION, "rule")
_RULE_ELSEWHERE = rf'(?i:{_RULE})(?:\s+{of(Meaning.POINTS_BACK)}|\s*[:“"])'
TITLE = re.compile(
    rf"\s*,?\s*(?!(?i:{_KINDS})\s+(?i:{_NUMBER_SIGN}\s+)?\d|{_RULE_ELSEWHERE})"
    rf'(?P<title>(?i:{_LEADS})\b|[“"](?=\w))'
)
# A notice (thông báo) that an office issues and somebody above it speaks in: "của TTgCP", "Kết
# luận của Thủ tướng …".
CONVEYED = re.compile(
    "(?i)"
    + either(
        of(Meaning.RECIPIENT_SHORT),
        of(Meaning.POST),
        of(Meaning.HEAD_POST, "head", "authority"),
        of(Meaning.NAME_TITLE),
        of(Meaning.UNIT_HEAD, "ban chỉ đạo"),
    )
)
_ABOUT = either(of(Meaning.PREPOSITION, "at", "in"), of(Meaning.TITLE_OPENS, "matter"))
CONCLUSION = re.compile(
    rf"(?i){optional(of(Meaning.DOCUMENT_KIND))}{MATTER}{of(Meaning.CONCLUSION)}\s+"
    rf"{of(Meaning.PREPOSITION, 'of')}\s+(?P<who>[^,;.]{{3,80}}?)(?=\s+{_ABOUT}|[,;.]|$)"
)
_NO_NAME = either(
    of(Meaning.BEHIND_NAME, "any"), of(Meaning.FIGURE_OPENS, "number", "day", "year")
)
_NEXT_NAMED = rf"{AND}\s+{either(of(Meaning.DETERMINER, 'several'), of(Meaning.DOCUMENT_KIND), of(Meaning.STATES))}"
# Where an issuer's name ends: "của Bộ Giáo dục và Đào tạo | quy định …".
ISSUER_END = re.compile(
    rf'(?i)[;.:()|\t“"]|\n\s*\n(?=\s*[\dA-Z\-])|,(?!\s+{of(Meaning.WITHIN_NAME)})'
    rf"|\s(?P<lead>{_LEADS})\b|\s(?P<word>{_NO_NAME})|\s{_NEXT_NAMED}"
)


def _accented() -> dict[str, frozenset[str]]:
    """Return how the words that end a name are printed, by what they are without accents."""
    meanings = (Meaning.TITLE_OPENS, Meaning.BEHIND_NAME, Meaning.FIGURE_OPENS)
    single = [
        spelt
        for meaning in meanings
        for term in terms(meaning)
        for spelt in term.prints
        if " " not in spelt
    ]
    return {
        plain: frozenset(one for one in single if bare(one) == plain)
        for plain in map(bare, single)
    }


# Words that other words look like without accents: "vệ" is no "về", "La" no "là", "Nam" no "năm".
ACCENTED = _accented()
_NEXT_NUMBER = rf"(?:{_KINDS})\s+(?:{_NUMBER_SIGN}\s+)?\d{{1,6}}[a-z]?\s*[/-]\s*\w"
_DOES_NEXT = either(
    of(Meaning.ENACTS), of(Meaning.ASSIGNS), of(Meaning.ISSUING, "made"), of(Meaning.ALREADY)
)
_HEADS_NEXT = (Meaning.UNIT_HEAD, Meaning.POST, Meaning.RECIPIENT_SHORT)
_WHO_NEXT = rf"(?=[A-Z])(?i:{either(*map(of, _HEADS_NEXT))})"
_ANY_DOCUMENT = either(
    _RULE,
    *(_spaced(name.lower()) for kind in document_kinds() if kind.any for name in _words(kind)),
)
_EXPLAINED = either(
    of(Meaning.AS_FOLLOWS), of(Meaning.SHORTENS), opening(Meaning.PROGRAMME), _SERIAL
)
# Where a trích yếu ends, outside quotation marks, which are counted by the caller.
_TITLE_ENDS = (
    r";|\t|\s\|",
    r"\.(?=\s|$|/)(?<!\b[A-Z]\.)",  # a full stop
    rf"\((?=\s*{_EXPLAINED})",  # what a bracket explains or names
    r"\)",  # an unopened bracket
    r"\n\s*+(?=[-+*•]\s|\d+[.)]\s|[a-zd]\)\s|[IVX]+\.\s)",  # a new item
    r"\n[^\S\n]*\n(?=\s*[A-Z\d])",  # a new paragraph
    r"\n(?=\s*[A-Z]{2,})",  # a heading in capitals
    # who does the next thing
    rf",(?=\s+{_WHO_NEXT}\s+[A-Z\w][^,;.]{{0,90}}?\s{_DOES_NEXT})",
    rf"(?:,|\s+{AND})\s+{optional(DETERMINER)}(?={_NEXT_NUMBER})",  # a list
    rf"\s+{AND}\s+(?={DETERMINER}\s+{_ANY_DOCUMENT})",
    rf"\s(?={ALREADY}{SUFFERS}\s+{either(CHANGING, verbs('CONSOLIDATES'), of(Meaning.ATTACHED))})",
    rf"\s(?={of(Meaning.IN_FORCE, 'begins', 'ends')})",
    rf"\s(?={opening(Meaning.BASIS_OPENS, 'basis', 'asked')})",
    rf"\s(?={in_capitals(Meaning.RESOLVES, 'verb')})",
)
TITLE_END = re.compile(rf'[“”"«»]|(?P<end>{"|".join(_TITLE_ENDS)})')
CHANGES = re.compile(rf"(?i)\s*{MATTER}{CHANGING}")

# A law or programme still to be made is no citation; "(sửa đổi)", "(thay thế)" name the law that
# exists.
_DRAFTS, _AND_DRAFTS = alternation(Meaning.DRAFTS, without=("along",)), alternation(Meaning.DRAFTS)
_OF_DRAFTS = either(DETERMINER, _AND_DRAFTS, of(Meaning.TITLE_OPENS, "matter"))
DRAFTED = re.compile(
    rf"(?i){_DRAFTS}(?:\s*,?\s*{optional(AND)}{_AND_DRAFTS})*\s+(?:{_OF_DRAFTS}\s+)*$"
)
# "Nghị quyết phiên họp Chính phủ thường kỳ tháng 10 năm 2025": a resolution that its session
# names.
SESSION = re.compile(
    r"Nghi\s+quyet\s+(?i:phien\s+hop)\s+(?:thuong\s+ky\s+)?(?:cua\s+)?Chinh\s+phu\s+(?:thuong\s+ky\s+)?thang\s+\d{1,2}(?:\s*/\s*|\s+nam\s+)(?P<year>20\d\d)"
)

PROGRAMMES = prints(Meaning.PROGRAMME)
_NAMED = f"(?:{any_of(PROGRAMMES)})"
NAMED = re.compile(any_of(PROGRAMMES))
QUOTED = re.compile(rf'(?<!\w)(?P<kind>{_NAMED})\s+[“"](?P<title>[^“”"]{{12,400}})[”"]')
_SPAN, _UNTIL, _OUTLOOK = (of(Meaning.PERIOD, one) for one in ("span", "until", "outlook"))
_LASTS = (
    rf"(?:{_SPAN}\s+\d{{4}}\s*-\s*\d{{4}}|{_UNTIL}\s+\d{{4}})(?:\s*,?\s*{_OUTLOOK}\s+\d{{4}})?"
)
_NO_TITLE = either(of(Meaning.BEHIND_NAME, "any"), of(Meaning.DETERMINER, "several"), _SPAN)
PROGRAMME = re.compile(
    rf"(?<!\w)(?P<kind>{_NAMED})\s+(?!{_NO_TITLE}\s)"
    rf"(?P<title>[a-z]+\s(?:(?!\s{either(_SPAN, _UNTIL)}\s\d)[^;.()\t|“”\"]){{8,220}}\s{_LASTS})"
)
_SAID_NUMBER = optional(of(Meaning.FIGURE_OPENS, "number"))
SHORT = re.compile(
    rf"(?<![\w/-])(?P<kind>{_SERIAL}|{_SHORTS})\s+{_SAID_NUMBER}(?P<serial>\d{{1,4}})"
    rf"(?![\w/%]|\s*[-/]\s*[A-Za-z\d]|[.,:]\d|\s+(?:{of(Meaning.COUNTED_THING)}|-\b)|\s*/\s*[A-Z\d])"
)
SHORT_HEAD = re.compile(rf"(?:{_SERIAL}|{_SHORTS})(?=\s+{_SAID_NUMBER}\d)")
_LOCAL_KINDS = any_of(name for kind in document_kinds() if kind.changes for name in _words(kind))
# "Quyết định này": the last word is looked for, the kind stands before it.
LOCAL_END = re.compile(in_any_case("nay"))
LOCAL = re.compile(rf"(?i)(?<!\w)(?P<kind>{_LOCAL_KINDS})\s+nay$")
# What a folded title says of its own act before it names the plan: "phê duyệt Kế hoạch …".
ACT_OF_TITLE = re.compile(rf"^{MATTER}{of(Meaning.ISSUING, 'approved', 'signed')}\s")
