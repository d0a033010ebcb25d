"""Answers in the format asked for (in câu trả lời): lines for a screen or a pipe, JSON, CSV and
Markdown.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import COLUMNS, Answer, FlatRow, Table, flat_rows
from luocdo.graph.marking import marked
from luocdo.graph.text import harmless
from luocdo.graph.visible import escaped, visible
from luocdo.viz.blocks import View
from luocdo.viz.duties import is_all
from luocdo.viz.screen import screen
from luocdo.viz.tables import markdown_table, text_table
from luocdo.viz.words import line_in, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["View", "printed", "printed_rows", "rows_as_answer"]


def printed(answer: Answer, form: str, lang: str = "vi", view: View | None = None) -> str:
    """Return ``answer`` as text in ``form``: table, json, csv or md."""
    seen = view or View()
    if form == "table":
        return "\n".join(screen(answer, lang, seen)) + "\n"
    if not (seen.duties or is_all(answer, answer.block("duties"))) and answer.kind in (
        "owners",
        "due",
    ):
        answer = replace(
            answer, assignments=tuple(one for one in answer.assignments if one.block != "duties")
        )
    answer = answer.limited(seen.limit)
    if form == "md":
        return _markdown(answer, lang)
    records = records_of(answer)
    if form == "json":
        return escaped(json.dumps(records, ensure_ascii=False, indent=1)) + "\n"
    columns = list(dict.fromkeys(key for record in records for key in record)) or list(COLUMNS)
    return _csv(columns, ([record.get(key) for key in columns] for record in records))


def printed_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: str) -> str:
    """Return the raw rows of a question as text in ``form``."""
    lines = [list(row) for row in rows]
    if form == "json":
        records = [dict(zip(columns, row, strict=True)) for row in lines]
        return escaped(json.dumps(records, ensure_ascii=False, indent=1, default=str)) + "\n"
    if form == "csv":
        return _csv(columns, lines)
    words = [[one_line(_cell(value)) for value in row] for row in lines]
    table = markdown_table(columns, words) if form == "md" else text_table(columns, words)
    return "".join(f"{line}\n" for line in table)


def records_of(answer: Answer) -> list[FlatRow]:
    """Return the flat rows: those of the tables under their title, then one per assignment and
    unit.
    """
    tables: list[FlatRow] = [
        {"table": table.title[1], **dict(zip(table.columns, row, strict=True))}
        for table in answer.tables
        for row in table.rows
    ]
    mark: FlatRow = {"table": "ASSIGNMENTS"} if tables else {}
    return tables + [mark | row for row in flat_rows(answer)]


def rows_as_answer(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Answer:
    """Return the raw rows of a question as an answer of one table, to be kept in a file."""
    lines = tuple(tuple(_cell(value) for value in row) for row in rows)
    table = Table(
        ("KẾT QUẢ", "ROWS"), tuple(columns), tuple((name, name) for name in columns), lines
    )
    return Answer(kind="rows", title=f"{len(lines)} dòng", tables=(table,))


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(visible(_cell(value))) for value in row] for row in rows)
    return stream.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return str(
            value.get("display")
            or value.get("name")
            or value.get("text")
            or value.get("quote")
            or value
        )
    return "" if value is None else str(value)


def _markdown(answer: Answer, lang: str) -> str:
    heads = (line_in(one_line(note.text), lang) for note in answer.heads)
    pieces = [f"# {line_in(one_line(answer.title), lang)}", "", *(f"- {words}" for words in heads)]
    if answer.assignments:
        rows = [[_cell(row[key]) for key in COLUMNS] for row in flat_rows(answer)]
        pieces += ["", *markdown_table(COLUMNS, rows)]
    for table in answer.tables:
        if table.rows:
            named = [pair[lang == "en"] for pair in table.heads]
            pieces += [
                "",
                f"## {table.title[lang == 'en']}",
                "",
                *markdown_table(named, marked(table).rows),
            ]
    return (
        "\n".join(
            [*pieces, "", *(f"- {line_in(one_line(note.text), lang)}" for note in answer.notes)]
        )
        + "\n"
    )
