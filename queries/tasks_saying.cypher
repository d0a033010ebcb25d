// Các phân công có lời này (không dấu).
// Assignments whose words hold these, without accents; the shortest first.
// param words text = chuyen doi so : lời, không dấu, chữ thường
// column leaf_id, text, place: the assignment
// column document: the document that gives it
MATCH (leaf:Task)
WHERE leaf.leaf = true AND leaf.text_fold CONTAINS $words
OPTIONAL MATCH (leaf)-[:PART_OF]->(one:Task)
OPTIONAL MATCH (one)-[:PART_OF]->(two:Task)
OPTIONAL MATCH (two)-[:PART_OF]->(three:Task)
WITH leaf, coalesce(three.id, two.id, one.id, leaf.id) AS top_id
MATCH (top:Task {id: top_id})<-[:MANDATES]-(document:Document)
RETURN leaf.id AS leaf_id, leaf.text AS text, leaf.place AS place, document.name AS document
ORDER BY leaf.ordinal, leaf.id
LIMIT 40
