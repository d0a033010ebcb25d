"""The library behind the pages (kho sau các trang): each command's own function, on a store opened
anew when it changed.

One store object answers one question at a time; a load swaps the file, after which the next
question opens the new one.
"""

from __future__ import annotations

import datetime
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from luocdo.commands import page_loading, page_reviewing
from luocdo.commands.kept_store import KeptStore
from luocdo.commands.page_answers import answered, hit, the_document, the_unit
from luocdo.commands.whole_store import overview, shared_work
from luocdo.graph.stores.opening import open_store
from luocdo.queries import naming
from luocdo.queries.catalog import questions
from luocdo.queries.describe import short_name
from luocdo.queries.document_rows import DocumentNodesRow
from luocdo.queries.lookups import LookUps
from luocdo.queries.runner import run_in_pieces
from luocdo.queries.searching import beginnings
from luocdo.queries.task_rows import TasksOfIdsRow
from luocdo.viz.web.library import (
    AskableQuestion,
    Hit,
    Loaded,
    Meaning,
    Passage,
    Review,
    Sheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.diagrams import Diagram
    from luocdo.graph.stores.base import Rows, Store
    from luocdo.loaders.viewing import Viewer
    from luocdo.viz.drawings.shared import Pair
    from luocdo.viz.web.library import Asked, Overview, Word

_SPARE = 3  # rows looked at for one that is shown: not every row is an assignment
_TEXTS = 8
_OF_THE_STORE = ("centrality",)  # commands that are asked of the whole store


class Shelf:
    """A `Library` of the store at a URL."""

    def __init__(self, url: str | None) -> None:
        """Open nothing yet."""
        self._url = url
        self._kept = KeptStore(url)
        self._opened = self._kept.opened
        self._texts: OrderedDict[tuple[str, int], str] = (
            OrderedDict()
        )  # a scan takes seconds to read

    @cached_property
    def _viewer(self) -> Viewer:
        from luocdo.loaders.viewing import Viewer

        return Viewer()

    def answer(self, asked: Asked) -> Answer:
        """Return the answer of a look-up, by the function of its command; what is asked of the
        whole store is worked out once.
        """
        if asked.command in _OF_THE_STORE:
            key = asked.command, asked.as_of
            return self._kept.once(key, lambda store: answered(store, asked))
        with self._opened() as store:
            return answered(store, asked)

    def diagram(self, words: str, as_of: datetime.date) -> Diagram:
        """Return what surrounds a document."""
        with self._opened() as store:
            return LookUps(store).diagram(the_document(store, words, "doc").id, as_of=as_of)

    def search(self, words: str, most: int) -> tuple[Hit, ...]:
        """Return documents and units by name, tasks by their words."""
        with self._opened() as store:
            units = [hit(node) for node in naming.units_listed(store, words).matches]
            papers = [hit(node) for node in naming.documents_listed(store, words).matches]
            share = max(4, most // 3)
            tasks = _tasks(store, words, share)
        return (*papers[:share], *units[:share], *tasks)

    def overview(self, as_of: datetime.date) -> Overview:
        """Return what stands on the first page."""
        return self._kept.once(("overview", as_of), lambda store: overview(store, as_of))

    def shared_work(self) -> tuple[tuple[Pair, ...], dict[str, str]]:
        """Return which units lead what others take part in, and what each unit is called."""
        return self._kept.once("shared work", shared_work)

    def questions(self) -> tuple[AskableQuestion, ...]:
        """Return the named questions as forms."""
        return tuple(
            AskableQuestion(
                one.name,
                one.summary,
                tuple((p.name, p.type, p.example, p.words) for p in one.parameters),
            )
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
                find_document=lambda opened, words: the_document(opened, words, "id").id,
                find_unit=lambda opened, words: the_unit(opened, words, "id").id,
            )

    def original(self, file: str) -> bytes | None:
        """Return the bytes of a loaded file, where a copy is kept."""
        with open_store(self._url) as store:
            stamp = store.stamps().get(file)
            return store.copies.read(stamp.digest) if stamp and store.copies else None

    def passage(self, file: str) -> Passage | None:
        """Return the text of a loaded file, where a copy is kept."""
        data = self.original(file)
        return Passage(file, self._text_of(file, data)) if data is not None else None

    def _text_of(self, file: str, data: bytes) -> str:
        """Return the text of a file, kept while its pages are looked at one after the other."""
        key = file, hash(data)
        if key not in self._texts:
            self._texts[key] = self._recognised(file) or self._viewer.text(file, data)
            while len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        return self._texts[key]

    def _recognised(self, file: str) -> str:
        """Return the text that reading a scan made; empty where none was kept."""
        from luocdo.loaders.read_texts import read_again

        with open_store(self._url) as store:
            stamp = store.stamps().get(file)
            made = store.copies.text(stamp.digest) if stamp and store.copies else None
        kept = read_again(file, made) if made else None
        return kept.text if kept else ""

    def load(
        self, paths: Sequence[Path], told: Callable[[str, str], None], *, anyway: bool = False
    ) -> Loaded:
        """Load files as the command ``load`` does, beside the questions that are asked
        meanwhile.
        """
        with open_store(self._url) as store:
            return page_loading.load(store, paths, told, anyway=anyway)

    def meaning(self, question: str, as_of: datetime.date) -> Meaning:
        """Return the command that a question in words means."""
        from luocdo.queries.understanding import NotUnderstood, understand

        with self._opened() as store:
            meant = understand(store, question, as_of)
        if isinstance(meant, NotUnderstood):
            return Meaning(meant.perhaps.line if meant.perhaps else "", meant.reason)
        return Meaning(meant.line)

    def sheet(self, file: str, quote: str, number: int) -> Sheet | None:
        """Return a page as it was printed, a sentence framed."""
        data = self.original(file)
        found = self._viewer.sheet(file, data, quote, number) if data else None
        return (
            Sheet(found.number, found.pages, found.width, found.height, found.frames)
            if found
            else None
        )

    def picture(self, file: str, number: int) -> bytes | None:
        """Return a page as PNG."""
        data = self.original(file)
        return self._viewer.picture(file, data, number) if data else None

    def has_likeness(self, file: str) -> bool:
        """Return whether a loaded file is a Word file or web page."""
        from luocdo.loaders.likeness import has_likeness

        data = self.original(file)
        return data is not None and has_likeness(file, data)

    def likeness(self, file: str, quote: str) -> str | None:
        """Return a page that looks like a Word file or web page, a sentence marked in it."""
        data = self.original(file)
        return self._viewer.likeness(file, data, quote) if data else None

    def review(self, words: str) -> Review:
        """Return the rows of a file or document to go through."""
        with self._opened() as store:
            file = words if words in store.stamps() else the_document(store, words, "doc").source
            return page_reviewing.review(store, file or words)

    def say(self, word: Word) -> None:
        """Keep a reader's word."""
        with self._opened() as store:
            page_reviewing.keep(store, word)

    def undo(self, key: str) -> None:
        """Take back a reader's word."""
        with self._opened() as store:
            page_reviewing.undo(store, key)


def _tasks(store: Store, words: str, most: int) -> list[Hit]:
    """Return the assignments that hold ``words``, the shortest first, each with its paper and
    place.
    """
    keys = beginnings(store, "Task", words, _SPARE * most)
    rows = {row.id: row for row in run_in_pieces(store, TasksOfIdsRow, "tasks", keys)}
    found = [rows[key] for key in keys if key in rows][:most]
    papers = sorted({_paper_of(row.id) for row in found})
    names = {
        row.node.id: short_name(row.node)
        for row in run_in_pieces(store, DocumentNodesRow, "documents", papers)
    }
    return [
        Hit("Task", row.id, row.text, f"{names.get(_paper_of(row.id), '')}, {row.place}")
        for row in found
    ]


def _paper_of(task: str) -> str:
    """Return the id of the document that gives a task: the task's id begins with it
    (`graph.building.tasks`).
    """
    return task.removeprefix("task:").partition("#")[0]
