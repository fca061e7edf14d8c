"""History in words: acts as lines, a record's history as sentences, undo and redo told, the bin with what goes along."""

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Citizen,
    Confirmation,
    Difficulty,
    Distinction,
    Enterprise,
    Hamlet,
    Household,
    ListView,
    Narrative,
    Office,
    Reach,
    Record,
    Registration,
    ReportRecord,
    Session,
    Signer,
    Support,
    TaskReport,
)
from vnpresence_desktop.store.check import check
from vnpresence_desktop.work.candidates import keep
from vnpresence_desktop.work.deleting import binned, bins, bring_back, deleted, removal, remove
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.history import actors, recent, sentences
from vnpresence_desktop.work.history_words import name_of, operation_told, words
from vnpresence_desktop.work.outreach import record_session
from vnpresence_desktop.work.undoing import Step, next_redo, next_undo, redo, turn_round, undo

SHOP = Household(
    name="Tạp hóa Bảy Đông",
    owner="Nguyễn Văn Đức",
    hamlet="Ấp 1",
    id_number="092080001234",
    phone="0912345678",
    certificate_no="57A8012345",
)
GIRL = Citizen(name="Trần Thị Nguyệt", birth_date="2004-05-06", hamlet="Ấp 1", phone="0987654321")
MEETING = Session(
    date="2025-11-20", form="conference", topic="Tên miền .id.vn", place="Hội trường", host="UBND xã", tasks=("I.6",),
    officials=1, households=2, enterprises=0, youths=3, others=0, recorder="Lan",
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        made.store.actor = "Lan"
        yield made


def text_of(step: Step | None) -> str:
    return step.text if step else ""


def nobody(_: str) -> str:
    return ""


def told(desk: Desk, record: Record) -> list[str]:
    return [str(item) for item in sentences(desk, record.id)]


# -- undo and redo


def test_nothing_done_nothing_to_undo(desk: Desk) -> None:
    """The office was declared: that is no act to take back."""
    assert (next_undo(desk), next_redo(desk)) == (None, None)
    assert (undo(desk).text, undo(desk).act) == ("Không có việc nào để hoàn tác.", "")
    assert redo(desk).text == "Không có việc nào để làm lại."


def test_a_save_is_undone_and_done_again_in_words(desk: Desk) -> None:
    shop = keep(desk, SHOP)
    assert text_of(next_undo(desk)) == "Hoàn tác: Lưu hồ sơ “Tạp hóa Bảy Đông”"
    done = undo(desk)
    assert (done.text, done.records) == (
        "Đã hoàn tác: Lưu hồ sơ “Tạp hóa Bảy Đông”.", ((Kind.HOUSEHOLD, shop.id),),
    )  # fmt: skip
    assert next_undo(desk) is None
    assert text_of(next_redo(desk)) == "Làm lại: Lưu hồ sơ “Tạp hóa Bảy Đông”"
    again = redo(desk)
    assert again.text == "Đã làm lại: Lưu hồ sơ “Tạp hóa Bảy Đông”."
    assert desk.store.get(Household, shop.id) == shop


def test_the_button_beside_what_was_told_turns_it_round_any_number_of_times(desk: Desk) -> None:
    shop = keep(desk, SHOP)
    done = undo(desk)
    for verb in ("làm lại", "hoàn tác", "làm lại"):
        done = turn_round(desk, done.act)
        assert done.text == f"Đã {verb}: Lưu hồ sơ “Tạp hóa Bảy Đông”."
    assert desk.store.get(Household, shop.id) == shop
    assert next_redo(desk) is None
    assert check(desk.store) == []


def test_what_hinders_is_said_with_names(desk: Desk) -> None:
    shop = keep(desk, SHOP)
    keep(desk, dataclasses.replace(shop, phone="0900000001"))
    target = recent(desk).lines[0].turns
    desk.store.actor = "Hoa"
    keep(desk, dataclasses.replace(shop, phone="0900000002"))
    with pytest.raises(UserError) as caught:
        turn_round(desk, target)
    assert caught.value.title == "Chưa hoàn tác được: Lưu hồ sơ “Tạp hóa Bảy Đông”."
    assert caught.value.advice == (
        "Hộ kinh doanh “Tạp hóa Bảy Đông” đã được Hoa sửa tiếp lúc 15/12/2025 08:30 (số điện thoại)."
        " Hãy hoàn tác việc sau trước, hoặc mở hồ sơ rồi sửa tay."
    )


def test_many_hindrances_are_counted(desk: Desk) -> None:
    shops = [dataclasses.replace(SHOP, name=f"Quán {number}") for number in range(6)]
    with desk.store.unit("Nhập danh sách") as unit:
        shops = [unit.put(shop) for shop in shops]
    target = recent(desk).lines[0].turns
    put(desk, *(dataclasses.replace(shop, note="gọi lại") for shop in shops))
    with pytest.raises(UserError, match=r"“Quán 2”.* Và 3 mục khác\.") as caught:
        turn_round(desk, target)
    assert "“Quán 3”" not in caught.value.advice


@pytest.mark.parametrize(
    ("record", "words_"),
    [
        (Registration(zone="biz.vn", label="bay-dong"), "đã được ghi thêm đăng ký tên miền sau đó"),
        (
            Support(date="2025-12-01", channel="phone", matter="email", helper="Lan"),
            "đã được ghi thêm lượt hỗ trợ sau đó",
        ),
    ],
)
def test_a_record_that_is_used_by_now_stays(desk: Desk, record: Record, words_: str) -> None:
    shop = keep(desk, SHOP)
    target = recent(desk).lines[0].turns
    put(desk, dataclasses.replace(record, candidate=shop.id))  # type: ignore[call-arg]
    with pytest.raises(UserError, match=words_):
        turn_round(desk, target)


def test_why_an_act_can_never_be_undone(desk: Desk) -> None:
    put(desk, ReportRecord(period="2025-Q4", issue=1, content="{}", content_hash="ab"))
    report, office = recent(desk).lines
    assert "báo cáo đã ra tệp" in report.why_not
    assert "khai báo cơ quan" in office.why_not
    assert report.turns == office.turns == ""
    with pytest.raises(UserError, match="sổ phải giữ dấu vết"):
        turn_round(desk, report.id)
    with pytest.raises(UserError, match="Không còn thấy việc này"):
        turn_round(desk, "lạ:7")


def test_the_log_names_nobody_in_an_undo(desk: Desk) -> None:
    girl = keep(desk, GIRL)
    undo(desk)
    assert desk.store.history(girl.id)[-1].reason == "Hoàn tác: Lưu hồ sơ"


# -- acts as lines


def test_acts_as_lines(desk: Desk) -> None:
    shop, girl = keep(desk, SHOP), keep(desk, GIRL)
    keep(desk, dataclasses.replace(shop, phone="0912345699"))
    record_session(desk, MEETING, [girl.id, shop.id])
    undo(desk)
    lines = recent(desk).lines[:5]
    assert [(line.title, line.detail, line.state) for line in lines] == [
        ("Hoàn tác: Lưu buổi tuyên truyền “Tên miền .id.vn” ngày 20/11/2025",
         "xóa 1 buổi tuyên truyền, 2 lượt tiếp cận", ""),
        ("Lưu buổi tuyên truyền “Tên miền .id.vn” ngày 20/11/2025",
         "thêm 1 buổi tuyên truyền, 2 lượt tiếp cận", "Đã hoàn tác"),
        ("Lưu hồ sơ “Tạp hóa Bảy Đông”", "sửa số điện thoại “•••••••678” → “•••••••699”", ""),
        ("Lưu hồ sơ “Trần Thị Nguyệt”", "thêm vào sổ (nhập tay)", ""),
        ("Lưu hồ sơ “Tạp hóa Bảy Đông”", "thêm vào sổ (nhập tay)", ""),
    ]  # fmt: skip
    undo_line, meeting, edit, *_ = lines
    assert [(line.turns, line.again) for line in (undo_line, meeting, edit)] == [
        (undo_line.id, True), (undo_line.id, True), (edit.id, False),
    ]  # fmt: skip
    assert [line.size for line in (meeting, edit)] == [3, 1]
    assert turn_round(desk, meeting.turns).text.startswith("Đã làm lại: Lưu buổi tuyên truyền")
    done_again, undone, meeting, *_ = recent(desk).lines
    assert [(line.state, line.turns, line.again) for line in (done_again, undone, meeting)] == [
        ("", done_again.id, False), ("Đã làm lại", "", False), ("", meeting.id, False),
    ]  # fmt: skip
    assert undone.why_not
    assert turn_round(desk, done_again.turns).text.startswith("Đã hoàn tác: Lưu buổi tuyên truyền")
    assert (edit.when, edit.actor, edit.elsewhere) == ("15/12/2025 08:30", "Lan", False)


def test_acts_of_a_person_on_a_day_read_on(desk: Desk) -> None:
    for number in range(5):
        desk.store.actor = "Hoa" if number % 2 else "Lan"
        keep(desk, dataclasses.replace(GIRL, name=f"Trần Thị {number}"))
    first = recent(desk, limit=3)
    rest = recent(desk, first.older, limit=9)
    assert [line.title[-2] for line in (*first.lines, *rest.lines)][:5] == list("43210")
    assert rest.older is None
    assert actors(first.lines) == ("Lan", "Hoa")
    assert [line.title[-2] for line in recent(desk, actor="Hoa").lines] == ["3", "1"]
    assert len(recent(desk, day=date(2025, 12, 15)).lines) == 6
    assert recent(desk, day=date(2025, 12, 16)).lines == ()
    assert recent(desk, day=date(2025, 12, 14)).lines == ()


def test_an_act_without_a_reason_says_what_it_did(desk: Desk) -> None:
    put(desk, Hamlet(name="Ấp 1"), Hamlet(name="Ấp 2"))
    put(desk, Hamlet(name="Ấp 3"))
    assert [line.title for line in recent(desk).lines[:2]] == [
        "thêm 1 ấp, khu vực “Ấp 3”", "thêm 2 ấp, khu vực",
    ]  # fmt: skip


def test_an_act_of_many_kinds_names_the_first(desk: Desk) -> None:
    with desk.store.unit("Nhập tất cả") as unit:
        for record in (SHOP, GIRL, MEETING, Hamlet(name="Ấp 1"), Signer(name="Hạnh"), ListView(name="Chưa gọi"),
                       Difficulty(matter="Thiếu máy"), Confirmation(requester="VNPT")):  # fmt: skip
            unit.put(record)
    (line,) = recent(desk, limit=1).lines
    assert line.title == "Nhập tất cả"
    assert line.detail == (
        "thêm 1 hộ kinh doanh, 1 công dân, 1 buổi tuyên truyền, 1 lượt xác nhận, 1 ấp, khu vực, 3 loại khác"
    )


# -- a record's history


def test_a_records_history_reads_as_sentences(desk: Desk) -> None:
    girl = keep(desk, GIRL)
    moment = desk.now()
    later = dataclasses.replace(desk, now=lambda: moment)
    later.store.now = lambda: moment + timedelta(days=1, minutes=5)
    later.store.actor = "Hoa"
    keep(
        later, dataclasses.replace(girl, phone="0912345678", email="nguyet@example.vn", wish="wants", union_member=True)
    )
    undo(later)
    redo(later)
    with later.store.unit() as unit:
        unit.note("view_full", "đối chiếu thẻ", girl.id)
    remove(later, Kind.CITIZEN, [girl.id])
    bring_back(later, Kind.CITIZEN, [girl.id])
    change = (
        "bổ sung đoàn viên “có”; sửa số điện thoại “•••••••321” → “•••••••678”; bổ sung email “••••••@example.vn”;"
        " sửa nhu cầu “chưa rõ” → “có nhu cầu”"
    )
    back = (
        "bỏ đoàn viên “có”; sửa số điện thoại “•••••••678” → “•••••••321”; bỏ email “••••••@example.vn”;"
        " sửa nhu cầu “có nhu cầu” → “chưa rõ”"
    )
    assert told(desk, girl) == [
        "16/12/2025 08:35, Hoa: khôi phục",
        "16/12/2025 08:35, Hoa: xóa",
        "16/12/2025 08:35, Hoa: xem hoặc trích: đối chiếu thẻ",
        f"16/12/2025 08:35, Hoa: làm lại: {change}",
        f"16/12/2025 08:35, Hoa: hoàn tác: {back}",
        f"16/12/2025 08:35, Hoa: {change}",
        "15/12/2025 08:30, Lan: thêm vào sổ (nhập tay)",
    ]
    assert [item.text for item in sentences(desk, girl.id, actor="Lan")] == ["thêm vào sổ (nhập tay)"]
    assert len(sentences(desk, girl.id, day=date(2025, 12, 16))) == 6
    assert sentences(desk, "không có") == []


def test_an_erased_history_says_so(desk: Desk) -> None:
    girl = keep(desk, GIRL)
    desk.store._rows("UPDATE ops SET patch = NULL WHERE record = ?", (girl.id,))
    assert [item.text for item in sentences(desk, girl.id)] == ["nội dung đã xóa theo yêu cầu"]
    assert recent(desk).lines[0].title == "Lưu hồ sơ “Trần Thị Nguyệt”"


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        (Kind.HOUSEHOLD, "tax_code", "092080001234", "•••••••••234"),
        (Kind.HOUSEHOLD, "tax_code", "1801234567", "1801234567"),
        (Kind.HOUSEHOLD, "id_number", "092080001234", "•••••••••234"),
        (Kind.HOUSEHOLD, "certificate_date", "2024-03-02", "02/03/2024"),
        (Kind.HOUSEHOLD, "state", "ceased", "chấm dứt"),
        (Kind.CITIZEN, "state", "active", "đang cư trú"),
        (Kind.REGISTRATION, "state", "in_use", "đang sử dụng"),
        (Kind.REGISTRATION, "services", ("website", "cv"), "website; trang hồ sơ cá nhân"),
        (Kind.REGISTRATION, "proposal_verdict", "eligible", "Đủ điều kiện"),
        (Kind.REPORT, "state", "issued", "đã phát hành"),
        (Kind.HOUSEHOLD, "source", "file:hộ {2025}.xlsx", "danh sách “hộ {2025}.xlsx”"),
        (Kind.HOUSEHOLD, "note", "gọi {sau} 2024-03-02", "gọi {sau} 2024-03-02"),
        (Kind.SUPPORT, "matter", "lập {trang", "lập {trang"),
        (Kind.HOUSEHOLD, "unconfirmed", ("id_number", "phone"), "số định danh cá nhân; số điện thoại"),
        (Kind.HOUSEHOLD, "accepted", ("phone:phone_old:khách nói vậy: đúng", "lạ"),
         "số điện thoại: khách nói vậy: đúng; lạ"),
        (Kind.SESSION, "cost", 5_000_000, "5.000.000"),
        (Kind.SESSION, "officials", 0, "0"),
        (Kind.OFFICE, "sample", False, "không"),
        (Kind.OFFICE, "preset", "calendar", "theo quý dương lịch"),
        (Kind.NARRATIVE, "text", "dài\n" * 40, "dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài…"),
        (Kind.REACH, "candidate", "mất", "không rõ"),
    ],
)  # fmt: skip
def test_values_in_words(kind: Kind, field: str, value: str | int | tuple[str, ...], said: str) -> None:
    assert words(kind, field, value, nobody) == said


