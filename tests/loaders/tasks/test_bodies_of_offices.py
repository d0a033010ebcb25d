"""A body of an office, a school, a hospital, a firm is charged by its whole name, whatever verb
follows it, and none of the verb becomes part of the name.
"""

from __future__ import annotations

import pytest

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source

BODIES = (
    "Phòng Cơ sở vật chất",
    "Phòng Khảo thí và Đảm bảo chất lượng giáo dục",
    "Phòng Quản lý đào tạo sau đại học",
    "Viện Nghiên cứu phát triển",
    "Trung tâm Thông tin - Thư viện",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Dược",
    "Khoa Dược",
    "Khoa Hồi sức tích cực - Chống độc",
    "Khoa Ngoại tổng hợp",
    "Khoa Nội tim mạch",
    "Phòng Chỉ đạo tuyến",
    "Phòng Công tác xã hội",
    "Tổ Quản lý chất lượng",
    "Phân xưởng Sửa chữa cơ điện",
    "Xí nghiệp Toa xe Hà Nội",
    "Chi nhánh Khai thác đường sắt Sài Gòn",
    "Ban An toàn",
    "Ban Quan hệ cổ đông",
    "Ban Kiểm toán nội bộ",
    "Văn phòng Tổng công ty",
    "Ban Pháp chế và Quản trị rủi ro",
    "Đội Thuế liên xã số 3",
    "Hạt Kiểm lâm khu vực Krông Bông",
    "Đồn Biên phòng Cửa khẩu Lệ Thanh",
    "Trạm Kiểm soát Biên phòng",
    "Chi cục Hải quan khu vực VI",
    "Kho bạc Nhà nước khu vực X",
    "Bảo hiểm xã hội cơ sở Mộc Châu",
    "Điện lực Sơn La",
    "Bưu điện tỉnh",
    "VNPT Lai Châu",
    "Viettel Quảng Ninh",
    "Liên đoàn Lao động tỉnh",
    "Hội Nông dân xã",
    "Hội Cựu chiến binh phường",
    "Hội Chữ thập đỏ tỉnh",
    "Hội Khuyến học tỉnh",
    "Liên minh Hợp tác xã tỉnh",
    "Hợp tác xã Dịch vụ nông nghiệp Đồng Tâm",
    "Trường Mầm non Hoa Sen",
    "Trường THCS Nguyễn Huệ",
    "Trường Tiểu học Lê Lợi",
    "Trường Trung cấp nghề dân tộc nội trú",
    "Ban Giám hiệu",
    "Ban Chỉ huy Quân sự xã",
    "Công an phường",
    "Trạm Y tế xã",
    "Đội Cảnh sát giao thông số 2",
    "Ban Quản lý rừng phòng hộ Sông Mã",
    "Vườn quốc gia Ba Bể",
    "Bảo tàng tỉnh",
    "Thư viện tỉnh",
    "Nhà hát Ca múa nhạc dân tộc",
    "Trung tâm Phục vụ hành chính công xã",
    "Trung tâm Khuyến nông",
    "Quỹ Đầu tư phát triển tỉnh",
    "Quỹ Bảo vệ và Phát triển rừng",
    "Ban Tôn giáo",
    "Ban Dân vận",
    "Ban Nội chính Tỉnh ủy",
    "Thanh tra tỉnh",
    "Tòa án nhân dân khu vực 3",
    "Viện kiểm sát nhân dân khu vực 5",
    "Thi hành án dân sự tỉnh",
    "Phòng Giao dịch số 4",
    "Tổ Công nghệ số cộng đồng",
    "Ban Công tác Mặt trận thôn",
    "Đội Quản lý thị trường số 7",
    "Tạp chí Cộng sản",
    "Nhà xuất bản Giáo dục Việt Nam",
    "Học viện Báo chí và Tuyên truyền",
    "Trường Chính trị tỉnh",
    "Cảng vụ Hàng hải Hải Phòng",
    "Cục Hàng không Việt Nam",
    "Ban An toàn giao thông tỉnh",
    "Ban Điều phối Chương trình",
    "Hội đồng Thi đua - Khen thưởng",
    "Tiểu ban Nội dung",
    "Bộ phận Một cửa",
    "Tổ Thư ký",
    "Bộ môn Toán",
    "Câu lạc bộ Doanh nhân trẻ",
    "Hiệp hội Doanh nghiệp tỉnh",
    "Công ty TNHH MTV Thủy lợi Nam Sông Mã",
    "Công ty CP Môi trường đô thị",
    "Nhà máy Nước Thiện Tân",
    "Ga Sài Gòn",
    "Bến xe Miền Đông",
    "Khối Văn phòng",
    "Các phòng chức năng",
    "Các khoa, trung tâm",
    "Lãnh đạo các đơn vị",
    "Kế toán trưởng",
    "Chánh Thanh tra tỉnh",
    "Hiệu trưởng các trường",
    "Bí thư Đảng ủy xã",
    "Trưởng Công an xã",
    "Chỉ huy trưởng Ban CHQS phường",
    "Tổ trưởng các tổ dân phố",
    "Chủ nhiệm Ủy ban Kiểm tra",
    "Phó Chủ tịch Thường trực UBND tỉnh",
    "Người đứng đầu các cơ quan",
    "Các nhà thầu thi công",
    "Đơn vị tư vấn",
    "Các hộ kinh doanh",
    "Các chủ rừng",
)
PREDICATES = (
    ": in phiếu khảo sát",
    " chuẩn bị hội trường",
    " cử cán bộ tham gia",
    " có trách nhiệm niêm yết",
)
HEAD = "ĐẠI HỌC SÔNG ĐÀ\nTRƯỜNG ĐẠI HỌC NGOẠI NGỮ\nSố: 402/TB-ĐHNN\n\nSông Đà, ngày 03 tháng 9 năm 2026\n\nTHÔNG BÁO\nVề ngày hội việc làm\n\n"


@pytest.mark.parametrize("predicate", PREDICATES)
def test_a_body_is_charged_by_its_whole_name(predicate: str) -> None:
    items = "\n".join(f"{at}. {body}{predicate}." for at, body in enumerate(BODIES, 1))
    end = "\n\nNơi nhận:\n- Các đơn vị;\n- Lưu: VT.\nHIỆU TRƯỞNG\nPhan Thị Yến\n"
    (document,) = read_record(Source("thong-bao.txt", HEAD + items + end, "0")).documents
    leads = {
        task.code: [one.target.as_printed for one in task.relations if one.type == "LED_BY"]
        for task in document.tasks
    }
    wrong = {
        body: leads.get(str(at))
        for at, body in enumerate(BODIES, 1)
        if "; ".join(leads.get(str(at), [])).casefold() != body.casefold()
    }
    assert wrong == {}
