"""Digital signatures of a PDF (chữ ký số): who signed and when, as the lines that text copies of
signed files carry.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)?'?(\d\d)?")


def signature_lines(document: Any) -> list[str]:  # noqa: ANN401 - pdfminer's document
    """Return a block of lines per signature, oldest first: authority, time, place, "<name> đã ký
    lên văn bản này!".
    """
    form = resolve1(document.catalog.get("AcroForm")) or {}
    fields = resolve1(form.get("Fields")) if isinstance(form, dict) else None
    found = sorted(_signatures(fields or []))
    return [
        line
        for time, name, place in found
        for line in ("", f"\t{time}", f"\t{place}", f"\t{name} đã ký lên văn bản này!")
    ]


def _signatures(fields: list[Any], depth: int = 0) -> list[tuple[str, str, str]]:
    found = []
    for field in fields:
        entry = resolve1(field)
        if not isinstance(entry, dict) or depth > 8:  # noqa: PLR2004 - no form nests deeper
            continue
        value = resolve1(entry.get("V"))
        if isinstance(value, dict) and (
            "ByteRange" in value or str(value.get("Type")) == "/'Sig'"
        ):
            found.append(
                (
                    _time(_words(value.get("M"))),
                    _words(value.get("Name")) or _words(entry.get("T")),
                    _words(value.get("Location")),
                )
            )
        found += _signatures(resolve1(entry.get("Kids")) or [], depth + 1)
    return found


def _words(value: Any) -> str:  # noqa: ANN401 - a PDF object
    value = resolve1(value)
    return decode_text(value) if isinstance(value, bytes) else ""


def _time(words: str) -> str:
    found = _DATE.match(words)
    if not found:
        return words
    year, month, day, hour, minute, second, zone, minutes = found.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone or '+00'}{minutes or '00'}"
