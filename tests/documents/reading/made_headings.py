"""Which columns a made list has, and which of them stand under one heading."""

from vnpresence_desktop.domain.kinds import Kind

ALWAYS = {
    Kind.HOUSEHOLD: ("name", "owner", "certificate_no", "business_address"),
    Kind.ENTERPRISE: ("name", "tax_code", "address"),
    Kind.CITIZEN: ("name", "birth_date", "id_number", "home_address"),
}
SOMETIMES = {
    Kind.HOUSEHOLD: (
        "certificate_date", "certificate_issuer", "id_number", "birth_date", "sex", "tax_code", "home_address", "hamlet",
        "trade", "phone", "email", "website", "state", "wish", "note",
    ),
    Kind.ENTERPRISE: ("founded", "representative", "representative_title", "legal_form", "phone", "email", "note"),
    Kind.CITIZEN: ("sex", "hamlet", "school", "union_member", "nationality", "phone", "email", "note"),
}  # fmt: skip
OVER = {
    Kind.HOUSEHOLD: (
        (("Chủ hộ", "Thông tin chủ hộ", "CHỦ HỘ KINH DOANH"), ("owner", "birth_date", "sex", "id_number")),
        (
            ("Giấy chứng nhận ĐKHKD", "GCN đăng ký HKD", "Giấy CNĐKKD", "Giấy phép kinh doanh"),
            ("certificate_no", "certificate_date", "certificate_issuer"),
        ),
        (("Liên hệ", "Thông tin liên hệ"), ("phone", "email")),
    ),
    Kind.ENTERPRISE: (
        (("Người đại diện theo pháp luật", "Người đại diện"), ("representative", "representative_title")),
        (("Thông tin liên lạc", "Liên hệ"), ("phone", "email")),
    ),
    Kind.CITIZEN: (
        (("Thông tin cá nhân", "THÔNG TIN"), ("birth_date", "sex", "id_number")),
        (("Liên hệ",), ("phone", "email")),
    ),
}
UNDER = {
    "owner": ("Họ và tên", "Họ tên"), "representative": ("Họ và tên", "Họ tên"), "representative_title": ("Chức danh", "Chức vụ"),
    "birth_date": ("Năm sinh", "Ngày sinh"), "sex": ("Giới tính", "Nam/Nữ"), "id_number": ("CCCD", "Số CCCD", "Số định danh"),
    "certificate_no": ("Số", "Số GCN"), "certificate_date": ("Ngày cấp",), "certificate_issuer": ("Nơi cấp", "Cơ quan cấp"),
    "phone": ("Điện thoại", "SĐT"), "email": ("Email", "E-mail"),
}  # fmt: skip
STRANGE = ("Vốn KD (đồng)", "Số lao động", "Mã hồ sơ", "Ký nhận", "Ngày nộp hồ sơ")
TITLE = {Kind.HOUSEHOLD: "HỘ KINH DOANH", Kind.ENTERPRISE: "DOANH NGHIỆP", Kind.CITIZEN: "THANH NIÊN 18 - 23 TUỔI"}
