"""Clauses of a text (điều, mục, khoản, điểm, gạch đầu dòng) as a tree of paragraphs; table rows
are left out.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: phần, chương, mục, điều, khoản (1.), điểm (a), and
dashes below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, either, of
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import ARTICLE, NO_ARTICLE, is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHAPTER = capitalised(Meaning.DIVISION, "part", "chapter")
_ORDER = of(Meaning.DIVISION, "order")
_MARKERS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (0, re.compile(rf"{_CHAPTER}\s+(?P<name>[IVXLC]+|\d+|{_ORDER}\s+\w+)\b[.:]?")),
    (1, re.compile(rf"(?P<name>{ARTICLE}\s+\d+[a-z]?)(?:\s*[.:](?=\s|$)|(?=\s|$){NO_ARTICLE})")),
    (2, re.compile(r"(?P<name>[IVXL]{1,6}|[A-E])\s*[.)]\s+(?=\S)")),
    (
        2,
        re.compile(r"(?P<name>[IVXL]{1,6})\s?-\s+(?=[A-Z]{2})"),
    ),  # the Party: Hướng dẫn 36-HD/VPTW
    (3, re.compile(r"(?P<name>\d{1,3})\s?-\s+(?=[A-Z])")),
    (3, re.compile(r"(?P<name>\d{1,3})\s*[.)]\s*(?=[^\d\s])")),
    (4, re.compile(r"(?P<name>\d{1,3}\.\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")),
    (5, re.compile(r"(?P<name>[a-zđ])\s*\)\s*(?=\S)")),
    (6, re.compile(r"(?P<name>[-–•])\s*(?=[^\s\d-]|\d+\D)")),
    (7, re.compile(r"(?P<name>[+*])\s+(?=\S)")),
)
_ANY_MARKER = re.compile(
    "|".join(pattern.pattern.replace("?P<name>", "?:") for _, pattern in _MARKERS)
)
_ARTICLE = 1
# "Giao Sở A chủ trì, phối hợp với Sở B:", "Sở A có trách nhiệm sau đây:" open numbered items too.
_CHARGE = re.compile(
    rf"(?i)(?:^\W*{of(Meaning.ASSIGNS)}[^.;]*|\b{of(Meaning.OBLIGES)}(?:\s+{of(Meaning.AS_FOLLOWS)})?)\s*:\s*$"
)
# "Trời rét đậm. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở …:": its last sentence
# charges.
_ASKS = re.compile(rf"(?i)\b{of(Meaning.ASSIGNS)}[^.]*:\s*$")
_LONGEST_OPENER = 900
_POINT, _DASH = 5, 6
_BODY = 9  # the level of a paragraph without a marker
_CUT_RANGE = re.compile(r"\d\s*-$")
_PAGE_NUMBER = re.compile(r"^\s*\d{1,3}\s*$")
_INLINE = re.compile(r"(?<=[:;.,])\s*\((?P<name>\d{1,2})\)\s+")
# "… của tỉnh. Điều⏎3. Điều khoản thi hành": the line's end stands within the article's mark.
_HANGING = re.compile(rf"{ARTICLE}[ ]*\n(?=\s*\d+[a-z]?\.\s)")
_RUNNING = re.compile(r"(?<=\s)(?P<name>\d{1,2})\.\s+(?=[A-Z])")
_RAGGED = 20  # characters that a full line of print may be shorter than the next
_JOINING = either(
    of(Meaning.JOINS, "and", "with"),
    of(Meaning.PREPOSITION, "of", "below"),
    of(Meaning.DETERMINER, "several"),
)
_OPEN_END = re.compile(rf"(?i)\s{_JOINING}$")
_ENDED = (".", ";", ":", "./.", "!", "?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph of ``page`` with its place: ``span`` without the marker, ``above`` what it
    stands under, nearest last.
    """

    level: int
    names: tuple[str, ...]
    span: Span
    above: tuple[Clause, ...]
    page: Page = field(repr=False)

    @property
    def text(self) -> str:
        """Its words."""
        return self.page.text(self.span)

    @property
    def bare(self) -> str:
        """Its words without accents."""
        return bare(self.page.flat)[self.span.start : self.span.end]

    @property
    def is_item(self) -> bool:
        """Return whether this is an item of a list without numbers (gạch đầu dòng)."""
        return _DASH <= self.level < _BODY

    @property
    def heading(self) -> Clause | None:
        """The nearest clause above that is no plain paragraph."""
        return next((one for one in reversed(self.above) if one.level < _BODY), None)

    @property
    def place(self) -> str:
        """Return the place as a reader finds it: "Điều 1 › III › 2.a"."""
        return " › ".join(self.names) or "Đoạn mở đầu"


