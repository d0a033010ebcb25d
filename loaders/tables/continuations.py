"""Rows without a number of their own (dòng không có số): the rest of the row above, or a further
assignment of its task.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.tables.cell_fit import UNITS
from luocdo.loaders.tables.cuts import (
    begins_low,
    deadline_goes_on,
    goes_on,
    halves,
    repeats,
    units_go_on,
)
from luocdo.loaders.tables.draft import GIVEN, INHERITED, DraftRow, SubRow
from luocdo.loaders.tables.grid import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.loaders.tables.draft import Pieces
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import TableRow
    from luocdo.loaders.text.page import Page


@dataclass(slots=True)
class FurtherRow:
    """A printed row below the rows of ``task``: the pieces of its cells, and their words, by role;
    what merged cells lend.
    """

    page: Page
    row: TableRow
    task: DraftRow
    cells: dict[Role, Pieces]
    texts: dict[Role, str]
    merged: Mapping[Role, Pieces] = field(default_factory=dict)

    @property
    def above(self) -> SubRow:
        """The assignment above."""
        return self.task.subrows[-1]

    def take(self) -> None:
        """Add the row to its task; what a basis column holds belongs to the whole task."""
        self.task.basis = (*self.task.basis, *self.cells.pop("basis", ()))
        self._drop_repeated()
        if self._is_assignment():
            self._assign()
        else:
            self._continue()
        self.task.rebuilt = self.task.rebuilt or self.row.after_break

    def mend_leaks(self) -> None:
        """Give the row above what a page break left in this numbered row: "toàn tỉnh. Tất cả các
        trường …".
        """
        for role in ("lead", "coordinate"):
            if (
                role not in self.cells
                or not self.above.get(role)
                or not self.texts[role][0].islower()
            ):
                continue
            rest, own = halves(self.page, self.cells[role][0])
            if own and self.page.text(rest).endswith("."):
                self._append(role, (rest,))
                self.cells[role] = (own, *self.cells[role][1:])
                self.task.rebuilt = True

    def _words_above(self, role: Role) -> str:
        return cell_text(self.page, self.task.text if role == "text" else self.above.get(role))

    def _drop_repeated(self) -> None:
        """Drop cells that print the end of the cell above once more, or that of its neighbour,
        shifted.
        """
        for role in ("text", "lead", "coordinate"):
            text = self.texts.get(role, "")
            mine = repeats(self._words_above(role), text) and (role == "text" or begins_low(text))
            shifted = (
                role == "coordinate"
                and begins_low(text)
                and repeats(self._words_above("lead"), text)
            )
            if text and (mine or shifted):
                self.cells.pop(role, None)
                self.texts.pop(role, None)

    def _is_assignment(self) -> bool:
        """Return whether the row has a lead, a time limit or a product of its own.

        Below words that a merged cell prints once, a row with anything of its own is one that the
        drafter ruled.
        """
        if "text" in self.merged and not self.row.after_break:
            return any(not self._is_half(role) for role in GIVEN if role in self.texts)
        lead, due, product = (self.texts.get(role, "") for role in ("lead", "deadline", "product"))
        new_due = bool(due) and not deadline_goes_on(self._words_above("deadline"), due)
        if new_due or (lead and self._is_new_lead(lead)):
            return True
        own = bool(product) and "text" not in self.texts and not begins_low(product)
        return own and not self.row.after_break and bool(self.above.get("product"))

    def _is_half(self, role: Role) -> bool:
        """Tell a cell that begins within a name or a sentence: a file made of pages rules the
        halves of a cut row apart.
        """
        text = self.texts[role]
        return units_go_on("", text) if role in UNITS else begins_low(text)

    def _is_new_lead(self, lead: str) -> bool:
        above = self._words_above("lead")
        if units_go_on(above, lead) or (above and self._is_end_of_name(lead)):
            return False
        if self.row.after_break and fold(lead) == fold(above):
            halved = begins_low(self.texts.get("text", "")) or units_go_on(
                "", self.texts.get("coordinate", "")
            )
            return not halved
        return True

    def _is_end_of_name(self, lead: str) -> bool:
        """Tell "Nam tỉnh" on top of a page: no unit begins so, and nothing else in the
        row is new.
        """
        first = lead.split(maxsplit=1)[0]
        new = [role for role in ("text", "deadline", "product") if role in self.texts]
        if not self.row.after_break or first.isupper() or starts_with_head(lead):
            return False
        return all(begins_low(self.texts[role]) for role in new)

    def _assign(self) -> None:
        """Add an assignment; cells that are halves of sentences go to the row above."""
        words = self.cells.pop("text", ())
        if words and self._words_go_on():
            self._add_words(words)
            words = ()
        if self.row.after_break:
            self._give_back()
        own = {
            role: pieces for role, pieces in self.cells.items() if role not in {"code", "group"}
        }
        surplus = self.row.printed > len(self.row.cells)
        sub = SubRow(
            own,
            self.row.span,
            words,
            columns=columns_of(self.row),
            surplus=surplus,
            certain=self.row.certain and self._is_below_its_task(words),
        )
        sub.lend({role: self._whole(role, pieces) for role, pieces in self.merged.items()})
        self.task.subrows.append(sub)

    def _is_below_its_task(self, words: Pieces) -> bool:
        """Tell a row of which the drawing says what task it belongs to: its merged words, or its
        merged number or group above ``words`` of its own.

        Below the rest of words that a page cut, or below none, it does not say so.
        """
        if words and {"code", "group"} & self.merged.keys():
            return True
        return self.merged.get("text", ())[:1] == self.task.text[:1]

    def _whole(self, role: Role, pieces: Pieces) -> Pieces:
        """Return the whole cell of which a merged one prints the rest."""
        cells = (sub.get(role) for sub in reversed(self.task.subrows))
        return next((cell for cell in cells if set(pieces) <= set(cell)), pieces)

    def _words_go_on(self) -> bool:
        text = self.texts["text"]
        return (
            goes_on(self._words_above("text"), text) if self.row.after_break else begins_low(text)
        )

    def _give_back(self) -> None:
        for role in ("lead", "coordinate"):
            if (
                role in self.cells
                and begins_low(self.texts[role])
                and units_go_on("", self.texts[role])
            ):
                self._append(role, self.cells.pop(role))
        if "product" in self.cells and begins_low(self.texts["product"]):
            rest, own = halves(self.page, self.cells.pop("product")[0])
            self.above.cells["product"] = (*self.above.get("product"), rest)
            if own:
                self.cells["product"] = (own,)

    def _continue(self) -> None:
        """Add the pieces of the row to the cells above."""
        words = self.cells.pop("text", self.cells.pop("target", ()))
        if words:
            self._add_words(words)
        for role, pieces in self.cells.items():
            if role not in {"code", "group", "money", "sources"}:
                self._append(role, pieces)
        self.task.rebuilt = self.task.rebuilt or bool(self.texts)

    def _add_words(self, words: Pieces) -> None:
        if len(self.task.subrows) == 1:
            self.task.text = self.above.text = (*self.task.text, *words)
        elif self.above.text:
            self.above.text = (*self.above.text, *words)
        else:
            self.task.text = (*self.task.text, *words)

    def _append(self, role: Role, pieces: Pieces) -> None:
        """Add ``pieces`` to the nearest cell of that role above."""
        owner = self.above
        if role in INHERITED:
            owner = next((sub for sub in reversed(self.task.subrows) if sub.get(role)), owner)
            if repeats(cell_text(self.page, owner.get(role)), cell_text(self.page, pieces)):
                return
        for sub in reversed(self.task.subrows[: self.task.subrows.index(owner) + 1]):
            sub.cells[role] = (*sub.get(role), *pieces)
            if role not in sub.inherited:  # else the cell itself stands further up
                break


def columns_of(row: TableRow) -> dict[int, Pieces]:
    """Return the filled cells of a printed row by column."""
    return {at: (cell,) for at, cell in enumerate(row.cells) if cell}
