// Những văn bản nào dựa trên văn bản này, mọi bậc xuống; kể cả chỉ gửi kèm hoặc chỉ là thẩm quyền.
// What rests on a document, all levels down.
// paths: closure
// param id document = 131/QĐ-TTg : văn bản
// column child, parent: the document and the one it names
// column relation: the type of the edge
// column link: the edge with its sentence
MATCH (x:Document {id: $id})
OPTIONAL MATCH (d:Document)-[:IMPLEMENTS|BASED_ON|AMENDS|REPLACES|REPEALS|GUIDES|ATTACHED_TO*1..30]->(x)
WITH x, collect(DISTINCT d.id) AS below
UNWIND below AS child_id
MATCH (child:Document {id: child_id})-[link:IMPLEMENTS|BASED_ON|AMENDS|REPLACES|REPEALS|GUIDES|ATTACHED_TO]->(parent:Document)
WHERE parent.id = x.id OR parent.id IN below
RETURN DISTINCT child, type(link) AS relation, link, parent
ORDER BY child.id, relation, parent.id, link.id
LIMIT 100000
