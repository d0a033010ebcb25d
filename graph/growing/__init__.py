"""Growing (đồ thị lớn thêm): what each piece of the graph was made of is kept, and made again only
where that changed.
"""
