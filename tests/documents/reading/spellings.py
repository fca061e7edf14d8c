"""Headings as fifty offices would write them, by hand: kind and field → spellings; the field "" means that no field may take it.

Every other spelling (by its checksum) was held out while the vocabulary was written; see `test_spellings`.
"""

from zlib import crc32

from vnpresence_desktop.domain.kinds import Kind

H, E, C = Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN

# fmt: off
SPELLINGS: dict[tuple[Kind, str], tuple[str, ...]] = {
    (H, "name"): (
        "Tên hộ KD", "TÊN HỘ KINH DOANH (theo GCN ĐKHKD)", "Tên HKD/Cửa hàng", "Tên cơ sở SXKD", "Tên hộ SXKD",
        "Tên quán/tiệm", "Tên cơ sở (bảng hiệu)", "ten ho kinh doanh", "Tên hộ kinh doanh / biển hiệu",
        "Hộ kinh doanh (tên)", "Tên Hộ Kinh Danh", "Tên cơ sở sản xuất, kinh doanh", "Tên cơ sở kinh doanh dịch vụ",
        "Tên hộ, cơ sở kinh doanh", "Tên cửa hàng, cửa hiệu", "Business name", "Tên gọi hộ kinh doanh", "Tên hiệu",
        "Tên hộ kinh doanh ghi trên giấy chứng nhận", "Tên HKD (nếu có)", "Tên cửa hiệu",
        "Tên hộ kinh doanh,cá nhân kinh doanh", "Tên sạp", "Tên hộ kinh doanh/tên cơ sở",
    ),
    (H, "owner"): (
        "Họ tên chủ hộ KD", "Họ và tên chủ HKD", "Họ, tên chủ hộ", "Chủ HKD (họ và tên)", "Đại diện hộ kinh doanh",
        "Họ và tên người đại diện hộ kinh doanh", "Người đại diện HKD", "Chủ cơ sở/Chủ hộ", "Tên chủ cơ sở kinh doanh",
        "HỌ VÀ TÊN CHỦ HỘ", "ho va ten chu ho", "Họ và tên chủ hô", "Chủ hộ/Người đại diện", "Tên người chủ hộ",
        "Owner", "Họ tên chủ cửa hàng", "Họ và tên chủ cơ sở", "Người đứng tên ĐKKD", "Người đứng tên giấy phép",
        "Họ tên người đứng tên", "Ông/Bà (chủ hộ)", "Họ & tên chủ hộ", "Cá nhân đứng tên", "Họ và tên chủ kinh doanh",
        "Chủ thể kinh doanh",
    ),
    (H, "certificate_no"): (
        "Số ĐKKD", "Số GCN", "GCN ĐKHKD", "Số GPKD", "Giấy phép KD", "Số đăng ký HKD", "Mã số ĐKHKD", "Số GCNĐKHKD",
        "Số giấy chứng nhận ĐK HKD", "Mã số đăng ký HKD", "Mã số hộ kinh doanh", "GCN ĐKKD (số)", "Số giấy CNĐKKD",
        "Giấy ĐKKD", "Số giấy phép ĐKKD", "Giấy chứng nhận ĐKKD số", "Số GCN đăng ký kinh doanh",
        "so giay phep kinh doanh", "Số ĐKHKD", "Số giấy chứng nhận đăng ký", "Mã HKD", "Số Giấy phép",
        "Giấy phép kinh doanh số", "Số hiệu GCN", "Mã số ĐKKD", "Số chứng nhận ĐKKD", "Giấy CN ĐKKD", "Số giấy ĐKKD",
        "Số GCN ĐKHKD/MST",
    ),
    (H, "certificate_date"): (
        "Ngày cấp GCN ĐKHKD", "Ngày ĐKKD", "Ngày cấp GPKD", "Ngày cấp phép", "Ngày đăng ký kinh doanh",
        "Ngày cấp ĐKHKD", "Ngày cấp giấy ĐKKD", "Ngày cấp giấy CNĐKKD", "Ngày cấp GCNĐKHKD", "Thời gian cấp GCN",
        "Ngày, tháng, năm cấp GCN", "Ngày ĐK lần đầu", "Ngày cấp GCN lần đầu", "ngay cap giay phep", "Ngày cấp (GCN)",
        "Thời điểm cấp giấy", "Năm cấp GCN", "Ngày đăng ký HKD", "Ngày cấp GP",
    ),
    (H, "certificate_issuer"): (
        "Nơi cấp GCN", "Cơ quan cấp GCN", "Nơi cấp ĐKKD", "Cơ quan cấp phép", "Đơn vị cấp GCN ĐKHKD",
    ),
    (H, "id_number"): (
        "Số CCCD/ĐDCN", "CCCD chủ hộ", "Số CC/CCCD/CMND", "CMND/CCCD chủ hộ", "Số ĐD cá nhân", "Số định danh CN",
        "Số thẻ CCCD", "CĂN CƯỚC CÔNG DÂN", "so cccd", "Số CCCD của chủ hộ", "Số căn cước/ĐDCN", "ID number",
        "Số CMTND", "Số C.C.C.D", "CCCD số", "Số CCCD (12 số)", "Căn cước (CCCD)", "Mã ĐDCN", "Số CMND hoặc CCCD",
        "Giấy CMND/CCCD", "CCCD/Hộ chiếu", "Số thẻ căn cước công dân", "Số địnhdanh cá nhân", "Số CCDC",
        "CCCD/ CMND/ Hộ chiếu", "Số căn cươc", "Citizen ID",
    ),
    (H, "birth_date"): (
        "Ngày sinh của chủ hộ", "Năm sinh chủ hộ", "Ngày/tháng/năm sinh chủ hộ", "NS chủ hộ", "Sinh năm (chủ hộ)",
        "Ngày, tháng , năm sinh", "Ngày sinh chủ HKD", "Năm Sinh", "Date of birth",
    ),
    (H, "sex"): (
        "Giới tính chủ hộ", "Gioi tinh", "Nam / Nữ", "Giới tính (Nam/Nữ)", "Sex", "GT (nam, nữ)",
    ),
    (H, "tax_code"): (
        "MST hộ KD", "Mã số thuế (MST)", "Mã số thuế hộ kinh doanh", "Mã số thuế chủ hộ", "ma so thue", "Số MST",
        "Tax code", "MST/Số định danh", "MST của HKD", "Mã số thuê", "MST-10 số", "M.S.THUẾ",
    ),
    (H, "business_address"): (
        "Địa điểm KD", "Đ/c kinh doanh", "Địa chỉ nơi kinh doanh", "Nơi KD", "Địa điểm SXKD", "Địa chỉ SXKD",
        "Địa chỉ hoạt động kinh doanh", "Địa chỉ cơ sở kinh doanh", "Nơi sản xuất kinh doanh", "Đc KD",
        "Địa điểm hoạt động KD", "Địa chỉ cửa hàng, cơ sở", "Địa chỉ đặt cơ sở", "Địa chỉ hộ KD", "Địa chỉ (nơi KD)",
        "dia chi kinh doanh", "Địa chỉ trụ sở HKD", "Địa chỉ buôn bán", "Địa điểm buôn bán", "Business address",
        "Địa chỉ quán",
    ),
    (H, "home_address"): (
        "HKTT của chủ hộ", "Thường trú chủ hộ", "Nơi ĐK thường trú", "Địa chỉ thường trú của chủ hộ", "Chỗ ở chủ hộ",
        "Nơi cư trú của chủ hộ", "Đ/c thường trú", "Hộ khẩu TT", "Nơi ở chủ hộ", "Địa chỉ HKTT", "Nơi đăng ký HKTT",
        "ĐC thường trú",
    ),
    (H, "hamlet"): (
        "Ấp/Khu vực/Khóm", "Ấp - Khu vực", "Thuộc ấp (khu vực)", "KV/Ấp", "Tổ/Ấp/Khu vực", "Ấp, KV", "Khu vực (ấp)",
        "Địa bàn (ấp, khu vực)", "Ấp/KP", "Ấp/ Khóm/ Khu phố", "Hamlet",
    ),
    (H, "trade"): (
        "Ngành, nghề kinh doanh", "Ngành nghề SXKD", "Nghành nghề kinh doanh", "Lĩnh vực KD",
        "Ngành nghề, mặt hàng kinh doanh", "Hoạt động kinh doanh", "Loại hình KD", "Mặt hàng KD chính", "Nội dung KD",
        "Lĩnh vực, ngành nghề", "Ngành nghề đăng ký KD", "NNKD", "Ngành nghề ĐK", "nganh nghe",
        "Loại hình kinh doanh (ngành nghề)", "Hàng hóa kinh doanh", "Business line",
    ),
    (H, "phone"): (
        "Số ĐT chủ hộ", "ĐT liên hệ", "Điện thoại DĐ", "Số ĐTDĐ", "SDT", "Số điện thoại liên lạc", "Số Zalo", "ĐT/Zalo",
        "Phone number", "Mobile", "Số di động (Zalo)", "so dien thoai", "Số điện thoai", "Điện thọai", "SĐT (Zalo)",
        "Số ĐT liên hệ", "Số ĐT di động", "Tel.", "Điện thoại chủ hộ", "Số phone/zalo", "DT liên hệ", "Đ.thoại",
        "Di động/Zalo",
    ),
    (H, "email"): (
        "Địa chỉ thư điện tử (email)", "E mail", "Email liên hệ", "Địa chỉ E-mail", "Hộp thư email", "Email (nếu có)",
        "Email address",
    ),
    (H, "website"): (
        "Website (nếu có)", "Trang web/Fanpage", "Địa chỉ trang web",
    ),
    (H, "state"): (
        "Tình trạng HĐ", "Trạng thái HKD", "Tình trạng hiện tại", "Hiện trạng hoạt động", "Tình hình hoạt động",
        "Status",
    ),
    (H, "wish"): (
        "Nhu cầu tên miền", "Nhu cầu đăng ký tên miền biz.vn", "Nguyện vọng đăng ký",
        "Đăng ký nhận hỗ trợ tên miền (có/không)",
    ),
    (H, "note"): (
        "Ghi chú (nếu có)", "Ghi chu", "Note", "Chú thích", "Remarks", "G/chú",
    ),
    (E, "name"): (
        "Tên DN/HTX", "TÊN DOANH NGHIỆP/CHI NHÁNH", "Tên đơn vị/doanh nghiệp", "Tên công ty/DN", "Tên Cty",
        "Tên tổ chức/doanh nghiệp", "Company name", "Tên doanh nghiệp (tiếng Việt)", "Tên công ty, doanh nghiệp",
        "ten doanh nghiep", "Tên DN (ghi theo GCN ĐKDN)", "Tên hợp tác xã/doanh nghiệp", "Tên người nộp thuế", "Đơn vị",
        "Tên đơn vị",
    ),
    (E, "tax_code"): (
        "MSDN", "MSDN/MST", "Mã số DN", "Mã DN", "MST/MSDN", "Mã số DN (MST)", "Mã số thuế/MSDN", "Mã số thuế DN",
        "Mã số doanh nghiệp (MST)", "ma so doanh nghiep", "Số GCN ĐKDN", "Mã số ĐKDN", "Số ĐKDN", "Tax ID",
    ),
    (E, "founded"): (
        "Ngày thành lập", "Ngày thành lập DN", "Ngày cấp GCN ĐKDN", "Ngày đăng ký lần đầu", "Ngày ĐKDN",
        "Ngày cấp ĐKDN lần đầu", "Ngày TL", "Năm thành lập", "Ngày đăng ký thành lập", "Ngày cấp giấy CNĐKDN",
        "Thời gian thành lập", "Ngày cấp MSDN", "Ngày được thành lập", "Ngày cấp GPKD lần đầu",
    ),
    (E, "address"): (
        "Trụ sở chính (địa chỉ)", "Địa chỉ trụ sở DN", "Nơi đặt trụ sở chính", "Địa điểm trụ sở", "Đ/c trụ sở chính",
        "Địa chỉ DN", "dia chi tru so", "Địa chỉ cty", "Địa chỉ đăng ký kinh doanh", "Address", "Trụ sở hoạt động",
    ),
    (E, "representative"): (
        "Người ĐDTPL", "Họ tên người đại diện pháp luật", "Người đại diện theo PL", "Đại diện theo PL",
        "Tên giám đốc/chủ DN", "Giám đốc/Chủ DN", "Người đại diện (họ và tên)", "Họ và tên giám đốc",
        "Chủ doanh nghiệp/Người đại diện", "nguoi dai dien", "Đại diện DN", "Người đại diện DN",
        "Chủ sở hữu/Đại diện pháp luật", "Tên người ĐDPL", "Representative", "Họ tên chủ doanh nghiệp",
    ),
    (E, "representative_title"): (
        "Chức danh NĐD", "Chức vụ người đại diện", "Chức danh của người đại diện theo pháp luật",
    ),
    (E, "legal_form"): (
        "Loại hình doanh nghiệp (TNHH, CP…)", "Loại hình tổ chức", "Loại hình kinh tế", "Loại hình công ty/DN",
    ),
    (C, "name"): (
        "Họ tên thanh niên", "Họ và tên ĐVTN", "Họ và Tên Khai Sinh", "HỌ VÀ TÊN", "Họ  và  tên", "Ho va ten",
        "Họ và têm", "Họ, tên đệm và tên", "Full Name", "Họ và tên công dân", "Họ tên ĐV, TN", "Tên họ",
        "Họ và tên sinh viên/học sinh", "Họ tên người dân", "Họ và tên (in hoa)", "Danh sách họ và tên", "Name",
        "Họ và tên người được đề xuất", "Họ tên học sinh",
    ),
    (C, "birth_date"): (
        "Ngày sinh (ngày/tháng/năm)", "Ngày tháng năm sinh (dd/mm/yyyy)", "Ngày Sinh", "Ngày/ tháng/ năm sinh",
        "Birthday", "Ng/th/năm sinh", "Ngày thang năm sinh", "Sinh ngày, tháng, năm", "N/S",
        "Năm sinh (hoặc ngày sinh)", "Ngày,tháng,năm sinh", "ngay sinh", "Ngày sih", "NTN sinh", "Ngày tháng năm snh",
    ),
    (C, "id_number"): (
        "Số CCCD/Định danh", "CCCD hoặc CMND", "Số CMND (CCCD)", "Số định danh/CCCD", "Mã số định danh cá nhân (CCCD)",
        "Số CCCD/Mã định danh", "CC công dân",
    ),
    (C, "home_address"): (
        "Nơi thường trú (ấp, xã)", "Nơi đăng ký HKTT", "Địa chỉ thường trú/nơi ở", "Hộ khẩu thường trú (HKTT)",
        "HK thường trú", "ĐKHKTT", "Thường trú (số nhà, ấp)", "Địa chỉ (thường trú)", "Nơi cư trú hiện tại",
        "noi thuong tru", "Đ/C", "Chổ ở hiện nay", "Địa chỉ thuờng trú", "Nơi ở hiện nay (tạm trú)",
    ),
    (C, "school"): (
        "Trường học/Nơi làm việc", "Trường đang theo học", "Đang học tại trường", "Nơi học tập/làm việc",
        "Đơn vị học tập, công tác", "Trường/Cơ quan", "Tên trường học", "Nơi đang học tập, làm việc", "Trường THPT/ĐH",
        "Trường, lớp", "Học tại", "School", "Trường Đại học/Cao đẳng",
    ),
    (C, "union_member"): (
        "Là đoàn viên (x)", "Đoàn viên TNCS HCM", "Đoàn viên/Thanh niên", "Đoàn viên (Có/Không)", "Đã vào Đoàn",
    ),
    (C, "nationality"): (
        "Quốc Tịch", "Nationality",
    ),
    (C, "phone"): (
        "Điện thoại cá nhân", "SĐT cá nhân", "SĐT thanh niên", "Số điện thoại di động", "Số điện thoại của thanh niên",
        "Đt",
    ),
    (C, "hamlet"): (
        "Ấp/Khu vực cư trú", "Ấp (nơi ở)", "Khu vực cư trú",
    ),
    (C, ""): (
        "Họ tên cha", "Họ và tên mẹ", "SĐT phụ huynh", "Số điện thoại cha/mẹ", "Nơi sinh", "Dân tộc", "Tôn giáo",
        "Ngày vào Đoàn", "Trình độ văn hóa", "Chi đoàn", "Quê quán", "Nơi cấp CCCD", "Ngày cấp CCCD", "Chữ ký",
        "Số sổ hộ khẩu", "Quan hệ với chủ hộ", "Số BHYT", "Nghề nghiệp cha", "Số tài khoản ngân hàng", "Ngày vào Đảng",
        "Điểm trung bình",
    ),
    (H, ""): (
        "Vốn KD (đồng)", "Số lao động", "Doanh thu/năm", "Diện tích (m2)", "Cơ quan quản lý thuế", "Ngày nộp hồ sơ",
        "Thuế khoán", "Tên ngân hàng", "Mã ngành", "Tên vợ/chồng", "Số thửa đất", "Họ tên người lập", "Ngày cấp MST",
        "Ngày cấp CMND", "Nơi cấp căn cước", "Ngày thay đổi", "Số lượng", "Tên miền đã đăng ký", "Mã hồ sơ",
        "Số biên nhận",
    ),
    (E, ""): (
        "Vốn điều lệ (triệu đồng)", "Số lao động đóng BHXH", "Ngành nghề (mã)", "Chi cục thuế quản lý", "Tên viết tắt",
        "Tên tiếng Anh", "Số fax", "Doanh thu 2024",
    ),
}
# fmt: on


def is_held_out(text: str) -> bool:
    """Whether a spelling was kept back while the vocabulary was written."""
    return crc32(text.encode()) % 2 == 1


def listed(table: dict[tuple[Kind, str], tuple[str, ...]]) -> list[tuple[Kind, str, str]]:
    """Kind, field and spelling, one after the other."""
    return [(kind, field, text) for (kind, field), texts in table.items() for text in texts]
