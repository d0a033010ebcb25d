"""Frames of sentences: who is charged, where the list of actors ends, what is no charge."""

from __future__ import annotations

import pytest

from luocdo.graph.units.resolving import UnitContext
from luocdo.graph.vocabulary.lexicon import lexicon
from luocdo.loaders.reading import resolver
from luocdo.loaders.sentences.actor_list import ListReader
from luocdo.loaders.sentences.frame import FrameReader
from luocdo.loaders.sentences.names import NameReader
from luocdo.loaders.sentences.partners import PartnerReader
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

PROVINCE = "Ủy ban nhân dân tỉnh Bắc Ninh"
CHARGES = [
    # a known unit ends its own name whatever verb follows
    ("Sở Tài chính cấu hình quy trình.", "Sở Tài chính", "cấu"),
    ("Sở Y tế, Vụ Pháp chế và các cơ quan khác, hoàn thiện báo cáo.", "Sở Y tế, Vụ Pháp chế và các cơ quan khác", "hoàn"),
    ("Sở Y tế/Sở Tài chính cùng Sở Nội vụ in tài liệu.", "Sở Y tế/Sở Tài chính cùng Sở Nội vụ", "in"),
    # a verb inside a name does not cut it
    ("Giao Ban Quản lý dự án đầu tư xây dựng số 3 chủ trì.", "Ban Quản lý dự án đầu tư xây dựng số 3", "chủ"),
    ("Các cơ quan được phân công chủ trì có trách nhiệm lập dự toán.", "Các cơ quan được phân công chủ trì", "có"),
    ("Các cơ quan đăng ký đầu tư có trách nhiệm lấy ý kiến.", "Các cơ quan đăng ký đầu tư", "có"),
    ("Sở Lao động - Thương binh và Xã hội tiếp nhận hồ sơ.", "Sở Lao động - Thương binh và Xã hội", "tiếp"),
    # a field of work is a whole word: what follows it is a predicate, though no list has it
    ("Phòng Pháp chế gỡ vướng mắc cho doanh nghiệp.", "Phòng Pháp chế", "gỡ"),
    ("Tổ Toán - Tin học ra đề kiểm tra.", "Tổ Toán - Tin học", "ra"),
    ("Ban Kinh tế - Ngân sách gút số liệu với các xã.", "Ban Kinh tế - Ngân sách", "gút"),
    ("Lữ đoàn 279 rà phá bom mìn tại khu vực dự án.", "Lữ đoàn 279", "rà"),
    ("Công ty Cấp nước Đà Lạt súc rửa đường ống.", "Công ty Cấp nước Đà Lạt", "súc"),
    ("Ban đại diện cha mẹ học sinh hùn củi đun.", "Ban đại diện cha mẹ học sinh", "hùn"),
    ("Kho bạc Nhà nước Khu vực XII gút số liệu.", "Kho bạc Nhà nước Khu vực XII", "gút"),
    ("Ban Quản lý rừng phòng hộ Tà Niên rào đường mòn.", "Ban Quản lý rừng phòng hộ Tà Niên", "rào"),
    ("Phòng Đăng ký kinh doanh gút số liệu.", "Phòng Đăng ký kinh doanh", "gút"),
    ("Phòng Quản lý văn hóa và gia đình gút số liệu.", "Phòng Quản lý văn hóa và gia đình", "gút"),
    ("Phòng Tổ chức, biên chế và cải cách hành chính gút số.", "Phòng Tổ chức, biên chế và cải cách hành chính", "gút"),
    ("Phòng An ninh mạng và phòng, chống tội phạm lập sổ.", "Phòng An ninh mạng và phòng, chống tội phạm", "lập"),
    ("Tổng công ty Điện lực miền Trung gút số liệu.", "Tổng công ty Điện lực miền Trung", "gút"),
    ("Công an đặc khu lập sổ.", "Công an đặc khu", "lập"),
    ("Sở Y tế, Khoa Xét nghiệm và Sở Nội vụ mua sổ.", "Sở Y tế, Khoa Xét nghiệm và Sở Nội vụ", "mua"),
    ("Tổ đảng ở Thường trực Ủy ban Tài chính, Ngân sách lập sổ.", "Tổ đảng ở Thường trực Ủy ban Tài chính, Ngân sách", "lập"),
    ("Hội Nông dân các xã, phường, đặc khu vận động hội viên.", "Hội Nông dân các xã, phường, đặc khu", "vận"),
    ("Mặt trận Tổ quốc các cấp vận động nhân dân.", "Mặt trận Tổ quốc các cấp", "vận"),
    ("Trưởng Đoàn đại biểu Quốc hội các tỉnh tiếp dân.", "Trưởng Đoàn đại biểu Quốc hội các tỉnh", "tiếp"),
    # a class that stands farther on is no part of it
    ("Tổ Điều phối giường bệnh điều phối giường giữa các khoa.", "Tổ Điều phối giường bệnh", "điều"),
    # and so is a word of it that looks like a verb, a connective or a class
    ("Phòng An toàn lao động - Việc làm tổng kết phong trào.", "Phòng An toàn lao động - Việc làm", "tổng"),
    ("Cục Người có công rà soát hồ sơ.", "Cục Người có công", "rà"),
    ("Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao Bình An lập tổ.", "Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao Bình An", "lập"),
    ("Liên hiệp các hội khoa học và kỹ thuật tỉnh phản biện.", "Liên hiệp các hội khoa học và kỹ thuật tỉnh", "phản"),
    ("Các công ty cổ phần đường sắt chốt gác.", "Các công ty cổ phần đường sắt", "chốt"),
    (
        "Người đại diện phần vốn của Tổng công ty tại các công ty con báo cáo.",
        "Người đại diện phần vốn của Tổng công ty tại các công ty con",
        "báo",
    ),
    (
        "Các hợp tác xã trên địa bàn các xã Bình Minh, Tân Phú và An Hòa kê khai.",
        "Các hợp tác xã trên địa bàn các xã Bình Minh, Tân Phú và An Hòa",
        "kê",
    ),
    # distribution, classes, posts, apposition
    ("Các Bộ: Quốc phòng, Tài chính kịp thời thực hiện.", "Các Bộ: Quốc phòng, Tài chính", "kịp"),
    ("Giám đốc các Sở: Y tế, Tài chính; UBND các xã rà soát.", "Giám đốc các Sở: Y tế, Tài chính; UBND các xã", "rà"),
    ("Các doanh nghiệp viễn thông, hợp tác xã bảo đảm điện.", "Các doanh nghiệp viễn thông, hợp tác xã", "bảo"),
    ("UBND xã Bình Minh vận động người dân.", "UBND xã Bình Minh", "vận"),
    ("UBND xã Bình Minh vận động Nhân dân hiến đất.", "UBND xã Bình Minh", "vận"),
    ("Đảng ủy phường Chiềng An tuyên truyền Nhân dân.", "Đảng ủy phường Chiềng An", "tuyên"),
    ("Chi bộ bản Bó hướng dẫn Đảng viên đăng ký.", "Chi bộ bản Bó", "hướng"),
    ("Các Tổ đại biểu Hội đồng nhân dân tỉnh và đại biểu Hội đồng nhân dân tỉnh giám sát.",
     "Các Tổ đại biểu Hội đồng nhân dân tỉnh và đại biểu Hội đồng nhân dân tỉnh", "giám"),
    ("Các Tổ công tác Ủy ban nhân dân phường Hòa Khánh hướng dẫn.",
     "Các Tổ công tác Ủy ban nhân dân phường Hòa Khánh", "hướng"),
    ("Phó Thủ tướng Nguyễn Văn Bình trực tiếp chỉ đạo.", "Phó Thủ tướng Nguyễn Văn Bình", "trực"),
    # what tells which of a class are meant may be a list, a trade, what befell them; examples are
    # no actors
    ("Các công ty viễn thông, bưu chính ưu tiên lắp đặt trạm.", "Các công ty viễn thông, bưu chính", "ưu"),
    (
        "Sở Y tế và các sở, ngành quản lý kho bãi theo chức năng, nhiệm vụ có trách nhiệm kiểm kê.",
        "Sở Y tế và các sở, ngành quản lý kho bãi",
        "theo",
    ),
    ("Các xã bị ảnh hưởng bởi thiên tai thống kê thiệt hại.", "Các xã bị ảnh hưởng bởi thiên tai", "thống"),
    ("Các phòng tham mưu Giám đốc Sở ban hành quy chế.", "Các phòng", "tham"),
    ("Các trường học trong toàn tỉnh, nhất là các trường vùng cao, chủ động trực.", "Các trường học trong toàn tỉnh", "chủ"),
    # a class that goes on with a word spelt like "cùng" without its accent
    ("Ủy ban nhân dân xã, phường cung cấp sổ, mời người dân đến nhận.", "Ủy ban nhân dân xã, phường", "cung"),
    # what a class is concerned with may be told at length
    (
        "Các hộ liên quan đến việc thực hiện thu hồi đất và các tổ chức khác kê khai.",
        "Các hộ liên quan đến việc thực hiện thu hồi đất và các tổ chức khác",
        "kê",
    ),
    ("Các doanh nghiệp do Nhà nước nắm giữ 100% vốn báo cáo.", "Các doanh nghiệp do Nhà nước nắm giữ 100% vốn", "báo"),
    ("Chính quyền địa phương các đơn vị hành chính cấp xã rà soát.", "Chính quyền địa phương các đơn vị hành chính cấp xã", "rà"),
    # when they act is no part of the name, nor is a word before their verb
    ("Các cơ quan liên quan khi nhận được yêu cầu phải có trách nhiệm trả lời.", "Các cơ quan liên quan", "có"),
    ("Các cơ quan xử lý phải có trách nhiệm cử cán bộ.", "Các cơ quan xử lý", "phải"),
    ("Tổ kiểm phiếu sẽ thực hiện kiểm đếm.", "Tổ kiểm phiếu", "sẽ"),
    ("Đề nghị các đơn vị có văn bản báo cáo.", "các đơn vị", "có"),
    # who is directed is charged with nothing by name
    ("Các xã chỉ đạo thôn chịu trách nhiệm thực hiện vệ sinh.", "Các xã", "chỉ"),
    ("Giao Sở Y tế chủ trì, chỉ đạo trạm y tế chịu trách nhiệm tổ chức tiêm.", "Sở Y tế", "chủ"),
    ("Ủy ban Bầu cử xã lập danh sách.", "Ủy ban Bầu cử xã", "lập"),
    # a condition that no comma parts from the class behind it
    ("Nếu thấy cần sửa đổi các sở, ngành chủ động đề xuất.", "các sở, ngành", "chủ"),
    # a person by what they see to; a class behind a post needs no article
    ("Cán bộ phụ trách thư viện theo dõi kho sách.", "Cán bộ phụ trách thư viện", "theo"),
    ("Người đứng đầu cấp ủy trực tiếp chỉ đạo.", "Người đứng đầu cấp ủy", "trực"),
    ("Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh lập sổ.", "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh", "lập"),
    ("Văn phòng Bộ (sau đây gọi là Văn phòng) lập danh sách.", "Văn phòng Bộ (sau đây gọi là Văn phòng)", "lập"),
    # behind a condition, a purpose, who asks
    ("Sau khi có kết quả, Bộ Tài chính khẩn trương báo cáo.", "Bộ Tài chính", "khẩn"),
    ("Nhằm bảo đảm tiến độ, yêu cầu các sở, ngành công khai danh mục.", "các sở, ngành", "công"),
    ("Chủ tịch UBND tỉnh yêu cầu Giám đốc Sở Y tế rà soát.", "Giám đốc Sở Y tế", "rà"),
    ("Ngoài nhiệm vụ chung, Sở Y tế còn có trách nhiệm mua sắm.", "Sở Y tế", "còn"),
    ("Cùng với việc tập huấn, Sở Y tế lập sổ.", "Sở Y tế", "lập"),
    ("Giao trách nhiệm cho Sở Y tế lập danh mục.", "Sở Y tế", "lập"),
    # behind the receipt of a paper, with a post in small letters before its class
    ("Nhận được Thông báo này, Sở Y tế in tờ khai.", "Sở Y tế", "in"),
    ("Nhận được Kế hoạch, trưởng các khoa có tên trong danh sách bố trí ca trực.", "trưởng các khoa có tên trong danh sách", "bố"),
    # a class that needs no further noun, and a verb of one syllable behind it
    ("Trưởng các khóm phát tờ khai cho từng nhà.", "Trưởng các khóm", "phát"),
    ("Trưởng các khu phố vận động bà con.", "Trưởng các khu phố", "vận"),
    # what befell a class tells which are meant
    ("Chủ tịch UBND các phường bị chia cắt tổ chức tiếp tế.", "Chủ tịch UBND các phường bị chia cắt", "tổ"),
    ("Các xã bị ngập khẩn trương sơ tán dân.", "Các xã bị ngập", "khẩn"),
    # "có văn bản" is what they do, "có rừng" tells which
    ("Các phòng có văn bản góp ý trước thứ Sáu.", "Các phòng", "có"),
    ("Các trường có phương án đón học sinh.", "Các trường", "có"),
    # who does the work stands behind "do", the verb at the end
    ("Việc in giấy mời do Sở Nội vụ đảm nhận.", "Sở Nội vụ", "Việc"),
    ("Khâu hậu cần do Văn phòng Sở Y tế phụ trách.", "Văn phòng Sở Y tế", "Khâu"),
    ("Phần nghi lễ do Trung tâm Văn hóa tỉnh đảm trách.", "Trung tâm Văn hóa tỉnh", "Phần"),
    # so many bodies
    ("UBND các xã An Lạc, M'Drắk dọn kênh.", "UBND các xã An Lạc, M'Drắk", "dọn"),
    ("Công an các phường Tân An, Thắng Lợi và xã Ea Ô tuần tra.", "Công an các phường Tân An, Thắng Lợi và xã Ea Ô", "tuần"),
    ("UBND các xã An Lạc, Sở Y tế và Hội Nông dân tỉnh rà soát.", "UBND các xã An Lạc, Sở Y tế và Hội Nông dân tỉnh", "rà"),
    # who is told to lead does, not who tells
    ("Sở Y tế chỉ đạo Trung tâm Y tế khu vực 3 chủ trì dập dịch.", "Trung tâm Y tế khu vực 3", "chủ"),
    ("Đảng ủy Chính phủ lãnh đạo, chỉ đạo Bộ Nội vụ chủ trì thẩm định.", "Bộ Nội vụ", "chủ"),
    ("Sở Y tế phân công Chi cục Dân số làm đầu mối.", "Chi cục Dân số", "làm"),
    ("Sở Y tế chỉ đạo các bệnh viện diễn tập.", "Sở Y tế", "chỉ"),
    # staff as a party, a branch by its sign, a firm with a proper name, an association of a trade
    ("Cán bộ, công chức, viên chức đeo thẻ.", "Cán bộ, công chức, viên chức", "đeo"),
    ("Toàn thể cán bộ, công chức các phòng, ban ký cam kết.", "Toàn thể cán bộ, công chức các phòng, ban", "ký"),
    ("Người lao động giữ vệ sinh chung.", "Người lao động", "giữ"),
    ("NHCSXH chi nhánh tỉnh giải ngân.", "NHCSXH chi nhánh tỉnh", "giải"),
    ("Công ty cổ phần Xây lắp Tân Tiến dời trạm trộn khỏi khu dân cư.", "Công ty cổ phần Xây lắp Tân Tiến", "dời"),
    ("Hợp tác xã Rau sạch Xuân Thọ dựng nhà lưới ở ba thôn ven suối.", "Hợp tác xã Rau sạch Xuân Thọ", "dựng"),
    ("Sở Tư pháp cùng với Đoàn Luật sư tỉnh mở lớp cho hòa giải viên.", "Sở Tư pháp cùng với Đoàn Luật sư tỉnh", "mở"),
    ("Hiệu trưởng Trường THCS Ea Kar cho mượn sân bãi ba ngày.", "Hiệu trưởng Trường THCS Ea Kar", "cho"),
    ("Đoàn xã và Hội Nông dân xã cử 20 tình nguyện viên.", "Đoàn xã và Hội Nông dân xã", "cử"),
    ("UBND các xã An Lạc, Ea Ô và các phường Tân An, Hòa Bình rào chắn điểm sạt.", "UBND các xã An Lạc, Ea Ô và các phường Tân An, Hòa Bình", "rào"),
    ("UBND phường Ea Kao - Tân An quản lý vỉa hè.", "UBND phường Ea Kao - Tân An", "quản"),
    ("Ông Phạm Văn Dũng - Phó Chủ tịch UBND xã phụ trách chung.", "Phó Chủ tịch UBND xã", "phụ"),
    # a request within a condition, without a comma
    ("Nếu có khó khăn, vướng mắc đề nghị các sở, Công an tỉnh phản ánh kịp thời.", "các sở, Công an tỉnh", "phản"),
    ("Hai Bộ luân phiên tổ chức giao ban.", "Hai Bộ", "luân"),
    ("Ba Sở thống nhất mẫu biểu.", "Ba Sở", "thống"),
    # words of a name that look like a verb, a campaign behind the verb
    ("Cục Cảnh sát điều tra tội phạm về ma túy mở đợt cao điểm.", "Cục Cảnh sát điều tra tội phạm về ma túy", "mở"),
    ("Cục Hạ tầng và Thiết bị y tế làm đầu mối.", "Cục Hạ tầng và Thiết bị y tế", "làm"),
    ("Công đoàn Cao su Việt Nam phát động Tháng hành động.", "Công đoàn Cao su Việt Nam", "phát"),
    # who gets the work stands behind it
    ("Việc trùng tu cổng thành do Bảo tàng tỉnh thực hiện, xong trong quý III/2026.", "Bảo tàng tỉnh", "Việc"),
    ("Công tác trực cấp cứu do Bệnh viện Đa khoa tỉnh đảm nhiệm trước ngày 15/6/2026.", "Bệnh viện Đa khoa tỉnh", "Công"),
    ("Việc thuê xe đưa đón được giao cho Văn phòng Sở.", "Văn phòng Sở", "Việc"),
    ("Nhiệm vụ biên soạn sổ tay được phân công cho Sở Tư pháp và Sở Nội vụ.", "Sở Tư pháp và Sở Nội vụ", "Nhiệm"),
    ("Trách nhiệm lưu giữ hồ sơ gốc thuộc về Chi cục Văn thư.", "Chi cục Văn thư", "Trách"),
    ("Việc vá đường thuộc trách nhiệm của Ủy ban nhân dân các xã, phường.", "Ủy ban nhân dân các xã, phường", "Việc"),
    ("Giao việc khảo sát giá vé cho Sở Tài chính, trước ngày 15/9/2026.", "Sở Tài chính", "Giao"),
    ("Phân công việc trực điện thoại cho Văn phòng Ủy ban nhân dân tỉnh.", "Văn phòng Ủy ban nhân dân tỉnh", "Phân"),
    ("Việc kiểm đếm là trách nhiệm của Thanh tra tỉnh.", "Thanh tra tỉnh", "Việc"),
    ("Phần lễ tân do Công đoàn ngành phụ trách từ ngày 01/8/2026.", "Công đoàn ngành", "Phần"),
    ("Công tác y tế học đường được Sở Y tế đảm nhiệm.", "Sở Y tế", "Công"),
    ("Đoàn giám sát làm việc với các cơ quan.", "Đoàn giám sát", "làm"),
    ("Đoàn khảo sát lập biên bản tại cơ sở.", "Đoàn khảo sát", "lập"),
    ("Nhân viên y tế kiểm tra bếp ăn.", "Nhân viên y tế", "kiểm"),
    ("Nhân viên thư viện sắp kệ sách.", "Nhân viên thư viện", "sắp"),
    ("Nhân viên y tế lưu mẫu thức ăn.", "Nhân viên y tế", "lưu"),
    ("Ban đại diện cha mẹ học sinh góp rau xanh.", "Ban đại diện cha mẹ học sinh", "góp"),
    ("Ban đại diện cha mẹ học sinh vận động phụ huynh.", "Ban đại diện cha mẹ học sinh", "vận"),
    ("Nhân viên bảo vệ khóa cổng.", "Nhân viên bảo vệ", "khóa"),
    ("Chi hội trưởng các chi hội vận động hội viên.", "Chi hội trưởng các chi hội", "vận"),
    # a time in front, or between who acts and the verb, is no part of either
    ("Trong thời hạn 05 ngày kể từ ngày nhận đơn, Chi cục Thú y kiểm tra mẫu đơn.", "Chi cục Thú y", "kiểm"),
    ("Trong vòng 24 giờ sau khi có cháy, Công an tỉnh lập biên bản.", "Công an tỉnh", "lập"),
    ("Chậm nhất 03 ngày trước khi khai mạc, Sở Nội vụ chốt danh sách.", "Sở Nội vụ", "chốt"),
    ("Sáng thứ Hai hằng tuần, Văn phòng Sở kiểm quân số.", "Văn phòng Sở", "kiểm"),
    ("Thứ Sáu hằng tuần, Trung tâm Tin học sao lưu dữ liệu.", "Trung tâm Tin học", "sao"),
    ("Cuối mỗi quý, Sở Tài chính đối chiếu công nợ.", "Sở Tài chính", "đối"),
    ("Ngày 25 hằng tháng, Sở Y tế chốt số liệu.", "Sở Y tế", "chốt"),
    ("Từ ngày 01/8/2026, Sở Xây dựng tiếp quản mốc giới.", "Sở Xây dựng", "tiếp"),
    ("Sở Tài chính trong quý II năm 2026 hoàn tất phương án.", "Sở Tài chính", "trong"),
    ("Sở Y tế trước ngày 15/9/2026 nộp đề cương.", "Sở Y tế", "trước"),
    ("Công an tỉnh, chậm nhất 17 giờ ngày 20/4/2026, gửi phương án.", "Công an tỉnh", "chậm"),
    # what somebody is, and behind a comma what they are charged with
    ("Tổ công tác gồm 9 thành viên, có nhiệm vụ giúp Giám đốc Sở.", "Tổ công tác", "có"),
    ("Bộ Công Thương là cơ quan chủ trì thực hiện Đề án, có nhiệm vụ:", "Bộ Công Thương", "là"),
    ("Sở Y tế là cơ quan chuyên môn về y tế, có trách nhiệm tập hợp số liệu.", "Sở Y tế", "có"),
    ("Trung tâm Y tế khu vực là đơn vị sự nghiệp, chịu trách nhiệm tiêm phòng.", "Trung tâm Y tế khu vực", "chịu"),
    ("Văn phòng Sở giữ vai trò đầu mối, tổng hợp kết quả.", "Văn phòng Sở", "giữ"),
    ("Sở Nội vụ là đơn vị chủ trì, tổ chức thi tuyển.", "Sở Nội vụ", "là"),
    # a known body of many places
    ("Hội Nông dân các xã vận động hội viên.", "Hội Nông dân các xã", "vận"),
    ("Hội Liên hiệp Phụ nữ các xã, phường, đặc khu ra mắt mô hình.", "Hội Liên hiệp Phụ nữ các xã, phường, đặc khu", "ra"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam các xã, phường giám sát.", "Ủy ban Mặt trận Tổ quốc Việt Nam các xã, phường", "giám"),
    ("Ban công tác Mặt trận các thôn rà soát danh sách.", "Ban công tác Mặt trận các thôn", "rà"),
    ("Đoàn Thanh niên các trường ra quân.", "Đoàn Thanh niên các trường", "ra"),
    ("Tổ đảng ở Thường trực Ủy ban Kinh tế thẩm tra dự án luật.", "Tổ đảng ở Thường trực Ủy ban Kinh tế", "thẩm"),
    # a topic in front
    ("Về nguồn nước thô: giao Sở Xây dựng khảo sát giếng khoan.", "Sở Xây dựng", "khảo"),
    ("Về tuyên truyền: Sở Văn hóa và Thể thao mở chuyên mục.", "Sở Văn hóa và Thể thao", "mở"),
    ("Đối với tuyến đường ven hồ: Ủy ban nhân dân phường An Hòa dựng rào chắn.", "Ủy ban nhân dân phường An Hòa", "dựng"),
    ("Liên quan đến đơn thư của bà con xã An Lộc: Thanh tra tỉnh xác minh, trả lời.", "Thanh tra tỉnh", "xác"),
    ("Về thời hạn: các sở gửi báo cáo trước ngày 15/6.", "các sở", "gửi"),
    ("Riêng kinh phí: Sở Tài chính cân đối.", "Sở Tài chính", "cân"),
    ("Về việc cấp điện cho xã đảo: yêu cầu Công ty Điện lực tỉnh kéo dây.", "Công ty Điện lực tỉnh", "kéo"),
    ("Về chợ tạm, giao Ủy ban nhân dân các xã, phường di dời.", "Ủy ban nhân dân các xã, phường", "di"),
    ("Ủy ban nhân dân các xã chậm nhất ngày 20/8 lập tổ công tác.", "Ủy ban nhân dân các xã", "chậm"),
    # people and places of a commune, before verbs that no list has
    ("Các khu dân cư họp dân bình xét hộ văn hóa.", "Các khu dân cư", "họp"),
    ("Từng khu dân cư chọn một công trình.", "Từng khu dân cư", "chọn"),
    ("Các chợ dán bảng giá ở lối vào.", "Các chợ", "dán"),
    ("Các phum, sóc dựng cổng chào.", "Các phum, sóc", "dựng"),
    ("Các chủ nhà trọ lập sổ tạm trú.", "Các chủ nhà trọ", "lập"),
    ("Các trưởng thôn, tổ trưởng tổ dân phố phát phiếu.", "Các trưởng thôn, tổ trưởng tổ dân phố", "phát"),
    ("Các hộ kinh doanh trong chợ thay dây điện cũ.", "Các hộ kinh doanh trong chợ", "thay"),
    # a letter, a place's proper name, a verb within a name end it before any verb
    ("Khoa Ngoại B bàn giao ca trực.", "Khoa Ngoại B", "bàn"),
    ("Đội Thanh tra D lục lại hồ sơ cũ.", "Đội Thanh tra D", "lục"),
    ("Khoa Dược pha hóa chất khử khuẩn.", "Khoa Dược", "pha"),
    ("Ban Quản lý chợ Bến Thành lập danh sách tiểu thương.", "Ban Quản lý chợ Bến Thành", "lập"),
    ("Ban Quản lý chợ Cồn sắp lại quầy hàng.", "Ban Quản lý chợ Cồn", "sắp"),
    ("Công ty Nhiệt điện Duyên Hải cấp tro cho nhà máy.", "Công ty Nhiệt điện Duyên Hải", "cấp"),
    ("Phòng Giám sát quản lý về hải quan niêm phong lô hàng.", "Phòng Giám sát quản lý về hải quan", "niêm"),
    ("Phòng Quản lý về đất đai vẽ lại sơ đồ.", "Phòng Quản lý về đất đai", "vẽ"),
    ("Công ty Lưới điện cao thế miền Trung kéo dây.", "Công ty Lưới điện cao thế miền Trung", "kéo"),
    ("Văn phòng Ban Chỉ huy phòng thủ dân sự tỉnh trực ban.", "Văn phòng Ban Chỉ huy phòng thủ dân sự tỉnh", "trực"),
    ("Văn phòng thường trực Ban Chỉ huy phòng thủ dân sự xã họp.", "Văn phòng thường trực Ban Chỉ huy phòng thủ dân sự xã", "họp"),
    ("Văn phòng điều phối nông thôn mới tỉnh chốt danh sách xã.", "Văn phòng điều phối nông thôn mới tỉnh", "chốt"),
    # posts and bodies by number, staff of mines and procuracies, a name with verbs between commas
    ("Trưởng phòng 1, Trưởng phòng 2 nâng chất lượng hồ sơ.", "Trưởng phòng 1, Trưởng phòng 2", "nâng"),
    ("Đội 3 gác cổng.", "Đội 3", "gác"),
    ("Quản đốc Phân xưởng Cơ điện thay băng tải.", "Quản đốc Phân xưởng Cơ điện", "thay"),
    ("Nhà Thiếu nhi tỉnh: Mở 15 lớp bơi.", "Nhà Thiếu nhi tỉnh", "Mở"),
    ("Giao Phòng Giám sát, thẩm định và xử lý sau thanh tra theo dõi.", "Phòng Giám sát, thẩm định và xử lý sau thanh tra", "theo"),
    ("Phòng Quản lý, hỗ trợ doanh nghiệp số 1 nhắn tin.", "Phòng Quản lý, hỗ trợ doanh nghiệp số 1", "nhắn"),
    ("Các cơ quan tham mưu, giúp việc Tỉnh ủy cử cán bộ.", "Các cơ quan tham mưu, giúp việc Tỉnh ủy", "cử"),
    ("Thủ trưởng đơn vị trực tiếp quản lý công chức nhận xét.", "Thủ trưởng đơn vị trực tiếp quản lý công chức", "nhận"),
    ("Quỹ Phát triển nhà ở, Trung tâm Phát triển quỹ đất bố trí căn hộ.", "Quỹ Phát triển nhà ở, Trung tâm Phát triển quỹ đất", "bố"),
    # what must have happened stands before a colon
    ("Khi lũ đạt báo động II: Công an phường cấm người qua ngầm.", "Công an phường", "cấm"),
    ("Sau thiên tai: Phòng Kinh tế, Hạ tầng và Đô thị thống kê thiệt hại.", "Phòng Kinh tế, Hạ tầng và Đô thị", "thống"),
    # "thì" ends a condition: a comma behind it parts those who act
    ("Nếu hồ sơ chưa đủ thì Phòng Nội vụ, Công an xã rà soát lại.", "Phòng Nội vụ, Công an xã", "rà"),
    ("Trường hợp có mưa lớn thì các cơ quan, đơn vị liên quan dừng thi công.", "các cơ quan, đơn vị liên quan", "dừng"),
    (
        "Đối với việc ở nơi làm việc thì cơ quan, tổ chức, đơn vị trực tiếp quản lý người học xác minh.",
        "cơ quan, tổ chức, đơn vị trực tiếp quản lý người học",
        "xác",
    ),
    ("Nếu thuộc nơi khác thì chuyển hồ sơ, Sở Nội vụ theo dõi.", "Sở Nội vụ", "theo"),
    ("Trường hợp nước dâng nhanh: Trưởng các thôn gõ kẻng báo dân.", "Trưởng các thôn", "gõ"),
    # who leads what somebody else takes part in is charged with nothing
    ("Sở Y tế tham gia hội thảo do Bộ Y tế chủ trì tổ chức.", "Sở Y tế", "tham"),
    ("Các xã nhận sách do Sở Giáo dục và Đào tạo chủ trì biên soạn.", "Các xã", "nhận"),
    ("Tổ công tác do Sở Tư pháp làm đầu mối rà soát các thủ tục.", "Sở Tư pháp", "Tổ"),
    ("Việc tập huấn do Sở Y tế chủ trì, xong trước ngày 15/6/2026.", "Sở Y tế", "Việc"),
]  # fmt: skip
NO_CHARGE = [
    "Sở Nội vụ là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.",
    "Tổ công tác tự giải thể khi xong việc.",
    "Ban Chỉ đạo chấm dứt hoạt động từ ngày 01/01/2027.",
    "Sở Nội vụ đã hoàn thành kế hoạch.",
    "Sở Nội vụ hiện có 12 phòng.",
    "Sở Nội vụ còn nhiều hồ sơ tồn.",
    "Một số sở, ngành chưa quyết liệt.",
    "Thanh tra, kiểm tra, xử lý vi phạm.",
    "Tổ chức, quản lý việc cấp phát.",
    "Thống kê, tổng kết số liệu.",
    "Theo dõi các chỉ số, Chính phủ số.",
    "Các cơ sở dữ liệu được kết nối.",
    "Đơn vị chủ trì: Sở Nội vụ.",
    "TỔ CHỨC, QUẢN LÝ BỒI DƯỠNG",
    "Tổ giúp việc cho Ban chỉ đạo.",
    "Tổ chức Đoàn kiểm tra, giám sát: Ban Thường trực lập đoàn.",
    "Thống kê các công trình chậm tiến độ.",
    "Kiểm toán các công trình lớn.",
    "Dự án do Sở Xây dựng phụ trách chậm tiến độ.",
    "Việc thực hiện nhiệm vụ được giao cho các đơn vị trong năm 2025 đã đạt kết quả tốt.",
    "Quyền khai thác mỏ thuộc về Nhà nước.",
    "Sở Y tế là cơ quan có trách nhiệm cao.",
    "Sở Y tế gồm 5 phòng, có trụ sở tại phường An Hòa.",
    "Sở Y tế đã lập danh sách, có trách nhiệm đến cùng.",
    "Về kết quả: Sở Y tế đã hoàn thành kế hoạch.",
    "Về tổ chức: Sở Y tế gồm 5 phòng.",
    "Về thành phần: Giám đốc Sở Y tế, đại diện Sở Tài chính.",
    "Sở Y tế trong năm 2025 đã khám cho 3.000 người.",
    "Sở Y tế trong thời gian qua gặp nhiều khó khăn.",
    "Hằng tuần báo cáo Sở Y tế, Sở Tài chính kết quả.",
    "Ý kiến của Sở Y tế trước ngày 15/9/2026 được ghi nhận.",
    "Việc cấp phép đã được giao cho Sở Xây dựng từ năm 2020.",
    "Sự cố do Công ty Xây lắp gây ra.",
    "Kinh phí được giao cho Sở Tài chính.",
    "Việc bàn giao hồ sơ do Sở Nội vụ thực hiện chậm.",
    "Triển khai Đề án trồng rừng do Bộ Nông nghiệp và Môi trường chủ trì.",
    "Tham gia đoàn kiểm tra do Thanh tra tỉnh chủ trì.",
    "Kết quả các chương trình do Bộ Công Thương chủ trì được công bố.",
    "Các khu dân cư là nơi tập trung đông người.",
    "Các đơn vị không hoàn thành kế hoạch sẽ bị xem xét khi xếp loại.",
    "Phân xưởng Khai thác 2 hoàn thành vượt mức kế hoạch quý.",
]
VERBS = """
in sao, cấu hình, niêm yết, số hóa, kiểm kê, nghiệm thu, thu hồi, quyên góp, dọn dẹp, cài đặt, giải
đáp, giới thiệu, đăng tải, phát hành, hoàn thiện, biên dịch, gia hạn, dán nhãn, đo đạc, khoanh vùng,
phun thuốc, cấp phép, thu gom, trồng cây, cắt tỉa, nạo vét, sửa chữa, bảo trì, tu bổ, quét dọn, lắp
ráp, tháo dỡ, bốc dỡ, vận chuyển, phân luồng, tuần tra, canh gác, trực ban, tiêm phòng, khử khuẩn,
xét nghiệm, điều trị, cách ly, nhập liệu, sao lưu, mã hóa, phân quyền, kích hoạt, gỡ bỏ, tải lên,
đồng bộ, rà phá, cắm mốc, bốc thăm, trao giải, tặng quà, thăm hỏi, chúc mừng, viếng mộ, treo cờ,
dựng cổng, kẻ vẽ, phát thanh, truyền hình, quay phim, chụp ảnh, phỏng vấn, viết bài, in ấn, đóng
dấu, ký số, chứng thực, công chứng, lưu chiểu, nộp lưu, chỉnh lý, tiêu hủy, hủy bỏ, phong tỏa, niêm
phong, kê biên, tạm giữ, bàn giao, tiếp quản, thuê mua, đấu giá, đấu thầu, mời thầu, chào giá,
thương thảo, khởi công, khánh thành, thi công, giám định, kiểm định, hiệu chuẩn, thử nghiệm, vận
hành, bảo dưỡng, nâng cấp, thay thế, mua sắm, trang trí, chiếu sáng, tưới cây, phân loại, tái chế,
chôn lấp, đốt rác, xử phạt, nhắc nhở, cảnh cáo, kỷ luật, tố giác, khiếu kiện, hòa giải, tiếp dân,
đối thoại, trả lời, phản hồi, tư vấn, hướng nghiệp, tuyển sinh, tuyển dụng, bổ nhiệm, luân chuyển,
điều động, biệt phái, nghỉ hưu, chi lương, nâng lương, thi đua, bình xét, biểu quyết, bỏ phiếu, kiểm
phiếu, bầu cử, ứng cử, hiệp thương, tiếp xúc, chất vấn, giải trình, cam đoan, bảo lãnh, thế chấp,
vay vốn, cho vay, giải ngân, thu phí, miễn giảm, hoàn thuế, kê khai, quyết toán, kiểm toán, định
giá, thẩm giá, bồi thường, tái định cư, đền bù, di dời, sơ tán, cứu hộ, cứu nạn, chữa cháy, diễn
tập, báo động, trực chiến, huấn luyện, tuyển quân, giao quân, đón tiếp, tiễn đưa, hạ cánh, cập cảng,
thông quan
"""


def read(body: str) -> tuple[FrameReader, PartnerReader]:
    units = UnitContext(resolver().resolve(body, UnitContext(None)).id, {}, "2025-03-03")
    lists = ListReader(NameReader(resolver(), units, lexicon()), lexicon())
    return FrameReader(lists, lexicon()), PartnerReader(lists, lexicon())


def words_of(text: str) -> Words:
    return Words.of(text, Span(0, len(text)), accents=True)


@pytest.mark.parametrize(("text", "actors", "verb"), CHARGES)
def test_the_list_of_actors_ends_before_what_they_are_to_do(
    text: str, actors: str, verb: str
) -> None:
    words = words_of(text)
    frame = read(PROVINCE)[0].read(words)
    assert frame is not None
    assert words.phrase(frame.actors.start, frame.actors.end) == actors
    assert words.printed[frame.does] == verb


@pytest.mark.parametrize("text", NO_CHARGE)
def test_what_describes_orders_or_labels_has_no_actor(text: str) -> None:
    assert read(PROVINCE)[0].read(words_of(text)) is None


@pytest.mark.parametrize("verb", sorted({verb.strip() for verb in VERBS.split(",")}))
def test_any_word_behind_a_known_unit_is_a_predicate(verb: str) -> None:
    for text in (f"Sở Nội vụ {verb} hồ sơ.", f"Sở Nội vụ: {verb.capitalize()} hồ sơ."):
        words = words_of(text)
        frame = read(PROVINCE)[0].read(words)
        assert frame is not None, text
        assert words.phrase(frame.actors.start, frame.actors.end) == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("text", "partners", "leads"),
    [
        (
            "Công an tỉnh chủ trì, cùng với Sở Y tế và Sở Tài chính ra quân.",
            "Sở Y tế và Sở Tài chính",
            True,
        ),
        ("Sở Nội vụ làm đầu mối, cùng Sở Tài chính lập danh sách.", "Sở Tài chính", True),
        (
            "Sở Y tế chủ trì, phối hợp chặt chẽ, kịp thời với Công an tỉnh cài đặt máy.",
            "Công an tỉnh",
            True,
        ),
        ("Sở Y tế phối hợp cùng các xã, phường rà soát.", "các xã, phường", False),
        ("Sở Y tế chủ trì, có sự phối hợp của Công an tỉnh ra quân.", "Công an tỉnh", True),
        (
            "Sở Y tế tổ chức diễn tập với sự tham gia, phối hợp của Công an tỉnh, Sở Nội vụ.",
            "Công an tỉnh, Sở Nội vụ",
            True,
        ),
        ("Sở Y tế mở lớp với sự phối hợp từ các trường đại học.", "các trường đại học", True),
        (
            "Sở Y tế chủ trì, phối hợp với các đơn vị liên quan tham mưu Chủ tịch UBND tỉnh.",
            "các đơn vị liên quan",
            True,
        ),
    ],
)
def test_partners_stand_behind_the_word_that_joins_them(
    text: str, partners: str, *, leads: bool
) -> None:
    words = words_of(text)
    found = read(PROVINCE)[1].partners(words)
    assert found is not None
    assert (words.phrase(found.units.start, found.units.end), found.leads) == (partners, leads)


