// Các văn bản dính trực tiếp đến những văn bản đã cho: căn cứ, triển khai, sửa đổi, dẫn chiếu, theo cả hai chiều.
// Documents directly tied to the given ones, either way; the look-up why walks them level by level.
// Several ways may be equally short, and each engine picks another of them, so no path is asked for here.
// param documents list = doc:chinh-phu/3-nq-cp/2025 : mã các văn bản
// column near_id, far_id: the given document and the one tied to it
// column p: the edge between them as a path of one step, with its direction and its sentence
UNWIND $documents AS wanted
MATCH p = (near:Document {id: wanted})-[link:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES|CITES|ATTACHED_TO]-(far:Document)
RETURN near.id AS near_id, far.id AS far_id, p
ORDER BY near_id, far_id, link.id
LIMIT 1000000
