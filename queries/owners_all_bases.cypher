// Như owners, kể cả qua căn cứ về thẩm quyền (tổ chức, chức năng, nhiệm vụ, quyền hạn).
// The same as owners, through bases of competence as well: everything a body does would derive from the decree that founds it.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is. They are asked
// for behind a WITH: joined with the edges in one pattern they take memory by rows times levels times quotes.
// paths: closure
// param id document = 69/2017/NĐ-CP : văn bản gốc
// column via_id: the document that links the task to the origin
// column relation: MANDATES (through its document) or BASED_ON (the task names it)
// column link_quote, link_source, link_place: the sentence that proves the link
// column top_id, leaf_id: the printed row and the assignment
MATCH (x:Document {id: $id})
OPTIONAL MATCH (d:Document)-[:IMPLEMENTS|BASED_ON|AMENDS|GUIDES*1..30]->(x)
WITH x, collect(DISTINCT d.id) AS derived
UNWIND derived + [x.id] AS wanted
MATCH (via:Document {id: wanted})-[link:MANDATES|BASED_ON]-(top:Task)
WHERE type(link) = 'BASED_ON' OR top.basis = 'none' OR via.id = $id
WITH DISTINCT via.id AS via_id, type(link) AS relation, link.quote AS link_quote, link.source AS link_source,
     link.place AS link_place, top
OPTIONAL MATCH (top)<-[:PART_OF]-(one:Task)
OPTIONAL MATCH (one)<-[:PART_OF]-(two:Task)
OPTIONAL MATCH (two)<-[:PART_OF]-(three:Task)
RETURN via_id, relation, link_quote, link_source, link_place, top.id AS top_id,
       coalesce(three.id, two.id, one.id, top.id) AS leaf_id
ORDER BY top_id, leaf_id, via_id, relation, link_place
LIMIT 1000000
