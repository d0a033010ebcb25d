"""The command line (dòng lệnh): each command parses, calls one function and prints."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from luocdo.graph.export import FORMATS
from luocdo.graph.stores.opening import open_store
from luocdo.viz.console import DAY, NOTHING_FOUND, REFUSED, Commands, Options, common, store_option

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

SAMPLES = Path(__file__).parent / "samples"
_ROLES = {
    "lead": "LED_BY",
    "coordinate": "COORDINATED_BY",
    "approve": "APPROVED_BY",
    "report_to": "REPORTS_TO",
    "partner": "NAMED_PARTNER",
}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="luocdo")
def main() -> None:
    """Lược đồ văn bản: ai phải làm gì, vì văn bản nào, đến bao giờ - kèm câu chứng minh."""


def _document(store: Store, words: str) -> dict[str, Any]:
    from luocdo.queries.naming import the_document

    return the_document(store, words)


def _unit(store: Store, words: str) -> tuple[dict[str, Any], str]:
    from luocdo.queries.naming import the_unit

    return the_unit(store, words)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@store_option
@click.option("--jobs", type=click.IntRange(1), help="Số tiến trình đọc (mặc định: mọi nhân).")
@click.option("--again", is_flag=True, help="Đọc lại cả tệp không đổi.")
def load(paths: tuple[Path, ...], store: str | None, jobs: int | None, *, again: bool) -> None:
    """Nạp văn bản: tệp, thư mục, hoặc - (đầu vào chuẩn)."""
    from luocdo.loaders.loading import load_paths

    with open_store(store) as opened:
        report = load_paths(opened, paths, jobs=jobs, again=again, say=lambda line: click.echo(line, err=True))
    click.echo(report.summary())
    for file, reason in report.refused:
        click.echo(f"không nạp {file}: {reason}", err=True)
    if report.refused:
        sys.exit(REFUSED)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@store_option
def forget(paths: tuple[str, ...], store: str | None) -> None:
    """Bỏ những gì một tệp đã nói, không đụng đến gì khác."""
    from luocdo.loaders.loading import forget_paths

    with open_store(store) as opened:
        gone = forget_paths(opened, paths)
    click.echo(f"đã bỏ {len(gone)} tệp: {', '.join(gone)}")


@main.command()
@click.option("--to", "target", required=True, metavar="URL", help="Kho đích.")
@store_option
@click.option("--check", "only_check", is_flag=True, help="Chỉ so hai kho, không sửa gì; khác nhau thì mã thoát là 1.")
def sync(target: str, store: str | None, *, only_check: bool) -> None:
    """Chép đồ thị sang kho khác: ghi những gì khác, bỏ những gì kho nguồn không còn; đứt giữa chừng thì chạy lại."""
    from luocdo.graph.syncing import drift
    from luocdo.graph.syncing import sync as copy

    with open_store(store) as ours, open_store(target) as theirs:
        if only_check:
            found = drift(ours, theirs)
            click.echo("\n".join(found.lines()) or "hai kho giống nhau")
            sys.exit(NOTHING_FOUND if found else 0)
        graph = copy(ours, theirs, lambda line: click.echo(line, err=True))
    click.echo(f"đã chép {len(graph.nodes)} nút, {len(graph.edges)} cạnh sang {theirs.url}")


@main.command()
@click.argument("name", metavar="DOC")
@click.option("--drafts", is_flag=True, help="Kể cả dự thảo, trong khối riêng.")
@click.option("--duties", is_flag=True, help="Liệt kê trách nhiệm trong thân văn bản.")
@click.option("--all-bases", is_flag=True, help="Kể cả qua căn cứ về thẩm quyền.")
@click.option("--derived-only", is_flag=True, help="Bỏ phần văn bản giao trực tiếp.")
@common
def owners(options: Options, name: str, *, drafts: bool, duties: bool, all_bases: bool, derived_only: bool) -> None:
    """Ai chủ trì, ai phối hợp mọi việc bắt nguồn từ văn bản DOC."""
    from luocdo.queries.owners import OwnersOptions
    from luocdo.queries.owners import owners as answer

    with options.opened() as store:
        asked = OwnersOptions(drafts=drafts, all_bases=all_bases, derived_only=derived_only)
        found = answer(store, _document(store, name), options.as_of, asked)
    options.show(found, duties=duties)


@main.command()
@click.argument("name", metavar="DOC")
@common
def lineage(options: Options, name: str) -> None:
    """Văn bản DOC dựa trên gì, và những gì dựa trên nó."""
    from luocdo.queries.lineage import lineage as answer

    with options.opened() as store:
        options.show(answer(store, _document(store, name), options.as_of))


@main.command()
@click.argument("name", metavar="DOC")
@click.option("--text", is_flag=True, help="In văn bản như đã đọc (với tệp không phải văn bản thuần).")
@common
def document(options: Options, name: str, *, text: bool) -> None:
    """Mọi điều về một văn bản DOC."""
    from luocdo.queries.document import document as answer

    if text:
        from luocdo.loaders.source import read_source

        click.echo(read_source(Path(name)).text, nl=False)
        return
    with options.opened() as store:
        options.show(answer(store, _document(store, name), options.as_of))


@main.command()
@click.argument("name", metavar="NAME")
@click.option("--past", is_flag=True, help="Liệt kê cả việc đã qua hạn.")
@click.option("--duties", is_flag=True, help="Liệt kê trách nhiệm trong thân văn bản.")
@click.option("--groups", is_flag=True, help="Liệt kê việc giao chung.")
@click.option("--drafts", is_flag=True, help="Kể cả dự thảo, trong khối riêng.")
@click.option("--role", type=click.Choice(list(_ROLES)), default="lead", help="Vai trò cần xem.")
@common
def unit(options: Options, name: str, *, past: bool, duties: bool, groups: bool, drafts: bool, role: str) -> None:
    """Việc của đơn vị NAME: "cuc cntt", "Cục CNTT", "vu gddh"."""
    from luocdo.queries.unit import UnitOptions
    from luocdo.queries.unit import unit as answer

    with options.opened() as store:
        node, how = _unit(store, name)
        found = answer(store, node, options.as_of, UnitOptions(name, how, drafts))
    options.show(found, past=past, duties=duties, groups=groups, role=_ROLES[role])


@main.command()
@click.option("--from", "start", type=DAY, help="Từ ngày (mặc định: ngày tính).")
@click.option("--to", "finish", type=DAY, help="Đến hết ngày.")
@click.option("--within", "year", type=click.IntRange(1945, 2200), help="Trong năm.")
@click.option("--unit", "unit_name", metavar="NAME", help="Chỉ việc của đơn vị.")
@click.option("--document", "document_name", metavar="DOC", help="Chỉ việc bắt nguồn từ văn bản.")
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
    **period: Any,  # noqa: ANN401 - the three options of the period
) -> None:
    """Việc có hạn trong một khoảng: --within 2025, --from … --to …."""
    from luocdo.queries.due import DueOptions, period_asked
    from luocdo.queries.due import due as answer

    start, finish = period_asked(options.as_of, **period)
    with options.opened() as store:
        asked = DueOptions(
            start,
            finish,
            unit=_unit(store, unit_name)[0] if unit_name else None,
            document=_document(store, document_name) if document_name else None,
            drafts=drafts,
        )
        found = answer(store, asked, options.as_of)
    options.show(found, duties=duties)


@main.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@common
def why(options: Options, a: str, b: str) -> None:
    """Vì sao văn bản A dính đến văn bản B: đường ngắn nhất, với câu trích từng bước."""
    from luocdo.queries.why import why as answer

    with options.opened() as store:
        options.show(answer(store, _document(store, a), _document(store, b), options.as_of))


@main.command()
@click.argument("name", metavar="QUERY")
@click.option("--param", "-p", "given", multiple=True, metavar="TÊN=GIÁ_TRỊ", help="Tham số của câu hỏi.")
@common
def query(options: Options, name: str, given: tuple[str, ...]) -> None:
    """Chạy một câu hỏi có tên; tham số kiểu văn bản, đơn vị gõ như người ta vẫn gọi."""
    from luocdo.queries.asking import ask

    with options.opened() as store:
        rows = ask(
            store,
            name,
            dict(_pair(one) for one in given),
            find_document=_document,
            find_unit=lambda s, w: _unit(s, w)[0],
        )
    options.show_rows(rows)


def _pair(words: str) -> tuple[str, str]:
    name, separator, value = words.partition("=")
    if not separator:
        message = f"tham số phải có dạng TÊN=GIÁ_TRỊ: {words}"
        raise click.UsageError(message)
    return name, value


@main.command()
def queries() -> None:
    """Danh mục các câu hỏi có tên."""
    from luocdo.queries.catalog import questions

    for name, one in questions().items():
        parameters = " ".join(f"-p {p.name}={p.example}" for p in one.parameters)
        click.echo(f"{name}\n    {one.summary[0]}\n    luocdo query {name} {parameters}".rstrip())


@main.command()
@click.argument("text")
@common
def cypher(options: Options, text: str) -> None:
    """Hỏi bằng Cypher (chỉ đọc); - đọc câu hỏi từ đầu vào chuẩn."""
    words = sys.stdin.read() if text == "-" else text
    with options.opened() as store:
        rows = store.run(words)
    options.show_rows(rows)


@main.command()
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("neo4j-browser"), help="Thư mục ra.")
@store_option
def browser(output: Path, store: str | None) -> None:
    """Cho Neo4j Browser: bảng kiểu (màu, tên tiếng Việt) và các câu hỏi lưu sẵn."""
    from luocdo.queries.saved import saved_archive
    from luocdo.viz.browser import style

    with open_store(store) as opened:
        questions = saved_archive(opened)
    output.mkdir(parents=True, exist_ok=True)
    (output / "luocdo.grass").write_text(style(), "utf-8")
    (output / "luocdo-questions.zip").write_bytes(questions)
    click.echo(f"đã ghi luocdo.grass, luocdo-questions.zip vào {output}: kéo cả hai vào cửa sổ Neo4j Browser")


@main.command()
@common
def centrality(options: Options) -> None:
    """Đơn vị đầu mối: cùng làm với nhiều đơn vị khác, nằm giữa nhiều đơn vị khác nhất."""
    from luocdo.queries.centrality import centrality as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of, options.limit))


@main.command()
@click.option("--kind", "kinds", multiple=True, help="Chỉ loại này (xem cột Loại).")
@common
def check(options: Options, kinds: tuple[str, ...]) -> None:
    """Điều chưa đọc được, lỗi in đã sửa, ngày không có thật, dòng được ghép lại."""
    from luocdo.queries.check import check as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of, kinds))


@main.command()
@click.option("--format", "format_", type=click.Choice(FORMATS), default="jsonl", help="Dạng xuất.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, allow_dash=True), default="-", help="Tệp ra; - là đầu ra chuẩn."
)
@store_option
def export(format_: str, output: Path, store: str | None) -> None:
    """Xuất cả đồ thị."""
    from luocdo.graph.export import write
    from luocdo.graph.library import rebuild

    with open_store(store) as opened:
        graph = rebuild(opened.records())
    if str(output) == "-":
        write(graph, format_, sys.stdout.buffer)
    else:
        with output.open("wb") as stream:
            write(graph, format_, stream)


@main.command()
@click.argument("name", metavar="DOC")
@click.option(
    "--answer", "kind", type=click.Choice(["owners", "lineage"]), default="owners", help="Vẽ câu trả lời nào."
)
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("luocdo.html"), help="Trang HTML ra.")
@click.option("--open", "open_", is_flag=True, help="Mở trong trình duyệt.")
@common
def view(options: Options, name: str, kind: str, output: Path, *, open_: bool) -> None:
    """Vẽ câu trả lời thành một trang HTML tự đủ, xem trong trình duyệt."""
    from luocdo.queries.picture import picture
    from luocdo.viz.page import write_page

    with options.opened() as store:
        drawn = picture(store, _document(store, name), kind, options.as_of)
    write_page(drawn, output, lang=options.lang)
    click.echo(f"đã vẽ {len(drawn.nodes)} nút, {len(drawn.edges)} cạnh: {output}")
    if open_:
        click.launch(str(output))


@main.command()
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("demo"), help="Thư mục ra.")
@click.pass_context
def demo(ctx: click.Context, output: Path) -> None:
    """Nạp văn bản mẫu vào một kho riêng, hỏi ai chủ trì việc từ QĐ 131, vẽ ra hình."""
    url = f"ladybug:{output / 'mau.lbug'}"
    output.mkdir(parents=True, exist_ok=True)
    ctx.invoke(load, paths=(SAMPLES,), store=url, jobs=None, again=False)
    for arguments in (
        ["owners", "QĐ 131", "--store", url],
        ["view", "QĐ 131", "--store", url, "-o", str(output / "qd-131.html")],
    ):
        main.main(arguments, standalone_mode=False)


if __name__ == "__main__":
    main()
