"""How a command ends (kết thúc lệnh): an error becomes one sentence and an exit code, on any
console.
"""

from __future__ import annotations

import codecs
import errno
import io
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, NoReturn

import click

from luocdo.commands.names_in_options import together
from luocdo.commands.output import reason_of
from luocdo.commands.wording import speak, told
from luocdo.graph.errors import LuocdoError, NothingFoundError, NotUnderstoodError, QueryError
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_FOUND, WRONG_USE, REFUSED, STOPPED = 1, 2, 3, 130  # the last is what shells call Ctrl-C


class Commands(click.Group):
    """The group: errors become one sentence and an exit code; never a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Return the commands in the order of the work, not of the alphabet."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command and what is typed behind it, names of several words as one."""
        name, command, words = super().resolve_command(ctx, args)
        return name, command, together(command, words) if command else words

    def main(self, *args: Any, **values: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run, first making sure that help and errors can be printed as well, in the reader's
        language.
        """
        _speak_any_console()
        given = args[0] if args else values.get("args")
        speak(self, sys.argv[1:] if given is None else list(given))
        return super().main(*args, **values)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, translating what it refuses."""
        try:
            return super().invoke(ctx)
        except NotUnderstoodError as error:
            _stop(
                "".join((str(error), *(f"\n  {words}" for words in error.perhaps))), NOTHING_FOUND
            )
        except NothingFoundError as error:
            _stop(f"{error}{_nearest(error.nearest)}", NOTHING_FOUND)
        except QueryError as error:
            _stop(str(error), WRONG_USE)
        except LuocdoError as error:
            _stop(str(error), REFUSED)
        except click.ClickException as error:
            vars(error)["message"] = error.message and told(error.message)
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read has read enough: click ends in silence
                raise
            _stop(reason_of(error), REFUSED)


def _nearest(names: Sequence[str]) -> str:
    return "".join(f"\n  gần giống: {name}" for name in names)


def _stop(message: str, code: int) -> NoReturn:
    raise _Failure(message, code)


class _Failure(click.ClickException):
    """One sentence and an exit code of its own."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(visible(told(message)))
        self.exit_code = code  # type: ignore[misc]  # click declares it per class; ours differ per failure


def _speak_any_console() -> None:
    """Never fail on a console or a locale that cannot show Vietnamese: what it cannot show goes
    without accents.
    """
    codecs.register_error("luocdo.plain", _without_accents)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="luocdo.plain")


def _without_accents(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    words = unicodedata.normalize("NFD", error.object[error.start : error.end]).translate(
        {0x110: "D", 0x111: "d", 0xB7: "-", 0x2026: "..."}
    )
    letters = (c for c in words if not unicodedata.combining(c))
    return "".join(c if c.isascii() else "?" for c in letters), error.end
