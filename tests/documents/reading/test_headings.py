"""Headings as offices write them, and those that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.headings import ALIKE, EXACT, data, recognise

KNOWN = [
    ("STT", "ordinal"),
    ("C.C.C.D", "id_number"),
    ("M.S. THUẾ", "tax_code"),
    ("Sinh ngày, tháng, năm", "birth_date"),
    ("Ngành nghề (mã)", "trade_code"),
    ("Full name", "person"),
    ("Phone", "phone"),
    ("Date of birth", "birth_date"),
    ("Tên HKD (theo GCN)", "household_name"),
    ("TÊN CƠ SỞ/HỘ KINH DOANH", "household_name"),
    ("Ten ho kinh doanh", "household_name"),
    ("Họ và tên chủ hộ/người đại diện", "owner"),
    ("Thông tin chủ hộ Họ và tên", "owner"),
    ("Họ và tên người đại diện theo pháp luật của doanh nghiệp", "representative"),
    ("Họ và tên (chữ in hoa)", "person"),
    ("Họ, chữ đệm và tên", "person"),
    ("Ngày sinh (dd/mm/yyyy)", "birth_date"),
    ("N.T.N.S", "birth_date"),
    ("Thông tin chủ hộ\nNgày sinh", "birth_date"),
    ("Số CMTND/CCCD", "id_number"),
    ("Số Căn cước/ Định danh", "id_number"),
    ("Ngày cấp CMND", "id_date"),
    ("CCCD Ngày cấp", "id_date"),
    ("Nơi cấp CCCD/CMND", "id_issuer"),
    ("MST", "tax_code"),
    ("Mã số thuế (nếu có)", "tax_code"),
    ("Mã số doanh nghiệp/Mã số thuế", "enterprise_code"),
    ("Số GCN đăng ký HKD", "certificate_no"),
    ("Giấy CNĐKKD Số", "certificate_no"),
    ("Giấy chứng nhận ĐKKD Ngày cấp", "certificate_date"),
    ("Ngày cấp GCN đăng ký HKD", "certificate_date"),
    ("Ngày cấp GCN ĐKDN lần đầu", "founded"),
    ("Cấp ngày", "issue_date"),
    ("SĐT của chủ hộ", "phone"),
    ("Đ/c", "address"),
    ("Địa chỉ kinh doanh (số nhà, ấp, xã)", "business_address"),
    ("Địa chỉ người đại diện", "home_address"),
    ("Nơi ĐK HKTT", "home_address"),
    ("Địa chỉ trụ sở hiện tại", "head_office"),
    ("Thôn/ Ấp", "hamlet"),
    ("Địa chỉ (ấp)", "address"),
    ("Ngành nghề KD theo GCN", "trade"),
    ("E-mail", "email"),
    ("Trường (nơi học)", "school"),
    ("Tình trạng hoạt động", "state"),
]
MISTYPED = [
    ("Nghành nghề KD", "trade"),
    ("Ngày sinhh", "birth_date"),
    ("Địa chir kinh doanh", "business_address"),
    ("Số điện thoạii", "phone"),
    ("Giới tínhh", "sex"),
    ("Cơ quan cấp phépp", "certificate_issuer"),
    ("Người đứngg tên ĐKKD", "owner"),
    ("Thời điểmm cấp giấy", "certificate_date"),
    ("Nơi thườngg trú của chủ hộ", "home_address"),
]
OTHER = [
    ("Họ tên vợ/chồng", "other_person"),
    ("Số điện thoại cha mẹ", "other_person"),
    ("Ngày cấp MST", "other_tax"),
    ("Cơ quan thuế quản lý", "other_tax"),
    ("Tên miền đăng ký", "domain"),
    ("Ngày bắt đầu hoạt động", "start_date"),
    ("Nơi sinh", "origin"),
    ("Nơi đăng ký khai sinh", "origin"),
    ("Mã ngành nghề", "trade_code"),
    ("Vốn điều lệ (đồng)", "capital"),
    ("Ngày vào Đoàn", ""),
    ("Số tài khoản", "other"),
    ("Tên thuốc", ""),
    ("(Ký, ghi rõ họ tên)", ""),
    ("Quan hệ với chủ hộ", "other_person"),
    ("Tình trạng hôn nhân", ""),
    ("Tên ngân hàng", "other"),
    ("Ký nhận", "other"),
    ("(1)", ""),
    ("", ""),
    ("DANH SÁCH HỘ KINH DOANH CÓ GIẤY CHỨNG NHẬN ĐĂNG KÝ", ""),
    ("ỦY BAN NHÂN DÂN XÃ THỚI LAI", ""),
]


@pytest.mark.parametrize(("text", "meaning"), KNOWN + MISTYPED + OTHER)
def test_what_a_heading_means(text: str, meaning: str) -> None:
    assert recognise(text).name == meaning


@pytest.mark.parametrize("text", [text for text, _ in MISTYPED[1:]])
def test_a_typing_error_is_less_sure(text: str) -> None:
    assert ALIKE <= recognise(text).sure < EXACT


@pytest.mark.parametrize(
    ("one", "meaning", "other", "different"),
    [
        ("Nam", "sex_male", "Năm", ""),
        ("Họ", "surname", "Hộ", "household_name"),
        ("Ngày sinh nam", "birth_male", "Ngày sinh năm", "birth_year"),
    ],
)
def test_marks_decide_where_folding_would_confuse(one: str, meaning: str, other: str, different: str) -> None:
    assert recognise(one).name == meaning
    assert recognise(other).name == different


def test_every_listed_heading_means_what_it_is_listed_under() -> None:
    wrong = {
        text: recognise(text).name
        for meaning, texts in data()["headings"].items()
        for text in texts
        if recognise(text).name != meaning
    }
    assert wrong == {}


def test_every_field_asks_for_meanings_that_exist() -> None:
    made = set(data()["headings"]) | {rule["meaning"] for rule in data()["rule"]}
    for kind, fields in data()["fields"].items():
        used = [meaning for accepted in fields.values() for meaning in accepted]
        assert set(used) <= made, kind
        assert len(used) == len(set(used)), f"{kind}: a meaning serves two fields"


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    assert 0 <= recognise(text).sure <= EXACT
