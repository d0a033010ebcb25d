"""Building (dựng đồ thị): the records of all files become nodes and edges."""
