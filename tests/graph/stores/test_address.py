"""The address of a server is taken apart; a password in it is refused, however it is written, and
never repeated.
"""

from __future__ import annotations

import pytest

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.address import ServerAddress


@pytest.mark.parametrize(
    ("url", "shown", "server"),
    [
        ("neo4j://anna@kho.vn:7688/luat", "neo4j://anna@kho.vn:7688/luat", "neo4j://kho.vn:7688"),
        (
            "bolt://kho.vn",
            "bolt://neo4j@kho.vn",
            "bolt://kho.vn",
        ),  # a server's first user is neo4j
        ("neo4j+s://kho.vn/", "neo4j+s://neo4j@kho.vn", "neo4j+s://kho.vn"),  # TLS is kept
        ("bolt://[::1]:7687", "bolt://neo4j@[::1]:7687", "bolt://[::1]:7687"),
    ],
)
def test_an_address_is_taken_apart(url: str, shown: str, server: str) -> None:
    address = ServerAddress.parse(url)
    assert (address.url, address.server) == (shown, server)
    assert ServerAddress.parse(address.url) == address


@pytest.mark.parametrize(
    "url",
    [
        "neo4j://neo4j:bimat@localhost",
        "neo4j://neo4j:bi/mat@localhost",
        "neo4j://neo4j:bi#mat@localhost",
        "neo4j://neo4j:bi?mat@localhost",
        "bolt://:bimat@localhost:7687",
        "neo4j:neo4j:bimat@localhost",
    ],
)
def test_a_password_in_the_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as caught:
        ServerAddress.parse(url)
    assert "mat" not in str(caught.value).replace("mật", "")
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "url",
    ["bolt://localhost:bimat", "bolt://[::1", "neo4j://localhost?db=bimat", "https://localhost"],
)
def test_what_is_no_address_is_told_by_its_form(url: str) -> None:
    with pytest.raises(StoreError, match="có dạng neo4j://") as caught:
        ServerAddress.parse(url)
    assert "bimat" not in str(caught.value)
