"""What rules of time are made of (mảnh ghép): days, months, quarters, years, clock times, and the
words of the vocabulary that stand around them.

A pattern here is read over text without accents. In it a blank is any white space, ``~`` white
space or none. Each piece holds no repetition over what its neighbour may match, so that reading is
linear.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from luocdo.graph.vocabulary import Meaning, document_kinds, terms
from luocdo.graph.vocabulary.matching import plain
from luocdo.graph.vocabulary.notation import ANY, FIGURE, Beginnings, Term

OPENING: Final = ("before", "latest", "until", "within", "finish")
ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}


@cache
def spelt(meaning: Meaning, *values: str) -> tuple[str, ...]:
    """Return the words of ``meaning`` (with one of ``values``) without accents, the longest
    first.
    """
    found = (term for term in terms(meaning) if not values or term.value in values)
    prints = {plain(one.lower()) for term in found for one in term.prints}
    return tuple(sorted(prints, key=lambda one: (-len(one), one)))


def _unit(value: str) -> str:
    return spelt(Meaning.TIME_UNIT, value)[0]


_DAY_WORD, _MONTH_WORD, YEAR_WORD = (_unit(value) for value in ("day", "month", "year"))
_QUARTER_WORD, _HOUR, _MINUTE = (_unit(value) for value in ("quarter", "hour", "minute"))
_ROMANS = "|".join(sorted(ROMAN, key=len, reverse=True))
_YEAR = r"(?P<y>20\d\d)(?![\d/])"
_YEAR_BEHIND = rf"(?:~[/-]~|~,?~(?:cua )?{YEAR_WORD}~){_YEAR}"
_NUMBER_END = r"(?![\d/]|[.,]\d)"

# The pieces whose values are asked for: named groups d, m, q, y.
DAY: Final = (  # 30/6/2026, 30-6-2026, 30 tháng 6 năm 2026, 30/6
    r"(?<![\d/])(?<!\d[.,])(?!\d{1,2}~-~\d{1,2}~/)"  # "10-12/2025" are months
    rf"(?P<d>\d{{1,2}})(?:~/~|~[.-]~(?=\d{{1,2}}~[.-]~20\d\d)|~{_MONTH_WORD}~)(?P<m>\d{{1,2}})"
    rf"(?:(?:~[/.-]~|~,?~{YEAR_WORD}~)(?P<y>20\d\d|(?<=/)[23]\d(?!\d)))?{_NUMBER_END}"
)
MONTH: Final = (  # tháng 6/2026, tháng 6
    rf"{_MONTH_WORD} (?P<m>\d{{1,2}})(?:{_YEAR_BEHIND}|(?!~/~\d)(?!\d))"
)
MONTH_FIGURES: Final = (  # 6/2026, T6/2026
    r"(?<![\d/])(?<!\d\.)(?:\bt\.?)?(?P<m>\d{1,2})"
    rf"(?:~/~|~-~|,? {YEAR_WORD} )(?P<y>20\d\d){_NUMBER_END}"
)
QUARTER: Final = (  # quý IV/2026, quý 1 năm 2027, Q4 2026, quý II
    rf"(?:{_QUARTER_WORD}~|\bq~)(?P<q>{_ROMANS}|0?[1-4])(?:{_YEAR_BEHIND}|"
    r" (?P<yy>20\d\d)(?![\d/])|(?![\w/]))"
)
YEAR: Final = rf"(?:{YEAR_WORD}~)?(?<![\d/.,]){_YEAR}"  # năm 2026, 2026


def words_of(meaning: Meaning, *values: str) -> str:
    """Return a group of the words of ``meaning`` (with one of ``values``), the longest first,
    without accents.
    """
    return as_written(rf"(?:{'|'.join(spelt(meaning, *values))})\b")


def _words(meaning: Meaning, *values: str) -> Term:
    return Term(words_of(meaning, *values), _first_two(spelt(meaning, *values)))


def _whole_words(meaning: Meaning, *values: str) -> Term:
    """Return a group that is searched for, so that its first word must be whole too."""
    return Term(rf"\b{words_of(meaning, *values)}", _first_two(spelt(meaning, *values)))


def as_written(pattern: str) -> str:
    """Return a pattern whose blanks match the white space of texts."""
    return pattern.replace("~", r"\s*").replace(" ", r"\s+")


def _first_two(prints: tuple[str, ...]) -> Beginnings:
    return frozenset(tuple(one.split()[:2]) for one in prints)


def _raw(pattern: str, *begins: tuple[str, ...]) -> Term:
    """Return a piece that is no words; its named groups go, so that a rule may hold it twice."""
    return Term(f"(?:{re.sub(r'[?]P<[a-z]+>', '?:', as_written(pattern))})", frozenset(begins))


def _openers() -> Term:
    """Return one word that opens a limit, or that stands between it and its time."""
    opening = words_of(Meaning.TIME_OPENER, *OPENING)
    between = words_of(Meaning.TIME_FILLER)
    prints = (*spelt(Meaning.TIME_OPENER, *OPENING), *spelt(Meaning.TIME_FILLER))
    return _raw(rf"(?:{opening}|{between})(?:~[,:])?~", *_first_two(prints))


def _kinds() -> tuple[str, ...]:
    kinds = {plain(kind.name.lower()) for kind in document_kinds()}
    return tuple(sorted(kinds, key=len, reverse=True))


_NO_WORDS: Final = ()
_BARE_FIGURE: Final = (FIGURE,)
_LONGER_FIGURE: Final = (FIGURE, ANY)  # more words of the same time may follow
_FIGURE_OF_DAY: Final = (_DAY_WORD, FIGURE)
_FIGURE_OF_MONTH: Final = (_MONTH_WORD, FIGURE)
_FIGURE_OF_YEAR: Final = (YEAR_WORD, FIGURE)
_ROMAN_FIGURES: Final = tuple((one.lower(),) for one in ROMAN)
_SPANS: Final = ("day", "week", "month", "quarter", "year")

PIECES: Final[dict[str, Term]] = {
    # days and what is counted
    "day": _raw(rf"(?:{_DAY_WORD}~)?{DAY}", _LONGER_FIGURE, _FIGURE_OF_DAY),
    "month": _raw(rf"{MONTH}|{MONTH_FIGURES}", _LONGER_FIGURE, _FIGURE_OF_MONTH, ("t", FIGURE)),
    "quarter": _raw(
        QUARTER,
        *(
            (word, *one)
            for word in (_QUARTER_WORD, "q")
            for one in (_BARE_FIGURE, *_ROMAN_FIGURES)
        ),
    ),
    "year": _raw(YEAR, _LONGER_FIGURE, _FIGURE_OF_YEAR),
    # 16 giờ 30 phút, 16h30, 16g
    "clock": _raw(
        rf"\d{{1,2}}~(?:{_HOUR}|h|g(?=\d|\b))(?:~\d{{1,2}}(?:~{_MINUTE}|')?)?", _LONGER_FIGURE
    ),
    "symbol": _raw(  # 52/2015/NĐ-CP
        r"\d{1,5}[\w]?~(?:/~(?:19|20)\d\d~)?[/-]~(?-i:[A-Z])[\w&.-]{0,30}(?:[/-]~?[\w&.-]{1,30}){0,3}",
        _LONGER_FIGURE,
    ),
    "roman": _raw(rf"(?:{_ROMANS})\b", *_ROMAN_FIGURES),
    "roman_alone": _raw(rf"(?:{_ROMANS}|[1-4])(?![\w/])", _BARE_FIGURE, *_ROMAN_FIGURES),
    "roman_year": _raw(rf"(?:{_ROMANS}|[1-4])~/~20\d\d(?![\d/])", _BARE_FIGURE, *_ROMAN_FIGURES),
    "digit": _raw(r"\d", _BARE_FIGURE),
    "number": _raw(r"\d{1,2}", _BARE_FIGURE),
    "figure": _raw(r"\d{1,3}", _BARE_FIGURE),
    "lone": _raw(r"(?<![\d/.,])\d{1,2}", _BARE_FIGURE),
    "alone": _raw(r"\d{1,2}(?![\d/])", _BARE_FIGURE),
    "count": _raw(
        rf"(?<![\d/])\d{{1,3}}(?![\d/])|{words_of(Meaning.TIME_NUMBER)}",
        _BARE_FIGURE,
        *_first_two(spelt(Meaning.TIME_NUMBER)),
    ),
    # what stands around
    "joins": _raw(r"[,;&+]", _NO_WORDS),
    "stop": _raw(r"[,;.()]", _NO_WORDS),
    "mark": _raw(r"[,;:(]?", _NO_WORDS),
    "aside_begins": _raw(r"[,(]", _NO_WORDS),
    "bracket": _raw(r"(?:\(~)?", _NO_WORDS),
    "aside": _raw(r"\([^()\n]{1,20}\)", _NO_WORDS),
    "word": _raw(r"[^\W\d_]{1,12}", (ANY,)),
    "clause": _raw(r"[^,;.]{1,60}", (ANY, ANY)),
    "said_before": _raw(r"[^;.:]{0,80}", (ANY, ANY)),
    "any_clause": _raw(r"[^,;.:]{0,80}", (ANY, ANY)),
    "shortest_clause": _raw(r"[^,;.\d\n]{1,60}?", (ANY, ANY)),
    "rest": _raw(r"[^,;.\n|]{0,90}", (ANY, ANY)),  # of the clause that says what it waits for
    "sentence_end": _raw(
        r"(?: [^\W\d_]{1,3} [^\W\d_]{1,3})?(?=[^\S\n]*(?:[.;,\n]|/\.|$))", _NO_WORDS
    ),
    "first_word": _raw(r"(?<!\w\s)", _NO_WORDS),
    "at_once": _raw(rf"(?<=\b{_DAY_WORD}\s)", _NO_WORDS),  # "ngay" without its accents
    # words of the vocabulary
    "by": _openers(),
    "opens": _words(Meaning.TIME_OPENER, *OPENING),
    "before": _words(Meaning.TIME_OPENER, "before"),
    "from": _words(Meaning.TIME_OPENER, "from"),
    "finish": _words(Meaning.TIME_OPENER, "finish", "latest"),
    "ending": _words(Meaning.TIME_OPENER, "finish"),
    "each": _words(Meaning.TIME_EACH),
    "next": _words(Meaning.TIME_NEXT),
    "part": _words(Meaning.TIME_PART),
    "end": _words(Meaning.TIME_PART, "first", "middle", "last"),
    "unit": _words(Meaning.TIME_UNIT, *_SPANS),
    "span": _words(Meaning.TIME_UNIT, *_SPANS, "hour"),
    "weekday": _words(Meaning.WEEKDAY),
    "dated": _whole_words(Meaning.DATED_THING, "thing"),
    "made": _whole_words(Meaning.DATED_THING, "made"),
    "yearly": _whole_words(Meaning.YEARLY_THING),
    "constant": _whole_words(Meaning.CONSTANT_THING),
    "label": _words(Meaning.LABEL_TIME),
    "stops": _raw(r"[\s.;:,*)\"”+-]{1,12}", _NO_WORDS),
    "to_stop": _raw(r"[^.;\n]{0,160}", (ANY, ANY)),
    "kind": _raw(f"(?:{'|'.join(_kinds())})", *_first_two(_kinds())),
}
