// Vì sao văn bản này dính đến văn bản kia: đường ngắn nhất qua căn cứ, triển khai, sửa đổi, dẫn chiếu.
// Why one document is tied to another: the shortest way through bases, implementations, changes, citations.
// paths: closure
// param from_id document = 4268/QĐ-BGDĐT : từ văn bản
// param to_id document = 127/QĐ-TTg : đến văn bản
// column p: the path, edges with their sentences
MATCH (a:Document {id: $from_id}), (b:Document {id: $to_id})
MATCH p = shortestPath((a)-[:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES|CITES|ATTACHED_TO*1..10]-(b))
RETURN p
LIMIT 5
