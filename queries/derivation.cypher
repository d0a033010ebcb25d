// Các văn bản bắt nguồn từ một văn bản, với cạnh căn cứ, triển khai giữa chúng.
// The documents that derive from one, with the edges that join them.
// paths: closure
// param id document = 131/QĐ-TTg : văn bản gốc
// column child: the document
// column relation: the type of the edge
// column link: the edge with its sentence
// column parent: the id of the document that it derives from by this edge
MATCH (x:Document {id: $id})
OPTIONAL MATCH (d:Document)-[:IMPLEMENTS|BASED_ON|AMENDS|GUIDES|ATTACHED_TO*1..30 {derives: true}]->(x)
WITH x, collect(DISTINCT d.id) AS derived
UNWIND derived AS child_id
MATCH (child:Document {id: child_id})-[link:IMPLEMENTS|BASED_ON|AMENDS|GUIDES|ATTACHED_TO {derives: true}]->(parent:Document)
WHERE parent.id = x.id OR parent.id IN derived
RETURN DISTINCT child, type(link) AS relation, link, parent.id AS parent
ORDER BY child.id, parent, relation, link.id
LIMIT 100000
