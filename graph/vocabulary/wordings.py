"""Tables of wordings (cách nói): patterns as data, in the notation of words, with what each must
and must not match.

A table (TOML) stands beside the module that asks it::

    accents = true            # texts bear their accents; left out: they are read without
    [terms]                   # what wordings of this table are made of
    doer = '(cơ quan|đơn vị)'
    [[wording]]
    name = 'who submits'      # what the module asks for; several may share a name
    words = '^{doer} trình'   # or a list: any of them
    must = ['Cơ quan trình']
    must_not = ['Trình tự']

A term in braces is one of the table (of its ``[pieces]`` too, which are patterns: marks, figures,
shapes that OCR leaves), one of the pieces below, else a meaning of the vocabulary (``{post}``,
those of a value ``{time_opener.before}``, those of no such value ``{acts!opens}``).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from luocdo.graph.vocabulary.matching import group
from luocdo.graph.vocabulary.notation import NOTHING, Spelling, Term, pattern_of
from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from luocdo.graph.vocabulary.term import Term as VocabularyTerm

_ASKED: Final = "(?P<"  # names may stand once in a pattern
_ROMAN: Final = "iv|iii|ii|i"
_PIECES: Final = {
    "digit": r"\d",
    "number": r"\d{1,2}",
    "figures": r"[\d.,]+",
    "year": r"(?<!\d)20\d\d(?!\d)",
    "quarter_number": f"(?:{_ROMAN}|[1-4])",
    "month_number": r"(?:1[0-2]|0?[1-9])",
    "roman": r"(?-i:[IVXLC]+)\b",
    "word": r"\w+",
    "capital": "(?-i:[A-ZĐÀ-Ỹ])",
    "small": "(?-i:[a-zà-ỹ])",
    "marks": r"\W*",
    "letters": r"\w*",
    "digits": r"\d+",
    "some": r"[^,;]{2,60}",
    "dash": r"[-–/]",
    "joint_mark": r"[-–,(]",
    "sign": "(?-i:[A-ZĐ]{3,})",
    "term_number": r"[IVXLC\d]+\b",
    "any": r".+",
    "shortest": r".+?",
}


@dataclass(frozen=True)
class Wording:
    """One way of saying something, compiled when it is first asked for; ``value`` is what the
    module that asks makes of it.
    """

    name: str
    value: str
    words: tuple[str, ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    spelling: Spelling
    terms: Mapping[str, Term] = field(repr=False, compare=False)

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The patterns of its words: one where nothing is asked for by a name."""
        pieces = [pattern_of(one, self.terms, self.spelling) for one in self.words]
        if not any(_ASKED in one for one in pieces):
            pieces = ["|".join(pieces)]
        flag = "" if self.spelling.cased else "(?i)"
        return tuple(re.compile(f"{flag}{one}") for one in pieces)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern of a wording that asks for no names in several ways."""
        (pattern,) = self.patterns
        return pattern

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return where ``text`` says it; the first of its wordings that it holds."""
        return next((hit for one in self.patterns if (hit := one.search(text, start))), None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return what ``text`` says of it right at ``start``."""
        return next((hit for one in self.patterns if (hit := one.match(text, start))), None)

    def sub(self, text: str, instead: str = "") -> str:
        """Return ``text`` with ``instead`` wherever it says it."""
        return self.pattern.sub(instead, text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each place where ``text`` says it."""
        return self.pattern.finditer(text)


class _Terms(dict[str, Term]):
    """Terms by name: pieces, what the table makes of others, else groups of the vocabulary."""

    def __init__(
        self, pieces: Mapping[str, str], made: Mapping[str, str], *, accents: bool
    ) -> None:
        every = {**_PIECES, **pieces}
        super().__init__({name: Term(f"(?:{one})", NOTHING) for name, one in every.items()})
        self._made, self._accents = made, accents

    def __missing__(self, name: str) -> Term:
        if name in self._made:
            pattern = pattern_of(self._made[name], self, Spelling(accents=self._accents))
            self[name] = Term(f"(?:{pattern})", NOTHING)
        else:
            self[name] = Term(group(_rows(name), accents=self._accents), NOTHING)
        return self[name]


def _rows(name: str) -> tuple[VocabularyTerm, ...]:
    """Return the rows of a meaning, those of a value, those that are of none of some values."""
    asked, *without = name.split("!")
    meaning, _, value = asked.partition(".")
    rows = (term for term in terms(Meaning(meaning)) if not value or term.value == value)
    return tuple(term for term in rows if term.value not in without)


@cache
def wordings(package: str, table: str, *, accents: bool | None = None) -> tuple[Wording, ...]:
    """Return the wordings of ``table``.toml of a package, compiled; ``accents`` where texts may
    have lost them.
    """
    said = tomllib.loads((files(package) / f"{table}.toml").read_text("utf-8"))
    told = bool(said.get("accents")) if accents is None else accents
    known = _Terms(said.get("pieces", {}), said.get("terms", {}), accents=told)
    return tuple(_wording(row, known, accents=told) for row in said["wording"])


def wording(package: str, table: str, name: str) -> Wording:
    """Return the one wording of that name."""
    (found,) = (one for one in wordings(package, table) if one.name == name)
    return found


def _wording(row: Mapping[str, object], known: Mapping[str, Term], *, accents: bool) -> Wording:
    words = row["words"]
    return Wording(
        name=str(row["name"]),
        value=str(row.get("value", "")),
        words=tuple(words) if isinstance(words, list) else (str(words),),
        must=_examples(row, "must"),
        must_not=_examples(row, "must_not"),
        spelling=Spelling(accents=accents, cased=bool(row.get("case"))),
        terms=known,
    )


def _examples(row: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = row.get(name, [])
    return tuple(map(str, found)) if isinstance(found, list) else ()