def read_clauses(page: Page, zone: Span) -> tuple[Clause, ...]:
    """Return the paragraphs of ``zone`` in order, each under those it belongs to; cut
    once a page.
    """
    if zone not in page.clauses:
        page.clauses[zone] = _cut(page, zone)
    return page.clauses[zone]


def _cut(page: Page, zone: Span) -> tuple[Clause, ...]:
    text = bare(page.flat)
    cutter = _Cutter(page)
    return tuple(
        cutter.clause(piece)
        for paragraph in _paragraphs(text, zone)
        for piece in _glued(text, paragraph)
    )


class _Cutter:
    """Makes clauses of the pieces of a zone in their order; it knows what the next one stands
    under.
    """

    def __init__(self, page: Page) -> None:
        """Begin a zone of ``page``."""
        self._page, self._text = page, bare(page.flat)
        self._stack: list[tuple[float, Clause]] = []
        self._opening: Clause | None = None
        self._dashes: dict[tuple[str, ...], int] = {}

    def clause(self, piece: Span) -> Clause:
        """Return the clause of a piece, under what it belongs to."""
        level, name, start = _marker(self._page.flat, self._text, piece)
        self._stack = _opened(self._stack, level, self._opening)
        names = tuple(one.names[-1] for _, one in self._stack if one.names and one.level < _BODY)
        name = self._dash(names) if _DASH <= level < _BODY else name
        own = (name,) if name else ()
        words = self._page.trim(Span(start, piece.end))
        made = Clause(
            level, (*names, *own), words, tuple(one for _, one in self._stack), self._page
        )
        if level < _BODY:
            self._stack.append((level, made))
        opens = level == _BODY and self._text.endswith(":", words.start, words.end)
        self._opening = made if opens else None
        return made

    def _dash(self, names: tuple[str, ...]) -> str:
        """Name a dash by how many stand before it below the same headings."""
        self._dashes[names] = self._dashes.get(names, 0) + 1
        return f"gạch đầu dòng {self._dashes[names]}"


def _opened(
    stack: list[tuple[float, Clause]], level: int, opening: Clause | None
) -> list[tuple[float, Clause]]:
    """Return what a clause of ``level`` stands under: points and dashes also under a paragraph
    that opens them ("Bộ A:").

    The next plain paragraph ends what is opened.
    """
    if level == _BODY:
        return [(depth, one) for depth, one in stack if one.level < _BODY]
    if opening is None or level < (_ARTICLE + 1 if _charges(opening.bare) else _POINT):
        return [(depth, one) for depth, one in stack if depth < level]
    least = level - 0.5
    return [*((depth, one) for depth, one in stack if depth < least), (least, opening)]


def _charges(words: str) -> bool:
    """Return whether a paragraph charges whoever its last sentence names with what
    the numbered items below it say.
    """
    return bool(
        _CHARGE.search(words) or _ASKS.search(words[-_LONGEST_OPENER:].rpartition(". ")[2])
    )


