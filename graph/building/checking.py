"""What shows only over several files (kiểm giữa các tệp): one document with two dates, a condensed edition beside its original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.errors import CondensedError
from luocdo.graph.network import cycles
from luocdo.graph.records import FileRecord, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.building.documents import DocumentIndex
    from luocdo.graph.model import Graph


def refuse_condensed_beside_original(index: DocumentIndex) -> None:
    """Refuse a set in which a condensed edition stands beside the original it was made from.

    Raises:
        CondensedError: naming both files.
    """
    for known in index.known.values():
        condensed = sorted(file for file, header, _ in known.headers if header.condensed)
        whole = sorted(file for file, header, _ in known.headers if not header.condensed)
        if condensed and whole:
            raise CondensedError(condensed[0], whole[0])


def across_files(index: DocumentIndex) -> Iterator[tuple[str, Issue]]:
    """Yield what does not agree between files."""
    for key in sorted(index.known):
        known = index.known[key]
        stated: dict[str, str] = {}
        for file, header, _ in known.headers:
            if header.date:
                stated.setdefault(header.date, file)
        for file, mention in sorted(known.mentions, key=lambda one: one[0]):
            if mention.date:
                stated.setdefault(mention.date, file)
        if len(stated) > 1:
            days = "; ".join(f"{day} ({file})" for day, file in sorted(stated.items()))
            file = max(stated.items())[1]
            yield (
                file,
                Issue(kind="two_dates", message=f"{known.number or key} được dẫn với {len(stated)} ngày: {days}"),
            )


def alike(files: Iterable[FileRecord]) -> Iterator[tuple[str, Issue]]:
    """Yield the files whose bytes another file has: one of them is one too many."""
    first: dict[str, str] = {}
    for record in files:
        other = first.setdefault(record.digest, record.file)
        if record.digest and other != record.file:
            yield record.file, Issue(kind="same_bytes", message=f"cùng nội dung với {other}")


def rings(graph: Graph) -> Iterator[tuple[str, Issue]]:
    """Yield the documents that rest on one another in a ring: an answer counts each as derived from the other."""
    names = {node.id: str(node.properties.get("name") or node.id) for node in graph.nodes}
    for ring in cycles(graph):
        way = " → ".join([*(names[edge.start] for edge in ring), names[ring[0].start]])
        facts = ring[-1].properties
        place, quote = str(facts.get("place") or ""), str(facts.get("quote") or "")
        yield str(facts.get("source") or ""), Issue(kind="ring_of_bases", message=way, place=place, quote=quote)