@pytest.mark.parametrize(
    ("text", "receivers"),
    [
        (
            "Các xã báo cáo về Sở Văn hóa, Thể thao và Du lịch trước ngày 31/8.",
            "Sở Văn hóa, Thể thao và Du lịch",
        ),
        ("Sở Y tế báo cáo kết quả thực hiện cho Ủy ban nhân dân tỉnh.", "Ủy ban nhân dân tỉnh"),
        ("Sở Y tế trình Ủy ban nhân dân tỉnh dự toán mua sách.", "Ủy ban nhân dân tỉnh"),
        (
            "Sở Y tế gửi danh sách về Ủy ban nhân dân các xã, phường.",
            "Ủy ban nhân dân các xã, phường",
        ),
        ("Sở Y tế thực hiện chương trình Bộ Y tế giao.", None),
        # "với" behind what is reported; not where a verb or "đối" takes it
        ("Sở Y tế báo cáo kết quả với Ủy ban nhân dân tỉnh.", "Ủy ban nhân dân tỉnh"),
        ("Sở Y tế báo cáo bằng văn bản số ca mắc với Bộ Y tế.", "Bộ Y tế"),
        ("Sở Y tế báo cáo nhanh tình hình giá thuốc với Bộ Y tế trước 16 giờ.", "Bộ Y tế"),
        ("Thanh tra tỉnh báo cáo kết quả xử lý với Thường trực Tỉnh ủy.", "Thường trực Tỉnh ủy"),
        ("Sở Y tế báo cáo kết quả làm việc với Sở Nội vụ.", None),
        ("Sở Y tế báo cáo tình hình phối hợp với Sở Nội vụ.", None),
        ("Sở Y tế báo cáo chính sách đối với Hội Nông dân tỉnh.", None),
        # bodies that are set up for one purpose
        ("Sở Y tế gửi báo cáo về Đoàn giám sát trước ngày 31/7.", "Đoàn giám sát"),
        ("Sở Y tế báo cáo số liệu cho Đoàn kiểm tra.", "Đoàn kiểm tra"),
        ("Sở Y tế gửi hồ sơ tới Đoàn thanh tra.", "Đoàn thanh tra"),
        ("Các xã gửi danh sách về Tổ công tác.", "Tổ công tác"),
    ],
)
def test_receivers_do_not_swallow_what_is_sent(text: str, receivers: str | None) -> None:
    words = words_of(text)
    found = read(PROVINCE)[1].receivers(words)
    assert (words.phrase(found.start, found.end) if found else None) == receivers


def test_a_station_on_the_way_is_charged_too() -> None:
    words = words_of("Các xã gửi Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh.")
    steps = [
        words.phrase(step.units.start, step.units.end) for step in read(PROVINCE)[1].steps(words)
    ]
    assert steps == ["Sở Y tế"]
