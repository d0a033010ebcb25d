"""The web application on this machine (phục vụ): its library is the store, its pages those of
every command.
"""

from __future__ import annotations

import secrets
import threading

import click

from luocdo.commands.console import store_option
from luocdo.commands.output import say

_ANY = frozenset({"0.0.0.0", "::"})  # noqa: S104 - told apart, not bound to
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


@click.command()
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Địa chỉ nghe; ngoài máy này thì đòi mã truy cập.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8131,
    show_default=True,
    help="Cổng (0: cổng trống nào đó).",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="TÊN",
    help="Tên mà người khác gọi máy này (tiêu đề Host).",
)
@click.option("--read-only", is_flag=True, help="Chỉ để đọc: không nhận tệp.")
@click.option("--open/--no-open", "open_", default=True, help="Mở trong trình duyệt.")
def serve(
    store: str | None,
    host: str,
    port: int,
    names: tuple[str, ...],
    *,
    read_only: bool,
    open_: bool,
) -> None:
    """Mở kho trong trình duyệt: tìm, văn bản, đơn vị, nhiệm vụ, hạn, lược đồ."""
    from luocdo.commands.shelf import Shelf
    from luocdo.viz.web.application import application
    from luocdo.viz.web.guard import Guard
    from luocdo.viz.web.server import listening, own_names, running

    token = "" if host in _LOCAL else secrets.token_urlsafe(18)
    socket = listening(host, port)
    bound = socket.getsockname()[1]
    own = own_names() if host in _ANY else (host,)
    shown = next(iter((*names, *own)))
    url = f"http://{f'[{shown}]' if ':' in shown else shown}:{bound}/" + (
        f"?token={token}" if token else ""
    )
    guard = Guard(_LOCAL | {*own, *names}, token)
    say(f"luocdo: {url}    (Ctrl-C để dừng)")
    if token:
        say("Máy khác vào được địa chỉ này: chỉ trao địa chỉ có mã cho người được xem.", err=True)
    if open_:
        threading.Timer(0.3, click.launch, [url]).start()
    running(application(Shelf(store), guard, read_only=read_only), socket)
