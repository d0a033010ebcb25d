"""Running the application (chạy máy chủ): one process, one socket, quiet unless something goes
wrong.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from luocdo.graph.errors import StoreError

if TYPE_CHECKING:
    from starlette.types import ASGIApp


_LOOPBACK = ("127.", "::1", "fe80:")  # and addresses of one cable alone


def listening(host: str, port: int) -> socket.socket:
    """Return a socket bound to ``host`` and ``port`` (0: any that is free).

    Raises:
        StoreError: the port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        message = f"không nghe được ở {host}:{port} ({error.strerror}); chọn cổng khác: --port 0"
        raise StoreError(message) from error
    return made


def own_names() -> tuple[str, ...]:
    """Return by what others reach this machine when a server listens on all its addresses: the
    addresses first, then its name.
    """
    name = socket.gethostname()
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(name, None)}
    except OSError:  # a name that no resolver knows
        found = set()
    outside = sorted(one for one in found if not one.startswith(_LOOPBACK))
    return (*outside, name)


def running(application: ASGIApp, bound: socket.socket) -> None:
    """Serve ``application`` on ``bound`` until it is stopped."""
    config = uvicorn.Config(application, log_level="warning", lifespan="off", server_header=False)
    uvicorn.Server(config).run(sockets=[bound])
