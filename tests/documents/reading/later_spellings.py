"""Further spellings as in `spellings`, odder ones, written when the vocabulary was done."""

from vnpresence_desktop.domain.kinds import Kind

H, E, C = Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN

# fmt: off
LATER: dict[tuple[Kind, str], tuple[str, ...]] = {
    (H, "name"): (
        "Tên HKD cá thể", "Tên hộ đăng ký kinh doanh", "Tên cơ sở KD", "Tên điểm bán hàng", "Tên hộ kinh doanh đăng ký",
        "Tên quán ăn", "TÊN HỘ KD/CS", "Hộ kinh doanh cá thể", "Tên hộ KD (bảng hiệu)", "Tên cơ sở, cửa hàng",
        "Tên hộ kinh doanh cũ", "Tên Shop", "Tên HKD/Biển hiệu", "Tên nhà thuốc",
    ),
    (H, "owner"): (
        "Chủ hộ KD (họ tên)", "Tên người đứng tên", "Họ tên người đại diện", "Họ và tên của chủ hộ", "Ông (bà)",
        "Chủ cơ sở kinh doanh", "Đại diện HKD", "Họ tên chủ cơ sở SXKD", "Chủ hộ kinh doanh cá thể",
        "Họ và tên người đứng đầu hộ", "Chủ hộ/Chủ cơ sở", "Tên chủ", "Họ tên chủ kinh doanh", "Người chủ",
        "Chủ hộ kinh doanh (ghi chữ in)",
    ),
    (H, "certificate_no"): (
        "Số giấy CNĐKHKD", "Số giấy đăng ký kinh doanh", "Mã số GCN", "Số ĐK KD", "GCN ĐKKD", "Số chứng nhận đăng ký",
        "Giấy CNĐKHKD", "Số/ký hiệu giấy phép", "Số Giấy chứng nhận HKD", "ĐKKD số", "GCN HKD", "Số giấy CN",
        "Số GCN đăng kí HKD", "Giấy phép số", "Mã số GPKD", "Số đăng kí kinh doanh", "Số GCNĐKKD",
    ),
    (H, "certificate_date"): (
        "Ngày cấp giấy phép KD", "Ngày, tháng cấp", "Cấp ngày tháng năm", "Ngày cấp giấy chứng nhận",
        "Ngày cấp ĐKKD lần đầu", "Ngày CN ĐKKD", "Ngày ký giấy phép", "Ngày được cấp GCN", "Ngày cấp đăng kí",
        "Ngày, tháng, năm cấp", "Ngày đăng kí KD",
    ),
    (H, "id_number"): (
        "CCCD/CC", "Số CCCD chủ hộ", "Số giấy CCCD", "Căn cước/Định danh", "Số ĐDCN/CCCD", "Số CM/CCCD", "Số TCC",
        "CMT/CCCD", "Số CC hoặc CCCD", "CCCD (12 số)", "Số căn cước của chủ hộ", "Số CCCD/số ĐDCN chủ hộ",
    ),
    (H, "birth_date"): (
        "Năm sinh của chủ hộ", "Ngày sinh NĐD", "Sinh năm", "NTN sinh", "Ngày/năm sinh",
    ),
    (H, "tax_code"): (
        "Mã thuế HKD", "MST (nếu có)", "Mã số thuế cá nhân/HKD", "MST/CCCD chủ hộ", "MST/MSHKD", "Mã số thuế cũ",
        "MST (13 số)",
    ),
    (H, "business_address"): (
        "Địa chỉ cơ sở SXKD", "Vị trí KD", "Nơi đặt cơ sở", "Địa điểm bán hàng", "Đ/c HKD",
        "Địa chỉ sản xuất kinh doanh", "Nơi mở quán", "Địa chỉ đăng ký KD", "Đ/điểm kinh doanh",
        "Địa chỉ đang kinh doanh", "Nơi kinh doanh hiện tại", "Địa chỉ của hộ kinh doanh", "Địa chỉ KD (ấp, đường)",
        "Điểm kinh doanh",
    ),
    (H, "home_address"): (
        "Hộ khẩu chủ hộ", "Nơi ĐKTT chủ hộ", "Địa chỉ TT", "Thường trú (chủ hộ)", "Nơi đăng ký hộ khẩu",
        "Địa chỉ thường trú chủ cơ sở", "Nơi cư trú chủ HKD", "HKTT/nơi ở",
    ),
    (H, "trade"): (
        "Ngành nghề chủ yếu", "Mặt hàng chính", "Ngành, nghề chính", "Lĩnh vực hoạt động KD", "Nhóm ngành",
        "Kinh doanh mặt hàng", "Ngành kinh doanh chính", "Loại hàng hóa", "Ngành nghề đang KD", "Ngành/nghề",
        "Bán mặt hàng", "Lĩnh vực ngành nghề",
    ),
    (H, "phone"): (
        "SĐT Zalo", "Số ĐT bàn/di động", "Số gọi", "Điện thoại (Zalo)", "Liên lạc", "SĐT chủ HKD", "Số liên lạc",
        "ĐT cố định/di động", "Điện thoại/Zalo chủ hộ", "SĐT người đại diện", "ĐT DĐ chủ hộ", "SĐT:",
        "Số điện thoại chính chủ",
    ),
    (H, "email"): (
        "Gmail", "Địa chỉ mail", "Email chủ hộ",
    ),
    (H, "hamlet"): (
        "Ấp/ Tổ dân phố", "Tên ấp, khu vực", "Ở ấp", "Ấp - khóm", "Thuộc địa bàn ấp", "Ấp, khóm", "Khu phố/ấp",
    ),
    (H, "state"): (
        "Đang HĐ/Ngưng", "Tình trạng hiện nay", "Còn KD/Nghỉ",
    ),
    (H, "wish"): (
        "Có nhu cầu tên miền không", "Muốn đăng ký tên miền",
    ),
    (H, "note"): (
        "Ghi chú:", "Khác (ghi chú)",
    ),
    (H, ""): (
        "Số lao động sử dụng", "Mức thuế", "Ngày cấp lại", "Số quyển", "Kết quả", "Người tiếp nhận", "Năm", "Tổ",
        "Cán bộ phụ trách", "Ngày sinh con", "Diện tích KD (m2)", "STT hồ sơ", "Thuế môn bài", "Số lần nhắc",
    ),
    (E, "name"): (
        "Tên Công ty TNHH/CP", "Tên doanh nghiệp đầy đủ", "Tên DN, HTX", "Tên đơn vị kinh tế", "Tên DN thành lập mới",
        "Tên doanh nghiệp mới", "Tên Cty/DN", "Tên công ty TNHH", "Tên DN - HTX",
    ),
    (E, "tax_code"): (
        "Mã số DN/Mã số thuế", "MS DN", "Mã số doanh nghiệp (ĐKDN)", "MSDN (MST)", "Số ĐKKD", "MST công ty",
        "Mã DN/MST", "Mã số thuế công ty",
    ),
    (E, "founded"): (
        "Ngày cấp phép", "Ngày cấp", "Ngày cấp GCNĐKDN", "Ngày đăng ký DN", "Ngày bắt đầu thành lập", "Thành lập ngày",
        "Tháng/năm thành lập", "Ngày ra đời", "Ngày thành lập công ty",
    ),
    (E, "address"): (
        "Trụ sở công ty", "Nơi đóng trụ sở", "Địa chỉ của DN", "Địa chỉ trụ sở kinh doanh", "Đ/c trụ sở",
        "Địa chỉ công ty (trụ sở)", "Đ/c DN",
    ),
    (E, "representative"): (
        "Giám đốc/ĐDPL", "Họ tên ĐDPL", "Người đại diện pháp lý", "Chủ DN/Giám đốc", "Tên NĐDPL", "Tổng giám đốc",
        "Đại diện (giám đốc)", "Họ tên GĐ", "Người đại diện công ty", "Chủ sở hữu công ty",
    ),
    (E, "phone"): (
        "SĐT giám đốc", "Điện thoại công ty",
    ),
    (C, "name"): (
        "Họ và tên TN", "Họ tên người được lập danh sách", "Họ và tên thanh thiếu niên", "Họ tên ĐV", "Họ, tên",
        "HỌ TÊN CÔNG DÂN", "Tên thanh niên (họ và tên)", "Họ & Tên đệm, tên", "Thanh niên (họ tên)",
    ),
    (C, "birth_date"): (
        "Sinh ngày", "Ngày tháng năm sinh (ghi đủ)", "Tháng/năm sinh", "D.O.B", "Năm sinh (dd/mm/yyyy)",
        "Ngày sinh nhật", "Ngày, tháng năm sinh", "Ngày Tháng Năm Sinh (DD/MM/YYYY)",
    ),
    (C, "id_number"): (
        "Số căn cước/CCCD/Mã định danh", "Mã số ĐDCN", "Số CCCD (nếu có)", "Số thẻ CC",
    ),
    (C, "home_address"): (
        "Địa chỉ thường trú theo CCCD", "HKTT/Nơi ở", "Nơi ĐKHK thường trú", "Địa chỉ gia đình", "Nơi ở hiện tại",
    ),
    (C, "school"): (
        "Trường đang theo học/nơi làm việc", "Nghề nghiệp/Nơi học", "Trường ĐH/CĐ", "Đơn vị (trường)",
        "Tên trường/đơn vị công tác", "Trường/lớp đang học", "Nơi học hoặc làm việc", "Tên cơ quan/trường",
    ),
    (C, "union_member"): (
        "Đoàn viên/Không", "ĐVTN (x)", "Có là đoàn viên",
    ),
    (C, "sex"): (
        "Phái (nam/nữ)", "Giới tính Nam/Nữ",
    ),
    (C, ""): (
        "Họ tên bố", "Ngày kết nạp Đoàn", "Số thẻ Đoàn", "Xếp loại", "Nhóm máu", "Cân nặng", "Ngày nhập ngũ",
        "SĐT cha mẹ", "Tên chủ hộ gia đình", "Lý do", "Học lực",
    ),
    (C, "phone"): (
        "SĐT của TN", "Số điện thoại cá nhân/zalo",
    ),
}
"""Odder ones, written when the vocabulary was done: 86.8 % of them were right at first sight."""
# fmt: on
