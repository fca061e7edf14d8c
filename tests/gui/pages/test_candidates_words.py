"""What the three groups say: cards, choices, columns, verdicts; nothing of a record forgotten, nothing English."""

import re
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from vnpresence_desktop.domain.checks import check
from vnpresence_desktop.domain.eligibility import Condition, FreePeriod, Reason, Verdict
from vnpresence_desktop.domain.fields import fields, from_values, to_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Need
from vnpresence_desktop.domain.records import TYPES, Citizen, Enterprise, Household
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.pages.candidate_kinds import CONDITION_LEVELS, UNSEEN, choices, columns, groups
from vnpresence_desktop.gui.pages.verdict_panel import VerdictPanel, reason_words, span_words
from vnpresence_desktop.work.list_columns import usual

TODAY = date(2026, 11, 24)
PLAN = "điểm a khoản 1 Mục III Kế hoạch 103/KH-UBND"

WHOLE = (
    Household(
        id="1", source="file:a.xlsx", note="ghé buổi sáng", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp 1",
        certificate_no="57A8000001", certificate_date="2024-05", certificate_issuer="Phòng Kinh tế",
        id_number="092179000001", birth_date="1979", sex="female", tax_code="1801234567", business_address="Số 1",
        home_address="Số 2", trade="Bán lẻ", phone="0909123456", email="a@b.vn", website="hoa.vn", wish="wants",
        wish_on="2026-01-02", state="suspended", state_on="2026-03-04", unconfirmed=("phone",),
    ),
    Enterprise(
        id="2", name="Công ty Lúa", tax_code="1801234567", legal_form="llc", founded="2026-02-03", address="Số 3",
        representative="Lê An", representative_title="Giám đốc", hamlet="Ấp 1", trade="Xay xát", phone="0909123456",
        email="a@b.vn", website="lua.vn", wish="has_site", wish_on="2026", state="moved", state_on="2026-05-06",
    ),
    Citizen(
        id="3", name="Lê An", birth_date="2005-06-07", sex="male", nationality="Việt Nam", id_number="092205000001",
        home_address="Số 4", hamlet="Ấp 2", school="Đại học Cần Thơ", union_member=False, phone="0909123456",
        email="a@b.vn", website="an.vn", wish="declined", wish_on="2026-01-02", state="moved", basis="consent",
    ),
)  # fmt: skip


@pytest.mark.parametrize("kind", CANDIDATES)
def test_every_field_of_a_record_has_its_place(kind: Kind) -> None:
    shown = [field.name for group in groups(kind) for field in group.fields]
    assert sorted([*shown, *UNSEEN]) == sorted(info.name for info in fields(kind))
    required = {field.name for group in groups(kind) for field in group.fields if field.required}
    assert required == {info.name for info in fields(kind) if info.need is Need.SAVE}


@pytest.mark.parametrize("record", WHOLE, ids=lambda record: record.KIND.value)
def test_a_form_changes_nothing_of_a_record(qtbot: QtBot, record: Household | Enterprise | Citizen) -> None:
    assert [problem.code for problem in check(record, TODAY)] in ([], ["tax_check_digit"])
    form = Form(groups(record.KIND), lambda: TODAY)
    qtbot.addWidget(form)
    form.set_values(to_values(record))
    assert from_values(record.KIND, form.values()) == record


@pytest.mark.parametrize("kind", CANDIDATES)
def test_a_new_form_is_a_new_record(qtbot: QtBot, kind: Kind) -> None:
    form = Form(groups(kind), lambda: TODAY)
    qtbot.addWidget(form)
    form.set_values(to_values(TYPES[kind]()))
    assert from_values(kind, form.values()) == TYPES[kind]()


@pytest.mark.parametrize("kind", CANDIDATES)
def test_choices_and_labels_are_vietnamese(kind: Kind) -> None:
    for group in groups(kind):
        for field in group.fields:
            assert field.label[0].isupper()
            assert "_" not in field.label
            for code, text in field.choices:
                assert (not code and not text) or (text != code and text[0].isupper() and "_" not in text)


