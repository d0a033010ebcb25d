"""Answers as text (in câu trả lời): tables for a terminal or a pipe, JSON, CSV and Markdown.

First line: what was understood. Then what to act on, nearest date first. Then the rest as counts, each with the command
that opens it. Last lines: what is not in the answer and why.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import COLUMNS, Answer, Assignment, Note, Table, flat_rows
from luocdo.viz.lines import assignment_table, leads_table, state_counts
from luocdo.viz.words import heading, joined, one_line, plain_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class View:
    """What the reader opened beside the first look: past ones, body duties, rows through collectives, one role."""

    past: bool = False
    duties: bool = False
    groups: bool = False
    role: str = "LED_BY"
    command: str = ""


def printed(answer: Answer, form: str, lang: str = "vi", view: View | None = None) -> str:
    """Return ``answer`` as text in ``form``: table, json, csv or md."""
    seen = view or View()
    if not seen.duties and answer.kind in ("owners", "due"):
        shown = tuple(one for one in answer.assignments if one.block != "duties" or form == "table")
        answer = replace(answer, assignments=shown)
    if form == "json":
        return json.dumps(_records(answer), ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        return _csv(answer)
    blocks = {"unit": _unit, "owners": _owners, "due": _due}.get(answer.kind, _general)(answer, lang, seen)
    pieces = [
        [answer.title],
        *([note.text + _opens(note)] for note in answer.heads),
        *blocks,
        *([note.text + _opens(note)] for note in answer.notes),
    ]
    return "\n".join(line for piece in pieces for line in piece) + "\n" if form == "table" else _markdown(answer, lang)


def printed_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: str) -> str:
    """Return the raw rows of a question as text in ``form``."""
    lines = [list(row) for row in rows]
    if form == "json":
        return (
            json.dumps(
                [dict(zip(columns, row, strict=True)) for row in lines], ensure_ascii=False, indent=1, default=str
            )
            + "\n"
        )
    if form == "csv":
        return _csv_text(columns, lines)
    words = [[one_line(_cell(value)) for value in row] for row in lines]
    return plain_table(list(columns), words, style="github" if form == "md" else "simple") + "\n"


def _records(answer: Answer) -> list[dict[str, object]]:
    if answer.assignments or not answer.tables:
        return list(flat_rows(answer))
    return [
        {"table": table.title[1], **dict(zip(table.columns, row, strict=True))}
        for table in answer.tables
        for row in table.rows
    ]


def _csv(answer: Answer) -> str:
    if answer.assignments or not answer.tables:
        return _csv_text(COLUMNS, ([row[key] for key in COLUMNS] for row in flat_rows(answer)))
    return "".join(_csv_text(table.columns, table.rows) for table in answer.tables)


def _csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(_cell(value)) for value in row] for row in rows)
    return stream.getvalue()


def _harmless(words: str) -> str:
    """Keep a spreadsheet from taking a document's words for a formula."""
    return f"'{words}" if words.startswith(_RISKY) else words


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("display") or value.get("name") or value.get("text") or value.get("quote") or value)
    return "" if value is None else str(value)


def _opens(note: Note) -> str:
    return f"    {note.command}" if note.command else ""


def _unit(answer: Answer, lang: str, view: View) -> list[list[str]]:
    mine = [one for one in answer.assignments if one.block != "draft"]
    leads = _in_role(mine, answer.subject, "LED_BY", "stated")
    shown = _in_role(mine, answer.subject, view.role, "stated") if view.role != "LED_BY" else leads
    open_ones = [one for one in shown if view.past or one.state not in ("overdue", "late")]
    past = [one for one in shown if one.state in ("overdue", "late")]
    title = heading(
        {
            "LED_BY": "CHỦ TRÌ",
            "COORDINATED_BY": "PHỐI HỢP",
            "APPROVED_BY": "PHÊ DUYỆT",
            "REPORTS_TO": "NHẬN BÁO CÁO",
        }.get(view.role, view.role),
        lang,
    )
    blocks = [
        [f"{title} {len(shown)} phân công · {state_counts(shown)}"],
        assignment_table(open_ones, lang, subject=answer.subject),
    ]
    if past and not view.past:
        years = joined(
            f"{year}: {sum(one.limit is not None and one.limit.end_date[:4] == year for one in past)}"
            for year in sorted({one.limit.end_date[:4] for one in past if one.limit})
        )
        blocks.append([f" đã qua hạn  {len(past)} phân công ({years})    {view.command} --past"])
    duties = [one for one in answer.assignments if one.block == "duties" and _acts(one, answer.subject)]
    groups = [one for one in answer.assignments if one.block == "inferred"]
    if view.duties:
        blocks += [
            [f"TRÁCH NHIỆM KHÁC (thân văn bản) {len(duties)}"],
            assignment_table(duties, lang, subject=answer.subject),
        ]
    if view.groups:
        blocks += [[f"GIAO CHUNG {len(groups)}"], assignment_table(groups, lang, subject=answer.subject)]
    blocks.append([_rest(answer, mine, duties, groups)])
    blocks.append([one for one in [_drafts(answer, lang)] if one])
    return blocks


