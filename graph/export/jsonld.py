"""JSON-LD with ELI for documents, W3C ORG for units, PROV-O for the sentences that prove each
relation.

A whole day is an xsd:date, a file an IRI; a year alone, which some documents have, stays text.

A Party document is no eli:LegalResource; what a task is to do to a document ("được giao sửa") is
planned, and never eli:amends; what ELI and ORG have no word for stands under the project's own.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote

from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.export.laid_out import Joined, Shown
    from luocdo.graph.model import Edge, Node
    from luocdo.graph.records import Value

_OWN = "luocdo"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SAFE = ":/#?&=@!$'()*+,;~"
_CONTEXT = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    _OWN: "urn:luocdo:term:",
}
# Properties that the vocabularies know; every other one stands under the project's own.
_TERMS = {
    ("Document", "number"): "eli:id_local",
    ("Document", "title"): "eli:title",
    ("Document", "date"): "eli:date_document",
    ("Document", "effective_from"): "eli:first_date_entry_in_force",
    ("Document", "effective_to"): "eli:date_no_longer_in_force",
    ("Unit", "name"): "skos:prefLabel",
    ("Unit", "short_name"): "skos:altLabel",
    ("Person", "name"): "foaf:name",
}
_UNITS_ONLY = "org:subOrganizationOf"
_EVENT = "org:ChangeEvent"


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write one object: the context, and all nodes, relations and proofs under ``@graph``."""
    stream.write(f'{{\n "@context": {_indented(_CONTEXT, 1)},\n "@graph": ['.encode())
    before, end = "", "]\n}"
    for item in _items(leaving):
        stream.write(f"{before}\n  {_indented(item, 2)}".encode())
        before, end = ",", "\n ]\n}"
    stream.write(end.encode())


def _items(leaving: Shown) -> Iterator[dict[str, object]]:
    yield from (_node(node) for node in leaving.nodes)
    for joined in leaving.joined():
        yield from _edge(joined)


def _indented(item: object, deep: int) -> str:
    """Return JSON as it stands ``deep`` within another; a line end within words is escaped."""
    told = escaped(json.dumps(item, ensure_ascii=False, indent=1))
    return told.replace("\n", "\n" + " " * deep)


def _iri(key: str) -> str:
    """Return ``key`` within the project's own names; what no IRI may hold is encoded
    (RFC 3986).
    """
    return f"urn:luocdo:{quote(key, safe=_SAFE)}"


def _value(value: Value) -> object:
    """Return a property; a day with its type."""
    is_day = isinstance(value, str) and _DAY.fullmatch(value)
    return {"@value": value, "@type": "xsd:date"} if is_day else value


def _node(node: Node) -> dict[str, object]:
    kind = NODE_TYPES[node.label]
    of_state = node.label != "Document" or node.properties.get("system", "state") != "party"
    facts: dict[str, object] = {
        "@id": _iri(node.id),
        "@type": kind.iri if kind.iri and of_state else f"{_OWN}:{node.label}",
    }
    for name, value in sorted(node.properties.items()):
        facts[_TERMS.get((node.label, name), f"{_OWN}:{name}")] = _value(value)
    return facts


def _edge(joined: Joined) -> Iterator[dict[str, object]]:
    edge, *pair = joined
    kind = EDGE_TYPES[edge.type]
    if kind.iri == _EVENT:
        yield _change(edge)
        return
    term = _term(edge, *pair)
    yield {"@id": _iri(edge.start), term: {"@id": _iri(edge.end)}}
    if edge.properties.get("quote"):
        yield {
            "@id": _iri(edge.id),
            "@type": ["rdf:Statement", "prov:Entity"],
            "rdf:subject": {"@id": _iri(edge.start)},
            "rdf:predicate": {"@id": term},
            "rdf:object": {"@id": _iri(edge.end)},
            "prov:value": edge.properties["quote"],
            "prov:hadPrimarySource": {
                "@id": _iri(f"source:{edge.properties.get('source') or ''}")
            },
            **{
                f"{_OWN}:{name}": _value(value)
                for name, value in sorted(edge.properties.items())
                if name not in {"quote", "source"}
            },
        }


def _term(edge: Edge, *pair: str) -> str:
    """Return the vocabulary's word where it means this edge; a task's change of a document is only
    planned.
    """
    iri = EDGE_TYPES[edge.type].iri
    if iri is None or pair[0] == "Task" or (iri == _UNITS_ONLY and pair != ("Unit", "Unit")):
        planned = pair == ("Task", "Document") and edge.properties.get("planned")
        return f"{_OWN}:{'planned_' if planned else ''}{edge.type}"
    return iri


def _change(edge: Edge) -> dict[str, object]:
    return {
        "@id": _iri(edge.id),
        "@type": _EVENT,
        "org:originalOrganization": {"@id": _iri(edge.start)},
        "org:resultingOrganization": {"@id": _iri(edge.end)},
        f"{_OWN}:date": _value(edge.properties.get("date")),
        **{
            f"{_OWN}:{name}": _value(value)
            for name, value in sorted(edge.properties.items())
            if name != "date"
        },
    }