def test_a_code_of_another_group_is_offered_where_a_record_has_it() -> None:
    assert ("suspended", "Tạm ngừng") in choices(Kind.CITIZEN, "state", "suspended")
    assert ("active", "Đang cư trú") in choices(Kind.CITIZEN, "state")
    assert ("active", "Đang hoạt động") in choices(Kind.HOUSEHOLD, "state")
    assert "Tạm ngừng" not in [text for _, text in choices(Kind.CITIZEN, "state")]


@pytest.mark.parametrize("kind", CANDIDATES)
def test_columns_stand_for_what_is_listed(kind: Kind) -> None:
    shown = dict(zip(usual(kind), columns(kind), strict=True))
    assert shown["condition"].show("eligible") == "Đủ điều kiện"
    assert shown["state"].show("moved") == "Chuyển đi"
    for name in ("birth_date", "founded"):
        if name in shown:
            assert shown[name].show("2003-05-01") == "01/05/2003"
    assert {condition.value for condition in Condition} == set(CONDITION_LEVELS)
    assert not [column.title for column in shown.values() if re.search(r"[a-z]_[a-z]", column.title)]


def verdict(condition: Condition, first: str = "", last: str = "") -> Verdict:
    return Verdict(condition, (Reason("founded_within", PLAN),), FreePeriod.NONE, first, last)


@pytest.mark.parametrize(
    ("condition", "first", "last", "words"),
    [
        (Condition.ELIGIBLE, "2026-01-02", "2027-01-02", "Đủ điều kiện từ 02/01/2026 đến 02/01/2027."),
        (Condition.ELIGIBLE, "2026-01-02", "", "Đủ điều kiện từ 02/01/2026."),
        (Condition.ELIGIBLE, "2025-11-24", "2026-11-24", "Đủ điều kiện từ 24/11/2025 đến 24/11/2026."),
        (Condition.ELIGIBLE, "2026-11-24", "2027-11-24", "Đủ điều kiện từ 24/11/2026 đến 24/11/2027."),
        (Condition.NOT_ELIGIBLE, "2026-11-25", "2031-11-25", "Sẽ đủ điều kiện từ 25/11/2026 đến 25/11/2031."),
        (Condition.NOT_ELIGIBLE, "2025-11-23", "2026-11-23", "Đã từng đủ điều kiện từ 23/11/2025 đến 23/11/2026."),
        (Condition.UNDETERMINED, "2026-11-01", "2026-12-01", "Chắc chắn đủ điều kiện từ 01/11/2026 đến 01/12/2026."),
        (Condition.UNDETERMINED, "2027-12-31", "2027-01-01", ""),
        (Condition.UNDETERMINED, "", "", ""),
    ],
)
def test_from_when_until_when(condition: Condition, first: str, last: str, words: str) -> None:
    assert span_words(verdict(condition, first, last), TODAY) == words


def test_a_reason_speaks_in_the_laws_words() -> None:
    said = reason_words(Reason("household_certificate", PLAN), Condition.ELIGIBLE)
    assert said == f"Hộ kinh doanh có giấy đăng ký kinh doanh.\nThuộc đối tượng theo {PLAN}."
    assert reason_words(Reason("state_ceased"), Condition.NOT_ELIGIBLE) == "Đã chấm dứt hoạt động."
    lacking = reason_words(Reason("birth_date_missing", PLAN), Condition.UNDETERMINED)
    assert lacking == f"Chưa có ngày sinh.\nCăn cứ xét: {PLAN}."


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (FreePeriod.NONE, "Không có thời gian miễn phí nào được biết cho ngày này."),
        (FreePeriod.UNCONFIRMED, "Thời gian miễn phí chưa xác minh."),
        (FreePeriod.IN_FORCE, "Đang trong thời gian miễn phí."),
    ],
)
def test_being_entitled_and_being_free_are_said_apart(qtbot: QtBot, period: FreePeriod, words: str) -> None:
    panel = VerdictPanel("biz.vn")
    qtbot.addWidget(panel)
    panel.show_verdict(Verdict(Condition.ELIGIBLE, (Reason("age_certain"),), period), TODAY)
    assert panel.words == f"Đủ điều kiện\nCông dân từ đủ 18 đến 23 tuổi.\n24/11/2026\n{words}"
    panel.show_verdict(Verdict(Condition.ELIGIBLE, (Reason("age_certain"),), period, used=True), TODAY)
    assert "Đã có tên miền miễn phí" in panel.words
