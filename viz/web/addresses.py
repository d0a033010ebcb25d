"""Addresses of pages (địa chỉ trang): one a command, derived from one table, and a command in
words turned into its address.

An answer says which command opens what it left out (``luocdo unit "cuc cntt" --past``); on a page
that is a link.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Page:
    """A command's page: its positional ``arguments`` in order, its ``flags``, and ``options`` that
    take a value.

    What is ``dated`` may be subscribed to as a calendar.
    """

    command: str
    title: tuple[str, str]
    arguments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    dated: bool = False

    @property
    def path(self) -> str:
        """Return where it stands."""
        return f"/{self.command}"

    def takes(self, name: str) -> bool:
        """Return whether an address of this page may carry ``name``."""
        return name in (
            *self.arguments,
            *self.flags,
            *self.options,
            *EVERYWHERE,
            *_OF_PAGES,
        ) or name.startswith(NARROWING)

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the endings under which it stands: the page itself, and what is taken away."""
        return ("", ".json", ".csv", ".xlsx", *([CALENDAR] if self.dated else []))


CALENDAR = ".ics"
EVERYWHERE = ("as-of", "lang", "theme", "limit")  # options that every page takes
NARROWING = "only-"  # begins the names of filters
# A part of a picture, the month of a calendar, the question in words, the way in.
_OF_PAGES = ("open", "show", "asked", "token")


PAGES: dict[str, Page] = {
    page.command: page
    for page in (
        Page(
            "owners",
            ("Ai chủ trì", "Who owns it"),
            ("doc",),
            ("drafts", "duties", "all-bases", "derived-only"),
            ("unit",),
        ),
        Page("lineage", ("Gốc tích", "Lineage"), ("doc",)),
        Page("document", ("Văn bản", "Document"), ("doc",)),
        Page(
            "gaps",
            ("Chưa triển khai", "Not taken up"),
            ("doc",),
            ("duties", "taken"),
            ("unit", "in"),
        ),
        Page("conflicts", ("Chỗ không khớp", "Conflicts"), (), (), ("a", "b")),
        Page("compare", ("So hai văn bản", "Compare"), ("a", "b"), ("duties",)),
        Page("find", ("Tìm lời", "Find words"), ("words",), ("drafts", "loose")),
        Page(
            "new",
            ("Mới vào kho", "What came in"),
            (),
            ("issued", "drafts"),
            ("since", "to", "unit"),
        ),
        Page("targets", ("Chỉ tiêu", "Targets"), ("doc",)),
        Page("money", ("Kinh phí", "Money"), ("doc",)),
        Page("reports", ("Báo cáo", "Reports"), ("doc",)),
        Page("approvals", ("Cấp trình", "Approvals"), ("doc",)),
        Page("changes", ("Giao sửa đổi", "Planned changes"), ("doc",)),
        Page(
            "unit",
            ("Đơn vị", "Unit"),
            ("name",),
            ("past", "duties", "groups", "drafts", "status"),
            ("role",),
            dated=True,
        ),
        Page("task", ("Nhiệm vụ", "Task"), ("id",)),
        Page(
            "due",
            ("Đến hạn", "Due"),
            (),
            ("overdue", "drafts", "duties"),
            ("unit", "document", "from", "to", "within", "within-days", "month", "quarter"),
            dated=True,
        ),
        Page("why", ("Vì sao", "Why"), ("a", "b")),
        Page(
            "documents",
            ("Danh mục văn bản", "All documents"),
            (),
            ("cited", "ended", "draft", "unnumbered"),
            ("kind", "issuer", "signer", "from", "to", "force"),
        ),
        Page("units", ("Danh mục đơn vị", "All units"), (), (), ("kind", "of")),
        Page("check", ("Cần xem lại", "To look at"), (), (), ("kind",)),
        Page("corrections", ("Lời sửa", "Corrections")),
        Page("centrality", ("Đơn vị đầu mối", "Central units")),
    )
}
OF_A_DOCUMENT = tuple(page.command for page in PAGES.values() if page.arguments == ("doc",))


def address(command: str, *arguments: str, form: str = "", **options: str) -> str:
    """Return the address of a command's page.

    >>> address("unit", "cuc cntt", past="1")
    '/unit?name=cuc+cntt&past=1'
    """
    page = PAGES[command]
    values = dict(zip(page.arguments, arguments, strict=False)) | {
        key.rstrip("_").replace("_", "-"): value for key, value in options.items() if value
    }
    return page.path + form + (f"?{urlencode(values)}" if values else "")


_OF_IDS = {"doc:": "document", "unit:": "unit", "task:": "task"}


def page_of_id(words: str) -> str:
    """Return the address of what an id names, empty where ``words`` are none.

    >>> page_of_id("unit:bo-y-te")
    '/unit?name=unit%3Abo-y-te'
    """
    command = next((page for start, page in _OF_IDS.items() if words.startswith(start)), "")
    return address(command, words) if command else ""


def address_of(command: str) -> str:
    """Return the address of a command in words, empty where it has no page.

    >>> address_of('luocdo unit "cuc cntt" --past')
    '/unit?name=cuc+cntt&past=1'
    >>> address_of('luocdo query not_loaded')
    '/questions/not_loaded'
    """
    try:
        words = shlex.split(command)
    except ValueError:
        return ""
    if len(words) < 2 or words[0] != "luocdo":  # noqa: PLR2004 - the program and a command
        return ""
    if words[1] == "query" and len(words) > 2:  # noqa: PLR2004 - and a name
        return f"/questions/{quote(words[2], safe='')}"
    page = PAGES.get(words[1])
    return _filled(page, words[2:]) if page else ""


def _filled(page: Page, words: list[str]) -> str:
    values: dict[str, str] = {}
    waiting = list(page.arguments)
    rest = iter(words)
    for word in rest:
        name = word.removeprefix("--")
        if word.startswith("--") and name in page.flags:
            values[name] = "1"
        elif word.startswith("--") and name in (*page.options, *EVERYWHERE):
            values[name] = next(rest, "")
        elif waiting:
            values[waiting.pop(0)] = word
        else:
            return ""
    return page.path + (f"?{urlencode(values)}" if values else "")
