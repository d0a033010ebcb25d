// Như owners, kể cả qua căn cứ về thẩm quyền (tổ chức, chức năng, nhiệm vụ, quyền hạn).
// The same as owners, through bases of competence as well: everything a body does would derive from the decree that founds it.
// paths: closure
// param id document = 69/2017/NĐ-CP : văn bản gốc
// column via: the document that links the task to the origin
// column link: MANDATES (through its document) or BASED_ON (the task names it)
// column link_quote, link_source, link_place: the sentence that proves the link
// column top, leaf: the printed row and the assignment
MATCH (x:Document {id: $id})
OPTIONAL MATCH (d:Document)-[:IMPLEMENTS|BASED_ON|AMENDS|GUIDES*1..30]->(x)
WITH x, collect(DISTINCT d.id) AS derived
UNWIND derived + [x.id] AS via_id
MATCH (via:Document {id: via_id})-[link:MANDATES|BASED_ON]-(top:Task)
WHERE type(link) = 'BASED_ON' OR top.basis = 'none' OR via.id = $id
MATCH (leaf:Task)-[:PART_OF*0..3]->(top)
WHERE leaf.leaf = true
RETURN DISTINCT via.id AS via, type(link) AS link, link.quote AS link_quote, link.source AS link_source,
       link.place AS link_place, top.id AS top, leaf.id AS leaf
ORDER BY top, leaf, via, link, link_place
LIMIT 1000000
