"""What is read on a terminal (đọc trên màn hình): in colours, page by page where it is longer
than the screen.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

import click

from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMAND = re.compile(r"(?<=\s{4})(?:luocdo |--)\S.*")
_LATE = re.compile(r"đã qua hạn|quá hạn|chậm, chưa hoàn thành|past due|late, ")
_FOUND = re.compile(r"\*\*[^*]+\*\*")
_EVIDENCE = " " * 4  # what stands beneath a row begins so
_PAGED_AS = "FRX"  # less: leave at once where all fits, show colours, leave the text on the screen


def read(words: str, *, is_screen: bool) -> None:
    """Print ``words``; for the eyes of a reader painted, and through a pager where the screen
    does not hold them.
    """
    told = visible(words)
    if not is_screen:
        click.echo(told, nl=False)
        return
    painted = (
        told
        if "NO_COLOR" in os.environ
        else "".join(map(_painted, told.splitlines(keepends=True)))
    )
    if told.count("\n") < shutil.get_terminal_size().lines or not sys.stdin.isatty():
        click.echo(painted, nl=False)
        return
    os.environ.setdefault("LESS", _PAGED_AS)
    click.echo_via_pager(painted)


def _painted(line: str) -> str:
    """Return a line in colours: titles bold, evidence faint, what to type next and what is late
    set off.
    """
    if line.startswith(_EVIDENCE) and "luocdo " not in line:
        return click.style(line.rstrip("\n"), dim=True) + "\n"
    if line[:1].isupper() and line[1:2].isupper():
        return click.style(line.rstrip("\n"), bold=True) + "\n"
    for pattern, paint in _PAINTS:
        line = pattern.sub(paint, line)
    return line


def _in(**style: object) -> Callable[[re.Match[str]], str]:
    return lambda found: click.style(found[0], **style)  # type: ignore[arg-type]  # the styles are click's own


_PAINTS = (
    (_FOUND, _in(fg="yellow", bold=True)),
    (_LATE, _in(fg="red")),
    (_COMMAND, _in(fg="cyan")),
)
