"""Files handed over on a page (nạp trên trang): loaded as the command ``load`` does, each told of
as it is read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from luocdo.commands.page_answers import hit
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow, RemarksRow
from luocdo.queries.runner import run, run_in_pieces
from luocdo.viz.web.library import Loaded, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from luocdo.graph.stores.base import Store
    from luocdo.loaders.loading import LoadReport
    from luocdo.loaders.readings import Reading
    from luocdo.viz.web.library import Hit


def load(
    store: Store, paths: Sequence[Path], told: Callable[[str, str], None], *, anyway: bool
) -> Loaded:
    """Load files; ``told`` hears (file, what it came to) as each is read, and ("", how far the
    load is). ``anyway``, what seems to be no document is read too.
    """
    from luocdo.loaders.loading import load_paths

    def heard(one: Reading) -> None:
        told(one.name, one.refused or f"{one.documents} văn bản, {one.tasks} nhiệm vụ")

    report = load_paths(
        store, paths, passing=True, anyway=anyway, say=lambda words: told("", words), told=heard
    )
    return Loaded(report.summary(), _taken(store, report), tuple(report.notes()))


def _taken(store: Store, report: LoadReport) -> tuple[Taken, ...]:
    """Return what each file was taken for, those that could not be read first."""
    found = _documents(store, {*report.read, *report.skipped})
    looks = Counter(row.source for row in run(store, RemarksRow))
    refused = (Taken(name, why, refused=True) for name, why in report.refused)
    read = _told(report.read, "đã đọc", found, looks)
    return (*refused, *read, *_told(report.skipped, "không đổi", found, looks))


def _told(
    names: Iterable[str], words: str, found: Mapping[str, list[Hit]], looks: Mapping[str, int]
) -> Iterable[Taken]:
    return (Taken(name, words, tuple(found.get(name, ())), looks[name]) for name in names)


def _documents(store: Store, files: set[str]) -> dict[str, list[Hit]]:
    """Return the documents whose own text stands in each of ``files``."""
    sources = {row.id: row.source for row in run(store, DocumentsRow) if row.source in files}
    found: dict[str, list[Hit]] = defaultdict(list)
    for row in run_in_pieces(store, DocumentNodesRow, "documents", sorted(sources)):
        found[sources[row.node.id]].append(hit(row.node))
    return found
