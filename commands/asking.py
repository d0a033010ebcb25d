"""Questions put to the whole graph (câu hỏi có tên, Cypher, đầu mối, điều cần soát)."""

from __future__ import annotations

import shutil
import sys
import textwrap

import click

from luocdo.commands.console import Options, common
from luocdo.commands.naming import the_document, the_unit
from luocdo.commands.output import say
from luocdo.commands.typed import complete_question, complete_remark, joined
from luocdo.commands.wording import speaks_english
from luocdo.graph.errors import NotUnderstoodError


@click.command()
@click.argument("question", metavar="CÂU_HỎI", nargs=-1, required=True, callback=joined)
@common
@click.pass_context
def ask(ctx: click.Context, options: Options, question: str) -> None:
    """Hỏi bằng lời, có dấu hay không, tiếng Việt hay tiếng Anh: in lệnh đã hiểu, rồi trả lời."""
    from luocdo.queries.understanding import NotUnderstood, understand

    with options.opened() as store:
        meant = understand(store, question, options.as_of)
    if isinstance(meant, NotUnderstood):
        perhaps = (f"có phải muốn hỏi: {meant.perhaps.line}",) if meant.perhaps else ()
        raise NotUnderstoodError(meant.reason, perhaps)
    say(f"hiểu là: {meant.line}", err=options.format != "table" or options.output is not None)
    ctx.find_root().command.main([*meant.words, *options.words], standalone_mode=False)


@click.command()
@click.argument("name", metavar="QUERY", shell_complete=complete_question)
@click.option(
    "--param", "-p", "given", multiple=True, metavar="TÊN=GIÁ_TRỊ", help="Tham số của câu hỏi."
)
@common
def query(options: Options, name: str, given: tuple[str, ...]) -> None:
    """Chạy một câu hỏi có tên; tham số kiểu văn bản, đơn vị gõ như người ta vẫn gọi."""
    from luocdo.queries.asking import ask

    with options.opened() as store:
        rows = ask(
            store,
            name,
            dict(_pair(one) for one in given),
            find_document=lambda opened, words: the_document(opened, words).id,
            find_unit=lambda opened, words: the_unit(opened, words)[0].id,
        )
    options.show_rows(rows)


def _pair(words: str) -> tuple[str, str]:
    name, separator, value = words.partition("=")
    if not separator:
        message = f"tham số phải có dạng TÊN=GIÁ_TRỊ: {words}"
        raise click.UsageError(message)
    return name, value


@click.command()
def queries() -> None:
    """Danh mục các câu hỏi có tên."""
    from luocdo.queries.catalog import questions

    for name, one in questions().items():
        parameters = " ".join(f"-p {p.name}={p.example}" for p in one.parameters)
        summary = one.summary[min(speaks_english(), len(one.summary) - 1)]  # Vietnamese, English
        say(f"{name}\n{_indented(summary)}\n    luocdo query {name} {parameters}".rstrip())


def _indented(words: str) -> str:
    """Return words below a name, on a terminal within its width."""
    width = max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else sys.maxsize
    return textwrap.fill(words, width, initial_indent=" " * 4, subsequent_indent=" " * 4)


@click.command()
@click.argument("text")
@common
def cypher(options: Options, text: str) -> None:
    """Hỏi bằng Cypher (chỉ đọc); - đọc câu hỏi từ đầu vào chuẩn."""
    words = sys.stdin.read() if text == "-" else text
    with options.opened() as store:
        rows = store.run(words)
    options.show_rows(rows)


@click.command()
@common
def centrality(options: Options) -> None:
    """Đơn vị đầu mối: cùng làm với nhiều đơn vị khác, nằm giữa nhiều đơn vị khác nhất."""
    from luocdo.queries.centrality import centrality as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of, options.limit))


@click.command()
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    shell_complete=complete_remark,
    help="Chỉ loại này (xem cột Loại).",
)
@common
def check(options: Options, kinds: tuple[str, ...]) -> None:
    """Điều chưa đọc được, lỗi in đã sửa, ngày không có thật, dòng được ghép lại."""
    from luocdo.queries.check import check as answer

    with options.opened() as store:
        options.show(answer(store, options.as_of, kinds))
