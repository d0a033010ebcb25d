"""Going through what was read (soát), row by row beside its passage: right, corrected,
left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from luocdo.commands.console import store_option
from luocdo.commands.corrections import reader_option
from luocdo.commands.naming import the_document
from luocdo.commands.output import say
from luocdo.commands.typed import complete_file
from luocdo.commands.wording import told
from luocdo.graph.errors import LuocdoError
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from luocdo.graph.corrections.correction import Correction
    from luocdo.graph.corrections.saying import Reader
    from luocdo.graph.records import TaskRecord
    from luocdo.graph.stores.base import Store

_CHOICES = {
    "d": "đúng",
    "c": "sửa chủ trì",
    "h": "sửa hạn",
    "b": "không phải nhiệm vụ",
    "q": "qua",
    "t": "thôi",
}
_ASKED = " · ".join(f"[{key}] {words}" for key, words in _CHOICES.items())


@click.command()
@click.argument("name", metavar="FILE", shell_complete=complete_file)
@store_option
@reader_option
def review(name: str, store: str | None, by: str, why: str) -> None:
    """Soát một tệp hoặc văn bản FILE từng dòng bên câu trích; tỉ lệ phải sửa: luocdo
    corrections.
    """
    from luocdo.graph.corrections.keeping import said
    from luocdo.graph.corrections.keeping import say as keep
    from luocdo.graph.corrections.places import rows_of
    from luocdo.graph.corrections.saying import Reader, record_of

    reader = Reader(by, why)
    with open_store(store) as opened:
        record = record_of(opened, _file(opened, name))
        seen = {(one.file, one.place, one.quote) for one in said(opened.records())}
        rows = [
            row
            for row in rows_of(record)
            if not row.parts and (record.file, row.place, row.text) not in seen
        ]
        say(f"{record.file}: còn {len(rows)} dòng chưa soát")
        words: list[Correction] = []
        try:
            for at, row in enumerate(rows, 1):
                if not _review(opened, record.file, row, f"{at}/{len(rows)}", reader, words):
                    break
        except click.Abort:
            say("")
        if words:
            keep(opened, words)
        say(f"đã ghi {len(words)} lời; tỉ lệ phải sửa: luocdo corrections")


def _file(store: Store, name: str) -> str:
    return name if name in store.stamps() else the_document(store, name).source or name


def _review(
    store: Store, file: str, row: TaskRecord, count: str, reader: Reader, words: list[Correction]
) -> bool:
    """Show one row and take what is said of it; return False to stop."""
    _show(row, count)
    while True:
        choice = click.prompt(
            told(_ASKED),
            type=click.Choice(list(_CHOICES)),
            show_choices=False,
            prompt_suffix=" > ",
        )
        if choice == "t":
            return False
        if choice == "q":
            return True
        words += _word(store, file, row, choice, reader)
        if choice in ("d", "b"):
            return True


def _show(row: TaskRecord, count: str) -> None:
    say(f"\n{count}  {row.place}  {row.code or ''}".rstrip())
    say(f"  Việc:    {row.text}")
    for term, kind in (("Chủ trì", "LED_BY"), ("Phối hợp", "COORDINATED_BY")):
        found = [one.evidence.as_printed or "" for one in row.relations if one.type == kind]
        say(f"  {term}: {'; '.join(found) or 'không ghi'}")
    say(f"  Hạn:     {'; '.join(one.text for one in row.deadlines) or 'không ghi'}")
    say(f"  Câu in:  «{' '.join(row.evidence.quote.split())}»")


def _word(
    store: Store, file: str, row: TaskRecord, choice: str, reader: Reader
) -> list[Correction]:
    from luocdo.commands.corrections import understood_unit

    if choice == "d":
        return [reader.about("right", file, row.place, row.text)]
    if choice == "b":
        return [reader.about("left_out", file, row.place, row.text)]
    if choice == "h":
        day = click.prompt(
            told("  hạn đúng (dd/mm/yyyy)"), type=click.DateTime(["%d/%m/%Y", "%Y-%m-%d"])
        )
        return [reader.about("due", file, row.place, row.text, day.date().isoformat())]
    try:
        return [
            reader.about(
                "lead",
                file,
                row.place,
                row.text,
                understood_unit(store, click.prompt(told("  chủ trì đúng"))),
            )
        ]
    except LuocdoError as error:
        say(f"  {error}", err=True)
        return []
