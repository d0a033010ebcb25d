"""What keeps the application safe (bảo vệ): who may ask, from which address, and what a browser
may do with a page.

It binds to this machine alone; a server reachable from others demands a token. The Host header
must be one that was given, so that no foreign name leads here (DNS rebinding); a form carries a
token of its own, so that no foreign page writes; a page may load nothing but its own files.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse

from luocdo.viz.web.addresses import CALENDAR

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
    " data:; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
LIKENESS_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self';"
    " sandbox"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}
_COOKIE = "luocdo"


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may ask: ``hosts`` are the names under which the server is reached, ``token`` what a
    reader from elsewhere shows.
    """

    hosts: frozenset[str]
    token: str = ""
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def refusal(self, headers: Headers) -> str:
        """Return why a request is not answered; empty where it is."""
        host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
        return "" if host.strip("[]") in self.hosts else f"máy chủ này không mang tên {host!r}"

    def admits(self, given: str) -> bool:
        """Say whether a token opens the door."""
        return not self.token or compare_digest(given.encode(), self.token.encode())

    def form_is_ours(self, given: str) -> bool:
        """Say whether a form was made by a page of ours."""
        return compare_digest(given.encode(), self.form_token.encode())


class Guarded:
    """An application behind a `Guard`; every response carries the headers that bind a browser."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        """Stand before ``app``."""
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        binding = _binding(send)
        if reason := self._guard.refusal(headers):
            await PlainTextResponse(reason, 421)(scope, receive, binding)
            return
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        shown = bool(asked and self._guard.token and self._guard.admits(asked))
        if shown and scope["path"].endswith(
            CALENDAR
        ):  # whoever subscribes to a calendar keeps no cookie
            await self._app(scope, receive, binding)
            return
        if shown:
            response = RedirectResponse(_without_token(scope), 303)
            response.set_cookie(_COOKIE, asked, httponly=True, samesite="strict")
            await response(scope, receive, binding)
            return
        if not self._guard.admits(_cookie(headers)):
            words = "cần mã truy cập: mở địa chỉ có ?token=… mà luocdo serve đã in ra"
            await PlainTextResponse(words, 401)(scope, receive, binding)
            return
        await self._app(scope, receive, binding)


def bound(response: Response) -> Response:
    """Return a response that passes no guard with the headers that bind a browser."""
    response.headers.update(_HEADERS)
    return response


def _without_token(scope: Scope) -> str:
    """Return the address that was asked for, the token taken out: it stands in no history."""
    given = parse_qsl(scope["query_string"].decode("latin-1"))
    kept = urlencode([(name, value) for name, value in given if name != "token"])
    return quote(scope["path"]) + (f"?{kept}" if kept else "")


def _cookie(headers: Headers) -> str:
    cookies: SimpleCookie = SimpleCookie(headers.get("cookie", ""))
    return cookies[_COOKIE].value if _COOKIE in cookies else ""


def _binding(send: Send) -> Send:
    """Return ``send`` with the headers added that say what a browser may do."""

    async def binding(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return binding
