"""One document with everything about it: what is inferred says so in its head."""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from small_graph import RECORDS, document, edge, small_graph

from luocdo.graph.model import Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.document import document as about
from luocdo.queries.naming import the_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("reading", "signature", "shown"),
    [
        ("inferred", "digital", "Lê Văn Mẫu (suy ra, chữ ký số)"),
        ("stated", "printed", "Lê Văn Mẫu"),
    ],
)
def test_a_signer_who_is_inferred_says_so_in_the_head(
    reading: str, signature: str, shown: str, tmp_path: Path
) -> None:
    base = small_graph()
    paper = document(
        "ky",
        "77/BYT-VP",
        "Công văn",
        "Bộ Y tế",
        status="loaded",
        date="2025-02-03",
        signer="Lê Văn Mẫu",
    )
    person = Node("Person", "person:le-van-mau", {"name": "Lê Văn Mẫu"})
    signed = edge(
        "SIGNED_BY",
        "doc:ky",
        person.id,
        "Ký bởi: Lê Văn Mẫu",
        signature=signature,
        reading=reading,
    )
    whole = Graph((*base.nodes, paper, person), (*base.edges, signed), base.issues)
    with LadybugStore(tmp_path / "x.lbug", lambda _: nullcontext(whole)) as store:
        store.replace(RECORDS, whole)
        head = about(store, the_document(store, "77/BYT-VP"), datetime.date(2025, 11, 23)).tables[
            0
        ]
    assert ("người ký", shown) in head.rows
