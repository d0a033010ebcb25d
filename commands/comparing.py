"""Questions across papers (đối chiếu): what of a decision nobody takes up, what two papers say differently."""

from __future__ import annotations

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_document, the_unit


@click.command()
@click.argument("name", metavar="DOC")
@click.option(
    "--unit", "unit_name", metavar="NAME", help="Chỉ việc giao đơn vị này (đích danh hoặc qua tên gọi chung)."
)
@click.option("--in", "plan_name", metavar="PLAN", help="Chỉ đối chiếu với văn bản này.")
@click.option("--duties", is_flag=True, help="Kể cả trách nhiệm trong thân văn bản.")
@click.option("--taken", is_flag=True, help="Liệt kê cả việc đã thấy triển khai, với lý do nối.")
@common
def gaps(
    options: Options, name: str, *, unit_name: str | None, plan_name: str | None, duties: bool, taken: bool
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
@click.argument("names", nargs=-1, metavar="[DOC [DOC]]")
@common
def conflicts(options: Options, names: tuple[str, ...]) -> None:
    """Một việc hai ngày, hai cơ quan chủ trì, kế hoạch lỏng hơn quyết định; trong cả kho, một hoặc giữa hai văn bản."""
    from luocdo.queries.conflicts import conflicts as answer

    if len(names) > 2:  # noqa: PLR2004 - a paper, or two that are compared
        message = "nhiều nhất hai văn bản"
        raise click.UsageError(message)
    with options.opened() as store:
        found = answer(store, options.as_of, *(the_document(store, name) for name in names))
    options.show(found)


@click.command()
@click.argument("one", metavar="A")
@click.argument("two", metavar="B")
@click.option("--duties", is_flag=True, help="Kể cả trách nhiệm trong thân văn bản.")
@common
def compare(options: Options, one: str, two: str, *, duties: bool) -> None:
    """So hai văn bản: kế hoạch nhận việc nào của quyết định, bản sau khác bản trước chỗ nào."""
    from luocdo.queries.comparing import compare as answer

    with options.opened() as store:
        found = answer(store, the_document(store, one), the_document(store, two), options.as_of, duties=duties)
    options.show(found)
