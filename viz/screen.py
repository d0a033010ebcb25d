"""Answers on a screen (trên màn hình): what was understood, what to act on, the rest as counts,
what is left out and why.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.viz.blocks import assignment_block, draft_blocks, duty_blocks, plain
from luocdo.viz.lines import counted, leads_table, state_counts
from luocdo.viz.tables import terminal_width, wrapped_lines
from luocdo.viz.unit_blocks import unit_blocks
from luocdo.viz.words import heading, joined, line_in, one_line

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Note
    from luocdo.viz.blocks import Block, View

_FIRST_LINE = 110


def screen(answer: Answer, lang: str, view: View) -> list[str]:
    """Return the lines of ``answer``; on a terminal each row bears the number by which it is
    opened.
    """
    view = (
        replace(view, numbers=_numbers(answer))
        if terminal_width() and answer.kind != "row"
        else view
    )
    blocks = {"unit": unit_blocks, "owners": _owners, "due": _due}.get(answer.kind, _general)(
        answer, lang, view
    )
    day = "/".join(reversed(answer.as_of.split("-")))
    last = [f"{heading('Tính đến', lang)} {day}."] if answer.assignments else []
    pieces = [_first(answer, lang), *blocks, [_told(note, lang) for note in answer.notes], last]
    return wrapped_lines([line for piece in pieces for line in piece])


def _numbers(answer: Answer) -> dict[int, int]:
    """Number the rows of tables, then the assignments, as `opened.one_row` counts them."""
    before = sum(len(table.rows) for table in answer.tables)
    return {id(one): before + at for at, one in enumerate(answer.assignments, 1)} or {0: before}


def _first(answer: Answer, lang: str) -> Block:
    """Return the title with what was understood beside it, where one line holds both."""
    title, notes = (
        line_in(one_line(answer.title), lang),
        [_told(note, lang) for note in answer.heads],
    )
    if notes and len(title) + 4 + len(notes[0]) <= (terminal_width() or _FIRST_LINE):
        return [f"{title}    {notes[0]}", *notes[1:]]
    return [title, *notes]


def _told(note: Note, lang: str) -> str:
    return line_in(one_line(note.text), lang) + (f"    {note.command}" if note.command else "")


def _owners(answer: Answer, lang: str, view: View) -> list[Block]:
    rows = answer.block("direct", "stated", "inferred")
    blocks: list[Block] = [leads_table(rows, lang, view.limit)] if rows else []
    titles = (
        ("direct", "GIAO TRỰC TIẾP"),
        ("stated", "NÊU ĐÍCH DANH"),
        ("inferred", "SUY TỪ VĂN BẢN"),
    )
    for block, title in titles:
        if found := [one for one in rows if one.block == block]:
            head = f"{heading(title, lang)}: {counted(found, lang)} · {state_counts(found, lang)}"
            blocks += [[head], assignment_block(found, lang, view, evidence=True)]
    if words := answer.block("words"):
        head = f"{heading('NỘI DUNG DẪN CHIẾU', lang)}: {counted(words, lang)}"
        blocks += [[head], assignment_block(words, lang, view, evidence=True)]
    return [*blocks, *duty_blocks(answer, lang, view), *draft_blocks(answer, lang, view)]


def _due(answer: Answer, lang: str, view: View) -> list[Block]:
    rows = answer.block("direct", "stated", "inferred", "words")
    named = [one for one in rows if one.via_relation != "MEMBER_OF"]
    shared = [one for one in rows if one.via_relation == "MEMBER_OF"]
    head = joined(
        piece
        for piece in (f"{len(named)} {heading('phân công', lang)}", state_counts(named, lang))
        if piece
    )
    blocks = [[head], assignment_block(named, lang, view, leads=True)]
    if shared:
        title = f"{heading('GIAO CHUNG', lang)} {len(shared)} {heading('phân công', lang)}"
        blocks += [
            [joined((title, state_counts(shared, lang)))],
            assignment_block(shared, lang, view, leads=True),
        ]
    return [*blocks, *duty_blocks(answer, lang, view), *draft_blocks(answer, lang, view)]


def _general(answer: Answer, lang: str, view: View) -> list[Block]:
    blocks: list[Block] = []
    before = 0
    for table in answer.tables:
        title = [table.title[lang == "en"]] if table.title[0] else []
        numbered = before if view.numbers else None
        blocks += [title, plain(table, lang, view.limit, numbered)] if table.rows else []
        before += len(table.rows)
    if answer.assignments:
        counts = f"{counted(answer.assignments, lang)} · {state_counts(answer.assignments, lang)}"
        blocks += [
            [f"{heading('PHÂN CÔNG', lang)}: {counts}"],
            assignment_block(answer.assignments, lang, view, leads=True),
        ]
    return blocks or [[heading("(không có dòng nào)", lang)]]
