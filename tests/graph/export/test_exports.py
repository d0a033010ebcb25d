"""Exports carry the whole graph; words of documents stay words, whatever they hold."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import networkx as nx
import openpyxl
import pyshacl
import pytest
from click.testing import CliRunner
from small_graph import small_graph

from luocdo.cli import main
from luocdo.graph.errors import StoreError
from luocdo.graph.export import FORMATS, laid_out, write
from luocdo.graph.export.cypher import statements
from luocdo.graph.export.laid_out import Shown
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.engine import Engine
from luocdo.graph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from luocdo.graph.records import Value

NASTY = '=cmd|"x"\\ \'); MATCH (n) DETACH DELETE n;\n// \\u0027 <b>&amp;</b> \x0b'


def hostile() -> Graph:
    """The small graph with words that would be a formula, a query, a tag, were they not words; and
    a Party document.
    """
    small = small_graph()
    party: dict[str, Value] = {"name": "57-NQ/TW", "status": "cited", "system": "party"}
    person: dict[str, Value] = {"name": "Người A"}
    nodes = (
        *small.nodes,
        Node("Document", "doc:dang", party),
        Node("Deliverable", "sp:2", {"text": NASTY}),
        Node("Person", "person:a", person),
    )
    proof: dict[str, Value] = {"quote": NASTY, "source": "ke-hoach.txt", "reading": "stated"}
    edges = (
        *small.edges,
        Edge("PRODUCES", "e:nasty", "task:2", "sp:2", proof),
        Edge("AMENDS", "e:planned", "task:2", "doc:khac", {**proof, "planned": True}),
        Edge("AMENDS", "e:amends", "doc:goc", "doc:khac", proof),
        Edge("CONTACT", "e:contact", "doc:ke-hoach", "person:a", {**proof, "phone": "024"}),
    )
    return Graph(nodes, edges, ())


def exported(form: str) -> bytes:
    stream = io.BytesIO()
    write(hostile(), form, stream)
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_by_the_command(form: str, sample_store: str) -> None:
    result = CliRunner().invoke(main, ["export", "--format", form, "--store", sample_store])
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes


def test_an_unknown_format_is_wrong_use_and_the_formats_are_named() -> None:
    result = CliRunner().invoke(main, ["export", "--format", "pdf"])
    assert result.exit_code == 2
    assert all(form in result.output for form in FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_no_contact_leaves_the_house(form: str) -> None:
    if form not in (
        "xlsx",
        "csv",
        "parquet",
    ):  # these are packed; their tables hold no people whom only contacts reach
        assert "Người A".encode() not in exported(form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes_are_written_in_whatever_order_the_graph_is_told(form: str) -> None:
    graph, turned = hostile(), io.BytesIO()
    write(Graph(graph.nodes[::-1], graph.edges[::-1]), form, turned)
    assert turned.getvalue() == exported(form)


def test_no_room_on_the_way_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laid_out, "TABLES", (*laid_out.TABLES, "PRAGMA max_page_count = 3"))
    with pytest.raises(StoreError, match="TMPDIR"):
        exported("jsonl")


def test_graphml_holds_all_nodes_and_edges() -> None:
    network = nx.read_graphml(io.BytesIO(exported("graphml")), force_multigraph=True)
    graph = hostile()
    assert set(network.nodes) == {node.id for node in graph.nodes if node.label != "Person"}
    assert network.number_of_edges() == len(graph.edges) - 1
    assert network.nodes["doc:goc"]["caption"] == "131/QĐ-TTg"


def test_cells_of_csv_are_no_formulas() -> None:
    with ZipFile(io.BytesIO(exported("csv"))) as archive:
        text = archive.read("1-phan-cong.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["số thứ tự in"] for row in rows] == [
        "n",
        "1",
        "1",
        "2",
        "3",
        "d",
    ]  # by document, then by place
    products = [row["sản phẩm"] for row in rows if row["sản phẩm"]]
    assert products
    assert all(value.startswith("'=") for value in products)


def test_csv_is_a_zip_of_all_tables_the_same_each_time() -> None:
    with ZipFile(io.BytesIO(exported("csv"))) as archive:
        assert archive.namelist() == [
            "1-phan-cong.csv", "2-van-ban.csv", "3-co-quan-don-vi.csv", "4-chi-tieu.csv", "5-kinh-phi.csv", "6-quan-he.csv",
        ]  # fmt: skip
    assert exported("csv") == exported("csv")


def test_parquet_has_a_table_for_each_kind_of_node_and_edge(tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(exported("parquet"))) as archive:
        archive.extractall(tmp_path)
    engine = Engine(tmp_path / "x.lbug", writing=True)
    ((documents,),) = engine.raw(f"LOAD FROM '{tmp_path / 'Document.parquet'}' RETURN count(*)")
    edges = engine.raw(
        f"LOAD FROM '{tmp_path / 'LED_BY.parquet'}' RETURN from_id, to_id, as_printed ORDER BY id"
    )
    engine.close()
    graph = hostile()
    assert documents == sum(node.label == "Document" for node in graph.nodes)
    assert sorted((one[0], one[1]) for one in edges) == sorted(
        (edge.start, edge.end) for edge in graph.edges if edge.type == "LED_BY"
    )
    assert "CONTACT.parquet" not in {path.name for path in tmp_path.iterdir()}


def test_mermaid_draws_the_documents_and_how_they_relate() -> None:
    lines = exported("mermaid").decode().splitlines()
    assert lines[0] == "flowchart LR"
    boxes = {
        found[2]: found[1]
        for line in lines
        if (found := re.match(r'  (d\d+)[\[(]"(.*)"[\])]$', line))
    }
    plan, origin = boxes["100/KH-BGDĐT"], boxes["131/QĐ-TTg"]
    assert f'  {plan} -->|"triển khai"| {origin}' in lines
    assert not [line for line in lines if "<b>" in line]


# rdflib, with which pyshacl reads, warns of its own older classes.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_linked_data_fit_their_shapes() -> None:
    shapes = Path(__file__).with_name("shapes.ttl").read_text("utf-8")
    fits, _, said = pyshacl.validate(
        exported("jsonld").decode(),
        shacl_graph=shapes,
        data_graph_format="json-ld",
        shacl_graph_format="turtle",
    )
    assert fits, said


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_shapes_refuse_what_has_no_type() -> None:
    shapes = Path(__file__).with_name("shapes.ttl").read_text("utf-8")
    wrong = exported("jsonld").decode().replace('"@type": "xsd:date"', '"@type": "xsd:string"')
    fits, *_ = pyshacl.validate(
        wrong, shacl_graph=shapes, data_graph_format="json-ld", shacl_graph_format="turtle"
    )
    assert not fits


def test_cells_of_a_workbook_are_no_formulas_and_its_sheets_are_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx")))
    assert book.sheetnames == [
        "Phân công",
        "Văn bản",
        "Cơ quan, đơn vị",
        "Chỉ tiêu",
        "Kinh phí",
        "Quan hệ",
    ]
    cells = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert any(str(cell.value).startswith("=") for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_only_documents_change_documents_in_eli() -> None:
    items = json.loads(exported("jsonld"))["@graph"]
    changes = {
        (item["@id"], key) for item in items for key in item if key.endswith(("amends", "AMENDS"))
    }
    assert changes == {
        ("urn:luocdo:doc:goc", "eli:amends"),
        ("urn:luocdo:task:2", "luocdo:planned_AMENDS"),
    }


def test_a_party_document_is_no_legal_resource_and_every_sentence_is_kept() -> None:
    items = json.loads(exported("jsonld"))["@graph"]
    types = {item["@id"]: item.get("@type") for item in items if "@type" in item}
    assert types["urn:luocdo:doc:goc"] == "eli:LegalResource"
    assert types["urn:luocdo:doc:dang"] == "luocdo:Document"
    quoted = [
        edge for edge in hostile().edges if edge.properties.get("quote") and edge.type != "CONTACT"
    ]
    assert sum(item.get("prov:value") is not None for item in items) == len(quoted)


@pytest.mark.neo4j
def test_the_cypher_script_builds_the_same_graph_and_can_be_run_twice(
    neo4j_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from neo4j import GraphDatabase

    found = re.fullmatch(r"(\w+)://(\w+):(\w+)@(.+)", neo4j_server)
    assert found is not None
    scheme, user, password, host = found.groups()
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    with Neo4jStore(f"{scheme}://{host}") as store:
        store.replace({}, Graph((), (), ()))
        with GraphDatabase.driver(f"{scheme}://{host}", auth=(user, password)) as driver:
            script = list(statements(Shown(hostile())))
            for statement in (*script, *script):
                driver.execute_query(statement)  # type: ignore[arg-type]  # a script's text is no literal
        held = store.contents()
    texts = {node.id: node.properties.get("text") for node in held.nodes}
    assert texts["sp:2"] == NASTY
    assert len(held.nodes) == len(hostile().nodes) - 1
    assert len(held.edges) == len(hostile().edges) - 1
