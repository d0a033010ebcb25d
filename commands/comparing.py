"""Questions across papers (đối chiếu): what of a decision nobody takes up, what two papers say
differently.
"""

from __future__ import annotations

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_document, the_documents, the_unit
from luocdo.commands.typed import complete_document, document_argument, unit_option


@click.command()
@document_argument("name")
@unit_option(help="Chỉ việc giao đơn vị này (đích danh hoặc qua tên gọi chung).")
@click.option(
    "--in",
    "plan_name",
    metavar="PLAN",
    shell_complete=complete_document,
    help="Chỉ đối chiếu với văn bản này.",
)
@click.option("--duties", is_flag=True, help="Kể cả trách nhiệm trong thân văn bản.")
@click.option("--taken", is_flag=True, help="Liệt kê cả việc đã thấy triển khai, với lý do nối.")
@common
def gaps(
    options: Options,
    name: str,
    *,
    unit_name: str | None,
    plan_name: str | None,
    duties: bool,
    taken: bool,
) -> None:
    """Việc của văn bản DOC mà chưa văn bản nào trong kho triển khai, kèm việc gần nhất."""
    from luocdo.queries.gaps import GapsOptions
    from luocdo.queries.gaps import gaps as answer

    with options.opened() as store:
        asked = GapsOptions(
            unit=the_unit(store, unit_name)[0] if unit_name else None,
            plan=the_document(store, plan_name) if plan_name else None,
            duties=duties,
            taken=taken,
        )
        found = answer(store, the_document(store, name), options.as_of, asked)
    options.show(found)


@click.command()
@document_argument("names", metavar="[DOC [DOC]]", required=False, callback=None)
@common
def conflicts(options: Options, names: tuple[str, ...]) -> None:
    """Một việc hai ngày, hai cơ quan chủ trì, kế hoạch lỏng hơn quyết định; trong cả kho, một hoặc
    giữa hai văn bản.
    """
    from luocdo.queries.conflicts import conflicts as answer

    with options.opened() as store:
        found = answer(store, options.as_of, *(the_documents(store, names, 0, 2) if names else ()))
    options.show(found)


@click.command()
@document_argument("names", metavar="A B", callback=None)
@click.option("--duties", is_flag=True, help="Kể cả trách nhiệm trong thân văn bản.")
@common
def compare(options: Options, names: tuple[str, ...], *, duties: bool) -> None:
    """So hai văn bản: kế hoạch nhận việc nào của quyết định, bản sau khác bản trước chỗ nào."""
    from luocdo.queries.comparing import compare as answer

    with options.opened() as store:
        one, two = the_documents(store, names, 2, 2)
        found = answer(store, one, two, options.as_of, duties=duties)
    options.show(found)
