// Văn bản mà các nhiệm vụ của một văn bản nêu tên: căn cứ riêng, dẫn chiếu, được giao sửa đổi hay thay thế.
// Documents that the rows of a document name: as their own basis, in their words, to be changed.
// param id document = 100/KH-BGDĐT : văn bản giao
// column task, code, place: the row
// column link: the edge with its sentence
// column named: the document that the row names
MATCH (document:Document {id: $id})-[:MANDATES]->(top:Task)
OPTIONAL MATCH (top)-[link:BASED_ON|CITES|AMENDS|REPLACES|REPEALS|SUSPENDS|CORRECTS|CONSOLIDATES]->(named:Document)
WITH top, link, named
WHERE named.id IS NOT NULL
RETURN top.id AS task, top.code AS code, top.place AS place, link, named
ORDER BY top.ordinal, named.id, link.id
LIMIT 100000
