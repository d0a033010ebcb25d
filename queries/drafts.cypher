// Việc trong các dự thảo triển khai một văn bản: chưa có hiệu lực, để ngoài mọi câu trả lời trừ khi hỏi riêng.
// Assignments of drafts that carry out a document: in no answer unless asked for.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
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
MATCH (draft)-[:MANDATES]->(top:Task)
WHERE (top.basis = 'none' OR EXISTS { MATCH (top)-[:BASED_ON]->(via) })
WITH DISTINCT via.id AS via_id, type(link) AS relation, link.quote AS link_quote, link.source AS link_source,
     link.place AS link_place, top
OPTIONAL MATCH (top)<-[:PART_OF]-(one:Task)
OPTIONAL MATCH (one)<-[:PART_OF]-(two:Task)
OPTIONAL MATCH (two)<-[:PART_OF]-(three:Task)
RETURN via_id, relation, link_quote, link_source, link_place, top.id AS top_id,
       coalesce(three.id, two.id, one.id, top.id) AS leaf_id
ORDER BY top_id, leaf_id, via_id, relation, link_place
LIMIT 1000000
