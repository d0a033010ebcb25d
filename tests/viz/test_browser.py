"""Neo4j Browser shows the schema's colours and terms."""

from __future__ import annotations

import re

from luocdo.graph.schema import EDGES, NODES
from luocdo.viz.browser import style


def rules() -> dict[str, dict[str, str]]:
    found = re.findall(r"(?m)^([\w.]+) \{\n((?:  [a-z-]+: .+;\n)*)\}$", style())
    return {selector: dict(re.findall(r"  ([a-z-]+): (.+);", body)) for selector, body in found}


def test_every_node_has_its_colour_and_is_called_by_its_name() -> None:
    for node in NODES:
        if node.exported:
            rule = rules()[f"node.{node.label}"]
            assert (rule["color"], rule["caption"]) == (node.colour, f'"{{{node.caption}}}"')


def test_every_edge_is_called_by_its_vietnamese_term() -> None:
    assert {edge.name: f'"{edge.term}"' for edge in EDGES} == {
        selector.removeprefix("relationship."): rule["caption"]
        for selector, rule in rules().items()
        if selector.startswith("relationship.")
    }


def test_the_sheet_holds_nothing_but_rules() -> None:
    assert "".join(style().split()) == "".join(
        f"{selector}{{{''.join(f'{name}:{value};' for name, value in facts.items())}}}".replace(
            " ", ""
        )
        for selector, facts in rules().items()
    )
