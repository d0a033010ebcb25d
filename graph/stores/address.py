"""The address of a server (địa chỉ kho): scheme, user, host and database taken apart, a password
refused.

A password in a URL would stand in the shell's history, in the list of processes and in messages;
it comes from the environment or from a prompt.
"""

from __future__ import annotations

import getpass
import os
import sys
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, urlsplit

from luocdo.graph.errors import StoreError

PASSWORD_VARIABLE = "NEO4J_PASSWORD"  # noqa: S105 - the name of the variable
SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_USER = "neo4j"
_FORM = (
    "địa chỉ máy chủ có dạng neo4j://NGƯỜI_DÙNG@MÁY:CỔNG/CƠ_SỞ_DỮ_LIỆU; loại:"
    f" {', '.join(SCHEMES)}"
)


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server is; ``url`` is what may be shown. Without a ``database`` the server's default
    one is meant.

    >>> ServerAddress.parse("neo4j://kho.example/luat").url
    'neo4j://neo4j@kho.example/luat'
    """

    scheme: str
    user: str
    host: str
    port: int | None = None
    database: str | None = None

    @classmethod
    def parse(cls, url: str) -> Self:
        """Take ``url`` apart.

        Raises:
            StoreError: it carries a password, or is no address; the message repeats nothing that
            may be secret.
        """
        try:
            parts = urlsplit(url)
            _refuse_secrets(parts)
            port, host = parts.port, parts.hostname or "localhost"
        except ValueError:  # its words may hold a piece of a password
            raise StoreError(_FORM) from None
        if parts.scheme not in SCHEMES or parts.query or parts.fragment:
            raise StoreError(_FORM)
        return cls(
            parts.scheme, parts.username or _USER, host, port, parts.path.strip("/") or None
        )

    @property
    def server(self) -> str:
        """Return the URL of the server alone, as a driver takes it."""
        return f"{self.scheme}://{self._place}"

    @property
    def url(self) -> str:
        """Return the whole address as it may be shown."""
        return f"{self.scheme}://{self.user}@{self._place}" + (
            f"/{self.database}" if self.database else ""
        )

    @property
    def _place(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host


def _refuse_secrets(parts: SplitResult) -> None:
    """Refuse a password; one with ``/``, ``#`` or ``?`` in it breaks the URL apart and leaves its
    ``@`` behind them.
    """
    if parts.password is not None or "@" in parts.path + parts.query + parts.fragment:
        message = f"không đặt mật khẩu trong địa chỉ kho; đặt biến {PASSWORD_VARIABLE}"
        raise StoreError(message)


def password_of(url: str) -> str:
    """Return the password from the environment, or from who sits at the terminal.

    Raises:
        StoreError: there is neither.
    """
    found = os.environ.get(PASSWORD_VARIABLE)
    if found is not None:
        return found
    if sys.stdin is None or not sys.stdin.isatty():
        message = f"{url}: chưa có mật khẩu; đặt biến {PASSWORD_VARIABLE}"
        raise StoreError(message)
    return getpass.getpass(f"Mật khẩu của {url}: ")
