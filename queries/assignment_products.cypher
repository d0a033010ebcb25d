// Sản phẩm của các phân công.
// Deliverables of the given assignments.
// param leaves list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column leaf_id: the assignment
// column text: the printed item
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})-[link:PRODUCES]->(product:Deliverable)
RETURN leaf.id AS leaf_id, product.text AS text
ORDER BY leaf_id, link.from_char, product.id
LIMIT 1000000
