"""Finding (tìm): words wherever they stand, and what came in lately."""

from __future__ import annotations

import datetime

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_unit
from luocdo.commands.passages import Passages
from luocdo.commands.typed import DAY, joined, unit_option
from luocdo.graph.errors import NothingFoundError

_WEEK = datetime.timedelta(days=7)


@click.command()
@click.argument("words", metavar="LỜI", nargs=-1, required=True, callback=joined)
@click.option("--drafts", is_flag=True, help="Kể cả dự thảo.")
@click.option("--loose", is_flag=True, help="Kể cả chỗ khác dấu, gần giống, không liền nhau.")
@common
def find(options: Options, words: str, *, drafts: bool, loose: bool) -> None:
    """Tìm LỜI trong việc, sản phẩm, trích yếu, chỉ tiêu, tên đơn vị, lời văn; không dấu, gõ
    nhầm vẫn thấy.
    """
    from luocdo.queries.finding import FindOptions
    from luocdo.queries.finding import find as answer

    with options.opened() as store:
        found = answer(
            store, words, options.as_of, FindOptions(drafts=drafts, loosely=loose), Passages()
        )
    if not found.tables:
        message = f"không đâu trong kho có «{words}»; " + "; ".join(
            note.text for note in found.notes
        )
        raise NothingFoundError(message.removesuffix("; "))
    options.show(found)


@click.command()
@click.option("--since", type=DAY, help="Từ ngày (mặc định: 7 ngày trước).")
@click.option("--to", "until", type=DAY, help="Đến hết ngày.")
@click.option(
    "--issued", is_flag=True, help="Tính theo ngày ban hành, không theo ngày nạp vào kho."
)
@unit_option(help="Chỉ việc giao đơn vị này.")
@click.option("--drafts", is_flag=True, help="Kể cả việc trong dự thảo.")
@common
def new(
    options: Options,
    *,
    since: datetime.datetime | None,
    until: datetime.datetime | None,
    issued: bool,
    unit_name: str | None,
    drafts: bool,
) -> None:
    """Văn bản mới vào kho từ một ngày, giao việc gì cho ai."""
    from luocdo.queries.arriving import NewOptions
    from luocdo.queries.arriving import new as answer

    last = until.date() if until else None
    first = since.date() if since else (last or options.as_of) - _WEEK
    with options.opened() as store:
        asked = NewOptions(
            first.isoformat(),
            issued=issued,
            unit=the_unit(store, unit_name)[0] if unit_name else None,
            drafts=drafts,
            until=last.isoformat() if last else "",
        )
        found = answer(store, options.as_of, asked)
    options.show(found)