def _rest(
    answer: Answer, mine: Sequence[Assignment], duties: Sequence[Assignment], groups: Sequence[Assignment]
) -> str:
    coordinated = _in_role(mine, answer.subject, "COORDINATED_BY", "stated")
    approved = _in_role(mine, answer.subject, "APPROVED_BY", "stated")
    named = [one for one in mine if one.block == "words"]
    through_lead = [one for one in groups if any(role.role == "LED_BY" and role.kind == "nhóm" for role in one.roles)]
    pieces = [
        f"TRÁCH NHIỆM KHÁC (thân văn bản) {len(duties)} --duties",
        f"GIAO CHUNG {len(through_lead)} chủ trì, {len(groups) - len(through_lead)} phối hợp --groups",
        f"PHỐI HỢP {len(coordinated)} đích danh --role coordinate",
    ]
    pieces += [f"PHÊ DUYỆT {len(approved)} --role approve"] if approved else []
    pieces += [f"ĐƯỢC NÊU TRONG NỘI DUNG {len(named)}"] if named else []
    return " · ".join(pieces)


def _acts(one: Assignment, subject: str) -> bool:
    """Tell whether the unit itself acts: whoever only receives a report has no duty."""
    return any(role.unit_id == subject and role.role in ("LED_BY", "COORDINATED_BY") for role in one.roles)


def _in_role(assignments: Iterable[Assignment], subject: str, role: str, block: str) -> list[Assignment]:
    return [
        one
        for one in assignments
        if one.block == block and any(r.role == role and r.unit_id == subject for r in one.roles)
    ]


def _owners(answer: Answer, lang: str, view: View) -> list[list[str]]:
    rows = answer.block("direct", "stated", "inferred")
    blocks: list[list[str]] = [leads_table(rows, lang)] if rows else []
    for block, title in (("direct", "GIAO TRỰC TIẾP"), ("stated", "NÊU ĐÍCH DANH"), ("inferred", "SUY TỪ VĂN BẢN")):
        found = [one for one in rows if one.block == block]
        if found:
            tops = len({one.top for one in found})
            blocks += [
                [f"{heading(title, lang)}: {len(found)} phân công, {tops} nhiệm vụ"],
                assignment_table(found, lang, evidence=True),
            ]
    words = answer.block("words")
    if words:
        blocks += [
            [f"{heading('NỘI DUNG DẪN CHIẾU', lang)}: {len(words)}"],
            assignment_table(words, lang, evidence=True),
        ]
    duties = answer.block("duties")
    if view.duties and duties:
        blocks += [
            [f"{heading('TRÁCH NHIỆM TRONG THÂN VĂN BẢN', lang)}: {len(duties)}"],
            assignment_table(duties, lang, evidence=True),
        ]
    elif duties:
        blocks.append([f"{heading('TRÁCH NHIỆM TRONG THÂN VĂN BẢN', lang)}: {len(duties)}    {view.command} --duties"])
    return [*blocks, [one for one in [_drafts(answer, lang)] if one]]


def _drafts(answer: Answer, lang: str) -> str:
    drafts = answer.block("draft")
    return (
        "\n".join(
            [
                f"{heading('DỰ THẢO, chưa có hiệu lực', lang)}: {len(drafts)}",
                *assignment_table(drafts, lang, evidence=True),
            ]
        )
        if drafts
        else ""
    )


def _due(answer: Answer, lang: str, view: View) -> list[list[str]]:
    rows = [one for one in answer.assignments if one.block not in ("draft", "duties")]
    duties = answer.block("duties")
    blocks = [[f"{len(rows)} phân công · {state_counts(rows)}"], assignment_table(rows, lang, leads=True)]
    if view.duties and duties:
        blocks += [[f"TRÁCH NHIỆM TRONG THÂN VĂN BẢN: {len(duties)}"], assignment_table(duties, lang, leads=True)]
    elif duties:
        blocks.append([f"TRÁCH NHIỆM TRONG THÂN VĂN BẢN: {len(duties)}    {view.command} --duties"])
    return [*blocks, [one for one in [_drafts(answer, lang)] if one]]


def _general(answer: Answer, lang: str, view: View) -> list[list[str]]:
    del view
    blocks: list[list[str]] = []
    for table in answer.tables:
        blocks += [[f"{table.title[lang == 'en']}"], _lines(table, lang)]
    if answer.assignments:
        blocks += [[f"PHÂN CÔNG {len(answer.assignments)}"], assignment_table(answer.assignments, lang, leads=True)]
    return blocks


def _lines(table: Table, lang: str, style: str = "simple") -> list[str]:
    heads = [vi if lang == "vi" else en for vi, en in table.heads]
    return plain_table(heads, [[one_line(cell) for cell in row] for row in table.rows], style=style).splitlines()


def _markdown(answer: Answer, lang: str) -> str:
    pieces = [f"# {one_line(answer.title)}", *(f"- {one_line(note.text)}" for note in answer.heads)]
    if answer.assignments:
        rows = [[one_line(_cell(row[key])) for key in COLUMNS] for row in flat_rows(answer)]
        pieces.append("\n" + plain_table(list(COLUMNS), rows, style="github"))
    for table in answer.tables:
        pieces += [f"\n## {table.title[lang == 'en']}\n", *_lines(table, lang, "github")]
    return "\n".join([*pieces, "", *(f"- {one_line(note.text)}" for note in answer.notes)]) + "\n"
