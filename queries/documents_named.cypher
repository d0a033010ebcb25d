// Các văn bản theo mã, với những gì người ta gọi chúng.
// Documents by id, with what people name them by: those that an index of names says may be meant.
// param documents list = doc:chinh-phu/3-nq-cp/2025 : mã các văn bản
// column id, status, source: the document, loaded or cited, the file of a loaded one
// column name, number, kind, issuer, date, year, title: what tells it from others
// column name_fold, title_fold: name and title without accents
UNWIND $documents AS wanted
MATCH (d:Document {id: wanted})
RETURN d.id AS id, d.status AS status, d.source AS source, d.name AS name, d.number AS number, d.kind AS kind, d.issuer AS issuer,
       d.date AS date, d.year AS year, d.title AS title, d.name_fold AS name_fold, d.title_fold AS title_fold
ORDER BY status DESC, issuer, date, id
LIMIT 1000000