def test_what_nobody_reads_is_only_named_and_many_fields_are_counted() -> None:
    assert operation_told(Kind.REPORT, {"content": ("{}", "{1}"), "pdf_hash": ("a", "b")}, nobody, made=False) == (
        "sửa nội dung chốt"
    )
    assert operation_told(Kind.REPORT, {"pdf_hash": ("a", "b")}, nobody, made=False) == "lập lại tệp"
    many = dict.fromkeys(("name", "owner", "hamlet", "trade", "website", "note"), ("", "x"))
    assert operation_told(Kind.HOUSEHOLD, many, nobody, made=False).endswith("ngành nghề “x”; và 2 ô khác")


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (SHOP, "“Tạp hóa Bảy Đông”"),
        (GIRL, "“Trần Thị Nguyệt”"),
        (Enterprise(name="Công ty Ánh"), "“Công ty Ánh”"),
        (MEETING, "“Tên miền .id.vn” ngày 20/11/2025"),
        (Registration(label="nguyet", zone="id.vn"), "nguyet.id.vn"),
        (Registration(zone="id.vn"), "….id.vn"),
        (Support(date="2025-12-01", matter="email"), "dùng email ngày 01/12/2025"),
        (Confirmation(date="2025-12-01", requester="VNPT"), "“VNPT” ngày 01/12/2025"),
        (Difficulty(matter="Thiếu máy"), "“Thiếu máy”"),
        (TaskReport(task="I.6", period="2025-Q4"), "mục I.6, quý IV năm 2025"),
        (Narrative(section="III", period="2025-Q4"), "mục III, quý IV năm 2025"),
        (BaseFigure(kind="household", period="2025-Q4"), "hộ kinh doanh, quý IV năm 2025"),
        (ReportRecord(period="2025-Q4"), "quý IV năm 2025"),
        (Hamlet(name="Ấp 1"), "“Ấp 1”"),
        (Signer(name="Hạnh"), "“Hạnh”"),
        (ListView(name="Chưa gọi"), "“Chưa gọi”"),
        (Office(commune="31299"), ""),
        (Reach(session="s", candidate="c"), "[c]"),
        (Distinction(one="a", other="b"), "[a]"),
    ],
)
def test_every_kind_has_names(record: Record, name: str) -> None:
    assert name_of(record, lambda other: f"[{other}]") == name


