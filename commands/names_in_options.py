"""Names of several words behind an option (tên nhiều chữ sau tùy chọn): ``due --unit vu gddh``
needs no quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAMES = ("NAME", "DOC", "PLAN", "TÊN")  # what an option is said to take that names something
_MARK, _NO_MORE_OPTIONS = "-", "--"


def together(command: click.Command, words: Sequence[str]) -> list[str]:
    """Return what is typed behind ``command``, the words of each name as one.

    A name reaches to the next option; while the command still waits for its own argument, it is
    one word: ``owners --unit cntt QĐ 131``.
    """
    return list(_joined(command, words))


def _joined(command: click.Command, words: Sequence[str]) -> Iterator[str]:
    options = {name: one for one in command.params for name in one.opts}
    waits = any(isinstance(one, click.Argument) for one in command.params)
    at = 0
    while at < len(words):
        word = words[at]
        yield word
        at += 1
        if word == _NO_MORE_OPTIONS:
            yield from words[at:]
            return
        option = options.get(word) if word.startswith(_MARK) else None
        if option is None:
            waits = waits and word.startswith(_MARK)
        elif not getattr(option, "is_flag", False):
            end = _end(words, at) if option.metavar in _NAMES and not waits else at + 1
            yield from [" ".join(words[at:end])] if at < len(words) else []
            at = max(end, at + 1)


def _end(words: Sequence[str], at: int) -> int:
    """Return where the words that begin at ``at`` come to an option."""
    behind = range(at + 1, len(words))
    return next((place for place in behind if words[place].startswith(_MARK)), len(words))
