"""What click itself says (lời của click), in Vietnamese; with ``--lang en`` it stays English.

click looks its messages up through `gettext`, by the language of the environment, which says
nothing of the reader's: its modules are given a look-up of ours instead.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils")


def speak(arguments: Sequence[str]) -> None:
    """Make click speak the language that the command line asks for."""
    is_english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    ours = (
        {"_": _same, "ngettext": _same_counted}
        if is_english
        else {"_": _said, "ngettext": _counted}
    )
    for module in (getattr(click, name) for name in _MODULES):
        for attribute, look_up in ours.items():
            if hasattr(module, attribute):
                setattr(module, attribute, look_up)


def _said(words: str) -> str:
    return _vietnamese().get(words, words)


def _counted(one: str, many: str, number: int) -> str:
    return _said(one if number == 1 else many)


def _same(words: str) -> str:
    return words


def _same_counted(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


@cache
def _vietnamese() -> dict[str, str]:
    text = (files(__package__) / "click.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {_unescaped(english): _unescaped(vietnamese) for english, vietnamese in rows}


def _unescaped(words: str) -> str:
    return words.replace("\\n", "\n").replace("\\t", "\t")
