// Văn bản triển khai trực tiếp một văn bản.
// Papers that carry a document out directly, drafts left out.
// param id document = 03/NQ-CP : văn bản
// column document: the paper
MATCH (d:Document)-[r:IMPLEMENTS|BASED_ON]->(x:Document {id: $id})
WHERE r.derives = true AND coalesce(d.draft, false) = false
RETURN DISTINCT d.id AS document
ORDER BY document
LIMIT 1000000
