"""Names of several words behind an option (tên nhiều chữ sau tùy chọn): ``due --unit vu gddh``
needs no quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

# What an option is said to take that names something.
_NAMES = ("NAME", "DOC", "PLAN", "TÊN", "LOẠI")
_MARK, _NO_MORE_OPTIONS = "-", "--"


def together(command: click.Command, words: Sequence[str]) -> list[str]:
    """Return what is typed behind ``command``, the words of each name as one.

    A name reaches to the next option; while the command still waits for its own argument, it is
    one word: ``owners --unit cntt QĐ 131``.
    """
    options = {name: one for one in command.params for name in one.opts}
    waits = any(isinstance(one, click.Argument) for one in command.params)
    found: list[str] = []
    at = 0
    while at < len(words):
        if words[at] == _NO_MORE_OPTIONS:
            return [*found, *words[at:]]
        waits = waits and words[at].startswith(_MARK)
        end = _end_of_value(options.get(words[at]), words, at + 1, waits=waits)
        value = " ".join(words[at + 1 : end])
        found += [words[at], *filter(None, [value])]
        at = end
    return found


def _end_of_value(
    option: click.Parameter | None, words: Sequence[str], at: int, *, waits: bool
) -> int:
    """Return where the value of ``option`` that begins at ``at`` ends; there if it has none."""
    if option is None or getattr(option, "is_flag", False) or at >= len(words):
        return at
    if waits or option.metavar not in _NAMES:
        return at + 1
    behind = range(at + 1, len(words))
    return next((place for place in behind if words[place].startswith(_MARK)), len(words))
