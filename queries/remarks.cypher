// Điều cần xem lại: chưa xác định được, lỗi in đã sửa, ngày không có thật, dòng được ghép lại.
// What could not be read or does not agree, with file and place.
// column kind: one of the kinds of luocdo check
MATCH (r:Remark)
RETURN r.kind AS kind, r.source AS source, r.place AS place, r.message AS message, r.quote AS quote, r.from_char AS from_char
ORDER BY kind, source, from_char, message
LIMIT 1000000
