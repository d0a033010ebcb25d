// Việc trong các dự thảo triển khai một văn bản: chưa có hiệu lực, để ngoài mọi câu trả lời trừ khi hỏi riêng.
// Assignments of drafts that carry out a document: in no answer unless asked for.
// paths: closure
// param id document = 131/QĐ-TTg : văn bản gốc
// column via_id: the draft, or the document that links it to the origin
// column relation: MANDATES (through its document) or BASED_ON (the task names it)
// column link_quote, link_source, link_place: the sentence that proves the link
// column top_id, leaf_id: the printed row and the assignment
MATCH (x:Document {id: $id})
OPTIONAL MATCH (d:Document)-[:IMPLEMENTS|BASED_ON|AMENDS|GUIDES|ATTACHED_TO*1..30 {derives: true}]->(x)
WITH x, collect(DISTINCT d.id) AS derived
UNWIND derived + [x.id] AS wanted
MATCH (draft:Document {draft: true})-[link:IMPLEMENTS|BASED_ON|AMENDS|GUIDES]->(via:Document {id: wanted})
MATCH (draft)-[:MANDATES]->(top:Task)<-[:PART_OF*0..3]-(leaf:Task)
WHERE leaf.leaf = true AND (top.basis = 'none' OR EXISTS { MATCH (top)-[:BASED_ON]->(via) })
RETURN DISTINCT via.id AS via_id, type(link) AS relation, link.quote AS link_quote, link.source AS link_source, link.place AS link_place,
       top.id AS top_id, leaf.id AS leaf_id
ORDER BY top_id, leaf_id, via_id, relation, link_place
LIMIT 1000000
