"""Documents named within a question (văn bản trong câu hỏi): the longest words that name one of the
store.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary.kinds import document_kinds
from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning
from luocdo.queries.document_rows import DocumentsRow
from luocdo.queries.naming import find_document
from luocdo.queries.question_words import UNKNOWN, ideas_of
from luocdo.queries.runner import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.graph.words import Word
    from luocdo.queries.naming import Found
    from luocdo.queries.nodes import DocumentNode
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
_LONGEST_KIND = 4
_LONGEST_PLACE = 8  # words
_OPENING = 40  # letters of a title before what it is about: "Quyết định phê duyệt"
_PLACE, _OF = "ubnd", "cua"
_AND = ("va", "voi", "and", "with")
_SYMBOL = "/"
_SHORTEST_SERIAL = 3  # digits below which a figure alone is rather a count
_COUNTED = ("task", "doc", "unit")  # ideas of what a figure before it counts
_SHORTEST_TITLE, _LONGEST_TITLE, _LEAST_WITH_GAPS = 3, 14, 6  # words
_TITLED = (("luat",), ("law",), ("de", "an"), ("chuong", "trinh"), ("chien", "luoc"), ("du", "an"))


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """Words of a question, from ``start`` to ``end`` (numbers of words), that mean a document, or
    none or several.
    """

    words: str
    start: int
    end: int
    found: Found[DocumentNode]


@cache
def _kinds() -> frozenset[str]:
    # its patterns are compiled only where a question is read
    from luocdo.graph.numbers import KINDS  # noqa: PLC0415

    names = {fold(name) for symbol, kind, _ in KINDS for name in (symbol, kind)}
    printed = {fold(name) for kind in document_kinds() for name in kind.names}
    return frozenset({*names, *printed, *_ENGLISH, *_OTHERS})


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
        named = _of_a_place(store, words, _looked_up(store, *span))
        for one in (named, *_of_one_kind(store, words, named)):
            at = one.end
            taken.append((one.start, at))
            yield one
    yield from _titled(store, words, taken)


def _looked_up(store: Store, start: int, end: int, said: str) -> NamedDocument:
    """Look up a number with the kind before it, else the number alone: an act is called by the
    programme that it issues ("Chương trình hành động 03/NQ-CP").
    """
    found = find_document(store, said)
    number = said.rsplit(maxsplit=1)[-1]
    if not found.matches and _SYMBOL in number:
        found = find_document(store, number)
    return NamedDocument(said, start, end, found)


def _is_body(word: Word) -> bool:
    """Return whether the name of a body that is no place begins with ``word``."""
    typed = word.printed.casefold()
    return typed in _bodies() or any(typed == fold(head) for head in _bodies())


@cache
def _bodies() -> frozenset[str]:
    """Return the first words of the names of bodies that are no places."""
    heads = (term for term in terms(Meaning.UNIT_HEAD) if term.value != _PLACE)
    return frozenset(spelt.split()[0].casefold() for term in heads for spelt in term.prints)


def _of_one_kind(
    store: Store, words: Sequence[Word], named: NamedDocument
) -> Iterator[NamedDocument]:
    """Yield the figures that share the kind before the first ("công điện 223 và 226")."""
    kind, _, serial = named.words.rpartition(" ")
    at = named.end
    while kind and serial.isdecimal() and at + 1 < len(words):
        figure = words[at + 1].plain
        if words[at].plain not in _AND or not figure.isdecimal():
            return
        found = find_document(store, f"{kind} {figure}")
        if not found.matches:
            return
        yield NamedDocument(f"{kind} {figure}", at + 1, at + 2, found)
        at += 2


def _of_a_place(store: Store, words: Sequence[Word], named: NamedDocument) -> NamedDocument:
    """Take to a name the place behind it that tells whose paper it is ("KH 144 của Bắc Ninh")."""
    following = [one for one in words[named.end : named.end + 2] if one.plain != _OF]
    if following and _is_body(following[0]):
        return named  # whose work it is: "KH 100 của Vụ Giáo dục Đại học"
    behind = list(range(named.end, min(len(words), named.end + _LONGEST_PLACE)))
    last = named.end
    for one in ideas_of(words, behind):
        is_name = words[one.start].printed[:1].isupper()  # "Cần Thơ" needs nothing
        if one.idea not in (UNKNOWN, "of") and not is_name:
            break
        last = one.end
    for end in range(last, named.end + 1, -1):
        said = f"{named.words} {' '.join(one.printed for one in words[named.end : end])}"
        found = find_document(store, said)
        if len(found.matches) == 1:
            return NamedDocument(said, named.start, end, found)
    return named


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
        rows = _called(plain, titled)
        if len(rows) == 1:
            said = " ".join(one.printed for one in words[at:end])
            yield NamedDocument(said, at, end, find_document(store, rows[0].id))


def _called(
    plain: Sequence[str], titled: Sequence[tuple[DocumentsRow, str]]
) -> list[DocumentsRow]:
    """Return the documents that words may mean by their titles: those that they name at the
    beginning, where there are such, for others only speak of them.
    """
    having = [(row, title) for row, title in titled if _is_of(plain, title)]
    said = f" {' '.join(plain)} "
    own = [row for row, title in having if said in f"{title} "[: len(said) + _OPENING]]
    return own or [row for row, _ in having]


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
