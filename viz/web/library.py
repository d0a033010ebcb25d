"""What the pages ask (nơi trả lời): the same functions as the command line, handed in, so that pages know no store."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from luocdo.graph.answers import Answer
from luocdo.graph.diagrams import Diagram
from luocdo.graph.stores.base import Rows


@dataclass(frozen=True, slots=True)
class Asked:
    """A command as an address carries it: ``words`` by argument or option, ``flags`` without dashes."""

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
    """The first page: what the library holds, the next days due, what needs a look, what came in last."""

    counts: tuple[tuple[str, int], ...]
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
class Loaded:
    """What became of files that were handed over: a line in all, and each file with what it was taken for."""

    summary: str
    files: tuple[tuple[str, str], ...] = ()


class Choice(Exception):  # noqa: N818 - not a failure: the reader is asked which one is meant
    """Several things bear a name, or none does: the reader chooses among ``matches``, or sees ``others`` that are near.

    ``argument`` is the parameter of the address that the name stands in.
    """

    def __init__(self, words: str, argument: str, matches: tuple[Hit, ...] = (), others: tuple[str, ...] = ()) -> None:
        """Keep what was asked and what it may mean."""
        super().__init__(words)
        self.words, self.argument, self.matches, self.others = words, argument, matches, others


class Library(Protocol):
    """Answers for pages; each method opens what it needs and may be called from several threads."""

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

    def load(self, paths: Sequence[Path]) -> Loaded:
        """Load files into the store."""
        ...
