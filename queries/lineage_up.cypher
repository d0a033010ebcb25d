// Văn bản này dựa trên những gì: căn cứ, triển khai, sửa đổi, kèm theo, ngược lên mọi bậc.
// What a document rests on, all levels up: both sorts of basis are shown.
// paths: closure
// param id document = 4268/QĐ-BGDĐT : văn bản
// column child, parent: the document and the one it names
// column relation: the type of the edge
// column link: the edge with its sentence
MATCH (x:Document {id: $id})
OPTIONAL MATCH (x)-[:IMPLEMENTS|BASED_ON|AMENDS|REPLACES|REPEALS|GUIDES|ATTACHED_TO*1..30]->(d:Document)
WITH x, collect(DISTINCT d.id) AS above
UNWIND above + [x.id] AS child_id
MATCH (child:Document {id: child_id})-[link:IMPLEMENTS|BASED_ON|AMENDS|REPLACES|REPEALS|GUIDES|ATTACHED_TO]->(parent:Document)
RETURN DISTINCT child, type(link) AS relation, link, parent
ORDER BY child.id, relation, parent.id, link.id
LIMIT 100000
