"""The look-ups as an interface for programs (giao diện lập trình): the verbs of the command line,
on one open store.

>>> with open_lookups("ladybug:luocdo.lbug") as library:  # doctest: +SKIP
...     for one in library.owners("QĐ 131").assignments:
...         print(one.text, [role.unit for role in one.units("LED_BY")], one.quote)

Documents and units are named as people name them, or by id. Each verb returns an `Answer`: what
was understood, its assignments and tables, each with the sentence that proves it, and what was
left out.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self

from luocdo.graph.stores.opening import open_store
from luocdo.queries.naming import the_document, the_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.answers import Answer
    from luocdo.graph.diagrams import Diagram
    from luocdo.graph.stores.base import Rows, Store
    from luocdo.queries.prose import Reader
    from luocdo.queries.understanding import NotUnderstood, Understood

_FIRST, _LAST = "0001-01-01", "9999-12-31"


class LookUps:
    """The look-ups of one store; ``as_of`` of each verb is the day it is answered for, today where
    none is given.

    Every verb raises `NothingFoundError` where a name means nothing or several things,
    `StoreError` where the store cannot answer.
    """

    def __init__(self, store: Store, passages: Reader | None = None) -> None:
        """Answer from ``store``, which is closed with this; ``passages`` reads what a file says,
        to find words in it.
        """
        self.store = store
        self._passages = passages

    def owners(
        self,
        document: str,
        *,
        as_of: datetime.date | None = None,
        drafts: bool = False,
        all_bases: bool = False,
        derived_only: bool = False,
        unit: str = "",
    ) -> Answer:
        """Return who leads and coordinates what derives from a document (ai chủ trì), of one unit
        where it is named.
        """
        # a verb brings what it needs
        from luocdo.queries.owners import OwnersOptions, owners  # noqa: PLC0415

        meant = the_unit(self.store, unit)[0] if unit else None
        asked = OwnersOptions(
            drafts=drafts, all_bases=all_bases, derived_only=derived_only, unit=meant
        )
        return owners(self.store, the_document(self.store, document), as_of or today(), asked)

    def lineage(self, document: str, *, as_of: datetime.date | None = None) -> Answer:
        """Return what a document rests on, and what rests on it (gốc tích)."""
        from luocdo.queries.lineage import lineage  # noqa: PLC0415 - as above

        return lineage(self.store, the_document(self.store, document), as_of or today())

    def document(self, document: str, *, as_of: datetime.date | None = None) -> Answer:
        """Return all about one document (văn bản)."""
        from luocdo.queries.document import document as answer  # noqa: PLC0415 - as above

        return answer(self.store, the_document(self.store, document), as_of or today())

    def diagram(self, document: str, *, as_of: datetime.date | None = None) -> Diagram:
        """Return what surrounds a document, for a picture (lược đồ)."""
        from luocdo.queries.diagram import diagram  # noqa: PLC0415 - as above

        return diagram(self.store, the_document(self.store, document), as_of or today())

    def unit(
        self, name: str, *, as_of: datetime.date | None = None, drafts: bool = False
    ) -> Answer:
        """Return what falls to a unit (đơn vị)."""
        from luocdo.queries.unit import UnitOptions, unit  # noqa: PLC0415 - as above

        node, how = the_unit(self.store, name)
        said = node.display if name == node.id else name
        return unit(self.store, node, as_of or today(), UnitOptions(said, how, drafts))

    def task(self, key: str, *, as_of: datetime.date | None = None) -> Answer:
        """Return one assignment by its id (nhiệm vụ)."""
        from luocdo.queries.task import task  # noqa: PLC0415 - as above

        return task(self.store, key, as_of or today())

    def due(
        self,
        start: datetime.date | None = None,
        finish: datetime.date | None = None,
        *,
        unit: str = "",
        document: str = "",
        as_of: datetime.date | None = None,
        drafts: bool = False,
        recurring: bool = False,
    ) -> Answer:
        """Return what is due between two days, both included (đến hạn); from today on where
        neither is given.

        ``recurring`` counts out what comes again within them.
        """
        from luocdo.queries.due import DueOptions, due  # noqa: PLC0415 - as above

        day = as_of or today()
        open_start = _FIRST if finish else day.isoformat()
        first = start.isoformat() if start else open_start
        asked = DueOptions(
            first,
            finish.isoformat() if finish else _LAST,
            the_unit(self.store, unit)[0] if unit else None,
            the_document(self.store, document) if document else None,
            drafts=drafts,
            recurring=recurring,
        )
        return due(self.store, asked, day)

    def why(self, first: str, second: str, *, as_of: datetime.date | None = None) -> Answer:
        """Return by which steps one document is tied to another (vì sao)."""
        from luocdo.queries.why import why  # noqa: PLC0415 - as above

        return why(
            self.store,
            the_document(self.store, first),
            the_document(self.store, second),
            as_of or today(),
        )

    def find(
        self,
        words: str,
        *,
        as_of: datetime.date | None = None,
        drafts: bool = False,
        loosely: bool = False,
    ) -> Answer:
        """Return where words stand: in tasks, products, titles, targets, names of
        units (tìm lời).
        """
        from luocdo.queries.finding import FindOptions, find  # noqa: PLC0415 - as above

        asked = FindOptions(drafts=drafts, loosely=loosely)
        return find(self.store, words, as_of or today(), asked, self._passages)

    def new(
        self,
        since: datetime.date,
        *,
        issued: bool = False,
        unit: str = "",
        as_of: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> Answer:
        """Return which papers came in since a day, or were issued since, until a day where one is
        given, and what they give to whom (văn bản mới).
        """
        from luocdo.queries.arriving import NewOptions, new  # noqa: PLC0415 - as above

        meant = the_unit(self.store, unit)[0] if unit else None
        last = until.isoformat() if until else ""
        options = NewOptions(since.isoformat(), issued=issued, unit=meant, until=last)
        return new(self.store, as_of or today(), options)

    def compare(
        self, first: str, second: str, *, as_of: datetime.date | None = None, duties: bool = False
    ) -> Answer:
        """Return what two papers have in common, say differently, have alone (so hai văn bản)."""
        from luocdo.queries.comparing import compare  # noqa: PLC0415 - as above

        papers = the_document(self.store, first), the_document(self.store, second)
        return compare(self.store, *papers, as_of or today(), duties=duties)

    def gaps(
        self, document: str, *, unit: str = "", plan: str = "", as_of: datetime.date | None = None
    ) -> Answer:
        """Return which tasks of a document no loaded paper takes up (việc chưa thấy
        triển khai).
        """
        from luocdo.queries.gaps import GapsOptions, gaps  # noqa: PLC0415 - as above

        asked = GapsOptions(
            unit=the_unit(self.store, unit)[0] if unit else None,
            plan=the_document(self.store, plan) if plan else None,
        )
        return gaps(self.store, the_document(self.store, document), as_of or today(), asked)

    def conflicts(self, *documents: str, as_of: datetime.date | None = None) -> Answer:
        """Return what does not agree: in the store, in one paper, between two (chỗ không khớp)."""
        from luocdo.queries.conflicts import conflicts  # noqa: PLC0415 - as above

        return conflicts(
            self.store, as_of or today(), *(the_document(self.store, one) for one in documents[:2])
        )

    def understand(
        self, question: str, *, as_of: datetime.date | None = None
    ) -> Understood | NotUnderstood:
        """Return the command that a question in words is, or what of it was not understood (hỏi
        bằng lời).
        """
        from luocdo.queries.understanding import understand  # noqa: PLC0415 - as above

        return understand(self.store, question, as_of or today())

    def check(self, *kinds: str, as_of: datetime.date | None = None) -> Answer:
        """Return what could not be read or does not agree (cần xem lại), of all ``kinds`` where
        none is named.
        """
        from luocdo.queries.check import check  # noqa: PLC0415 - as above

        return check(self.store, as_of or today(), kinds)

    def centrality(self, *, as_of: datetime.date | None = None, most: int | None = None) -> Answer:
        """Return which units share work with most others (đơn vị đầu mối), the first ``most``."""
        from luocdo.queries.centrality import centrality  # noqa: PLC0415 - as above

        return centrality(self.store, as_of or today(), most)

    def query(self, name: str, **parameters: str) -> Rows:
        """Return the rows of a named question; documents and units among its parameters are named
        as people do.
        """
        from luocdo.queries.asking import ask  # noqa: PLC0415 - as above

        return ask(
            self.store,
            name,
            parameters,
            find_document=lambda store, words: the_document(store, words).id,
            find_unit=lambda store, words: the_unit(store, words)[0].id,
        )

    def cypher(self, text: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Return the rows of a question in Cypher; what would write is refused."""
        return self.store.run(text, parameters)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        """Open for a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


def open_lookups(url: str | None = None, passages: Reader | None = None) -> LookUps:
    """Open the store at ``url`` (``ladybug:PATH``, ``neo4j://…``; None: the user's own) for
    looking things up.

    With `luocdo.commands.passages.Passages` words are found in what the papers say as well.
    """
    return LookUps(open_store(url), passages)


def today() -> datetime.date:
    """Return the day it is here."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date()
