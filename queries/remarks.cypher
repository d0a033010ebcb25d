// Điều cần xem lại: chưa xác định được, lỗi in đã sửa, ngày không có thật, dòng được ghép lại.
// What could not be read or does not agree, with file and place.
// column kind: one of the kinds of luocdo check
// column source, place, from_char: where
// column message: what is to be looked at
// column quote: the words of the document
MATCH (r:Remark)
RETURN r.kind AS kind, r.source AS source, r.place AS place, r.message AS message, r.quote AS quote, r.from_char AS from_char
ORDER BY kind, source, from_char, place, message, r.id
LIMIT 1000000
