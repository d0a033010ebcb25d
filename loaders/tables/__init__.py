"""Tables (bảng): columns known by their headings, rows rebuilt as the drafter wrote them."""
