// Văn bản triển khai trực tiếp một văn bản.
// Papers that carry a document out directly, drafts left out.
// param id document = 03/NQ-CP : văn bản
// column document, issued: the paper and its day
MATCH (d:Document)-[r:IMPLEMENTS|BASED_ON]->(x:Document {id: $id})
WHERE r.derives = true AND coalesce(d.draft, false) = false
RETURN DISTINCT d.id AS document, coalesce(d.date, '') AS issued
ORDER BY document
LIMIT 1000000
