"""What shows only over several files (kiểm giữa các tệp): one document with two dates, a condensed
edition beside its original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.errors import CondensedError
from luocdo.graph.records import Issue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from luocdo.graph.building.document_facts import Known


def condensed_beside_original(known: Known) -> None:
    """Refuse a document of which a condensed edition stands beside the original it was made from.

    Raises:
        CondensedError: naming both files.
    """
    condensed = sorted(file for file, header, _ in known.headers if header.condensed)
    whole = sorted(file for file, header, _ in known.headers if not header.condensed)
    if condensed and whole:
        raise CondensedError(condensed[0], whole[0])


def two_dates(known: Known, first_file: Callable[[str], str]) -> Iterator[tuple[str, Issue]]:
    """Yield that files give one document several days; ``first_file`` returns the first that gives
    a day.
    """
    stated: dict[str, str] = {}
    for file, header, _ in known.headers:
        if header.date:
            stated.setdefault(header.date, file)
    for mention, _ in known.mentions:
        if mention.date and mention.date not in stated:
            stated[mention.date] = first_file(mention.date)
    if len(stated) > 1:
        days = "; ".join(f"{day} ({file})" for day, file in sorted(stated.items()))
        file = max(stated.items())[1]
        message = f"{known.number or known.id} được dẫn với {len(stated)} ngày: {days}"
        yield file, Issue(kind="two_dates", message=message)
