"""The library behind the pages (kho sau các trang): each command's own function, on a store opened anew when it changed.

One store object answers one question at a time; a load swaps the file, after which the next question opens the new one.
"""

from __future__ import annotations

import datetime
import threading
from collections import Counter
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from luocdo.graph.errors import QueryError
from luocdo.graph.records import ISSUE_KINDS
from luocdo.graph.stores.opening import open_store
from luocdo.graph.text import fold
from luocdo.queries import naming
from luocdo.queries.catalog import questions
from luocdo.queries.describe import distinguished
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow, RemarksRow
from luocdo.queries.lookups import LookUps
from luocdo.queries.nodes import DocumentNode, UnitNode
from luocdo.queries.runner import run
from luocdo.queries.task_rows import TasksSayingRow
from luocdo.queries.unit_rows import UnitsRow
from luocdo.viz.web.library import AskableQuestion, Choice, Hit, Loaded, Overview, Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.diagrams import Diagram
    from luocdo.graph.stores.base import Rows, Store
    from luocdo.viz.web.library import Asked

_PAPERS = 12


class Shelf:
    """A `Library` of the store at a URL."""

    def __init__(self, url: str | None) -> None:
        """Open nothing yet."""
        self._url = url
        self._lock = threading.Lock()

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        with self._lock, open_store(self._url) as store:
            yield store

    def answer(self, asked: Asked) -> Answer:
        """Return the answer of a look-up, by the function of its command."""
        with self._opened() as store:
            return _ANSWERS[asked.command](LookUps(store), asked)

    def diagram(self, words: str, as_of: datetime.date) -> Diagram:
        """Return what surrounds a document."""
        with self._opened() as store:
            return LookUps(store).diagram(_document(store, words, "doc").id, as_of=as_of)

    def search(self, words: str, most: int) -> tuple[Hit, ...]:
        """Return documents and units by name, tasks by their words."""
        with self._opened() as store:
            units = [_hit(node) for node in naming.find_unit(store, words).matches]
            papers = [_hit(node) for node in naming.find_document(store, words).matches]
            tasks = [
                Hit("Task", row.leaf_id, row.text, f"{row.document}, {row.place}")
                for row in run(store, TasksSayingRow, words=fold(words))
            ]
        share = max(4, most // 3)
        return (*papers[:share], *units[:share], *tasks[:share])

    def overview(self, as_of: datetime.date) -> Overview:
        """Return what stands on the first page."""
        with self._opened() as store:
            documents = run(store, DocumentsRow)
            units = len(run(store, UnitsRow))
            remarks = Counter(row.kind for row in run(store, RemarksRow))
            coming = LookUps(store).due(as_of=as_of)
            loaded = [row for row in documents if row.status == "loaded"]
            latest = sorted(loaded, key=lambda row: row.date or str(row.year or ""), reverse=True)[:_PAPERS]
            keys = [row.id for row in latest]
            nodes = {row.node.id: row.node for row in run(store, DocumentNodesRow, documents=keys)} if keys else {}
        counts = (
            ("văn bản đã nạp", len(loaded)),
            ("văn bản được dẫn", len(documents) - len(loaded)),
            ("đơn vị", units),
        )
        looks = tuple((kind, ISSUE_KINDS.get(kind, kind), number) for kind, number in remarks.most_common())
        papers = tuple(_hit(nodes[key]) for key in keys)
        return Overview(counts, coming, looks, papers)

    def questions(self) -> tuple[AskableQuestion, ...]:
        """Return the named questions as forms."""
        return tuple(
            AskableQuestion(one.name, one.summary, tuple((p.name, p.type, p.example, p.words) for p in one.parameters))
            for one in questions().values()
        )

    def rows(self, name: str, given: Mapping[str, str]) -> Rows:
        """Return the rows of a named question."""
        from luocdo.queries.asking import ask

        with self._opened() as store:
            return ask(
                store,
                name,
                given,
                find_document=lambda opened, words: _document(opened, words, "id").id,
                find_unit=lambda opened, words: _unit(opened, words, "id")[0].id,
            )

    def original(self, file: str) -> bytes | None:
        """Return the bytes of a loaded file, where a copy is kept."""
        with open_store(self._url) as store:
            stamp = store.stamps().get(file)
            return store.copies.read(stamp.digest) if stamp and store.copies else None

    def passage(self, file: str) -> Passage | None:
        """Return the text of a loaded file, where a copy is kept."""
        data = self.original(file)
        return Passage(file, _text_of(file, data)) if data is not None else None

    def load(self, paths: Sequence[Path]) -> Loaded:
        """Load files as the command ``load`` does."""
        from luocdo.loaders.loading import load_paths

        with open_store(self._url) as store:
            report = load_paths(store, list(paths), passing=True)
        files = [(name, "đã đọc") for name in report.read] + [(name, "không đổi") for name in report.skipped]
        return Loaded(report.summary(), (*files, *report.refused, *(("", note) for note in report.notes())))


@lru_cache(maxsize=8)  # the pages of one file are looked at one after the other; a scan takes seconds to read
def _text_of(file: str, data: bytes) -> str:
    from luocdo.loaders.source import decode_source

    return decode_source(file, data).text


def _document(store: Store, words: str, argument: str) -> DocumentNode:
    """Return the one document meant.

    Raises:
        Choice: there are several, or none.
    """
    found = naming.find_document(store, words)
    if len(found.matches) == 1:
        return found.matches[0]
    raise Choice(words, argument, tuple(_hit(node) for node in found.matches), found.nearest)


def _unit(store: Store, words: str, argument: str) -> tuple[UnitNode, str]:
    found = naming.find_unit(store, words)
    if len(found.matches) == 1:
        return found.matches[0], found.how
    raise Choice(words, argument, tuple(_hit(node) for node in found.matches), found.nearest)


def _hit(node: DocumentNode | UnitNode) -> Hit:
    kind, name = ("Unit", node.display) if isinstance(node, UnitNode) else ("Document", node.name)
    (line,) = distinguished((node,))
    return Hit(kind, node.id, name, line.removeprefix(name).strip(" ·"))


def _due(library: LookUps, asked: Asked) -> Answer:
    start, finish = (asked.words.get(name, "") for name in ("from", "to"))
    if year := asked.words.get("within", ""):
        start, finish = f"{year}-01-01", f"{year}-12-31"
    unit, paper = asked.words.get("unit", ""), asked.words.get("document", "")
    return library.due(
        _day(start),
        _day(finish),
        unit=_unit(library.store, unit, "unit")[0].id if unit else "",
        document=_document(library.store, paper, "document").id if paper else "",
        as_of=asked.as_of,
        drafts="drafts" in asked.flags,
    )


def _day(words: str) -> datetime.date | None:
    """Return the day of an address.

    Raises:
        QueryError: it is none.
    """
    try:
        return datetime.date.fromisoformat(words) if words else None
    except ValueError as error:
        message = f"ngày phải có dạng 2025-12-31: {words}"
        raise QueryError(message) from error


def _owners(library: LookUps, asked: Asked) -> Answer:
    drafts, all_bases, derived_only = (flag in asked.flags for flag in ("drafts", "all-bases", "derived-only"))
    return library.owners(
        _doc(library, asked), as_of=asked.as_of, drafts=drafts, all_bases=all_bases, derived_only=derived_only
    )


def _doc(library: LookUps, asked: Asked, argument: str = "doc") -> str:
    return _document(library.store, asked.words[argument], argument).id


_ANSWERS: dict[str, Callable[[LookUps, Asked], Answer]] = {
    "owners": _owners,
    "lineage": lambda library, asked: library.lineage(_doc(library, asked), as_of=asked.as_of),
    "document": lambda library, asked: library.document(_doc(library, asked), as_of=asked.as_of),
    "unit": lambda library, asked: library.unit(
        _unit(library.store, asked.words["name"], "name")[0].id, as_of=asked.as_of, drafts="drafts" in asked.flags
    ),
    "task": lambda library, asked: library.task(asked.words["id"], as_of=asked.as_of),
    "due": _due,
    "why": lambda library, asked: library.why(_doc(library, asked, "a"), _doc(library, asked, "b"), as_of=asked.as_of),
    "check": lambda library, asked: library.check(
        *(kind for kind in [asked.words.get("kind", "")] if kind in ISSUE_KINDS), as_of=asked.as_of
    ),
    "centrality": lambda library, asked: library.centrality(as_of=asked.as_of),
}
