"""Cells are made again only where something they asked for has changed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from luocdo.graph.growing.ledger import Ledger
from luocdo.graph.growing.step import Cell, Of, Step, run, tell_from_outside

if TYPE_CHECKING:
    from collections.abc import Mapping


class Years:
    """Two steps: which years files say of a number, and of each number which years are known."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.made: list[str] = []
        self.steps = (Step(1, (Of.RECORD,), self._said), Step(2, (Of.MEANT,), self._meant))

    def _said(self, cell: Cell) -> None:
        for words in cell.ask(Of.RECORD, cell.name, str):
            number, _, year = words.partition(" ")
            cell.tell(Of.MEANT, cell.name, number)
            if year:
                cell.tell_set(Of.YEAR, number, [year])

    def _meant(self, cell: Cell) -> None:
        self.made.append(cell.name)
        for number in cell.ask(Of.MEANT, cell.name, str):
            cell.tell(Of.OWN, cell.name, cell.ask_set(Of.YEAR, number, str))

    def load(self, files: Mapping[str, str | None]) -> list[str]:
        """Return the cells of the second step that were made again."""
        self.made.clear()
        run(self._ledger, self.steps, tell_from_outside(self._ledger, Of.RECORD, files))
        return self.made

    def meant(self, file: str) -> list[str]:
        return Cell("", self._ledger).ask(Of.OWN, file, list[str])[0]


def test_what_others_tell_makes_a_cell_again_only_where_it_is_new() -> None:
    with closing(Ledger(None)) as ledger:
        ledger.begin("")
        years = Years(ledger)
        assert years.load({"a": "131", "b": "749", "c": "131 2022"}) == ["a", "b", "c"]
        assert years.meant("a") == ["2022"]
        assert years.load({"d": "131 2023"}) == ["a", "c", "d"]  # all that asked for 131
        assert years.load({"e": "131 2022"}) == ["e"]  # one more says what is known
        assert years.load({"c": None}) == ["c"]  # another still says it
        assert years.load({"e": None}) == ["a", "d", "e"]  # now nobody does
        assert years.meant("a") == ["2023"]


def test_a_ledger_of_other_rules_is_begun_anew() -> None:
    with closing(Ledger(None)) as ledger:
        ledger.begin("rules")
        Years(ledger).load({"a": "131 2022"})
        ledger.commit()
        ledger.begin("rules")
        assert list(ledger.keys(Of.RECORD)) == ["a"]
        ledger.commit()
        ledger.begin("other rules")
        assert list(ledger.keys(Of.RECORD)) == []
