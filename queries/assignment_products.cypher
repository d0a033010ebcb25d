// Sản phẩm của các phân công.
// Deliverables of the given assignments.
// param leaves list = [] : mã các phân công
// column text: the printed item
UNWIND $leaves AS leaf_id
MATCH (leaf:Task {id: leaf_id})-[link:PRODUCES]->(product:Deliverable)
RETURN leaf.id AS leaf, product.text AS text
ORDER BY leaf, link.from_char, product.id
LIMIT 1000000
