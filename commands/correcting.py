"""Commands by which a reader says what a reading could not know (lời người đọc)."""

from __future__ import annotations

import datetime
import getpass

import click

from luocdo.commands.console import store_option
from luocdo.commands.output import say
from luocdo.commands.typed import DAY, complete_file
from luocdo.graph.stores.opening import open_store


@click.command()
@click.argument("file", shell_complete=complete_file)
@click.argument("number", required=False, default="")
@store_option
@click.option("--date", "day", type=DAY, help="Ngày ban hành.")
@click.option("--issuer", default="", help="Cơ quan ban hành, nếu đầu văn bản không ghi.")
@click.option(
    "--by", envvar="LUOCDO_READER", default="", help="Ai nói (mặc định tên người dùng máy)."
)
@click.option("--why", default="", help="Vì sao biết.")
@click.option("--undo", is_flag=True, help="Rút lại lời đã nói về tệp này.")
def identify(
    file: str,
    number: str,
    store: str | None,
    day: datetime.datetime | None,
    issuer: str,
    by: str,
    why: str,
    *,
    undo: bool,
) -> None:
    """Nói một tệp không số, không ngày là văn bản nào: luocdo identify ke-hoach.docx 38/KH-UBND
    --date 2025-02-20.
    """
    from luocdo.graph.corrections.correction import Correction
    from luocdo.graph.corrections.identifying import identify as keep
    from luocdo.graph.corrections.identifying import unidentify

    if undo == bool(number):
        message = "cần số, ký hiệu của văn bản, hoặc --undo để rút lại"
        raise click.UsageError(message)
    now = datetime.datetime.now(tz=datetime.UTC).astimezone().isoformat(timespec="seconds")
    with open_store(store) as opened:
        if undo:
            gone = unidentify(opened, file)
            say(f"đã rút: {gone.file} là {gone.value} (lời {gone.by}, {gone.at[:10]})")
            return
        said = keep(
            opened,
            Correction(
                kind="document",
                file=file,
                value=number,
                date=day.date().isoformat() if day else "",
                issuer=issuer,
                by=by or getpass.getuser(),
                at=now,
                why=why,
            ),
        )
    say(
        f"{said.file} là {said.value}{_dated(said.date)} (lời {said.by}); rút lại: luocdo identify"
        f" {file} --undo"
    )


def _dated(date: str) -> str:
    return f" ngày {'/'.join(reversed(date.split('-')))}" if date else ""
