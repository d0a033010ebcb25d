"""Words that give a duty (từ giao việc), as patterns; for text without accents they are compiled without accents.

Verbs are looked for in small letters: in the names of units they are written with a capital ("Cục Quản lý chất lượng").
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from luocdo.loaders.text.bare import bare

# What a unit may be told to do; the first of them ends the name of the unit.
_VERBS = """
chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|báo cáo|gửi|trình|tổng hợp|xây dựng|tổ chức|rà soát|ban hành|hướng dẫn|đôn đốc|theo dõi|kiểm tra
|giám sát|đánh giá|thực hiện|triển khai|tham mưu|đề xuất|bố trí|cân đối|cấp phát|phân bổ|lập|căn cứ|chỉ đạo|chủ động|làm đầu mối|là đầu mối|là đơn vị
|là cơ quan|tập trung|khẩn trương|tiếp tục|phát triển|nghiên cứu|cập nhật|bảo đảm|đảm bảo|tăng cường|tuyên truyền|phổ biến|quán triệt|cụ thể hóa|cụ thể hoá|tự cân đối
|phải|cần|quyết liệt|bám sát|chuẩn bị|hoàn thành|cung cấp|tiếp nhận|xem xét|phê duyệt|thẩm định|công bố|công khai|giao|phân công|huy động|đẩy mạnh
|kịp thời|thường xuyên|định kỳ|nghiêm túc|theo chức năng|trên cơ sở|trong phạm vi|xác định|vận hành|kết nối|hỗ trợ|thành lập|bổ sung|sửa đổi|lựa chọn
|thống kê|vận động|khai thác|sử dụng|tham gia|trân trọng|dự thảo|thống nhất|đổi mới|tiếp thu|làm|thông báo|rút kinh nghiệm|nâng cao|tạo điều kiện|tính toán|nắm|ứng dụng|duy trì|khuyến khích|ưu tiên|đăng ký|biểu dương|xử lý|giải quyết|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|tiến hành|xuất cấp|trực tiếp|lãnh đạo|nhận thức|đề nghị|yêu cầu|phản ánh|chấn chỉnh|khắc phục|thừa ủy quyền|thừa uỷ quyền|thay mặt|thu thập|tuân thủ|trao đổi|tận dụng|phân tích|ký kết|tạo lập|chia sẻ|gương mẫu|quan tâm|khôi phục|chú trọng|phát huy|theo nhiệm vụ
"""
# What may open a duty too; behind a name these may belong to it ("Trung tâm Đào tạo, bồi dưỡng …").
_OPENING = r"""
lồng ghép|tập huấn|triệt để|mở thêm|mở rộng|phấn đấu|quản lý|điều phối|đào tạo|bồi dưỡng|củng cố|kiện toàn|trang bị|nhân rộng|lắp đặt|thiết lập|thu hút|hình thành|số hóa|số hoá
|tích hợp|chuyển đổi|áp dụng|đầu tư|thúc đẩy|cắt giảm|rút ngắn|ngăn chặn|phòng ngừa|điều tra|xác minh|chấp hành|bảo vệ|niêm yết|khen thưởng|tôn vinh|kêu gọi|phát động
|hưởng ứng|đẩy nhanh|làm mới|được phép|cử|quy hoạch|phát hành|cam kết|mua sắm|nghiệm thu|bàn giao|chuyển giao|tư vấn|giới thiệu|đối chiếu|tổng kết|sơ kết|kiến nghị
|xây dựng|điều chỉnh|rút|giữ|không để|biên soạn|sắp xếp|tăng|giảm|quyết toán|chi trả|tạo|đưa|lưu trữ|phòng,\s+chống
"""
# What must not follow (or stand before) a verb, for then it is part of a name.
_UNLESS = {
    "tổ chức": r"tổ\s+chức(?!,|\s+(?:chính\s+trị|hành\s+chính|khác|thành\s+viên|trực\s+tiếp|xã\s+hội|tín\s+dụng|có|quốc\s+tế|khoa\s+học|liên\s+quan|trên|cán\s+bộ|đoàn))",
    "phát triển": r"phát\s+triển(?!\s+(?:nông|khoa|kinh|công|thị))",
    "thường xuyên": r"(?<!dục\s)thường\s+xuyên",
    # "Cục Kinh tế - Quản lý đầu tư xây dựng chủ trì …": what is built follows, or it is part of a name
    "xây dựng": r"xây\s+dựng(?:(?=,\s+(?:ban\s+hành|biên\s+tập|biên\s+soạn|hoàn\s+thiện|triển\s+khai|cập\s+nhật))|(?!\s*(?:[:;,.]|$)|\s+(?:chủ|phối|chịu|có\s+trách|tham\s+mưu|tổ\s+chức|thực\s+hiện|triển|hướng\s+dẫn|theo\s+dõi)\b))",
    "định kỳ": r"định\s+k[ỳìǶ]",  # the last as some fonts are taken out of PDF
    "giao": r"(?<!được\s)(?<!goại\s)giao(?!\s+(?:thông|dịch))",  # "các đơn vị được giao nhiệm vụ có trách nhiệm …"
    "phân công": r"(?<!được\s)phân\s+công",
    # "các cá nhân trực tiếp thực hiện …" tells which of them
    "trực tiếp": r"(?<!cá\snhân\s)(?<!tổ\schức\s)(?<!người\s)(?<!cán\sbộ\s)trực\s+tiếp",
    # "Tờ trình", "chương trình", "công trình", "quá trình", "quy trình" are things
    "trình": r"(?<!ờ\s)(?<!ương\s)(?<!ông\s)(?<!uá\s)(?<!uy\s)(?<!iáo\s)trình",
    # "… và lãnh đạo các Bộ" are people
    "lãnh đạo": r"(?<!và\s)(?<!,\s)lãnh\s+đạo",
    "kiểm tra": r"(?<!ban\s)kiểm\s+tra",
    "chỉ đạo": r"(?<![Bb]an\s)[Cc]hỉ\s+đạo",
}


def _spelt(verb: str) -> str:
    return _UNLESS.get(verb) or verb.replace(" ", r"\s+")


_ALL = "|".join(
    _spelt(verb) for verb in sorted((v for v in _VERBS.replace("\n", "").split("|") if v), key=len, reverse=True)
)
_MORE = "|".join(one.strip().replace(" ", r"\s+") for one in _OPENING.replace("\n", "").split("|"))
_PATTERNS: dict[str, str] = {
    # a heading glued to its first sentence leaves a capital: "Giao Sở Nội vụ Khẩn trương …"
    "verb": r"(?<![\w])(?:VERB|Khẩn\s+trương|Chủ\s+trì|Phối\s+hợp|Chịu\s+trách\s+nhiệm|Tham\s+mưu|Tiếp\s+tục|Chủ\s+động|Rà\s+soát|Theo\s+dõi|(?<!Ban\s)Chỉ\s+đạo)(?![\w])",
    # more may open an item below the heading of a unit than may end a name
    "first_verb": r"(?i)^\W*(?:VERB|OPENING|xây\s+dựng|cung\s+ứng|tiếp\s+tế|di\s+dời|sơ\s+tán|ngăn\s+chặn|phòng\s+ngừa|niêm\s+yết|quản\s+lý|thẩm\s+tra"
    r"|thanh\s+tra|quyết\s+toán|thu\s+hồi|kiểm\s+soát|điều\s+tiết|giải\s+ngân|thúc\s+đẩy|nhân\s+rộng|phát\s+hiện|phát\s+huy|chi\s+trả|trang\s+bị|tích\s+cực"
    r"|lồng\s+ghép|số\s+hóa|cắt\s+giảm|đơn\s+giản\s+hóa|tích\s+hợp|bảo\s+vệ|đào\s+tạo|bồi\s+dưỡng|khảo\s+sát|tổng\s+kết|sơ\s+kết|đề\s+cao|thực\s+thi|quyết\s+định\s+(?:các|những|việc))(?![\w])",
    "leads": r"(?i:\b(?:chủ\s+trì|làm\s+đầu\s+mối|là\s+(?:cơ\s+quan|đơn\s+vị)\s+(?:đầu\s+mối|thường\s+trực))\b)",
    "coordinates": r"(?i)^\W*(?:(?:căn\s+cứ|theo)\s+(?:theo\s+)?chức\s+năng(?:,?\s+(?:nhiệm\s+vụ|thẩm\s+quyền|quyền\s+hạn|được\s+giao|để|đế|và|của\s+mình))*,?\s+)?(?:(?:thường\s+xuyên|chủ\s+động|tích\s+cực|kịp\s+thời|tăng\s+cường|tiếp\s+tục)\s+)*phối\s+hợp\b",
    "with": r"\b[Pp]hối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với\s+|cùng\s+)?(?P<who>[^.:]+?)(?=\s+(?:VERB|để|nhằm|trong(?!\s+(?:[A-ZĐ]|ngành|tỉnh|thành|nước|và\s+ngoài|hệ|toàn|lĩnh|khối|cả|vùng|khu)))\b|[.:]|;\s*$|$)",
    # "phối hợp với Sở A; cơ quan liên quan thực hiện …": the list of partners goes on behind the semicolon
    "partners": r"\b[Pp]hối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+(?P<who>[A-ZĐỦ][^.;:]{3,200});\s*$",
    "reports": (
        r"(?i)^\W*(?:(?:trước|trong|đến)\s+(?:ngày\s+)?[\d/]+(?:\s+(?:tháng|năm|và|ngày|hàng|hằng|[\d/]+))*\s*,?\s*"
        r"|(?:định\s+k[ỳìǶ]|h[àằ]ng\s+năm|h[àằ]ng\s+quý|h[àằ]ng\s+tháng|6\s+tháng|kịp\s+thời|tổng\s+hợp|đột\s+xuất|hoặc|khi\s+có\s+yêu\s+cầu|trên\s+cơ\s+sở\s+đó"
        r"|trong\s+quá\s+trình\s+thực\s+hiện|gửi\s+(?:văn\s+bản|kết\s+quả)?|và)(?!\w)[\s,]*)*"
        r"(?:báo\s+cáo\b|gửi\s+(?:báo\s+cáo|kết\s+quả|về|Bộ|Cục|Sở|Văn\s+phòng|Ủy\s+ban)|đề\s+xuất\s+với|phản\s+ánh|văn\s+bản\s+cam\s+kết\s+gửi)"
    ),
    "inner_report": r"(?i),\s*(?=(?:định\s+k[ỳìǶ](?:\s+(?:h[àằ]ng\s+\w+|\d+\s+tháng))?|kịp\s+thời|h[àằ]ng\s+năm|gửi\s+kết\s+quả|tổng\s+hợp)\s*(?:tổng\s+hợp,?\s+)?(?:gửi\s+)?(?:báo\s+cáo|về)\b|gửi\s+(?:về\s+)?(?:Bộ|Văn\s+phòng|Sở|UBND|Ủy\s+ban|Ban|Cục|Vụ)\b|báo\s+cáo\s+[A-ZĐỦ][^;,]{3,80}?\s(?:trước|trong|chậm\s+nhất|vào)\s+(?:ngày|tháng|quý))",
    # "Sở A tổng hợp tình hình, báo cáo Ủy ban …": one report
    "gathers": r"(?i)^\W*(?:chủ\s+trì,?\s+)?tổng\s+hợp\b[^;]*,\s*$",
    "reported_to": r"\b(?:báo\s+cáo|gửi(?:\s+(?:báo\s+cáo|kết\s+quả|về))*|[Tt]rình|đề\s+xuất\s+với|(?:báo\s+cáo|gửi)\s[^.;:]{1,160}?\svề)\s+(?:cho\s+|lên\s+|về\s+)?(?P<who>[A-ZĐỦ][^.;:()]*?)(?=\s+(?:VERB|để|về|qua|trước|xem|ký|các\s+(?:biện|nội|giải|vấn|khó|vướng)|kết\s+quả|tình\s+hình|theo|và\s+đề|những|nội\s+dung|quyết\s+định|cho\s+phép|chấp\s+thuận)\b|[.;:(]|,(?!\s+(?:Bộ|Sở|Ủy\s+ban|UBND|Văn\s+phòng|Cục|Vụ)\s+[A-ZĐ])|$)",
    "then": r"\b(?:gửi\s+(?:báo\s+cáo\s+)?(?:về\s+)?|(?:báo\s+cáo|phản\s+ánh)\s+(?:[^.;:]{0,60}?\s)?(?:về|gửi)\s+)(?P<who>[A-ZĐỦ][^.;:()]*?)\s+(?:để\s+)?(?P<does>tổng\s+hợp|thẩm\s+định)\b(?P<rest>[^.;]*)",
    "next": r"\bgửi\s+(?P<who>[A-ZĐỦ][^.;:(),]*?)\s+thẩm\s+định\b",
    "enforces": r"chịu\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện|tổ\s+chức)\b",
    "entrusts": r"^\W*(?:[^,;:]{0,70},\s*)?(?:[Nn]ay\s+)?(?:(?:trân\s+trọng\s+)?(?:[Gg]iao|[Yy]êu\s+cầu|[Đđ]ề\s+nghị)|[Kk]huyến\s+khích(?=\s+(?:các\s+)?(?:bộ|sở|địa\s+phương|tỉnh|cơ\s+quan|đơn\s+vị|UBND|ủy\s+ban|xã|phường)\b))\s+(?:cho\s+)?(?P<who>[^.:]{3,400}?)\s+(?=(?:VERB|Khẩn\s+trương|Chủ\s+trì|Phối\s+hợp|Chỉ\s+đạo|Theo\s+dõi)\b)",
    # "Để …, Chính phủ yêu cầu các Bộ trưởng, …": who is asked stands behind who asks
    "demands": r"(?:^\W*|,\s+)(?:Chính\s+phủ|Thủ\s+tướng(?:\s+Chính\s+phủ)?|(?:UBND|[ỦU][ỷy]\s+ban\s+nhân\s+dân|Chủ\s+tịch|Ban\s+Thường\s+vụ|Bộ\s+(?=[A-ZĐ]))[^,;:.]{2,60}?)\s+(?:trân\s+trọng\s+)?(?:yêu\s+cầu|giao|đề\s+nghị)\s+(?P<who>[^:;]{3,500}?)(?=,?\s+(?:VERB)\b)",
    "demanding": r"\W*Yêu\s+cầu\s",
    "gives": r"^\W*(?:[^;:]{3,120}\s)?(?:[Gg]iao|[Yy]êu\s+cầu|[Đđ]ề\s+nghị)\s+(?:cho\s+)?",
    "conveys": r"(?:Thủ\s+tướng|Bộ\s+trưởng|Thứ\s+trưởng|Chủ\s+tịch|Ủy\s+ban\s+nhân\s+dân|UBND|Giám\s+đốc)[^.;:]{0,120}?\s(?:có\s+ý\s+kiến|chỉ\s+đạo|giao|yêu\s+cầu)\b[^.;:]{0,40}?(?:như\s+sau)?\s*:",
    "asks": r"\b(?:trân\s+trọng\s+)?đề\s+nghị\s+(?P<who>(?:[Qq]uý\s+)?[^.;:,]{3,160}?)(?=\s+(?:VERB)\b|[.;:,])",
    # "Bộ Nội vụ yêu cầu:", "… đề nghị các đơn vị thực hiện các nội dung sau:": the items say what
    "asks_below": r"(?<!theo\s)(?<!ứng\s)(?<!có\s)(?:đề\s+nghị|yêu\s+cầu)(?:\s[^.;:]{2,200})?:$",
    "lead_in": (
        r"(?i)^\W*(?:(?:căn\s+cứ|trên\s+cơ\s+sở|nhằm|để|trong\s+(?:quá\s+trình|thời\s+gian|năm)|theo|định\s+kỳ|h[àằ]ng\s+năm|đồng\s+thời|ngoài\s+ra|bên\s+cạnh"
        r"|trường\s+hợp|nếu|trước\s+(?:ngày\s+)?\d+|đối\s+với|từ\s+nay)(?!\w)[^,]{0,300},\s*"
        # "của các Bộ, cơ quan liên quan, Bộ Tài chính …": the class goes on behind its comma
        r"(?:(?-i:ban|ngành|cơ\s+quan|đơn\s+vị|địa\s+phương)\b[^,;:]{0,40},\s*(?=(?-i:[A-ZĐỦ])))*)+"
    ),
    # the article's heading glued to its first sentence
    "glued": r"^\W*(?:(?:Trách\s+nhiệm|Tổ\s+chức|Điều\s+khoản|Hiệu\s+lực)(?:\s+(?:và|tổ\s+chức|trách\s+nhiệm))*\s+(?:thi\s+hành|thực\s+hiện)\s+)(?=[A-ZĐỦ])",
    # "Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung …, các bộ chủ động …": up to the unit behind the condition
    "condition": r"(?i)^\W*(?:trong\s+quá\s+trình|nếu|trường\s+hợp|khi)\s[^.;:]{5,400}?,\s+(?:đề\s+nghị\s+)?(?=(?-i:Bộ|Sở|Cục|Vụ|Ban|UBND|Ủy\s+ban|Văn\s+phòng|Thanh\s+tra|Giám\s+đốc|Thủ\s+trưởng|Chủ\s+tịch)\s|các\s+(?:bộ|sở|cơ\s+quan|đơn\s+vị|địa\s+phương)\b)",
    # "Khi …, trên cơ sở …, Sở Tài chính chủ trì": the last name before the verb
    "inner": r"(?i)^\W*(?:khi|trường\s+hợp|nếu|trên\s+cơ\s+sở|sau\s+khi|đối\s+với)\s[^.;]{5,900},\s+(?P<who>(?-i:Bộ|Sở|Cục|Vụ|Ban|Văn\s+phòng|UBND|[ỦU][ỷy]\s+ban|Công\s+an|Thanh\s+tra)\s[^,.;:]{2,80}?)\s+(?=(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm)\b)",
    "which": r"(?:[^,;.:]{5,160}?\s)(?P<does>(?:có|chịu)\s+trách\s+nhiệm\b)",
    "above_all": r",\s+(?:nhất\s+là|đặc\s+biệt\s+là|trước\s+hết\s+là|trong\s+đó\s+có)\s",
    # "Giao Sở Y tế … có trách nhiệm:": its items say what
    # or with whom: "Sở A chủ trì, phối hợp với Sở B:"
    "opens_items": r"(?i)(?:\bphối\s+hợp(?:\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s[^.;:]*)?|\b(?:có\s+trách\s+nhiệm|chủ\s+trì))(?:\s+(?:sau|sau\s+đây|như\s+sau|cụ\s+thể\s+như\s+sau))?\s*:$",
    "no_duties": (
        r"(?i)^\W*(?:[IVX\dA-E.]+\s+)*(?:mục\s+đích|mục\s+tiêu|quan\s+điểm|(?:về\s+)?kết\s+quả|tình\s+hình|nguyên\s+tắc|định\s+hướng|bối\s+cảnh|thực\s+trạng|tồn\s+tại|hạn\s+chế|đánh\s+giá|nguyên\s+nhân"
        r"|phạm\s+vi|đối\s+tượng|giải\s+thích|đề\s+cương|sự\s+cần\s+thiết|khái\s+quát)"
    ),
    "closing": r"(?i)\b(?:tổ\s+chức\s+thực\s+hiện|điều\s+khoản\s+thi\s+hành|trách\s+nhiệm\s+thi\s+hành|hiệu\s+lực\s+thi\s+hành)\b",
    "charges": r"(?i)\bcó\s+trách\s+nhiệm(?:\s+(?:sau|sau\s+đây|như\s+sau))?\s*:$|^\W*trách\s+nhiệm\s+của\b",
    "of_whom": r"(?i)^\W*(?:trách\s+nhiệm|nhiệm\s+vụ)(?:,?\s+(?:và\s+)?(?:quyền\s+hạn|thực\s+hiện|thi\s+hành)){0,2}\s+của\s+",
    "segment": r";\s+|:\s+(?=(?:Giao|Yêu\s+cầu|Đề\s+nghị|Tỉnh|Giám\s+đốc|Chánh|Các|Bộ|Sở|Văn\s+phòng|Ủy\s+ban|UBND|Cục|Vụ|Ban|Thanh\s+tra|Ngân\s+hàng|Đài|Chủ\s+tịch|Thủ\s+trưởng)\s)|\.(?:(?<=[^\sA-Z0-9]\.)|(?<=20\d\d\.))\s+(?=[A-ZĐỦ])",
    "adverbs": r"(?:\s+|^)(?:(?:khẩn\s+trương|chủ\s+động|tiếp\s+tục|phải|cần|cũng|đều|sẽ|đã|đang|nay|được\s+(?:giao|phân\s+công)|được|thống\s+nhất)\s*)+$",
    "informs": r"(?i)\b(?:trân\s+trọng\s+)?thông\s+báo\s+(?:để|đến|tới|cho)\b",
    "past": r"(?:^|\s)(?:đã|vừa|từng)\s*$",
    "honorific": r"(?i)^\s*(?:(?:giao|yêu\s+cầu|đề\s+nghị)\s+(?:cho\s+)?)?(?:các\s+)?(?:đồng\s+chí|ông\s*(?:\(\s*bà\s*\)|[,/]\s*bà|và\s+bà)|ông|bà)\s*:?\s*|^\s*(?:[Gg]iao|[Yy]êu\s+cầu|[Đđ]ề\s+nghị)\s+(?:cho\s+)?",
    "retold": r"\bT\w{1,3}\s+t\w{2,5}ng(?:\s+C\w{1,3}nh\s+ph\w{1,2})?\s+(?:đã\s+)?giao\s+(?P<who>[A-ZĐỦ][^.;:()]{3,90}?)\s+(?=ch\w{1,2}\s+tr\w{1,2}\b)",
    # "chu tri, phdi hop vai cac bo, nganh to chirc …": in OCR's shapes too
    "retold_with": r"ch\w{1,2}\s+tr\w{1,2}\s*,?\s+ph\w{1,2}i\s+h\w{1,2}p\s+v\w{1,2}i\s+(?P<who>[^.;:()]+?)\s+(?=(?:VERB)\b|t\w\s+ch\w{2,3}\b|th\w{1,2}c\s+hi\w{1,2}n\b|tri\w{1,2}n\s+khai\b)",
    "is_standing": r"d(?<!\wd)o\s+(?P<who>[A-ZĐỦ][^.;:,]*?)\s+(?=là\s+(?:đơn\s+vị|cơ\s+quan)\s+(?:thường\s+trực|đầu\s+mối)|chủ\s+trì|làm\s+đầu\s+mối)",
}
FORCE = tuple((bare(word), word) for word in ("đề nghị", "yêu cầu", "khuyến khích"))
_SHORT = 5000  # characters: of a shorter text each counts
_SMALL = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_MARKED = frozenset(_SMALL + _SMALL.upper())


class DutyWords:
    """The patterns, with or without accents, by name."""

    def __init__(self, patterns: dict[str, re.Pattern[str]], *, accented: bool) -> None:
        """Make each pattern an attribute of its own."""
        self.patterns, self.accented = patterns, accented
        self.__dict__.update(patterns)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> re.Pattern[str]: ...  # noqa: D105 - for the type checker alone


def duty_words(text: str) -> DutyWords:
    """Return the patterns that fit ``text``: with accents unless OCR lost them."""
    letters = {
        one: times for one, times in Counter(text[: 20000 : 4 if len(text) > _SHORT else 1]).items() if one.isalpha()
    }
    marked = sum(times for one, times in letters.items() if one in _MARKED)
    return _compiled(accented=marked > 0.12 * sum(letters.values()))


@cache
def _compiled(*, accented: bool) -> DutyWords:
    spelt = {name: pattern.replace("VERB", _ALL).replace("OPENING", _MORE) for name, pattern in _PATTERNS.items()}
    return DutyWords(
        {name: re.compile(pattern if accented else bare(pattern)) for name, pattern in spelt.items()},
        accented=accented,
    )