def _marker(flat: str, text: str, piece: Span) -> tuple[int, str, int]:
    """Return the level, the printed name and where the words begin behind the marker."""
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip(" *_#>\t"))
    if _ANY_MARKER.match(text, start, piece.end) is None:
        return _BODY, "", start
    for level, pattern in _MARKERS:
        if hit := pattern.match(text, start, piece.end):
            return level, _printed(flat[hit.start("name") : hit.end("name")], level), hit.end()
    return _BODY, "", start


def _printed(name: str, level: int) -> str:
    words = " ".join(name.split())
    return "Điều " + words.split()[-1] if level == 1 else words


def _paragraphs(text: str, zone: Span) -> Iterator[Span]:
    """Join the lines that belong together: a sentence broken by a line or a page is
    one paragraph.
    """
    current: Span | None = None
    for line in _lines(text, zone):
        words = text[line.start : line.end]
        row = "\t" in words or words.lstrip().startswith("|")
        if not row and (not words.strip(" *_#") or _PAGE_NUMBER.match(words)):
            continue
        if current is not None and not row and _goes_on(text, current, line):
            current = Span(current.start, line.end)
            continue
        if current is not None:
            yield current
        current = None if row else line
    if current is not None:
        yield current


def _goes_on(text: str, before: Span, line: Span) -> bool:
    first = text[line.start : line.end].lstrip(" *_#>")
    if _ANY_MARKER.match(first):
        return False
    last = text[before.start : before.end].rstrip(" *_")
    if first[:1].islower() or (
        first[:1].isdigit() and _CUT_RANGE.search(last)
    ):  # "giai đoạn 2022-⏎⏎2025 là …"
        return True
    if last.endswith(_ENDED) or is_capitals(last) or is_capitals(first[:40]):
        return False
    if _OPEN_END.search(last):  # "Sở Nông nghiệp và⏎⏎Môi trường"
        return True
    gap = text[before.end : line.start].count("\n")
    full = len(text[before.start : before.end].rsplit("\n", maxsplit=1)[-1].strip())
    return gap <= 1 and full > 50 and line.end - line.start <= full + _RAGGED  # noqa: PLR2004 - a full line of print


def _glued(text: str, paragraph: Span) -> Iterator[Span]:
    """Cut a paragraph where items (1), (2) … or 1., 2. … stand within it."""
    words = text[paragraph.start : paragraph.end]
    if " 2. " in words and (items := _running(words)):
        yield from (
            Span(paragraph.start + start, paragraph.start + end) for start, end in pairwise(items)
        )
        return
    hits = list(_INLINE.finditer(words)) if "(" in words else []
    if len(hits) <= 1:  # a lone (1) is no list
        yield paragraph
        return
    starts, ends = [0, *(hit.end() for hit in hits)], [*(hit.start() for hit in hits), len(words)]
    for start, end in zip(starts, ends, strict=True):
        yield Span(paragraph.start + start, paragraph.start + end)


def _running(words: str) -> list[int]:
    """Return the ends of the items that run on in one paragraph ("… thi hành 1. Quyết định này ….
    2. Chánh Văn phòng …").
    """
    cuts: list[int] = []
    for hit in _RUNNING.finditer(words):
        ended = words[: hit.start()].rstrip().endswith(_ENDED)
        if int(hit["name"]) == len(cuts) + 1 and (ended or not cuts):
            cuts.append(hit.start())
    return [0, *cuts, len(words)] if len(cuts) > 1 else []


def _lines(text: str, zone: Span) -> Iterator[Span]:
    at = zone.start
    while at < zone.end:
        end = text.find("\n", at, zone.end)
        end = zone.end if end < 0 else end
        if (
            text.endswith("Dieu", at, end)
            and (hangs := _HANGING.search(text, at, zone.end))
            and hangs.end() > end
        ):
            if hangs.start() > at:
                yield Span(at, hangs.start())
            at, end = hangs.start(), text.find("\n", hangs.end(), zone.end)
            end = zone.end if end < 0 else end
        yield Span(at, end)
        at = end + 1
