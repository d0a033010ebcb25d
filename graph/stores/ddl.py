"""DDL from the schema (định nghĩa bảng): one form per engine, derived from the declaration."""

from __future__ import annotations

from luocdo.graph.schema import EDGES, NODES, EdgeType, NodeType, Property

LADYBUG_TYPES = {"string": "STRING", "integer": "INT64", "boolean": "BOOLEAN", "number": "DOUBLE"}
LADYBUG_MACROS = (
    "CREATE MACRO type(r) AS label(r)",
    "CREATE MACRO toString(x) AS CAST(x AS STRING)",
    "CREATE MACRO toInteger(x) AS CAST(x AS INT64)",
    "CREATE MACRO toFloat(x) AS CAST(x AS DOUBLE)",
    "CREATE MACRO toBoolean(x) AS CAST(x AS BOOLEAN)",
    "CREATE MACRO head(x) AS list_extract(x, 1)",
    "CREATE MACRO last(x) AS list_extract(x, -1)",
    "CREATE MACRO split(x, y) AS string_split(x, y)",
)


def ladybug_ddl() -> tuple[str, ...]:
    """Return the statements that make an empty Ladybug store: node tables, edge tables, macros."""
    return (
        *(_node_table(node) for node in NODES),
        *(_edge_table(edge) for edge in EDGES),
        *LADYBUG_MACROS,
    )


def neo4j_ddl() -> tuple[str, ...]:
    """Return the constraints and indexes of a Neo4j database; repeating them changes nothing."""
    unique = (
        f"CREATE CONSTRAINT {node.label.lower()}_id IF NOT EXISTS FOR (n:{node.label}) REQUIRE"
        " n.id IS UNIQUE"
        for node in NODES
    )
    search = (
        f"CREATE INDEX {node.label.lower()}_{p.name} IF NOT EXISTS FOR (n:{node.label}) ON"
        f" (n.{p.name})"
        for node in NODES
        for p in node.properties
        if p.name in {"number", "name_fold"}
    )
    edges = (
        f"CREATE INDEX {edge.name.lower()}_id IF NOT EXISTS FOR ()-[r:{edge.name}]-() ON (r.id)"
        for edge in EDGES
    )
    return (*unique, *search, *edges)


def made_by(statement: str) -> str:
    """Return the name of the constraint or index that a statement of `neo4j_ddl` makes."""
    return statement.split()[2]


def _columns(properties: tuple[Property, ...]) -> str:
    return ", ".join(f"{p.name} {LADYBUG_TYPES[p.type]}" for p in properties)


def _node_table(node: NodeType) -> str:
    return f"CREATE NODE TABLE {node.label}({_columns(node.properties)}, PRIMARY KEY(id))"


def _edge_table(edge: EdgeType) -> str:
    pairs = ", ".join(f"FROM {start} TO {end}" for start, end in edge.pairs)
    return f"CREATE REL TABLE {edge.name}({pairs}, {_columns(edge.all_properties)})"
