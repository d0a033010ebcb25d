// Phân công làm ra các sản phẩm này.
// Assignments that make these products.
// param products list = deliverable:doc:bo-giao-duc-va-dao-tao/100-kh-bgddt/2025#1.1 : mã các sản phẩm
// column product, leaf_id: the product, an assignment that makes it
UNWIND $products AS wanted
MATCH (leaf:Task)-[:PRODUCES]->(product:Deliverable {id: wanted})
RETURN DISTINCT product.id AS product, leaf.id AS leaf_id
ORDER BY product, leaf_id
LIMIT 1000000
