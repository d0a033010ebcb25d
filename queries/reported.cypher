// Kết quả, tiến độ mà một văn bản sau báo cáo về các việc này.
// What papers report of rows that they repeat: progress, result, and the heading that the row stands under.
// param rows list = task:doc:chinh-phu/3-nq-cp/2025#7 : mã các dòng
// column task, other: the row, the row that reports
// column document, document_date, place: where it is reported
// column progress, result, section: as printed
UNWIND $rows AS wanted
MATCH (top:Task {id: wanted})-[:TAKES_UP|SAME_AS]-(far:Task)<-[:MANDATES]-(d:Document)
RETURN DISTINCT top.id AS task, far.id AS other, d.name AS document, coalesce(d.date, '') AS document_date, far.place AS place,
       far.progress AS progress, far.result AS result, far.section AS section
ORDER BY task, document_date DESC, other
LIMIT 1000000
