"""Lists (danh sách): what a document asks for - reports, approvals, changes, money, targets -,
documents and units.
"""

from __future__ import annotations

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_document, the_documents
from luocdo.commands.typed import document_argument


@click.command()
@document_argument("name")
@common
def reports(options: Options, name: str) -> None:
    """Báo cáo mà văn bản DOC giao: ai báo cáo, gửi ai, qua ai, khi nào."""
    from luocdo.queries.listing import reports as answer

    with options.opened() as store:
        options.show(answer(store, the_document(store, name), options.as_of))


@click.command()
@document_argument("name")
@common
def approvals(options: Options, name: str) -> None:
    """Cấp trình phê duyệt của từng việc văn bản DOC giao."""
    from luocdo.queries.listing import approvals as answer

    with options.opened() as store:
        options.show(answer(store, the_document(store, name), options.as_of))


@click.command()
@document_argument("name")
@common
def changes(options: Options, name: str) -> None:
    """Văn bản mà DOC giao sửa đổi, thay thế, bãi bỏ: ai làm, hạn nào."""
    from luocdo.queries.listing import changes as answer

    with options.opened() as store:
        options.show(answer(store, the_document(store, name), options.as_of))


@click.command()
@document_argument("name")
@common
def money(options: Options, name: str) -> None:
    """Kinh phí văn bản DOC nêu: như in, quy ra đồng, nguồn."""
    from luocdo.queries.listing import money as answer

    with options.opened() as store:
        options.show(answer(store, the_document(store, name), options.as_of))


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
@common
def documents(options: Options, *, cited: bool) -> None:
    """Danh mục văn bản trong kho, mới nhất trước."""
    from luocdo.queries.listing import documents as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of, cited=cited))


@click.command()
@common
def units(options: Options) -> None:
    """Danh mục cơ quan, đơn vị trong kho."""
    from luocdo.queries.listing import units as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of))
