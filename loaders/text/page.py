r"""A page of text to read from (trang): normal text, a flat copy without markup, and the way back
to the source.

All finders work on ``flat``: it has the same length as the normal text, but markup (Markdown
stars, hashes and pipes at line ends, HTML tags) is blanked out by spaces, so that a span found in
it is a span of the source. White space is not collapsed: patterns say ``\\s+`` between words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.records import Evidence, Reading
from luocdo.graph.text import NormalText
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page_numbers import without_page_numbers
from luocdo.loaders.text.pipeline import DEADLINES, found_in
from luocdo.loaders.times.spelling import recurs_as_spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.loaders.drawn import DrawnCell, DrawnRow, DrawnTable
    from luocdo.loaders.text.clauses import Clause

LONGEST_QUOTE = 2000
PIECE = " … "
_TAGS = "b|i|u|p|br|ul|ol|li|em|strong|sub|sup|span|div|table|t[rdh]"
_MARKUP = re.compile(
    rf"(?i)</?(?:{_TAGS})\b[^<>\n]{{0,200}}>"  # an HTML tag left in the text
    r"|(?m:^[ ]*#{1,6}(?=[ ]))"  # a Markdown heading
    r"|(?m:^[ ]*>(?=[ ]))"  # a Markdown quotation
    r"|\\(?=[-_*.#()\[\]])"  # a Markdown escape
    r"|\*{1,3}"  # Markdown emphasis
)
_MARKS = "<#>\\*"  # one of them stands in all markup


class Span(NamedTuple):
    """A stretch of the normal text, end excluded."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Return whether the span holds anything."""
        return self.end > self.start


