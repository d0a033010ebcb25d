"""Completion for shells (gợi ý khi gõ): commands, options, numbers of documents, names of units;
installed by one command.
"""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from luocdo.commands.output import say

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_LUOCDO_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
@click.option("--print", "only_print", is_flag=True, help="Chỉ in ra, không cài.")
@click.pass_context
def completion(ctx: click.Context, shell: str | None, *, only_print: bool) -> None:
    """Cài gợi ý khi gõ (phím Tab): lệnh, tùy chọn, số văn bản, tên đơn vị; chỉ cần
    chạy một lần.
    """
    name = shell or Path(os.environ.get("SHELL", "bash")).name
    if name not in _SHELLS:
        message = f"chưa có gợi ý cho {name}; có cho: {', '.join(_SHELLS)}"
        raise click.UsageError(message)
    maker = get_completion_class(name)
    if maker is None:
        raise click.UsageError(name)
    script = maker(ctx.find_root().command, {}, "luocdo", _VARIABLE).source()
    if only_print:
        say(script)
        return
    say(f"đã cài gợi ý cho {name}: {_installed(name, script)}; mở cửa sổ lệnh mới để dùng")


def _installed(shell: str, script: str) -> Path:
    """Write the script where the shell finds it; bash and zsh are told of it in their own file,
    once.
    """
    home = Path.home()
    if shell == "fish":
        place = home / ".config" / "fish" / "completions" / "luocdo.fish"
    else:
        place = home / ".local" / "share" / "luocdo" / f"completion.{shell}"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(script, "utf-8")
    if shell != "fish":
        line = f'[ -r "{place}" ] && . "{place}"  # luocdo'
        told = home / f".{shell}rc"
        before = told.read_text("utf-8") if told.exists() else ""
        if line not in before:
            told.write_text(f"{before.rstrip()}\n{line}\n".lstrip(), "utf-8")
    return place
