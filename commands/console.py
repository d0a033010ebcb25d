"""The console (dòng lệnh): options that every answer takes, how an answer is shown."""

from __future__ import annotations

import datetime
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from luocdo.commands.output import say, written
from luocdo.commands.painting import read
from luocdo.commands.typed import DAY
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Rows, Store
    from luocdo.viz.blocks import View

FIRST_ROWS = 10  # of each list on a terminal, what else there is as a count
_FORMATS = ("table", "json", "csv", "md")


store_option = click.option(
    "--store",
    envvar="LUOCDO_STORE",
    metavar="URL",
    help="Kho: ladybug:TỆP (mặc định), neo4j://…, bolt://…",
)


@dataclass(frozen=True, slots=True)
class Options:
    """The options that every answer takes."""

    store: str | None
    format: str
    as_of: datetime.date
    limit: int | None
    lang: str
    output: Path | None = None
    full: bool = False
    row: int | None = None

    @property
    def words(self) -> list[str]:
        """Return the options as one types them behind another command."""
        given = (
            ("--store", self.store),
            ("--limit", self.limit),
            ("--row", self.row),
            ("-o", self.output),
        )
        told = [
            piece for name, value in given if value is not None for piece in (name, str(value))
        ]
        told += ["--full"] if self.full else []
        return [
            *told,
            "--format",
            self.format,
            "--as-of",
            self.as_of.isoformat(),
            "--lang",
            self.lang,
        ]

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Open the store for reading."""
        with open_store(self.store) as store:
            yield store

    def show(self, answer: Answer, **view: Any) -> None:  # noqa: ANN401 - the printer's own choices
        """Print ``answer`` in the format asked for; ``view`` says what is listed, as
        `printing.View` has it.
        """
        from luocdo.viz.printing import View, printed

        shown = replace(View(**view), limit=self._most)
        if self.row is not None:
            from luocdo.viz.opened import one_row

            answer, shown = one_row(answer, self.row, self.lang), View()
        if self.output is not None:
            self._keep(answer, self.output, shown)
            return
        read(printed(answer, self.format, self.lang, shown), is_screen=self._is_screen)

    @property
    def _most(self) -> int | None:
        """Return how many rows of a list are printed: on a terminal few, unless all are asked
        for.
        """
        return (
            FIRST_ROWS
            if self.limit is None and self._is_screen and not self.full
            else self.limit or None
        )

    @property
    def _is_screen(self) -> bool:
        return self.format == "table" and self.output is None and sys.stdout.isatty()

    def _keep(self, answer: Answer, output: Path, view: View | None) -> None:
        """Write ``answer`` to a file, in the form that its ending names."""
        from luocdo.viz.printing import printed

        form = {".xlsx": "xlsx", ".json": "json", ".csv": "csv", ".md": "md", ".txt": "table"}.get(
            output.suffix.lower()
        )
        if form is None:
            message = f"-o {output}: tên tệp phải có đuôi .xlsx, .csv, .json, .md hoặc .txt"
            raise click.UsageError(message)
        with written(output) as stream:
            if form == "xlsx":
                from luocdo.viz.workbook import workbook

                stream.write(workbook(answer, self._originals()))
            else:
                stream.write(
                    printed(answer, form, self.lang, view).encode(
                        "utf-8-sig" if form == "csv" else "utf-8"
                    )
                )
        say(f"đã ghi {output}", err=True)

    def _originals(self) -> dict[str, str]:
        """Return where each loaded file was read, for links to it."""
        with self.opened() as store:
            return {file: stamp.origin for file, stamp in store.stamps().items() if stamp.origin}

    def show_rows(self, rows: Rows) -> None:
        """Print the rows of a question, or keep them in the file asked for."""
        if self.output is not None:
            from luocdo.viz.printing import rows_as_answer

            self._keep(
                rows_as_answer(rows.columns, rows.rows[: self.limit or None]), self.output, None
            )
            return
        from luocdo.viz.printing import printed_rows

        read(
            printed_rows(rows.columns, rows.rows[: self._most], self.format),
            is_screen=self._is_screen,
        )
        if (left := len(rows.rows) - len(rows.rows[: self._most])) and self.format == "table":
            say(f" … còn {left} dòng    --full")


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the shared options as one `Options`, and ``-o`` for a file of the answer."""
    kept = click.Path(path_type=Path, dir_okay=False)
    own = click.option(
        "-o",
        "--output",
        "kept_as",
        type=kept,
        metavar="TỆP",
        help="Ghi vào tệp: .xlsx, .csv, .json, .md.",
    )
    return own(common_but_file(command))


def common_but_file(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the shared options, but for ``-o``: it writes a file of its own."""

    @store_option
    @click.option(
        "--format", "format_", type=click.Choice(_FORMATS), default="table", help="Dạng in."
    )
    @click.option("--as-of", type=DAY, help="Tính đến ngày (mặc định hôm nay).")
    @click.option(
        "--limit",
        type=click.IntRange(0),
        metavar="SỐ",
        help="In nhiều nhất bấy nhiêu dòng (0: tất cả).",
    )
    @click.option(
        "--full", is_flag=True, help="In hết, cả trên màn hình (mặc định mỗi phần 10 dòng)."
    )
    @click.option("--row", type=click.IntRange(1), metavar="SỐ", help="Mở riêng dòng có số này.")
    @click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        envvar="LUOCDO_LANG",
        help="Tiếng của các tiêu đề.",
    )
    @click.pass_context
    def wrapped(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - click's own values
        day = values.pop("as_of")
        options = Options(
            store=values.pop("store"),
            format=values.pop("format_"),
            as_of=(
                day.date() if day else datetime.datetime.now(tz=datetime.UTC).astimezone().date()
            ),
            limit=values.pop("limit"),
            full=values.pop("full"),
            row=values.pop("row"),
            lang=values.pop("lang"),
            output=values.pop("kept_as", None),
        )
        ctx.invoke(command, options, **values)

    wrapped.__name__ = command.__name__
    wrapped.__doc__ = command.__doc__
    if hasattr(command, "__click_params__"):
        wrapped.__click_params__ = [*wrapped.__click_params__, *command.__click_params__]  # type: ignore[attr-defined]
    return wrapped
