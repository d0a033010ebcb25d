// Phân công không ghi ai chủ trì.
// Assignments without a lead.
// column document: the document that mandates the row
// column code, place, text, leaf_id: the assignment
MATCH (document:Document)-[:MANDATES]->(top:Task)<-[:PART_OF*0..3]-(leaf:Task)
WHERE leaf.leaf = true AND NOT EXISTS { MATCH (leaf)-[:LED_BY]->(:Unit) }
RETURN DISTINCT document.name AS document, leaf.code AS code, leaf.place AS place, leaf.text AS text, leaf.id AS leaf_id
ORDER BY document, leaf_id
LIMIT 100000