# -- deleting and the bin


def test_what_points_at_a_candidate_goes_along_and_comes_back(desk: Desk) -> None:
    shop, girl = keep(desk, SHOP), keep(desk, GIRL)
    held = record_session(desk, MEETING, [girl.id, shop.id])
    put(
        desk,
        Registration(candidate=girl.id, zone="id.vn", label="nguyet"),
        Support(date="2025-12-01", candidate=girl.id, channel="phone", matter="email", helper="Lan"),
        Distinction(one=shop.id, other=girl.id),
    )
    asked = removal(desk, Kind.CITIZEN, [girl.id])
    assert asked.question == "Xóa công dân “Trần Thị Nguyệt”?"
    assert asked.along == (
        "Xóa cùng: 1 lượt tiếp cận, 1 đăng ký tên miền, 1 lượt hỗ trợ, 1 ghi nhận không trùng;"
        " số liệu báo cáo của các kỳ sau sẽ không còn tính."
    )
    before = {kind: desk.store.count(kind) for kind in Kind}
    assert remove(desk, Kind.CITIZEN, [girl.id]) == (
        "Đã xóa công dân “Trần Thị Nguyệt” cùng 1 lượt tiếp cận, 1 đăng ký tên miền, 1 lượt hỗ trợ,"
        " 1 ghi nhận không trùng."
    )
    assert desk.store.find(Registration, candidate=girl.id) == []
    assert desk.store.find(Reach, session=held.id)[0].candidate == shop.id
    assert bins(desk) == {Kind.CITIZEN: 1, Kind.REGISTRATION: 1, Kind.SUPPORT: 1}
    assert bring_back(desk, Kind.CITIZEN, [girl.id]) == (
        "Đã khôi phục công dân “Trần Thị Nguyệt” cùng 1 lượt tiếp cận, 1 đăng ký tên miền, 1 lượt hỗ trợ,"
        " 1 ghi nhận không trùng."
    )
    assert {kind: desk.store.count(kind) for kind in Kind} == before
    undo(desk)
    assert text_of(next_undo(desk)) == "Hoàn tác: Xóa công dân “Trần Thị Nguyệt”"
    assert check(desk.store) == []


