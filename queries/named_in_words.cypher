// Việc mà lời văn dẫn chiếu văn bản ("thực hiện", "theo"), dù căn cứ riêng là văn bản khác.
// Tasks whose words carry out the document, whatever their own basis.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
// param id document = 131/QĐ-TTg : văn bản được dẫn
// column top_id, leaf_id: the printed row and the assignment
// column manner: carries_out, about, procedure or mention
// column link_quote, link_source, link_place: the sentence that names it
MATCH (top:Task)-[link:CITES]->(x:Document {id: $id})
WITH DISTINCT top, link.manner AS manner, link.quote AS link_quote, link.source AS link_source, link.place AS link_place
OPTIONAL MATCH (top)<-[:PART_OF]-(one:Task)
OPTIONAL MATCH (one)<-[:PART_OF]-(two:Task)
OPTIONAL MATCH (two)<-[:PART_OF]-(three:Task)
RETURN top.id AS top_id, coalesce(three.id, two.id, one.id, top.id) AS leaf_id, manner, link_quote, link_source, link_place
ORDER BY top_id, leaf_id, link_place
LIMIT 100000
