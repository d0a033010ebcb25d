// Phân công không ghi ai chủ trì.
// Assignments without a lead.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
// column document: the document that mandates the row
// column code, place, text, leaf_id: the assignment
MATCH (leaf:Task {leaf: true})
WHERE NOT EXISTS { MATCH (leaf)-[:LED_BY]->(:Unit) }
OPTIONAL MATCH (leaf)-[:PART_OF]->(one:Task)
OPTIONAL MATCH (one)-[:PART_OF]->(two:Task)
OPTIONAL MATCH (two)-[:PART_OF]->(three:Task)
WITH leaf, coalesce(three.id, two.id, one.id, leaf.id) AS top_id
MATCH (top:Task {id: top_id})<-[:MANDATES]-(document:Document)
RETURN DISTINCT document.name AS document, leaf.code AS code, leaf.place AS place, leaf.text AS text, leaf.id AS leaf_id
ORDER BY document, leaf_id
LIMIT 100000
