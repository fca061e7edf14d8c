"""Name lists: the official columns, numbers masked unless there is a reason, read back by other programs."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.name_lists import LISTS_FOLDER, ListOrder, Purpose, export_list, name_list, purposes

ID = "092080001234"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def household(desk: Desk, **more: object) -> str:
    values = {
        "name": "Tạp hóa Bảy Đông", "owner": "Nguyễn Văn Đức", "hamlet": "Ấp 1", "certificate_no": "57A8012345",
        "certificate_date": "2024-03-02", "id_number": ID, "tax_code": ID, "phone": "0912345678",
        "email": "bay.dong@example.vn", "business_address": "12/3 Hòa Bình",
    }  # fmt: skip
    with desk.store.unit() as unit:
        return unit.put(Household(**{**values, **more})).id  # type: ignore[arg-type]


def order(ids: list[str], **more: object) -> ListOrder:
    settings = {"purpose": Purpose.PROPOSAL, "kind": Kind.HOUSEHOLD}
    return ListOrder(ids=ids, **{**settings, **more})  # type: ignore[arg-type]


def cells(desk: Desk, wanted: ListOrder) -> list[dict[str, object]]:
    made = name_list(desk, wanted).table
    titles = [column.title for column in made.columns]
    return [dict(zip(titles, row, strict=True)) for row in made.rows]


def test_a_household_as_the_plan_asks(desk: Desk) -> None:
    someone = household(desk, accepted=("phone:phone_form:số của con",), unconfirmed=("id_number",))
    put(desk, Registration(candidate=someone, zone="biz.vn", label="bay-dong"))
    (row,) = cells(desk, order([someone], full=True, reason="gửi Sở"))
    assert row == {
        "Stt": 1, "Tên hộ kinh doanh": "Tạp hóa Bảy Đông", "Chủ hộ": "Nguyễn Văn Đức", "Số định danh cá nhân": ID,
        "Số, ngày cấp GCN": "57A8012345, 02/03/2024", "Mã số thuế": ID, "Địa chỉ kinh doanh": "12/3 Hòa Bình",
        "Ngành nghề": "", "Điện thoại": "0912345678", "Email": "bay.dong@example.vn", "Tên miền": "bay-dong.biz.vn",
        "Ghi chú": "Số điện thoại: số của con; Chưa đối chiếu số định danh cá nhân",
    }  # fmt: skip


def test_personal_numbers_are_masked_unless_asked_for(desk: Desk) -> None:
    (row,) = cells(desk, order([household(desk)]))
    assert row["Số định danh cá nhân"] == row["Mã số thuế"] == "•" * 9 + "234"
    assert row["Điện thoại"] == "•" * 7 + "678"
    assert row["Email"] == "••••••••@example.vn"


def test_a_tax_code_that_is_no_id_number_is_not_personal(desk: Desk) -> None:
    (row,) = cells(desk, order([household(desk, tax_code="1801234567")]))
    assert row["Mã số thuế"] == "1801234567"


def test_a_certificate_numbered_as_its_owner_is_personal(desk: Desk) -> None:
    someone = household(desk, certificate_no=ID)
    for purpose in purposes(Kind.HOUSEHOLD):
        (row,) = cells(desk, order([someone], purpose=purpose))
        assert row["Số, ngày cấp GCN"] == "•" * 9 + "234, 02/03/2024"
        (row,) = cells(desk, order([someone], purpose=purpose, full=True, reason="gửi Sở"))
        assert row["Số, ngày cấp GCN"] == f"{ID}, 02/03/2024"


def test_only_domains_that_are_wanted_or_held_stand_there(desk: Desk) -> None:
    someone = household(desk)
    for label, state in (("a", "refused"), ("b", "submitted"), ("c", "in_use"), ("d", "revoked"), ("e", "expired")):
        put(desk, Registration(candidate=someone, zone="biz.vn", label=label, state=state))
    (row,) = cells(desk, order([someone]))
    assert row["Tên miền"] == "b.biz.vn, c.biz.vn"


@pytest.mark.parametrize(
    ("born", "state", "group"),
    [
        ("2005-05-01", "active", "18–23"),
        ("2002-03-01", "active", "18–23"),
        ("2001-01-01", "active", "24–25"),
        ("2001-01-01", "moved", "24–25"),
        ("1990-01-01", "active", "–"),
        ("1990-01-01", "moved", "–"),
        ("2010-01-01", "active", "–"),
        ("2007", "active", "–"),
    ],
)
def test_nobody_stands_in_a_group_of_age_that_is_not_his(desk: Desk, born: str, state: str, group: str) -> None:
    with desk.store.unit() as unit:
        someone = unit.put(Citizen(name="Lê An", birth_date=born, hamlet="Ấp 1", state=state)).id
    (row,) = cells(desk, order([someone], kind=Kind.CITIZEN))
    assert row["Nhóm tuổi"] == group


def test_citizens_stand_with_the_group_of_the_annex(desk: Desk) -> None:
    with desk.store.unit() as unit:
        people = [
            unit.put(Citizen(name=name, birth_date=born, hamlet="Ấp 1", nationality="Việt Nam")).id
            for name, born in (("Lê An", "2005-05-01"), ("Trần Bình", "2001-01-01"))
        ]
    rows = cells(desk, order(people, kind=Kind.CITIZEN))
    assert [(row["Họ và tên"], row["Nhóm tuổi"]) for row in rows] == [("Lê An", "18–23"), ("Trần Bình", "24–25")]


def test_enterprises_and_the_words_around_them(desk: Desk) -> None:
    with desk.store.unit() as unit:
        kept = unit.put(
            Enterprise(name="Công ty Ánh Dương", tax_code="1801234567", founded="2025-12-01", address="1 A")
        )
    made = name_list(desk, order([kept.id], kind=Kind.ENTERPRISE))
    assert made.title == "Doanh nghiệp đề xuất tham gia Chương trình đăng ký tên miền “biz.vn”"
    assert made.closing == "Danh sách gồm 1 doanh nghiệp./."
    assert made.signature.name == "Trần Thị Mỹ Hạnh"


def test_households_are_confirmed_with_room_for_the_result(desk: Desk) -> None:
    someone = household(desk, state="suspended", state_on="2025-10-01")
    (row,) = cells(desk, order([someone], purpose=Purpose.CONFIRMATION))
    assert row["Tình trạng"] == "tạm ngừng"
    assert row["Kết quả xác nhận"] == ""
    assert purposes(Kind.HOUSEHOLD) == (Purpose.PROPOSAL, Purpose.CONFIRMATION)
    assert purposes(Kind.CITIZEN) == (Purpose.PROPOSAL,)


def test_nobody_is_no_list(desk: Desk) -> None:
    with pytest.raises(UserError, match="chưa có ai"):
        name_list(desk, order(["gone"]))


def test_the_files_keep_zeros_and_text_and_say_so_in_the_log(desk: Desk) -> None:
    someone = household(desk, name="=1+1 & <b>Bảy</b>")
    pdf, xlsx = export_list(desk, order([someone], full=True, reason="gửi Sở"))
    assert [file.name.partition("_DanhSach_")[2] for file in (pdf, xlsx)] == [
        "HoKinhDoanh_DeXuat.pdf", "HoKinhDoanh_DeXuat.xlsx"
    ]  # fmt: skip
    sheet = load_workbook(xlsx).active
    assert sheet is not None
    values = {str(cell.value): cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert values[ID] == values["0912345678"] == values["=1+1 & <b>Bảy</b>"] == "s"
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    for words in ("DANH SÁCH", "NGƯỜI LẬP", "TM. ỦY BAN NHÂN DÂN", "Danh sách gồm 1 hộ kinh doanh./.", "57A8012345"):
        assert words in text
    assert ["đầy đủ: gửi Sở" in item.reason for item in desk.store.history("")] == [True]


def test_whole_numbers_need_a_reason_and_leave_nothing_without(desk: Desk) -> None:
    with pytest.raises(UserError, match="lý do"):
        export_list(desk, order([household(desk)], full=True, reason=" "))
    assert not (desk.folder / LISTS_FOLDER).exists()


def test_a_long_list_repeats_its_headings_on_landscape_pages(desk: Desk) -> None:
    long = "Cơ sở sản xuất và kinh doanh tổng hợp " * 6
    ids = [household(desk, name=f"{long}{number}", email=f"{'a' * 60}{number}@example.vn") for number in range(60)]
    pdf, _ = export_list(desk, order(ids, full=True, reason="thử"))
    facts = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    pages = int(facts.split("Pages:")[1].split()[0])
    assert pages > 3
    assert "841.89 x 595.276" in facts
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert text.count("Chủ hộ") >= pages - 1
