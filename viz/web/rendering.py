"""Pages made of templates (khuôn trang): words of documents are text, whatever is in them; links
come from one table.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from luocdo.graph.forces import FORCES
from luocdo.viz.states import STATES
from luocdo.viz.web.addresses import OF_A_DOCUMENT, PAGES, address, address_of, page_of_id
from luocdo.viz.web.words import LABELS, spoken
from luocdo.viz.words import line_in

if TYPE_CHECKING:
    from luocdo.graph.answers import Assignment, Role, TimeLimit
    from luocdo.viz.web.addresses import Page

_READINGS = {
    "inherited": ("theo ô gộp", "merged cell"),
    "corrected": ("sửa lỗi in", "misprint mended"),
    "inferred": ("suy ra", "inferred"),
}
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")
_PIECE = " … "


def render(template: str, lang: str, **values: Any) -> str:  # noqa: ANN401 - what a template is given
    """Return the page ``template`` in the reader's language."""
    return (
        environment()
        .get_template(template)
        .render(lang=lang, english=lang == "en", t=_translator(lang), **values)
    )


@cache
def environment() -> Environment:
    """Return the templates' surroundings, made once."""
    from luocdo.viz.web import cells  # noqa: PLC0415 - cells are rendered with what stands here

    folder = files("luocdo.viz.web") / "templates"
    made = Environment(
        autoescape=True,
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": day,
        "months": month_words,
        "leads": leads,
        "plain": plain,
        "limit": limit_words,
        "reading": reading_words,
        "passage": passage,
    }
    made.filters |= {"said": line_in, "headline": headline, "calm": calm}
    made.globals |= {
        "zip": zip,
        "address": address,
        "address_of": address_of,
        "page_of_id": page_of_id,
        "pages": PAGES,
        "states": STATES,
        "source_of": source_of,
        "labels": LABELS,
        "forces": FORCES,
        "cell": cells.cell,
        "kept_apart": cells.kept_apart,
        "of_a_document": OF_A_DOCUMENT,
    }
    return made


def _translator(lang: str) -> Any:  # noqa: ANN401 - a function for templates
    return lambda words: spoken(words, lang)


def day(iso: object) -> str:
    """Return an ISO day as dd/mm/yyyy; other words stay."""
    words = str(iso or "")
    return (
        "/".join(reversed(words.split("-"))) if re.fullmatch(r"\d{4}-\d\d-\d\d", words) else words
    )


def leads(one: Assignment) -> tuple[Role, ...]:
    """Return who leads an assignment."""
    return one.units("LED_BY")


def month_words(key: str) -> str:
    """Return a month as a reader says it.

    >>> month_words("2025-12")
    '12/2025'
    """
    year, _, number = key.partition("-")
    return f"{number}/{year}"


def plain(words: object) -> str:
    """Return words with the marks removed that turn the direction of writing: they would reorder
    what a reader sees.
    """
    return _HIDDEN.sub("", str(words or ""))


def calm(words: str) -> str:
    """Return words whose beginning, up to a colon or a point, is in capitals as a page writes
    them: in a sentence's letters.

    >>> calm("VĂN BẢN TRIỂN KHAI: 6541/BGDĐT-KHCNTT")
    'Văn bản triển khai: 6541/BGDĐT-KHCNTT'
    """
    loud = min(words.partition(":")[0], words.partition(" · ")[0], key=len)
    names_a_document = any("/" in word and word[-1].isalpha() for word in loud.split())
    if loud.isupper() and " " in loud and not names_a_document:
        return loud.capitalize() + words[len(loud) :]
    return words


def headline(title: str, page: Page) -> tuple[str, str]:
    """Return a title as a page heads it: its name, and what is said of it.

    >>> headline("131/QĐ-TTg · 25/01/2022 · Thủ tướng", PAGES["document"])
    ('131/QĐ-TTg', '25/01/2022 · Thủ tướng')
    >>> headline("HẠN TỪ 28/11/2026", PAGES["due"])
    ('Hạn từ 28/11/2026', '')
    """
    if not page.arguments:
        return calm(title), ""
    name, _, rest = title.partition(": " if page.arguments == ("a", "b") else " · ")
    return name, rest


def limit_words(limit: TimeLimit | None, lang: str) -> str:
    """Return a time limit as a reader says it: "trước 15/12/2025 (theo ô gộp)"."""
    if limit is None:
        return spoken("không ghi hạn", lang)
    if limit.kind == "invalid":
        return f"{spoken('hạn in sai', lang)}: {limit.text}"
    words = day(limit.end_date) or (
        f"{spoken('từ', lang)} {day(limit.start_date)}" if limit.start_date else limit.text
    )
    before = f"{spoken('trước', lang)} " if limit.exclusive and limit.end_date else ""
    mark = reading_words(limit.reading, lang)
    return before + words + (f" ({mark})" if mark else "")


def reading_words(reading: str, lang: str) -> str:
    """Return how a fact was read, empty where it is stated."""
    return _READINGS[reading][lang == "en"] if reading in _READINGS else ""


def source_of(file: str, quote: str = "", place: str = "") -> str:
    """Return the address of the passage of ``file`` in which ``quote`` stands."""
    from urllib.parse import urlencode  # noqa: PLC0415 - beside its only use

    return "/source?" + urlencode({"file": file, "quote": quote[:300], "place": place}) + "#cau"


def passage(text: str, spans: tuple[tuple[int, int], ...]) -> Markup:
    """Return ``text`` with the stretches of ``spans`` marked, the first one reachable as #cau."""
    pieces: list[Markup] = []
    at = 0
    for number, (start, end) in enumerate(spans):
        anchor = Markup(' id="cau" tabindex="-1"') if number == 0 else Markup("")
        pieces += [
            escape(plain(text[at:start])),
            Markup("<mark{}>{}</mark>").format(anchor, plain(text[start:end])),
        ]
        at = end
    return Markup("").join([*pieces, escape(plain(text[at:]))])


def found_in(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Return where ``quote`` stands in ``text``, white space apart; a quote in pieces piece by
    piece, in order.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in (one for one in quote.split(_PIECE) if one.strip()):
        hit = re.compile(r"\s+".join(re.escape(word) for word in piece.split())).search(text, at)
        if hit is None:
            continue
        spans.append(hit.span())
        at = hit.end()
    return tuple(spans)