def test_only_what_went_together_comes_back_together(desk: Desk) -> None:
    girl = keep(desk, GIRL)
    put(desk, Registration(candidate=girl.id, zone="id.vn", label="cu"))
    old = desk.store.all(Registration)[0]
    remove(desk, Kind.REGISTRATION, [old.id])
    put(desk, Registration(candidate=girl.id, zone="id.vn", label="moi"))
    remove(desk, Kind.CITIZEN, [girl.id])
    bring_back(desk, Kind.CITIZEN, [girl.id])
    assert [item.label for item in desk.store.all(Registration)] == ["moi"]


def test_a_reach_whose_session_is_gone_stays_in_the_bin(desk: Desk) -> None:
    girl = keep(desk, GIRL)
    held = record_session(desk, MEETING, [girl.id])
    remove(desk, Kind.CITIZEN, [girl.id])
    remove(desk, Kind.SESSION, [held.id])
    assert bring_back(desk, Kind.CITIZEN, [girl.id]) == "Đã khôi phục công dân “Trần Thị Nguyệt”."
    assert desk.store.all(Reach) == []
    bring_back(desk, Kind.SESSION, [held.id])
    assert desk.store.all(Session)


def test_what_belongs_to_a_deleted_record_waits_for_it(desk: Desk) -> None:
    girl = keep(desk, GIRL)
    put(desk, Registration(candidate=girl.id, zone="id.vn", label="nguyet"))
    domain = desk.store.all(Registration)[0]
    remove(desk, Kind.CITIZEN, [girl.id])
    with pytest.raises(UserError, match=r"nguyet\.id.vn thuộc về “Trần Thị Nguyệt” đã bị xóa"):
        bring_back(desk, Kind.REGISTRATION, [domain.id])
    assert desk.store.all(Registration) == []


