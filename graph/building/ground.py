"""What every step of a build stands on (nền): registry, laws, and the records as readers'
corrections have them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.building.annexes import with_carrier
from luocdo.graph.building.issuers import Issuers, document_id
from luocdo.graph.building.names import Laws, laws_by_name
from luocdo.graph.building.papers import Papers
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.putting import corrected
from luocdo.graph.errors import StoreError
from luocdo.graph.growing.step import Of
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import FileRecord, decode
from luocdo.graph.registry.laws import Law, known_laws

if TYPE_CHECKING:
    from luocdo.graph.growing.step import Cell
    from luocdo.graph.units.learnt import Learnt
    from luocdo.graph.units.model import Succession, UnitRef
    from luocdo.graph.units.resolving import UnitResolver

_REMEMBERED = 16 * 2**20  # bytes of encoded records that stay understood from step to step
Read = Callable[[str], FileRecord | bytes]


class Ground:
    """The registry and the records that steps read; remembers nothing that one file tells of
    another.
    """

    def __init__(self, resolver: UnitResolver, read: Read) -> None:
        """Use ``resolver``; ``read`` returns a file's record, encoded or not."""
        self._resolver = resolver
        self._read = read
        self._records: dict[tuple[str, str], FileRecord] = {}
        self._papers: dict[tuple[str, str], tuple[Papers, Learnt]] = {}
        self._held = 0
        self._units: dict[str, UnitRef | None] = {}

    def afresh(self) -> UnitResolver:
        """Return the resolver without what it was told in other papers: a file is understood the
        same whoever came before.
        """
        self._resolver.forget()
        return self._resolver

    @property
    def abbreviations(self) -> dict[str, str]:
        """Return the abbreviations that everybody uses."""
        return dict(self._resolver.registry.abbreviations)

    @cached_property
    def laws(self) -> tuple[tuple[Law, str], ...]:
        """Return the laws that the registry knows, each with the id of its document, "" where it
        has no number.
        """
        issuers = Issuers(self.afresh())
        return tuple((law, _law_id(law, issuers)) for law in known_laws())

    @cached_property
    def laws_by_name(self) -> Laws:
        """Return the same by their names."""
        return laws_by_name(self.laws)

    @cached_property
    def law_of(self) -> dict[str, Law]:
        """Return document id -> the law it is."""
        return {key: law for law, key in self.laws if key}

    @cached_property
    def law_issuers(self) -> dict[str, str]:
        """Return document id of a law -> the key of its issuer."""
        issuers = Issuers(self.afresh())
        numbers = {key: DocumentNumber.parse(law.number) for key, law in self.law_of.items()}
        return {
            key: issuers.base(number, None, None)[1] for key, number in numbers.items() if number
        }

    def unit(self, key: str) -> UnitRef | None:
        """Return a unit of the registry."""
        if key not in self._units:
            known = key in self._resolver.registry.entries
            self._units[key] = self._resolver.get(key) if known else None
        return self._units[key]

    @cached_property
    def later(self) -> dict[str, list[Succession]]:
        """Return unit -> who took over from it."""
        found: dict[str, list[Succession]] = defaultdict(list)
        for one in self._resolver.successions():
            found[one.old.id].append(one)
        return found

    def record(self, cell: Cell, file: str) -> FileRecord | None:
        """Return a file's record as its readers' corrections have it; None where there is no such
        file.
        """
        marks = cell.ask(Of.MEANT, file, str)
        return self._corrected(cell, file, marks[0]) if marks else None

    def papers(self, cell: Cell, record: FileRecord) -> Papers:
        """Return the documents of a file as every step understands them.

        The resolver then knows what this file names, and nothing of others.
        """
        key = (record.file, cell.ask(Of.MEANT, record.file, str)[0])
        if key not in self._papers:
            made = Papers(record, self.afresh())
            self._papers[key] = made, self._resolver.learnt()
        found, learnt = self._papers[key]
        self._resolver.recall(learnt)
        return found.again()

    def raw(self, cell: Cell, file: str) -> FileRecord | None:
        """Return a file's record as it was read."""
        marks = cell.ask(Of.RECORD, file, str)
        return self._remembered(file, marks[0], lambda: self._decoded(file)) if marks else None

    def as_said(self, cell: Cell, file: str) -> FileRecord | None:
        """Return a file's record as its readers' corrections have it, whatever lies beside it."""
        record, said = self.raw(cell, file), cell.ask(Of.SAID, file, list[Correction])
        return put_to(record, said, lambda other: self.raw(cell, other))[0] if said else record

    def _corrected(self, cell: Cell, file: str, mark: str) -> FileRecord:
        def made() -> FileRecord:
            record = self._decoded(file)
            said = cell.ask(Of.SAID, file, list[Correction])
            new = put_to(record, said, lambda other: self.raw(cell, other))[0] if said else record
            whole, _ = with_carrier(cell, new or record, partial(self.as_said, cell))
            return whole

        return self._remembered(f"{file} *", mark, made)

    def _remembered(self, file: str, mark: str, make: Callable[[], FileRecord]) -> FileRecord:
        if (file, mark) not in self._records:
            self._records[file, mark] = make()
        return self._records[file, mark]

    def _decoded(self, file: str) -> FileRecord:
        found = self._read(file)
        if isinstance(found, FileRecord):
            return found
        self._held += len(found)
        if self._held > _REMEMBERED:
            self._records.clear()
            self._papers.clear()
            self._held = len(found)
        return decoded(file, found)


def decoded(file: str, line: bytes) -> FileRecord:
    """Return the record that was kept of ``file``.

    Raises:
        StoreError: it is of a form that this luocdo no longer reads.
    """
    try:
        return decode(line)
    except msgspec.ValidationError as error:
        message = (
            f"bản ghi của {file} có dạng mà bản luocdo này không đọc được; bỏ tệp rồi nạp lại:"
            f" luocdo forget {file}"
        )
        raise StoreError(message) from error


def put_to(
    record: FileRecord | None,
    said: Iterable[list[Correction]],
    other: Callable[[str], FileRecord | None],
) -> tuple[FileRecord | None, list[Correction]]:
    """Return ``record`` as what readers ``said`` has it, and what of it has lost its place;
    ``other`` returns other files.
    """
    every = sorted((one for several in said for one in several), key=lambda one: (one.at, one.id))
    return corrected(record, every, other)


def _law_id(law: Law, issuers: Issuers) -> str:
    number = DocumentNumber.parse(law.number)
    return document_id(issuers.base(number, None, None), law.date[:4]) if number else ""
