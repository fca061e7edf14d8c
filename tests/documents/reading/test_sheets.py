"""Lists with forty kinds of headings: every column is found, every value arrives in its field."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vnpresence_desktop.documents.reading.lists import read_list
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind

ROWS = 8
NAMES = [
    "Trần Thị Sáu",
    "Nguyễn Văn Bảy",
    "Lê Út",
    "Huỳnh Thị Kim Ngân",
    "Thạch Sô Phia",
    "Võ Minh Đệ",
    "Đặng Ẩn",
    "Phan Ý",
]

MAKERS: dict[str, Callable[[int], tuple[Any, Any]]] = {
    "name": lambda n: (f"Tạp hóa Số {n}", f"Tạp hóa Số {n}"),
    "person": lambda n: (NAMES[n], NAMES[n]),
    "id_number": lambda n: (f"09218000{n:04d}", f"09218000{n:04d}"),
    "tax_code": lambda n: (f"180123456{n}", f"180123456{n}"),
    "certificate_no": lambda n: (f"57A801234{n}", f"57A801234{n}"),
    "date": lambda n: (date(2010 + n, 3, 5), f"{2010 + n}-03-05"),
    "birth_date": lambda n: (f"0{n + 1}/12/198{n}", f"198{n}-12-0{n + 1}"),
    "sex": lambda n: (("Nam", "male"), ("Nữ", "female"))[n % 2],
    "phone": lambda n: (f"091234567{n}", f"091234567{n}"),
    "email": lambda n: (f"ban{n}@example.vn", f"ban{n}@example.vn"),
    "address": lambda n: (f"Số {n} Nguyễn Huệ", f"Số {n} Nguyễn Huệ"),
    "hamlet": lambda n: (f"Ấp Thới {n + 1}", f"Ấp Thới {n + 1}"),
    "text": lambda n: (f"Ghi nhận thứ {n}", f"Ghi nhận thứ {n}"),
    "-": lambda n: (f"khác {n}", None),
    "-date": lambda n: (date(2021, 5, n + 1), None),
    "-number": lambda n: (n + 1, None),
}
LIKE = {
    "owner": "person", "representative": "person", "certificate_date": "date", "founded": "date", "business_address": "address",
    "home_address": "address",
    "trade": "text", "note": "text", "school": "text", "legal_form": "text", "certificate_issuer": "text",
    "representative_title": "text", "nationality": "text", "website": "text",
}  # fmt: skip

HOUSEHOLDS = [
    (("STT|Tên hộ kinh doanh|Họ và tên chủ hộ|Ngày sinh|CCCD/CMND|MST|Số ĐKKD|Ngày cấp|"
      "Địa chỉ kinh doanh|Ngành nghề|SĐT|Ghi chú"),
     "-number name owner birth_date id_number tax_code certificate_no certificate_date business_address trade phone note"),
    ("TT|Họ tên chủ hộ|Biển hiệu|Năm sinh|Số CMND|Địa chỉ|Ngành nghề KD|Điện thoại",
     "-number owner name birth_date id_number business_address trade phone"),
    ("Số TT|Tên cơ sở|Chủ cơ sở|Số GCN ĐKHKD|Ngày cấp GCN|Mặt hàng kinh doanh|Ấp/KV|ĐTDĐ",
     "-number name owner certificate_no certificate_date trade hamlet phone"),
    (("TT|Tên HKD|Tên chủ hộ|Mã số thuế HKD|Số giấy phép kinh doanh|Ngày đăng ký lần đầu|Lĩnh vực|"
      "Vốn kinh doanh|Khu vực|ĐT"),
     "-number name owner tax_code certificate_no certificate_date trade -number hamlet phone"),
    (("STT|Hộ kinh doanh|Địa điểm kinh doanh|Giấy chứng nhận đăng ký hộ kinh doanh|Ngày cấp|"
      "Loại hình kinh doanh|Người đại diện|Số ĐT"),
     "-number name business_address certificate_no certificate_date trade owner phone"),
    ("Stt|Tên chủ cơ sở|Biển hiệu|Mã định danh|Số đăng ký kinh doanh|Tổ dân phố|Zalo|E-mail",
     "-number owner name id_number certificate_no hamlet phone email"),
    ("STT|Tên hộ KD|Chủ hộ KD|MST cá nhân|GCN ĐKKD số|Cấp ngày|Địa chỉ KD|Ngành, nghề KD|Số đt",
     "-number name owner tax_code certificate_no certificate_date business_address trade phone"),
    (("STT|Tên cơ sở/hộ kinh doanh|Họ tên người đại diện|Số căn cước|Mã số đăng ký hộ kinh doanh|"
      "Ngày cấp ĐKKD|Địa chỉ cơ sở|Ngành hàng|SĐT liên hệ|Hộp thư"),
     "-number name owner id_number certificate_no certificate_date business_address trade phone email"),
    ("STT|Tên hộ kinh doanh|Chủ hộ|Số CCCD|Ngày cấp|Nơi cấp|Số GCN|Ngày cấp|Cơ quan cấp|Địa chỉ",
     "-number name owner id_number -date - certificate_no certificate_date certificate_issuer business_address"),
    ("STT|Ten ho kinh doanh|Ho va ten chu ho|Ngay sinh|So CCCD|Dia chi kinh doanh|Dia chi thuong tru|SDT",
     "-number name owner birth_date id_number business_address home_address phone"),
    ("STT|TÊN CỬA HÀNG|HỌ VÀ TÊN|GIỚI TÍNH|NĂM SINH|SỐ CĂN CƯỚC CÔNG DÂN|NƠI THƯỜNG TRÚ|ĐỊA ĐIỂM KINH DOANH",
     "-number name owner sex birth_date id_number home_address business_address"),
    (("Mã số thuế|Tên người nộp thuế|Họ tên chủ hộ|Địa chỉ kinh doanh|Ngành nghề chính|Cơ quan thuế|"
      "Ngày cấp MST|Trạng thái MST"),
     "tax_code name owner business_address trade - -date -active"),
    (("STT|Tên HKD (theo GCN)|Họ và tên chủ hộ (chữ in hoa)|Ngày sinh (dd/mm/yyyy)|Số CCCD (12 số)|"
      "Email (nếu có)|Số điện thoại (bắt buộc)"),
     "-number name owner birth_date id_number email phone"),
    (("STT|Tên hộ kinh doanh|Họ tên chủ hộ|Họ tên vợ/chồng|SĐT chủ hộ|Số CCCD chủ hộ|Địa chỉ chủ hộ|"
      "Địa chỉ hộ kinh doanh"),
     "-number name owner - phone id_number home_address business_address"),
    ("STT|Ấp|Tên quán|Người đứng tên|Nơi ở hiện nay|Vị trí kinh doanh|Số máy",
     "-number hamlet name owner home_address business_address phone"),
    ("STT|Tên hộ kinh doanh|Họ tên chủ hộ||Địa chỉ||",
     "-number name owner id_number business_address phone email"),
    (("Số thứ tự|Tên hộ kinh doanh cá thể|Họ và tên chủ hộ kinh doanh|Ngày tháng năm sinh|Số ĐDCN|"
      "Ngày ĐKKD|Số GPKD|Đ/c|Ngành KD"),
     "-number name owner birth_date id_number certificate_date certificate_no business_address trade"),
    ("STT|Tên bảng hiệu|Chủ quán|Giấy CNĐKKD|Ngày cấp giấy|Nơi cấp GCN|Nghành nghề|Số điện thọai",
     "-number name owner certificate_no certificate_date certificate_issuer trade phone"),
]  # fmt: skip
ENTERPRISES = [
    (("STT|Tên doanh nghiệp|Mã số doanh nghiệp|Ngày thành lập|Người đại diện theo pháp luật|"
      "Địa chỉ trụ sở chính|Vốn điều lệ (đồng)|Điện thoại|Email"),
     "-number name tax_code founded representative address -number phone email"),
    ("STT|Tên Công ty|MSDN/MST|Giám đốc|Ngày cấp lần đầu|Trụ sở|Thư điện tử|Di động",
     "-number name tax_code representative founded address email phone"),
    (("STT|Tên tổ chức|Mã số thuế/Mã số DN|Đại diện pháp luật|Ngày ĐKDN|Địa chỉ trụ sở|"
      "Ngành nghề kinh doanh chính|Điện thoại liên hệ"),
     "-number name tax_code representative founded address trade phone"),
    ("TT|Tên DN|Loại hình DN|MST|NĐDPL|Chức danh|Địa chỉ DN|Ngày cấp GCN ĐKDN lần đầu|Ngày thay đổi|SĐT NĐDPL",
     "-number name legal_form tax_code representative representative_title address founded -date phone"),
    ("STT|TÊN DOANH NGHIỆP|SỐ GCN ĐKDN|NGÀY CẤP|CHỦ DOANH NGHIỆP|ĐỊA CHỈ|NGÀNH NGHỀ|WEBSITE",
     "-number name tax_code founded representative address trade website"),
    ("STT|Doanh nghiệp|Mã số thuế|Ngày cấp|Họ và tên|Địa chỉ|Điện thoại",
     "-number name tax_code founded representative address phone"),
    ("STT|Tên doanh nghiệp|Mã số|Ngày đăng ký|Tên giám đốc|Địa chỉ công ty|Hotline|Gmail",
     "-number name tax_code founded representative address phone email"),
    ("Số TT|Ten doanh nghiep|Ma so thue|Ngay thanh lap|Nguoi dai dien|Dia chi tru so chinh|Dien thoai",
     "-number name tax_code founded representative address phone"),
    ("STT|Tên pháp nhân|MSDN|Thời gian thành lập|Người quản lý|Địa chỉ người đại diện|Nơi đặt trụ sở|Khóm/Ấp",
     "-number name tax_code founded representative - address hamlet"),
]  # fmt: skip
CITIZENS = [
    (("STT|HỌ VÀ TÊN|GIỚI TÍNH|NGÀY THÁNG NĂM SINH|SỐ CĂN CƯỚC CÔNG DÂN|NƠI Ở HIỆN TẠI|TRƯỜNG ĐANG HỌC|"
      "SỐ ĐIỆN THOẠI/ZALO"),
     "-number person sex birth_date id_number home_address school phone"),
    ("STT|Ho va ten|Ngay sinh|So CCCD|Dia chi|SDT", "-number person birth_date id_number home_address phone"),
    (("STT|Họ, chữ đệm và tên|Ngày, tháng, năm sinh|Số định danh cá nhân|Nơi thường trú|Nghề nghiệp|"
      "Số điện thoại liên hệ|Tên miền đăng ký"),
     "-number person birth_date id_number home_address - phone -"),
    ("STT|Họ và tên|Nam/Nữ|NTNS|Số CCCD|Ngày cấp|Nơi cấp|Địa chỉ thường trú|SĐT",
     "-number person sex birth_date id_number -date - home_address phone"),
    ("STT|Họ tên đoàn viên|Sinh ngày|Số thẻ căn cước|Chi đoàn|Điện thoại|Tên miền dự kiến",
     "-number person birth_date id_number - phone -"),
    ("TT|Ho ten|N. sinh|CMND/CCCD|D/c|Dien thoai|G.chu", "-number person birth_date id_number home_address phone note"),
    (("STT|Họ và tên khai sinh|Giới tính|Ngày/tháng/năm sinh|Số CMND/CCCD/Hộ chiếu|Chỗ ở hiện nay|"
      "Xã/Phường|Đơn vị học tập|Số điện thoại"),
     "-number person sex birth_date id_number home_address - school phone"),
    ("STT|Họ và tên thanh niên|Năm sinh|Ấp|Lớp|Số điện thoại phụ huynh|Dân tộc|Ghi chú",
     "-number person birth_date hamlet school - - note"),
    ("STT|Họ & tên|Phái|Ng.sinh|Định danh cá nhân|HKTT|Tạm trú|Nơi làm việc|Mail",
     "-number person sex birth_date id_number home_address - school email"),
    ("STT|Công dân|DOB|Căn cước|Khu phố|Đơn vị công tác|Liên hệ|Quốc tịch",
     "-number person birth_date id_number hamlet school phone nationality"),
    ("Họ tên sinh viên|Giới|Ngày sinh|Mã số định danh|Quê quán|Địa chỉ liên hệ|Trường học|Ngày vào Đoàn",
     "person sex birth_date id_number - home_address school -date"),
    ("Sô TT|Hộ tên|Ngày sinhh|Số CCDD|Đia chỉ|Số diện thọai",
     "-number person birth_date id_number home_address phone"),
    ("STT|Họ tên học sinh|Họ tên cha|Họ tên mẹ|Ngày sinh|Nơi sinh|Mã định danh cá nhân|Trường THPT|SĐT cha mẹ",
     "-number person - - birth_date - id_number school -"),
]  # fmt: skip
SHEETS = [
    *[(Kind.HOUSEHOLD, *item) for item in HOUSEHOLDS],
    *[(Kind.ENTERPRISE, *item) for item in ENTERPRISES],
    *[(Kind.CITIZEN, *item) for item in CITIZENS],
]


def cell(word: str, n: int) -> tuple[Any, Any]:
    """What stands in the n-th row of a column, and what is to be stored."""
    if word == "-active":
        return "Đang hoạt động", "active"
    return MAKERS[LIKE.get(word, word)](n)


@pytest.mark.parametrize(("kind", "headings", "meaning"), SHEETS, ids=[text[:40] for _, text, _ in SHEETS])
def test_every_column_is_found(book: Callable[..., Path], kind: Kind, headings: str, meaning: str) -> None:
    texts, columns = headings.split("|"), meaning.split()
    assert len(texts) == len(columns)
    path = book([["DANH SÁCH"], texts, *[[cell(word, n)[0] for word in columns] for n in range(ROWS)], ["Tổng cộng"]])
    fields = {"person": "name", "-active": "state"}
    wanted = {
        fields.get(word, word): place for place, word in enumerate(columns) if word == "-active" or word[0] != "-"
    }

    found = read_list(path, kind)

    assert {field: text for field, text in found.columns.items() if text} == {
        field: texts[place] for field, place in wanted.items() if texts[place]
    }
    assert set(found.columns) == set(wanted)
    assert [item.row for item in found.rows] == list(range(3, 3 + ROWS))
    for n, item in enumerate(found.rows):
        stored = to_values(item.record)
        assert {field: stored[field] for field in wanted} == {
            field: cell(columns[place], n)[1] for field, place in wanted.items()
        }


def test_there_are_forty() -> None:
    assert len(SHEETS) >= 40
    assert len({text for _, text, _ in SHEETS}) == len(SHEETS)
