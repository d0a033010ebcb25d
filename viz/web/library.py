"""What the pages ask (nơi trả lời): the same functions as the command line, handed in, so that
pages know no store.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from luocdo.graph.answers import Answer
from luocdo.graph.diagrams import Diagram
from luocdo.graph.stores.base import Rows
from luocdo.viz.drawings.shared import Pair


@dataclass(frozen=True, slots=True)
class Asked:
    """A command as an address carries it: ``words`` by argument or option, ``flags`` without
    dashes.
    """

    command: str
    words: Mapping[str, str]
    flags: frozenset[str]
    as_of: datetime.date


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found: ``kind`` is a label of the schema, ``id`` opens it."""

    kind: str
    id: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page: what the library holds, the next days due, what needs a look, what came in
    last.

    ``counts`` are (what, how many, the address that lists them).
    """

    counts: tuple[tuple[str, int, str], ...]
    due: Answer
    looks: tuple[tuple[str, str, int], ...]
    papers: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class AskableQuestion:
    """A named question as a form: ``parameters`` are (name, type, example, words)."""

    name: str
    summary: tuple[str, ...]
    parameters: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The text that evidence points into, of the file called ``file``."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file was taken for: the ``documents`` whose text it holds, and how many places of it
    are to be looked at; where it is ``refused``, ``words`` say why.
    """

    file: str
    words: str
    documents: tuple[Hit, ...] = ()
    looks: int = 0
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of files that were handed over: a line in all, each file, and what else a reader
    should know.
    """

    summary: str
    files: tuple[Taken, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question in words was understood as: the ``command``; else ``reason`` says why not,
    ``command`` what was near.
    """

    command: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was printed, ``number`` from 1, of ``pages``: its size and the ``frames``
    around a sentence, in points.

    A frame is (left, top, right, bottom), from the top left corner of the page.
    """

    number: int
    pages: int
    width: float
    height: float
    frames: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A printed row as it was read, to be gone through beside its passage; ``key`` names it within
    its file.
    """

    key: str
    place: str
    code: str
    text: str
    lead: str
    partners: str
    limit: str
    quote: str


@dataclass(frozen=True, slots=True)
class Review:
    """The ``rows`` of a file that nobody has spoken of yet, of ``total``."""

    file: str
    rows: tuple[ReviewRow, ...]
    total: int


ReviewKind = Literal["right", "left_out", "lead", "due"]


@dataclass(frozen=True, slots=True)
class Word:
    """What a reader says of one row: that it is right, no task, led by or due on ``value``;
    ``row`` is its key.
    """

    kind: ReviewKind
    file: str
    row: str
    by: str
    value: str = ""


class Choice(Exception):  # noqa: N818 - not a failure: the reader is asked which one is meant
    """Several things bear a name, or none does: the reader chooses among ``matches``, or sees
    ``others`` that are near.

    ``argument`` is the parameter of the address that the name stands in.
    """

    def __init__(
        self,
        words: str,
        argument: str,
        matches: tuple[Hit, ...] = (),
        others: tuple[str, ...] = (),
    ) -> None:
        """Keep what was asked and what it may mean."""
        super().__init__(words)
        self.words, self.argument, self.matches, self.others = words, argument, matches, others


class Library(Protocol):
    """Answers for pages; each method opens what it needs and may be called from
    several threads.
    """

    def answer(self, asked: Asked) -> Answer:
        """Return the answer of a look-up.

        Raises:
            Choice: a name means several things, or nothing.
            LuocdoError: the store cannot answer.
        """
        ...

    def diagram(self, words: str, as_of: datetime.date) -> Diagram:
        """Return what surrounds the document that ``words`` mean; raises as `answer` does."""
        ...

    def search(self, words: str, most: int) -> tuple[Hit, ...]:
        """Return what ``words`` may mean, the likeliest first: documents, units, tasks."""
        ...

    def overview(self, as_of: datetime.date) -> Overview:
        """Return what stands on the first page."""
        ...

    def shared_work(self) -> tuple[tuple[Pair, ...], dict[str, str]]:
        """Return which units lead what others take part in, and what each unit is called."""
        ...

    def questions(self) -> tuple[AskableQuestion, ...]:
        """Return the named questions."""
        ...

    def rows(self, name: str, given: Mapping[str, str]) -> Rows:
        """Return the rows of the question ``name``; raises as `answer` does."""
        ...

    def passage(self, file: str) -> Passage | None:
        """Return the text of a loaded file, where a copy of it is kept."""
        ...

    def original(self, file: str) -> bytes | None:
        """Return the bytes of a loaded file, where a copy of it is kept."""
        ...

    def load(
        self, paths: Sequence[Path], told: Callable[[str, str], None], *, anyway: bool = False
    ) -> Loaded:
        """Load files into the store; ``told`` hears (file, what it came to) as each is read, and
        ("", how far the load is). ``anyway``, what seems to be no document is read too.
        """
        ...

    def meaning(self, question: str, as_of: datetime.date) -> Meaning:
        """Return the command that a question in words means."""
        ...

    def sheet(self, file: str, quote: str, number: int) -> Sheet | None:
        """Return the page ``number`` of a loaded file, or (0) that on which ``quote`` stands; None
        where it has no pages.
        """
        ...

    def picture(self, file: str, number: int) -> bytes | None:
        """Return a page of a loaded file as PNG."""
        ...

    def has_likeness(self, file: str) -> bool:
        """Return whether `likeness` can show a loaded file."""
        ...

    def likeness(self, file: str, quote: str) -> str | None:
        """Return a whole page that looks like a loaded Word file or web page, ``quote`` marked;
        None for other kinds.
        """
        ...

    def review(self, words: str) -> Review:
        """Return the rows to go through of the file or document that ``words`` mean; raises as
        `answer` does.
        """
        ...

    def say(self, word: Word) -> None:
        """Keep a reader's word on a row.

        Raises:
            LuocdoError: it says nothing, or the graph cannot be built with it.
        """
        ...

    def undo(self, key: str) -> None:
        """Take back a reader's word; raises as `say` does."""
        ...
