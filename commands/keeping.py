"""Commands that change or copy a store (nạp, bỏ, chép, xuất)."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from luocdo.commands.console import store_option
from luocdo.commands.exits import NOTHING_FOUND, REFUSED, STOPPED
from luocdo.commands.output import say, written
from luocdo.commands.typed import complete_file
from luocdo.graph.errors import SourceError
from luocdo.graph.export import FORMATS
from luocdo.graph.stores.opening import open_store


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True, readable=False),
)
@store_option
@click.option("--jobs", type=click.IntRange(1), help="Số tiến trình đọc (mặc định: mọi nhân).")
@click.option(
    "--cluster",
    metavar="URL",
    envvar="LUOCDO_CLUSTER",
    help="Đọc trên cụm máy: địa chỉ bộ lập lịch Dask, ví dụ tcp://may-chu:8786.",
)
@click.option("--again", is_flag=True, help="Đọc lại cả tệp không đổi.")
@click.option(
    "--copies/--no-copies",
    default=True,
    help="Giữ bản sao tệp gốc bên kho, để xem câu trích tại chỗ.",
)
@click.option(
    "--as",
    "belongs_to",
    help='Bảng không có đầu văn bản là phụ lục của văn bản này ("KH 38/KH-UBND").',
)
@click.option(
    "--anyway", is_flag=True, help="Nạp cả tệp có vẻ không phải văn bản (bài viết, biểu mẫu)."
)
def load(
    paths: tuple[Path, ...],
    store: str | None,
    jobs: int | None,
    cluster: str | None,
    belongs_to: str | None,
    *,
    again: bool,
    copies: bool,
    anyway: bool,
) -> None:
    """Nạp văn bản: tệp, thư mục, hoặc - (đầu vào chuẩn)."""
    from luocdo.loaders.loading import load_paths
    from luocdo.loaders.lone_tables import Belonging

    if belongs_to is not None and Belonging.of(belongs_to) is None:
        message = f"«{belongs_to}» không có số văn bản, ví dụ KH 38/KH-UBND"
        raise click.BadParameter(message, param_hint="--as")

    try:
        with open_store(store) as opened:
            report = load_paths(
                opened,
                paths,
                jobs=jobs,
                cluster=cluster,
                again=again,
                copied=copies,
                belongs_to=belongs_to,
                anyway=anyway,
                say=_said,
            )
    except KeyboardInterrupt:
        say(
            "đã dừng; kho giữ như trước, những tệp đã đọc được giữ: chạy lại lệnh này để nạp tiếp",
            err=True,
        )
        sys.exit(STOPPED)
    if not (report.read or report.skipped or report.refused or report.stopped):
        raise SourceError(", ".join(map(str, paths)), "không có tệp nào để nạp")
    say(report.summary())
    for line in (
        *(f"không nạp {file}: {reason}" for file, reason in report.refused),
        *report.notes(),
    ):
        say(line, err=True)
    if report.stopped or report.refused:
        sys.exit(STOPPED if report.stopped else REFUSED)


def _said(line: str) -> None:
    say(line, err=True)


@click.command()
@click.argument("paths", nargs=-1, required=True, shell_complete=complete_file)
@store_option
def forget(paths: tuple[str, ...], store: str | None) -> None:
    """Bỏ những gì một tệp đã nói, không đụng đến gì khác."""
    from luocdo.loaders.loading import forget_paths

    with open_store(store) as opened:
        gone = forget_paths(opened, paths)
    say(f"đã bỏ {len(gone)} tệp: {', '.join(gone)}")


@click.command()
@click.option("--to", "target", required=True, metavar="URL", help="Kho đích.")
@store_option
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Chỉ so hai kho, không sửa gì; khác nhau thì mã thoát là 1.",
)
def sync(target: str, store: str | None, *, only_check: bool) -> None:
    """Chép đồ thị sang kho khác: ghi những gì khác, bỏ những gì kho nguồn không còn; đứt giữa
    chừng thì chạy lại.
    """
    from luocdo.graph.syncing import drift
    from luocdo.graph.syncing import sync as copy

    with open_store(store) as ours, open_store(target) as theirs:
        if only_check:
            found = drift(ours, theirs)
            say("\n".join(found.lines()) or "hai kho giống nhau")
            sys.exit(NOTHING_FOUND if found else 0)
        nodes, edges = copy(ours, theirs, lambda line: say(line, err=True))
    say(f"đã chép {nodes} nút, {edges} cạnh sang {theirs.url}")


@click.command()
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="jsonl", help="Dạng xuất."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    help="Tệp ra; - là đầu ra chuẩn.",
)
@store_option
def export(format_: str, output: Path, store: str | None) -> None:
    """Xuất cả đồ thị."""
    from luocdo.graph.export import shown, write_shown
    from luocdo.graph.library import told_to

    with open_store(store) as opened:
        leaving = told_to(shown, opened)
    with closing(leaving), written(output) as stream:
        write_shown(leaving, format_, stream)
