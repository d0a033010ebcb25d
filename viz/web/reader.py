"""One request of a reader (người đọc): what was asked, in which language, as of which day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from luocdo.viz.web.addresses import CALENDAR, EVERYWHERE, Page
from luocdo.viz.web.library import Asked

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from luocdo.viz.web.guard import Guard
    from luocdo.viz.web.library import Library

_LANGUAGE, _THEME = "luocdo-lang", "luocdo-theme"
THEMES = ("light", "dark")
_NO_PAGES = ("text/event-stream", "application/json")
_A_YEAR = 365 * 24 * 3600
_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")


class Reader:
    """A request, understood; ``theme`` is light or dark where the reader chose one."""

    def __init__(
        self, request: Request, library: Library, guard: Guard, *, read_only: bool
    ) -> None:
        """Read the language from the address, else from what was chosen before."""
        self.request, self.library, self.guard, self.read_only = request, library, guard, read_only
        given = self.word("lang") or request.cookies.get(_LANGUAGE, "vi")
        self.lang = given if given in ("vi", "en") else "vi"
        theme = self.word("theme") or request.cookies.get(_THEME, "")
        self.theme = theme if theme in THEMES else ""  # else as the machine is set
        self.as_of = (
            _day(self.word("as-of")) or datetime.datetime.now(tz=datetime.UTC).astimezone().date()
        )

    def word(self, name: str) -> str:
        """Return one parameter of the address."""
        return self.request.query_params.get(name, "").strip()

    @property
    def partial(self) -> bool:
        """Say whether only a piece of a page is asked for."""
        return self.request.headers.get("hx-request") == "true"

    @property
    def of_a_program(self) -> bool:
        """Say whether a script of a page asks, or a program for data: they read no pages."""
        wanted = self.request.headers.get("accept", "")
        return any(kind in wanted for kind in _NO_PAGES)

    def asked(self, page: Page) -> Asked:
        """Return the command that the address carries."""
        words = {
            name: self.word(name) for name in (*page.arguments, *page.options) if self.word(name)
        }
        return Asked(
            page.command,
            words,
            frozenset(flag for flag in page.flags if self.word(flag)),
            self.as_of,
        )

    def unknown(self, page: Page) -> list[str]:
        """Return the parameters of the address that its page does not take: a misspelt one must
        not be lost silently.
        """
        return [name for name in self.request.query_params if not page.takes(name)]

    def periods(self) -> list[tuple[str, dict[str, str]]]:
        """Return the periods that are asked for most, with what the page of what is due takes for
        each.
        """
        return [
            ("Hạn trong tháng này", {"month": self.as_of.strftime("%m/%Y")}),
            ("Hạn trong 30 ngày tới", {"within_days": "30"}),
            ("Hạn trong năm nay", {"within": str(self.as_of.year)}),
            ("Đã qua hạn", {"overdue": "1"}),
        ]

    @property
    def shown_month(self) -> str:
        """Return the month that a calendar is to show ("2025-12"): the one turned to, else the one
        that was asked about; empty where neither is said.
        """
        asked = self.word("month")
        number, _, year = asked.partition("/")
        return self.word("show") or (f"{year}-{number:0>2}" if year else asked)

    def here(self, *, form: str = "", **changed: str) -> str:
        """Return this address with parameters changed; an empty value takes one away."""
        values = {key: value for key, value in self.request.query_params.items() if key != "token"}
        values |= {key.replace("_", "-"): value for key, value in changed.items()}
        kept = urlencode({key: value for key, value in values.items() if value})
        return self.request.url.path + form + (f"?{kept}" if kept else "")

    @property
    def calendar(self) -> str:
        """Return the whole address of this page as a calendar; it carries the token, for a
        calendar has no cookies.
        """
        url = self.request.url
        here = self.here(form=CALENDAR, token=self.guard.token, lang="", theme="")
        return f"{url.scheme}://{url.netloc}{here}"

    @property
    def settings(self) -> dict[str, str]:
        """Return the parameters that go from page to page."""
        return {
            name: self.word(name)
            for name in EVERYWHERE
            if self.word(name) and name not in ("lang", "theme")
        }

    def kept(self, response: Response) -> Response:
        """Remember the language and the theme that were chosen."""
        for name, parameter, chosen in (
            (_LANGUAGE, "lang", self.lang),
            (_THEME, "theme", self.theme),
        ):
            if self.word(parameter):
                response.set_cookie(
                    name, chosen, max_age=_A_YEAR, samesite="strict", httponly=True
                )
        return response


def _day(words: str) -> datetime.date | None:
    for form in _FORMS:
        try:
            return datetime.datetime.strptime(words, form).replace(tzinfo=datetime.UTC).date()
        except ValueError:
            continue
    return None
