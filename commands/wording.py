"""What commands say (lời của dòng lệnh), click's own words too: in Vietnamese, with ``--lang
en`` in English.

click looks its messages up through `gettext`, by the language of the environment, which says
nothing of the reader's: its modules are given a look-up of ours instead.
"""

from __future__ import annotations

import csv
import os
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORDS = ("help", "metavar", "options_metavar", "subcommand_metavar")
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils")


def speak(group: click.Group, arguments: Sequence[str]) -> None:
    """Make click, help and messages speak the language that the command line, or else
    `LUOCDO_LANG`, asks for.
    """
    _Speech.english = _asks_for_english(arguments)
    ours = (
        {"_": _same, "ngettext": _same_counted}
        if _Speech.english
        else {"_": _said, "ngettext": _counted}
    )
    for module in (getattr(click, name) for name in _MODULES):
        for attribute, look_up in ours.items():
            if hasattr(module, attribute):
                setattr(module, attribute, look_up)
    for thing in _things_with_words(group):
        vars(thing).update(
            _help_option=None
        )  # click keeps the one that it made in another language
        for name in _WORDS:
            if words := _written(thing, name):
                setattr(thing, name, told(" ".join(words.split())))


def speaks_both_languages(command: click.Command) -> None:
    """Let a command, and those below it, be told by ``--lang`` which language to speak, where it
    has no such option.
    """
    if all(one.name != "lang" for one in command.params):
        choice = click.Choice(["vi", "en"])
        command.params.append(
            click.Option(
                ["--lang"], type=choice, expose_value=False, help="Tiếng của các tiêu đề."
            )
        )
    for one in command.commands.values() if isinstance(command, click.Group) else ():
        speaks_both_languages(one)


def told(words: str) -> str:
    """Return what a command says, line by line in the reader's language."""
    if not _Speech.english:
        return words
    from luocdo.viz.english import in_english

    return "\n".join(in_english(line) for line in words.split("\n"))


def speaks_english() -> bool:
    """Return whether the command that runs speaks English."""
    return _Speech.english


class _Speech:
    """The language of the command that runs."""

    english = False
    written: ClassVar[dict[tuple[int, str], str]] = {}


def _asks_for_english(arguments: Sequence[str]) -> bool:
    asked = [value for name, value in pairwise(arguments) if name == "--lang"]
    asked += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    return (asked or [os.environ.get("LUOCDO_LANG", "vi")])[-1] == "en"


def _things_with_words(command: click.Command) -> Iterator[click.Command | click.Parameter]:
    yield command
    yield from command.params
    if isinstance(command, click.Group):
        for one in command.commands.values():
            yield from _things_with_words(one)


def _written(thing: click.Command | click.Parameter, name: str) -> str:
    """Return the words of a command or an option as they were written: what it says now may be
    English.
    """
    words: object = getattr(thing, name, None)
    return _Speech.written.setdefault((id(thing), name), words if isinstance(words, str) else "")


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
