"""A reader's word against a reading (lời người đọc): said, listed, taken back, exported and
imported.
"""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from luocdo.commands.console import Options, common, store_option
from luocdo.commands.naming import the_document, the_unit
from luocdo.commands.output import say
from luocdo.commands.typed import (
    DAY,
    complete_correction,
    complete_document,
    complete_place,
    complete_unit,
)
from luocdo.graph.errors import NothingFoundError, SourceError
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.corrections.correction import Correction, Kind
    from luocdo.graph.corrections.saying import Reader
    from luocdo.graph.records import FileRecord
    from luocdo.graph.stores.base import Store


@click.group(subcommand_metavar="LỆNH [THAM SỐ]…")
def correct() -> None:
    """Nói lại một chỗ đọc sai; lời sửa giữ nguyên khi nạp lại, bỏ bằng luocdo undo MÃ."""


def reader_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--by`` and ``--why``."""
    named = click.option(
        "--by", envvar="LUOCDO_READER", default=getpass.getuser, show_default=False, help="Ai nói."
    )
    return named(click.option("--why", default="", help="Vì sao.")(command))


def _saying(command: Callable[..., None]) -> Callable[..., None]:
    return store_option(reader_option(command))


def _reader(said: dict[str, Any]) -> Reader:
    from luocdo.graph.corrections.saying import Reader

    return Reader(said["by"], said["why"])


def _record(store: Store, document: str) -> FileRecord:
    from luocdo.graph.corrections.saying import record_of

    return record_of(store, the_document(store, document).source or document)


def _keep(store: Store, correction: Correction) -> None:
    from luocdo.graph.corrections.correction import KINDS
    from luocdo.graph.corrections.keeping import say as keep

    keep(store, [correction])
    other = f"{correction.other_file}, {correction.other_place}" if correction.other_file else ""
    words = f"{KINDS[correction.kind]} {correction.value or other}".rstrip()
    say(
        f"đã ghi lời sửa {correction.id}: {correction.file},"
        f" {correction.place or correction.quote}: {words}"
    )
    say(f"bỏ lời này: luocdo undo {correction.id}")


def _say_of_row(
    kind: Kind, document: str, place: str, said: dict[str, Any], value: str = ""
) -> None:
    from luocdo.graph.corrections.saying import on_row

    with open_store(said["store"]) as store:
        meant = understood_unit(store, value) if kind == "lead" else value
        _keep(store, on_row(_record(store, document), kind, place, _reader(said), meant))


def understood_unit(store: Store, words: str) -> str:
    """Return the display of a unit of the store; other words are understood by the registry when
    the graph is built.
    """
    try:
        return the_unit(store, words)[0].display
    except NothingFoundError as error:
        if error.nearest or "có thể là" not in str(error):
            return words
        raise


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("place", metavar="CHỖ", shell_complete=complete_place)
@click.argument("unit", metavar="NAME", shell_complete=complete_unit)
@_saying
def lead(document: str, place: str, unit: str, **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Chủ trì việc ở CHỖ (số thứ tự hoặc chỗ như in) của DOC là đơn vị NAME."""
    _say_of_row("lead", document, place, said, unit)


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("place", metavar="CHỖ", shell_complete=complete_place)
@click.argument("units", metavar="[NAME…]", nargs=-1, shell_complete=complete_unit)
@_saying
def coordinate(document: str, place: str, units: tuple[str, ...], **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Phối hợp việc ở CHỖ của DOC là các đơn vị NAME; không nêu NAME nào: không ai phối hợp."""
    from luocdo.graph.corrections.correction import NAMES_APART
    from luocdo.graph.corrections.saying import on_row

    with open_store(said["store"]) as store:
        meant = NAMES_APART.join(understood_unit(store, unit) for unit in units)
        _keep(store, on_row(_record(store, document), "coordinate", place, _reader(said), meant))


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("place", metavar="CHỖ", shell_complete=complete_place)
@click.argument("day", type=DAY, metavar="NGÀY")
@_saying
def due(document: str, place: str, day: Any, **said: Any) -> None:  # noqa: ANN401 - click's day, the shared options
    """Hạn của việc ở CHỖ của DOC là NGÀY."""
    _say_of_row("due", document, place, said, day.date().isoformat())


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("place", metavar="CHỖ", shell_complete=complete_place)
@click.option("--proof", required=True, help="Căn cứ: văn bản, câu chứng minh.")
@_saying
def done(document: str, place: str, proof: str, **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Việc ở CHỖ của DOC đã hoàn thành, theo PROOF."""
    _say_of_row("done", document, place, said, proof)


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("place", metavar="CHỖ", shell_complete=complete_place)
@_saying
def out(document: str, place: str, **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Dòng ở CHỖ của DOC không phải nhiệm vụ."""
    _say_of_row("left_out", document, place, said)


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("printed", metavar="TÊN_IN")
@click.argument("unit", metavar="NAME", shell_complete=complete_unit)
@_saying
def unit(document: str, printed: str, unit: str, **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Tên in TÊN_IN trong DOC là đơn vị NAME."""
    from luocdo.graph.corrections.saying import on_name

    with open_store(said["store"]) as store:
        _keep(
            store,
            on_name(
                _record(store, document),
                "unit",
                printed,
                _reader(said),
                understood_unit(store, unit),
            ),
        )


@correct.command()
@click.argument("document", metavar="DOC", shell_complete=complete_document)
@click.argument("printed", metavar="LỜI_DẪN")
@click.argument("target", metavar="SỐ", shell_complete=complete_document)
@click.option("--date", type=DAY, help="Ngày của văn bản được dẫn.")
@click.option("--issuer", default="", help="Cơ quan ban hành.")
@_saying
def citation(
    document: str,
    printed: str,
    target: str,
    date: Any,  # noqa: ANN401 - as above
    issuer: str,
    **said: Any,  # noqa: ANN401 - as above
) -> None:
    """Lời dẫn LỜI_DẪN trong DOC là văn bản số SỐ."""
    from luocdo.graph.corrections.saying import on_name

    day = date.date().isoformat() if date else ""
    with open_store(said["store"]) as store:
        _keep(
            store,
            on_name(
                _record(store, document), "citation", printed, _reader(said), target, day, issuer
            ),
        )


def _say_of_pair(kind: Kind, names: tuple[str, str, str, str], said: dict[str, Any]) -> None:
    from luocdo.graph.corrections.saying import on_pair

    document, place, other, other_place = names
    with open_store(said["store"]) as store:
        pair = ((_record(store, document), place), (_record(store, other), other_place))
        _keep(store, on_pair(kind, *pair, _reader(said)))


@correct.command()
@click.argument("names", nargs=4, metavar="DOC CHỖ DOC CHỖ", shell_complete=complete_document)
@_saying
def same(names: tuple[str, str, str, str], **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Hai dòng là cùng một việc."""
    _say_of_pair("same", names, said)


@correct.command("not-same")
@click.argument("names", nargs=4, metavar="DOC CHỖ DOC CHỖ", shell_complete=complete_document)
@_saying
def not_same(names: tuple[str, str, str, str], **said: Any) -> None:  # noqa: ANN401 - the shared options
    """Hai dòng không phải cùng một việc."""
    _say_of_pair("not_same", names, said)


@click.command()
@click.option(
    "--export",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi mọi lời sửa ra tệp, mỗi dòng một lời.",
)
@click.option(
    "--import",
    "taken",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Nhận lời sửa từ tệp đã ghi.",
)
@common
def corrections(options: Options, out: Path | None, taken: Path | None) -> None:
    """Lời người đọc đã sửa: ai, lúc nào, vì sao, còn chỗ không; tỉ lệ phải sửa theo trường."""
    from luocdo.graph.corrections.correction import as_line
    from luocdo.graph.corrections.keeping import said
    from luocdo.graph.corrections.keeping import say as keep
    from luocdo.queries.corrections import corrections as answer

    with options.opened() as store:
        if taken:
            keep(store, _lines(taken))
        if out:
            lines = [as_line(one) for one in said(store.records())]
            out.write_text("".join(f"{line}\n" for line in lines), "utf-8")
            say(f"đã ghi {len(lines)} lời sửa ra {out}")
            return
        options.show(answer(store, options.as_of))


def _lines(path: Path) -> list[Correction]:
    from msgspec import ValidationError

    from luocdo.graph.corrections.correction import from_line

    try:
        return [from_line(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (ValidationError, ValueError) as error:
        raise SourceError(path.name, f"không phải tệp lời sửa của luocdo: {error}") from error


@click.command()
@click.argument("key", metavar="MÃ", shell_complete=complete_correction)
@store_option
def undo(key: str, store: str | None) -> None:
    """Bỏ một lời sửa theo mã (xem luocdo corrections)."""
    from luocdo.graph.corrections.keeping import take_back

    with open_store(store) as opened:
        gone = take_back(opened, key)
    say(f"đã bỏ lời sửa {gone.id}: {gone.file}, {gone.place or gone.quote}")
