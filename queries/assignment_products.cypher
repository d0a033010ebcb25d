// Sản phẩm của các phân công.
// Deliverables of the given assignments.
// param leaves list = [] : mã các phân công
// column text: the printed item
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})-[link:PRODUCES]->(product:Deliverable)
RETURN leaf.id AS leaf_id, product.text AS text
ORDER BY leaf_id, link.from_char, product.id
LIMIT 1000000
