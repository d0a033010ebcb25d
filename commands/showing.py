"""What is looked at outside the terminal (xem): pages, the style of Neo4j Browser, the
demonstration.
"""

from __future__ import annotations

from pathlib import Path

import click

from luocdo.commands.console import Options, common_but_file, store_option
from luocdo.commands.keeping import load
from luocdo.commands.naming import the_document
from luocdo.commands.output import say, written
from luocdo.commands.typed import document_argument
from luocdo.graph.stores.opening import open_store

_SAMPLE = "QĐ 131"
_SAMPLE_ROWS = 5
SAMPLES = Path(__file__).parent.parent / "samples"


@click.command()
@document_argument("name")
@click.option(
    "--answer",
    "kind",
    type=click.Choice(["owners", "lineage"]),
    default="owners",
    help="Vẽ câu trả lời nào.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("luocdo.html"),
    help="Trang HTML ra.",
)
@click.option("--open", "open_", is_flag=True, help="Mở trong trình duyệt.")
@common_but_file
def view(options: Options, name: str, kind: str, output: Path, *, open_: bool) -> None:
    """Vẽ câu trả lời thành một trang HTML tự đủ, xem trong trình duyệt."""
    from luocdo.queries.picture import picture
    from luocdo.viz.page import page

    with options.opened() as store:
        drawn = picture(store, the_document(store, name), kind, options.as_of)
    with written(output) as stream:
        stream.write(page(drawn, lang=options.lang).encode())
    say(f"đã vẽ {len(drawn.nodes)} nút, {len(drawn.edges)} cạnh: {output}")
    if open_:
        click.launch(str(output))


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("neo4j-browser"),
    help="Thư mục ra.",
)
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
    say(
        f"đã ghi luocdo.grass, luocdo-questions.zip vào {output}: kéo cả hai vào cửa sổ Neo4j"
        " Browser"
    )


@click.command()
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), default=Path("demo"), help="Thư mục ra."
)
@click.option("--serve", "serve_", is_flag=True, help="Rồi mở kho mẫu trong trình duyệt.")
@click.pass_context
def demo(ctx: click.Context, output: Path, *, serve_: bool) -> None:
    """Nạp văn bản mẫu vào một kho riêng, hỏi ai chủ trì việc từ QĐ 131, vẽ ra hình."""
    url = f"ladybug:{output / 'mau.lbug'}"
    output.mkdir(parents=True, exist_ok=True)
    ctx.invoke(load, paths=(SAMPLES,), store=url, jobs=None, again=False, copies=True)
    drawn = str(output / "qd-131.html")
    ctx.find_root().command.main(
        ["view", _SAMPLE, "--store", url, "-o", drawn], standalone_mode=False
    )
    _show_sample(url)
    if serve_:
        ctx.find_root().command.main(
            ["serve", "--store", url, "--port", "0"], standalone_mode=False
        )
        return
    say(f"""
Lệnh tiếp theo:
    luocdo owners {_SAMPLE} --store {url}
    luocdo ask cuc cntt co viec nao qua han --store {url}
    luocdo demo --serve -o {output}""")


def _show_sample(url: str) -> None:
    """Print who leads most of what derives from the sample decision."""
    from luocdo.queries.lookups import open_lookups
    from luocdo.viz.lines import leads_table

    with open_lookups(url) as library:
        answer = library.owners(_SAMPLE)
    rows = answer.block("direct", "stated", "inferred")
    say("\n".join((f"\n{answer.title}", *leads_table(rows, "vi", _SAMPLE_ROWS))))
