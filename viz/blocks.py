"""Blocks of lines on a screen (khối dòng): assignments, the first few or all of
them, duties, drafts, tables of words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.marking import marked
from luocdo.viz.duties import is_all
from luocdo.viz.lines import assignment_table, counted
from luocdo.viz.tables import text_table
from luocdo.viz.words import cell_in, heading, joined, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from luocdo.graph.answers import Answer, Assignment, Table

Block = list[str]
_DUTIES = "TRÁCH NHIỆM TRONG THÂN VĂN BẢN"


@dataclass(frozen=True, slots=True)
class View:
    """What the reader opened beside the first look: past ones, body duties, rows through
    collectives, one role.

    ``numbers`` are those by which rows are opened on a terminal: of an assignment by the identity
    of its object.
    """

    past: bool = False
    duties: bool = False
    groups: bool = False
    role: str = "LED_BY"
    limit: int | None = None
    numbers: Mapping[int, int] = field(default_factory=dict)


def assignment_block(
    assignments: Sequence[Assignment], lang: str, view: View, **kind: object
) -> Block:
    """Return at most ``view.limit`` rows, saying how many are left."""
    shown = assignments if view.limit is None else assignments[: view.limit]
    left = len(assignments) - len(shown)
    lines = assignment_table(shown, lang, numbers=view.numbers, **kind)  # type: ignore[arg-type]  # passed through
    more = f" … {heading('còn', lang)} {left} {heading('phân công', lang)}    --full"
    return [*lines, *([more] if left else [])]


def duty_blocks(answer: Answer, lang: str, view: View) -> list[Block]:
    """Return the duties of body clauses: counted by document, listed when asked for."""
    duties = answer.block("duties")
    if not duties:
        return []
    head = f"{heading(_DUTIES, lang)}: {len(duties)}"
    if view.duties or is_all(answer, duties):
        return [[head], assignment_block(duties, lang, view, evidence=True)]
    documents = [one.short for one in duties]
    counts = joined(f"{name}: {documents.count(name)}" for name in dict.fromkeys(documents))
    return [[f"{head} ({counts})    {answer.command} --duties"]]


def draft_blocks(answer: Answer, lang: str, view: View) -> list[Block]:
    """Return what drafts would assign, under a heading of its own."""
    drafts = answer.block("draft")
    head = f"{heading('DỰ THẢO, chưa có hiệu lực', lang)}: {counted(drafts, lang)}"
    return [[head], assignment_block(drafts, lang, view, evidence=True)] if drafts else []


def plain(table: Table, lang: str, limit: int | None, before: int | None = None) -> Block:
    """Return a table of words; its ``under`` columns stand beneath each row: the sentence, then
    where it is.

    Rows are numbered from behind ``before`` where it is given.
    """
    table = marked(table)
    apart = table.hidden | set(table.under)
    rows = table.rows if limit is None else table.rows[:limit]
    kept = [
        at
        for at, name in enumerate(table.columns)
        if name not in apart and any(row[at] for row in rows)
    ]
    below = [
        _beneath(dict(zip(table.columns, row, strict=True)), table.under, lang) for row in rows
    ]
    heads = [table.heads[at][lang == "en"] for at in kept]
    cells = [[cell_in(table.columns[at], one_line(row[at]), lang) for at in kept] for row in rows]
    if before is not None:
        heads = [heading("Số", lang), *heads]
        cells = [[str(before + number), *row] for number, row in enumerate(cells, 1)]
    lines = text_table(heads, cells, below)
    left = len(table.rows) - len(rows)
    return [
        *lines,
        *([f" … {heading('còn', lang)} {left} {heading('dòng', lang)}    --full"] if left else []),
    ]


def _beneath(row: dict[str, str], under: Sequence[str], lang: str) -> str:
    told = {name: cell_in(name, one_line(row[name]), lang) for name in under if row[name].strip()}
    return " ".join(f"«{words}»" if name == "quote" else words for name, words in told.items())
