// Mọi phân công của một văn bản, kể cả dự thảo.
// All assignments of a document.
// param id document = 4268/QĐ-BGDĐT : văn bản
// column leaf_id: the assignment
// column ordinal: its place in the document
MATCH (x:Document {id: $id})-[:MANDATES]->(top:Task)<-[:PART_OF*0..3]-(leaf:Task)
WHERE leaf.leaf = true
RETURN DISTINCT leaf.id AS leaf_id, top.ordinal AS ordinal
ORDER BY ordinal, leaf_id
LIMIT 1000000