@dataclass(frozen=True, eq=False)
class Page:
    """The text of one source (nguồn), ready to be read; ``name`` is the file's name, ``format``
    how it arrived.

    ``confidences`` are those of recognised words: start and end in the source text, 0 to 1.
    ``tables`` are drawn in it.
    """

    name: str
    normal: NormalText
    format: str = "text"
    confidences: tuple[tuple[int, int, float], ...] = ()
    tables: tuple[DrawnTable, ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        raw: str,
        *,
        format: str = "text",  # noqa: A002 - the field's own word
        confidences: tuple[tuple[int, int, float], ...] = (),
        tables: tuple[DrawnTable, ...] = (),
    ) -> Page:
        """Prepare ``raw``, the decoded text of the file called ``name``."""
        return cls(name, NormalText.of(raw), format, confidences, tables)

    @cached_property
    def flat(self) -> str:
        """The normal text with its markup and its page numbers blanked out, same length."""
        text = without_page_numbers(self.normal.text)
        if not any(mark in text for mark in _MARKS):
            return text
        return _MARKUP.sub(lambda found: " " * len(found.group()), text)

    @cached_property
    def drawn_rows(self) -> dict[int, DrawnRow]:
        """The rows of tables that are drawn, each by the place where its line begins."""
        rows = (row for table in self.tables for row in table.rows(self.normal.raw))
        return {self.normal.position(row.start): row for row in rows}

    def cell(self, cell: DrawnCell) -> Span:
        """Return where the words of a drawn cell stand."""
        return self.trim(Span(self.normal.position(cell.start), self.normal.position(cell.end)))

    @cached_property
    def _found(self) -> dict[str, list[tuple[int, int]]]:
        found = found_in(bare(self.flat))
        times = found[DEADLINES]
        found[DEADLINES] = [one for one in times if recurs_as_spelt(self.flat[slice(*one)])]
        return found

    def found(self, key: str, span: Span) -> Iterator[Span]:
        """Yield what the pipeline found of that kind (`pipeline.CITATIONS` …) wholly within
        ``span``, in order.
        """
        places = self._found[key]
        for at in range(bisect_left(places, (span.start, 0)), len(places)):
            start, end = places[at]
            if start >= span.end:
                return
            if end <= span.end:
                yield Span(start, end)

    @cached_property
    def clauses(self) -> dict[Span, tuple[Clause, ...]]:
        """The clauses of each zone that was cut into them."""
        return {}

    @cached_property
    def _starts(self) -> dict[re.Pattern[str], list[int]]:
        return {}

    def matches(
        self, pattern: re.Pattern[str], head: re.Pattern[str], span: Span
    ) -> Iterator[re.Match[str]]:
        """Yield what ``pattern`` finds in ``span`` of the page without accents, as
        `re.Pattern.finditer` does.

        ``head`` matches wherever ``pattern`` may begin; it is looked for once a page, however many
        spans are asked for.
        """
        text = bare(self.flat)
        starts, last = self._starts_of(head), span.start
        for at in range(bisect_left(starts, span.start), len(starts)):
            start = starts[at]
            if start >= span.end:
                return
            if start >= last and (hit := pattern.match(text, start, span.end)):
                yield hit
                last = hit.end()

    def begins_any(self, heads: Iterable[re.Pattern[str]], span: Span) -> bool:
        """Return whether one of ``heads`` matches at a place of ``span``."""
        for head in heads:
            starts = self._starts_of(head)
            at = bisect_left(starts, span.start)
            if at < len(starts) and starts[at] < span.end:
                return True
        return False

    def _starts_of(self, head: re.Pattern[str]) -> list[int]:
        starts = self._starts.get(head)
        if starts is None:
            found = head.finditer(bare(self.flat))
            starts = self._starts[head] = [hit.start() for hit in found]
        return starts

    def text(self, span: Span) -> str:
        """Return the words of ``span``: markup dropped, white space collapsed."""
        words = self._words.get(span)
        if words is None:
            words = self._words[span] = " ".join(self.flat[span.start : span.end].split())
        return words

    @cached_property
    def _words(self) -> dict[Span, str]:
        """The words of each stretch that was asked for; many readers ask for the same cell."""
        return {}

    def trim(self, span: Span) -> Span:
        """Return ``span`` without the white space at its ends (in ``flat``)."""
        piece = self.flat[span.start : span.end]
        kept = piece.lstrip()
        start = span.start + len(piece) - len(kept)
        return Span(start, start + len(kept.rstrip())) if kept else Span(span.start, span.start)

    def evidence(
        self,
        place: str,
        *spans: Span,
        printed: Span | str | None = None,
        reading: Reading = "stated",
    ) -> Evidence:
        """Quote ``spans`` (pieces of one passage, in order) for a fact at ``place``.

        ``printed`` is the span of the other end's name within them, or its words. A passage beyond
        2,000 characters is cut around the name: the quote then begins or ends inside the passage.
        """
        pieces = [self.trim(span) for span in spans if self.trim(span)] or list(spans)
        pieces = _shorten(pieces, printed if isinstance(printed, Span) else None)
        quote = PIECE.join(self.normal.quote(piece.start, piece.end) for piece in pieces)
        words = self.text(printed) if isinstance(printed, Span) else printed
        start, end = self.normal.raw_start(pieces[0].start), self.normal.raw_end(pieces[-1].end)
        return Evidence(
            place=place,
            quote=quote,
            from_char=start,
            to_char=end,
            as_printed=words,
            reading=reading,
            confidence=self._confidence(start, end),
        )

    def _confidence(self, start: int, end: int) -> float | None:
        """Return the mean confidence of the words recognised between two places of the source;
        None for typed text.
        """
        first = bisect_left(self.confidences, (start, 0, 0.0))
        last = bisect_left(self.confidences, (end, 0, 0.0))
        found = [sure for _, _, sure in self.confidences[first:last]]
        return round(sum(found) / len(found), 3) if found else None


def _shorten(pieces: list[Span], printed: Span | None) -> list[Span]:
    """Keep the pieces within the longest quote, around ``printed`` where it is known."""
    room = LONGEST_QUOTE - len(PIECE) * (len(pieces) - 1)
    if sum(piece.end - piece.start for piece in pieces) <= room:
        return pieces
    anchor = printed if printed is not None else Span(pieces[0].start, pieces[0].start)
    holder = next(
        (piece for piece in pieces if piece.start <= anchor.start < piece.end), pieces[0]
    )
    start = max(holder.start, min(anchor.start - LONGEST_QUOTE // 4, holder.end - LONGEST_QUOTE))
    return [Span(start, min(holder.end, start + LONGEST_QUOTE - 10))]