def test_the_bin_is_searched_and_listed_latest_first(desk: Desk) -> None:
    girls = [keep(desk, dataclasses.replace(GIRL, name=name)) for name in ("Lê Thị Đào", "Lê Thị Mận", "Võ Thị Ổi")]
    for girl in girls:
        remove(desk, Kind.CITIZEN, [girl.id])
    assert deleted(desk, Kind.CITIZEN) == [girl.id for girl in reversed(girls)]
    assert deleted(desk, Kind.CITIZEN, "le dao") == [girls[0].id]
    assert deleted(desk, Kind.CITIZEN, "dao man") == []
    lines = binned(desk, Kind.CITIZEN, [girls[0].id, "lạ"])
    assert lines[1] is None
    assert lines[0]
    assert (lines[0].name, lines[0].when, lines[0].actor, lines[0].reason) == (
        "Lê Thị Đào", "15/12/2025 08:30", "Lan", "Xóa công dân",
    )  # fmt: skip


def test_several_are_deleted_as_one_act(desk: Desk) -> None:
    ids = [keep(desk, dataclasses.replace(GIRL, name=f"Lê {number}")).id for number in range(3)]
    assert removal(desk, Kind.CITIZEN, ids).question == "Xóa 3 công dân?"
    assert removal(desk, Kind.CITIZEN, ids).along == ""
    assert remove(desk, Kind.CITIZEN, ids) == "Đã xóa 3 công dân."
    assert undo(desk).text == "Đã hoàn tác: Xóa công dân."
    assert desk.store.count(Kind.CITIZEN) == 3
    with pytest.raises(UserError, match="không còn trong thùng rác"):
        bring_back(desk, Kind.CITIZEN, ids)


def test_the_office_and_reports_are_never_deleted(desk: Desk) -> None:
    for kind in (Kind.OFFICE, Kind.REPORT):
        with pytest.raises(UserError):
            removal(desk, kind, ["x"])
        with pytest.raises(UserError):
            remove(desk, kind, ["x"])
