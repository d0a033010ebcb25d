"""Look-ups (tra cứu): who owns what, where a duty comes from, what falls to a unit,
what is due.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_document, the_documents, the_unit
from luocdo.commands.output import written
from luocdo.commands.typed import (
    DAY,
    complete_document,
    complete_unit,
    document_argument,
    joined,
    unit_option,
)
from luocdo.graph.visible import visible

_ROLES = {
    "lead": "LED_BY",
    "coordinate": "COORDINATED_BY",
    "approve": "APPROVED_BY",
    "report_to": "REPORTS_TO",
    "partner": "NAMED_PARTNER",
}


@click.command()
@document_argument("name")
@click.option("--drafts", is_flag=True, help="Kể cả dự thảo, trong khối riêng.")
@click.option("--duties", is_flag=True, help="Liệt kê trách nhiệm trong thân văn bản.")
@click.option("--all-bases", is_flag=True, help="Kể cả qua căn cứ về thẩm quyền.")
@click.option("--derived-only", is_flag=True, help="Bỏ phần văn bản giao trực tiếp.")
@unit_option(help="Chỉ việc đơn vị này chủ trì hoặc phối hợp.")
@common
def owners(
    options: Options,
    name: str,
    *,
    unit_name: str | None,
    drafts: bool,
    duties: bool,
    all_bases: bool,
    derived_only: bool,
) -> None:
    """Ai chủ trì, ai phối hợp mọi việc bắt nguồn từ văn bản DOC."""
    from luocdo.queries.owners import OwnersOptions
    from luocdo.queries.owners import owners as answer

    with options.opened() as store:
        unit = the_unit(store, unit_name)[0] if unit_name else None
        asked = OwnersOptions(
            drafts=drafts, all_bases=all_bases, derived_only=derived_only, unit=unit
        )
        found = answer(store, the_document(store, name), options.as_of, asked)
    options.show(found, duties=duties)


@click.command()
@document_argument("name")
@click.option(
    "--text", is_flag=True, help="In văn bản như đã đọc (với tệp không phải văn bản thuần)."
)
@common
def document(options: Options, name: str, *, text: bool) -> None:
    """Mọi điều về một văn bản DOC."""
    from luocdo.queries.document import document as answer

    if text:
        from luocdo.loaders.source import read_source

        click.echo(visible(read_source(Path(name)).text), nl=False)
        return
    with options.opened() as store:
        options.show(answer(store, the_document(store, name), options.as_of))


@click.command()
@click.argument(
    "name", metavar="NAME", nargs=-1, required=True, callback=joined, shell_complete=complete_unit
)
@click.option("--past", is_flag=True, help="Liệt kê cả việc đã qua hạn.")
@click.option("--duties", is_flag=True, help="Liệt kê trách nhiệm trong thân văn bản.")
@click.option("--groups", is_flag=True, help="Liệt kê việc giao chung.")
@click.option("--drafts", is_flag=True, help="Kể cả dự thảo, trong khối riêng.")
@click.option("--role", type=click.Choice(list(_ROLES)), default="lead", help="Vai trò cần xem.")
@click.option("--status", is_flag=True, help="Việc chủ trì nay ra sao, theo văn bản báo cáo.")
@common
def unit(
    options: Options,
    name: str,
    *,
    past: bool,
    duties: bool,
    groups: bool,
    drafts: bool,
    role: str,
    status: bool,
) -> None:
    """Việc của đơn vị NAME: "cuc cntt", "Cục CNTT", "vu gddh"."""
    from luocdo.queries.reported import status as became
    from luocdo.queries.unit import UnitOptions
    from luocdo.queries.unit import unit as answer

    with options.opened() as store:
        node, how = the_unit(store, name)
        found = answer(store, node, options.as_of, UnitOptions(name, how, drafts))
        if status:
            options.show(became(store, found))
            return
    options.show(found, past=past, duties=duties, groups=groups, role=_ROLES[role])


@click.command()
@click.option("--from", "start", type=DAY, help="Từ ngày (mặc định: ngày tính).")
@click.option("--to", "finish", type=DAY, help="Đến hết ngày.")
@click.option(
    "--within", "year", type=click.IntRange(1945, 2200), metavar="NĂM", help="Trong năm."
)
@click.option(
    "--within-days", type=click.IntRange(0, 3660), metavar="SỐ", help="Trong bấy nhiêu ngày tới."
)
@click.option("--month", default="", metavar="THÁNG", help="Trong tháng: 2025-11, 11/2025.")
@click.option("--quarter", default="", metavar="QUÝ", help="Trong quý: IV/2025, 4/2025.")
@click.option("--overdue", is_flag=True, help="Đã qua hạn.")
@click.option(
    "--ics", type=click.Path(path_type=Path, dir_okay=False), help="Ghi thêm tệp lịch (.ics)."
)
@unit_option(help="Chỉ việc của đơn vị.")
@click.option(
    "--document",
    "document_name",
    metavar="DOC",
    shell_complete=complete_document,
    help="Chỉ việc bắt nguồn từ văn bản.",
)
@click.option("--drafts", is_flag=True, help="Kể cả dự thảo, trong khối riêng.")
@click.option("--duties", is_flag=True, help="Liệt kê trách nhiệm trong thân văn bản.")
@common
def due(
    options: Options,
    *,
    unit_name: str | None,
    document_name: str | None,
    drafts: bool,
    duties: bool,
    ics: Path | None,
    **period: Any,  # noqa: ANN401 - the options of the period
) -> None:
    """Việc có hạn trong một khoảng: --within 2025, --from … --to …."""
    from luocdo.queries.due import DueOptions
    from luocdo.queries.due import due as answer
    from luocdo.queries.periods import LAST, Asked, period_asked

    start, finish = period_asked(options.as_of, Asked(**period))
    if finish < start:  # the answer refuses it as well; here the use of the command is told
        message = f"--to {finish} đứng trước --from {start}"
        raise click.UsageError(message)
    with options.opened() as store:
        asked = DueOptions(
            start,
            finish,
            unit=the_unit(store, unit_name)[0] if unit_name else None,
            document=the_document(store, document_name) if document_name else None,
            drafts=drafts,
            overdue=period["overdue"],
            recurring=period["year"] is None,
            series=ics is not None and finish == LAST,
        )
        found = answer(store, asked, options.as_of)
    if ics is not None:
        from luocdo.viz.calendar import calendar_file

        with written(ics) as stream:
            stream.write(calendar_file(found))
    options.show(found, duties=duties)


@click.command()
@document_argument("names", metavar="A B", callback=None)
@common
def why(options: Options, names: tuple[str, ...]) -> None:
    """Vì sao văn bản A dính đến văn bản B: đường ngắn nhất, với câu trích từng bước."""
    from luocdo.queries.why import why as answer

    with options.opened() as store:
        one, two = the_documents(store, names, 2, 2)
        options.show(answer(store, one, two, options.as_of))
