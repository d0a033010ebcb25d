"""Words of the pages in the reader's language (tiếng Việt, English): Vietnamese in the templates, English beside it as data."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def spoken(words: str, lang: str) -> str:
    """Return ``words`` in the language asked for; Vietnamese where there is no other."""
    return _english().get(words, words) if lang == "en" else words


@cache
def _english() -> dict[str, str]:
    text = (files("luocdo.viz.web") / "english.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row[0]: row[1] for row in rows if len(row) == 2}  # noqa: PLR2004 - a term and its English
