"""Papers written out as an office would type them (văn bản), read by the real readers into a store
of their own.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.queries.naming import the_document
from luocdo.viz.blocks import View
from luocdo.viz.screen import screen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from luocdo.graph.answers import Answer, Assignment
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

TODAY = datetime.date(2025, 11, 23)
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def written(
    number: str,
    issuer: str,
    day: str,
    kind: str,
    title: str,
    *lines: str,
    sign: str = "",
    to: str = "",
) -> str:
    """Return the text of a paper of ``day`` (ISO); ``sign`` and ``to`` are its last blocks as
    printed.
    """
    year, month, date = day.split("-")
    head = f"{issuer.upper()}\n\n{_NATION}\n\nSố: {number}\nHà Nội, ngày {date} tháng {month} năm {year}"
    blocks = (
        head,
        f"{kind.upper()}\n{title}" if kind else title,
        *lines,
        sign,
        f"Nơi nhận:\n{to}" if to else "",
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def table(heads: str, *rows: str) -> str:
    """Return an annex with one table, its cells parted by "|"."""
    return "PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n" + "\n".join(
        row.replace(" | ", "\t").replace("|", "\t") for row in (heads, *rows)
    )


def read(folder: Path, papers: Mapping[str, str]) -> Store:
    """Return a store that holds the ``papers``, by the names of their files."""
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    store = open_store(f"ladybug:{folder / 'kho.lbug'}")
    report = load_paths(store, [folder / name for name in papers], jobs=1)
    assert not report.refused
    return store


def paper_of(store: Store, words: str) -> DocumentNode:
    """Return the one document that ``words`` mean."""
    return the_document(store, words)


def codes(answer: Answer, *blocks: str) -> list[str]:
    """Return the codes (else the places) of an answer's assignments, of ``blocks`` or of all."""
    return [
        one.code or one.place for one in answer.assignments if not blocks or one.block in blocks
    ]


def by_code(answer: Answer, code: str) -> Assignment:
    """Return the one assignment with that code."""
    (found,) = [one for one in answer.assignments if one.code == code]
    return found


def said(answer: Answer) -> str:
    """Return all that an answer says beside its rows."""
    tables = [
        " | ".join(cell for cell in row if cell) for one in answer.tables for row in one.rows
    ]
    return "\n".join(
        [answer.title, *(note.text for note in (*answer.heads, *answer.notes)), *tables]
    )


def on_screen(answer: Answer, **opened: bool) -> str:
    """Return what a reader sees on the terminal."""
    return "\n".join(screen(answer, "vi", View(**opened)))  # type: ignore[arg-type]  # the flags of a view
