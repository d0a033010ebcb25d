"""Words within what the papers say (trong lời văn): passages that became no task, target or
title, each with its place.

What a passage is, and how a file is read, is told by whoever asks: questions read no files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from luocdo.graph.answers import Table
from luocdo.queries.describe import short_name
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.prose_index import Passage, place_of, prose_index
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.searching import Hit, Span, passages_holding

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

Reader = Callable[[str, bytes, bytes | None], Iterable[Passage]]
_HEADS = (
    ("text", ("Câu", "Sentence")),
    ("document", ("Văn bản", "Document")),
    ("place", ("Chỗ", "Place")),
    ("source", ("Tệp", "File")),
    ("marks", ("Chỗ khớp", "Marks")),
)
_HIDDEN = frozenset({"marks"})
_AROUND = 120  # characters of a long passage shown on either side of the first hit
_SENTENCE = ". "


def in_prose(
    store: Store,
    words: str,
    as_of: datetime.date,
    read: Reader,
    said: Collection[tuple[str, str]],
    *,
    drafts: bool,
) -> tuple[Table, int]:
    """Return where ``words`` stand in what the papers say, and how many passages of drafts are
    left out.

    ``said`` are the quotes, each with its file, that are in the answer already: a passage that
    holds one is not repeated.
    """
    papers = _papers(store)
    hits = _hits(store, words, read)
    told = [(hit, papers[file], place, file) for hit, file, place in hits if file in papers]
    known = _by_file(said)
    new = [
        one
        for one in told
        if not _is_said(one[0].text, known.get(one[3], ())) and _is_issued(one[1], as_of)
    ]
    shown = [one for one in new if drafts or not one[1].draft]
    rows = tuple(_row(hit, node, place, file) for hit, node, place, file in shown)
    title = (f"TRONG LỜI VĂN ({len(rows)})", f"IN THE TEXT ({len(rows)})")
    names, heads = tuple(name for name, _ in _HEADS), tuple(head for _, head in _HEADS)
    return Table(title, names, heads, rows, hidden=_HIDDEN), len(new) - len(shown)


def _hits(store: Store, words: str, read: Reader) -> list[tuple[Hit, str, str]]:
    copies = store.copies
    if copies is None:
        return []
    digests = {file: stamp.digest for file, stamp in store.stamps().items()}

    def passages(file: str) -> Iterator[Passage]:
        data = copies.read(digests[file])
        if data is not None:
            yield from read(file, data, copies.text(digests[file]))

    with prose_index(store.beside("prose")) as index:
        index.follow(digests, passages)
        found = passages_holding(index, words)
    return [(hit, *place_of(hit.id)) for hit in found]


def _papers(store: Store) -> dict[str, DocumentNode]:
    """Return the first document that each file holds."""
    loaded = {row.source: row.id for row in run(store, DocumentsRow) if row.source}
    nodes = {
        row.node.id: row.node
        for row in run_in_pieces(store, DocumentNodesRow, "documents", sorted(loaded.values()))
    }
    return {file: nodes[key] for file, key in loaded.items() if key in nodes}


def _by_file(said: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for file, quote in said:
        found.setdefault(file, []).append(" ".join(quote.split()))
    return found


def _is_said(passage: str, quotes: Iterable[str]) -> bool:
    line = " ".join(passage.split())
    return any(quote in line or line in quote for quote in quotes if quote)


def _is_issued(paper: DocumentNode, as_of: datetime.date) -> bool:
    return not paper.date or paper.date <= as_of.isoformat()


def _row(hit: Hit, paper: DocumentNode, place: str, file: str) -> tuple[str, ...]:
    text, spans = _sentence(hit)
    name = ("DỰ THẢO " if paper.draft else "") + short_name(paper)
    return text, name, place, file, " ".join(f"{span.start}-{span.end}" for span in spans)


def _sentence(hit: Hit) -> tuple[str, list[Span]]:
    """Return the sentence of the first hit, of a long one what stands around it, with the places
    of the words in it.
    """
    first = hit.spans[0]
    start = max(hit.text.rfind(_SENTENCE, 0, first.start) + len(_SENTENCE), 0)
    start = 0 if start == len(_SENTENCE) - 1 else start
    end = hit.text.find(_SENTENCE, first.end)
    end = len(hit.text) if end < 0 else end + 1
    start, end = (
        _word_edge(hit.text, start, first.start - _AROUND),
        _word_end(hit.text, end, first.end + _AROUND),
    )
    before = "…" if start and hit.text[start - 2 : start] != _SENTENCE else ""
    after = "…" if end < len(hit.text) and hit.text[end - 1] != "." else ""
    moved = len(before) - start
    spans = [
        Span(one.start + moved, one.end + moved)
        for one in hit.spans
        if start <= one.start and one.end <= end
    ]
    return before + hit.text[start:end] + after, spans


def _word_edge(text: str, start: int, near: int) -> int:
    """Return where to begin: at ``start``, or at a word not far before the hit."""
    return start if start >= near else text.find(" ", near) + 1


def _word_end(text: str, end: int, near: int) -> int:
    return end if end <= near else text.rfind(" ", 0, near)
