"""Lists (danh sách): what a document asks for - reports, approvals, changes, money, targets -,
documents and units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_document, the_documents
from luocdo.commands.typed import DAY, document_argument
from luocdo.graph.forces import FORCES

if TYPE_CHECKING:
    import datetime


def of_a_document(name: str, told: str) -> click.Command:
    """Return the command that shows the answer ``name`` of `queries.listing` or `queries.lineage`
    about one document; ``told`` is its help.
    """

    @document_argument("words")
    @common
    def command(options: Options, words: str) -> None:
        from luocdo.queries import lineage, listing

        answer = getattr(listing, name, None) or getattr(lineage, name)
        with options.opened() as store:
            options.show(answer(store, the_document(store, words), options.as_of))

    return click.command(name, help=told)(command)


reports = of_a_document(
    "reports", "Báo cáo mà văn bản DOC giao: ai báo cáo, gửi ai, qua ai, khi nào."
)
approvals = of_a_document("approvals", "Cấp trình phê duyệt của từng việc văn bản DOC giao.")
changes = of_a_document(
    "changes", "Văn bản mà DOC giao sửa đổi, thay thế, bãi bỏ: ai làm, hạn nào."
)
money = of_a_document("money", "Kinh phí văn bản DOC nêu: như in, quy ra đồng, nguồn.")
lineage = of_a_document("lineage", "Văn bản DOC dựa trên gì, và những gì dựa trên nó.")


@click.command()
@document_argument("names", metavar="DOC…", callback=None)
@common
def targets(options: Options, names: tuple[str, ...]) -> None:
    """Chỉ tiêu của một hay nhiều văn bản, cạnh nhau."""
    from luocdo.queries.listing import targets as answer

    with options.opened() as store:
        options.show(answer(store, the_documents(store, names, 1, len(names)), options.as_of))


@click.command()
@click.option("--cited", is_flag=True, help="Kể cả văn bản mới chỉ được dẫn.")
@click.option("--kind", default="", metavar="LOẠI", help="Chỉ loại này: Quyết định, QĐ, KH.")
@click.option("--issuer", default="", metavar="NAME", help="Chỉ văn bản của cơ quan này.")
@click.option("--signer", default="", metavar="TÊN", help="Chỉ văn bản người này ký.")
@click.option("--draft", is_flag=True, help="Chỉ dự thảo.")
@click.option("--unnumbered", is_flag=True, help="Chỉ văn bản để trống số.")
@click.option("--force", type=click.Choice(list(FORCES)), help="Chỉ hiệu lực này.")
@click.option("--ended", is_flag=True, help="Chỉ văn bản đã hết hiệu lực, việc còn căn cứ vào.")
@click.option("--from", "start", type=DAY, help="Ban hành (với --ended: hết hiệu lực) từ ngày.")
@click.option("--to", "finish", type=DAY, help="Ban hành (với --ended: hết hiệu lực) đến ngày.")
@common
def documents(
    options: Options,
    *,
    cited: bool,
    ended: bool,
    start: datetime.datetime | None,
    finish: datetime.datetime | None,
    **asked: Any,  # noqa: ANN401 - the filters, as their class has them
) -> None:
    """Danh mục văn bản trong kho, mới nhất trước; với --ended những gì đã hết hiệu lực."""
    from luocdo.queries.document_filters import DocumentFilters
    from luocdo.queries.ended import ended as ended_answer
    from luocdo.queries.inventory import documents as answer

    first, last = (day.date() if day else None for day in (start, finish))
    given = {name: value for name, value in asked.items() if value}
    filters = DocumentFilters(start=first, finish=last, **given)
    with options.opened() as store:
        if ended:
            options.show(ended_answer(store, options.as_of, filters))
        else:
            options.show(answer(store, options.as_of, filters, cited=cited))


@click.command()
@click.option("--kind", default="", metavar="LOẠI", help="Chỉ loại này: bộ, sở, ubnd, nhóm.")
@click.option("--of", "body", default="", metavar="NAME", help="Chỉ đơn vị của cơ quan này.")
@common
def units(options: Options, kind: str, body: str) -> None:
    """Danh mục cơ quan, đơn vị trong kho."""
    from luocdo.queries.inventory import units as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of, kind, body))
