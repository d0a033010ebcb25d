"""Documents and units named within a question (tên trong câu hỏi): the longest words that name one
of the store.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.queries.document_rows import DocumentsRow
from luocdo.queries.naming import find_document, units_called
from luocdo.queries.question_words import UNKNOWN
from luocdo.queries.runner import run
from luocdo.queries.unit_names import ways as unit_ways
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.graph.words import Word
    from luocdo.queries.naming import Found
    from luocdo.queries.nodes import DocumentNode, UnitNode
    from luocdo.queries.question_words import Said

_ENGLISH = {
    "decision": "quyết định", "plan": "kế hoạch", "resolution": "nghị quyết", "notice": "thông báo",
    "directive": "chỉ thị", "decree": "nghị định", "letter": "công văn", "circular": "thông tư", "law": "luật",
    "scheme": "đề án", "program": "chương trình", "strategy": "chiến lược",
}  # fmt: skip
_OTHERS = ("cv", "cd", "da", "van ban", "vb", "de an", "chuong trinh", "chien luoc", "luat")
_REST = re.compile(
    r"(?:/\d{4})?(?:[/-]\s?[^\W\d_][\w&.-]*)*", re.UNICODE
)  # what follows the serial of a number
_DATED = re.compile(r"\s*ngày\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", re.IGNORECASE)
_LONGEST_KIND, _LONGEST_UNIT = 3, 12
_SHORTEST_SERIAL = 3  # digits below which a figure alone is rather a count
_COUNTED = ("task", "doc", "unit")  # ideas of what a figure before it counts
_SHORTEST_TITLE, _LONGEST_TITLE, _LEAST_WITH_GAPS = 3, 14, 6  # words
_TITLED = (("luat",), ("law",), ("de", "an"), ("chuong", "trinh"), ("chien", "luoc"), ("du", "an"))
_GROUP = "nhóm"
_LEAST_ALIAS = 3  # letters below which a short name is as often a word


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """Words of a question, from ``start`` to ``end`` (numbers of words), that mean a document, or
    none or several.
    """

    words: str
    start: int
    end: int
    found: Found[DocumentNode]


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """The same of a unit."""

    words: str
    start: int
    end: int
    found: Found[UnitNode]


@cache
def _kinds() -> frozenset[str]:
    # its patterns are compiled only where a question is read
    from luocdo.graph.numbers import KINDS  # noqa: PLC0415

    names = {fold(name) for symbol, kind, _ in KINDS for name in (symbol, kind)}
    return frozenset({*names, *_ENGLISH, *_OTHERS})


def documents_in(store: Store, text: str, words: Sequence[Word]) -> Iterator[NamedDocument]:
    """Yield what names a document: a kind with a serial, a number with its symbol, a law or a
    programme by its title.
    """
    at = 0
    taken: list[tuple[int, int]] = []
    while at < len(words):
        span = _glued(text, words, at) or _numbered(text, words, at)
        if span is None:
            at += 1
            continue
        start, at, said = span
        taken.append((start, at))
        yield NamedDocument(said, start, at, find_document(store, said))
    yield from _titled(store, words, taken)


def bare_numbers(
    store: Store, words: Sequence[Word], said: Sequence[Said]
) -> Iterator[NamedDocument]:
    """Yield figures that are the serial of a document of the store ("so sánh 411 với 749"): no
    other name or time takes them, and they count nothing ("131 việc").
    """
    behind = [*(one.idea for one in said[1:]), ""]
    for one, idea in zip(said, behind, strict=False):
        figure = words[one.start].plain
        if one.idea != UNKNOWN or not figure.isdecimal() or len(figure) < _SHORTEST_SERIAL:
            continue
        found = find_document(store, figure)
        if found.matches and idea not in _COUNTED:
            yield NamedDocument(figure, one.start, one.end, found)


def _glued(text: str, words: Sequence[Word], at: int) -> tuple[int, int, str] | None:
    """Read a kind and its serial written as one word: "qd131", "NQ57"."""
    word = words[at].plain
    kind = word.rstrip("0123456789")
    if kind == word or kind not in _kinds():
        return None
    rest = _REST.match(text, words[at].end)
    last = rest.end() if rest else words[at].end
    end = max(number for number, one in enumerate(words) if one.start < last) + 1
    return at, end, f"{kind} {word[len(kind) :]}{text[words[at].end : last]}"


def _numbered(text: str, words: Sequence[Word], at: int) -> tuple[int, int, str] | None:
    """Return where a number that begins at word ``at``, or the kind before it, ends, and how it is
    looked for.
    """
    many = _kind_at(words, at)
    serial = (
        at
        + many
        + (1 if words[at + many : at + many + 1] and words[at + many].plain == "so" else 0)
    )
    if serial >= len(words) or not words[serial].plain.isdecimal():
        return None
    rest = _REST.match(text, words[serial].end)
    last = rest.end() if rest else words[serial].end
    if not many and not any(letter.isalpha() for letter in text[words[serial].end : last]):
        return None  # a bare figure names nothing, a month neither
    dated = _DATED.match(text, last)
    last = dated.end() if dated else last
    end = max(number for number, word in enumerate(words) if word.start < last) + 1
    kind = " ".join(_ENGLISH.get(word.plain, word.printed) for word in words[at : at + many])
    return at, end, f"{kind} {text[words[serial].start : last]}".strip()


def _kind_at(words: Sequence[Word], at: int) -> int:
    """Return how many words at ``at`` are a kind of document."""
    for many in range(_LONGEST_KIND, 0, -1):
        if " ".join(word.plain for word in words[at : at + many]) in _kinds() and at + many <= len(
            words
        ):
            return many
    return 0


def _titled(
    store: Store, words: Sequence[Word], taken: Sequence[tuple[int, int]]
) -> Iterator[NamedDocument]:
    """Yield laws and programmes called by their titles: "Luật Giao dịch điện tử", "chiến lược dữ
    liệu quốc gia".
    """
    begun = [at for at in _programmes(words) if not any(one <= at < end for one, end in taken)]
    titled = [(row, f" {_all_titles(row)} ") for row in run(store, DocumentsRow)] if begun else []
    for at in begun:
        if named := next(_titled_at(store, words, at, titled), None):
            yield named


def _programmes(words: Sequence[Word]) -> Iterator[int]:
    """Yield where words begin as a title does: luật, đề án, chương trình."""
    for at in range(len(words)):
        if any(_begins(words, at, kind) for kind in _TITLED):
            yield at


def _titled_at(
    store: Store, words: Sequence[Word], at: int, titled: Sequence[tuple[DocumentsRow, str]]
) -> Iterator[NamedDocument]:
    """Yield what the words at ``at`` name by its title, the longest first."""
    for end in range(min(len(words), at + _LONGEST_TITLE), at + _SHORTEST_TITLE - 1, -1):
        plain = [one.plain for one in words[at:end]]
        rows = [row for row, title in titled if _is_of(plain, title)]
        if len(rows) == 1:
            said = " ".join(one.printed for one in words[at:end])
            yield NamedDocument(said, at, end, find_document(store, rows[0].id))


def _is_of(plain: Sequence[str], title: str) -> bool:
    """Return whether words are a piece of a title; many of them may leave words of it out."""
    if f" {' '.join(plain)} " in title:
        return True
    if len(plain) < _LEAST_WITH_GAPS:
        return False
    words = iter(title.split())
    return all(word in words for word in plain)


def _begins(words: Sequence[Word], at: int, kind: tuple[str, ...]) -> bool:
    return tuple(word.plain for word in words[at : at + len(kind)]) == kind


def _all_titles(row: DocumentsRow) -> str:
    return f"{row.name_fold} {fold(row.kind)} {row.title_fold}"


def units_in(
    store: Store, words: Sequence[Word], taken: Sequence[tuple[int, int]]
) -> Iterator[NamedUnit]:
    """Yield what names units, the longest words first; words already taken name no unit."""
    known = _KnownUnits.of(run(store, UnitsRow))
    free = [all(not start <= at < end for start, end in taken) for at in range(len(words))]
    at = 0
    while at < len(words):
        named = next(_units_at(store, words, at, free, known), None)
        if named:
            yield named
        at = named.end if named else at + 1


def _units_at(
    store: Store, words: Sequence[Word], at: int, free: Sequence[bool], known: _KnownUnits
) -> Iterator[NamedUnit]:
    for end in range(min(len(words), at + _LONGEST_UNIT), at, -1):
        plain = " ".join(word.plain for word in words[at:end])
        if not all(free[at:end]) or not known.may_be(plain):
            continue
        said = " ".join(word.printed for word in words[at:end])
        found = units_called(store, said)
        if found.matches and (
            plain in known.names or (len(found.matches) == 1 and known.within(plain))
        ):
            yield NamedUnit(said, at, end, found)


@dataclass(frozen=True, slots=True)
class _KnownUnits:
    """The units of a store: their ``names`` without accents, and their rows by the word that a
    name begins with.

    Most words of a question name nothing: that is told here, and only what names a unit is looked
    up.
    """

    names: frozenset[str]
    beginning: Mapping[str, Sequence[UnitsRow]]

    def within(self, plain: str) -> bool:
        """Return whether a whole name stands in ``plain``, with words beside it: "vu giao duc dai
        hoc bo gddt".
        """
        words = plain.split()
        return any(" ".join(words[:end]) in self.names for end in range(1, len(words)))

    @classmethod
    def of(cls, rows: Sequence[UnitsRow]) -> _KnownUnits:
        """Index ``rows``."""
        names: set[str] = set()
        beginning: dict[str, list[UnitsRow]] = defaultdict(list)
        for row in rows:
            called = {
                fold(row.name),
                fold(row.display),
                fold(row.short_name),
                *row.aliases_fold.split("|"),
            }
            names |= called
            for word in {name.partition(" ")[0] for name in called if row.kind != _GROUP}:
                beginning[word].append(row)
        return cls(frozenset(name for name in names if len(name) >= _LEAST_ALIAS), beginning)

    def may_be(self, plain: str) -> bool:
        """Return whether the words are a name, or begin as names do and mean one unit alone in
        some way.
        """
        if plain in self.names:
            return True
        first, _, rest = plain.partition(" ")
        rows = self.beginning.get(first, ()) if rest else ()
        counts = (sum(fits(row) for row in rows) for fits, _ in unit_ways(plain)[1:])
        return bool(rows) and next(filter(None, counts), 0) == 1
