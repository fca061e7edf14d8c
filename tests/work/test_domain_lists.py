"""Lists of registered domains: read as they come, matched with the register, taken in one act."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.desks import new_desk, put
from tests.work.test_domains import FIRM, PEOPLE, SHOP, YOUTH
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domain_lists import Match, match_list, take_list
from vnpresence_desktop.work.domain_reading import ListRow, read_domain_list, split_domain

CSV = """DANH SÁCH TÊN MIỀN ĐÃ ĐĂNG KÝ;;;;;;
;;;;;;
STT;Tên miền;Chủ thể;Số CCCD/MST;Nhà đăng ký tên miền;Ngày đăng ký;Ngày hết hạn
1;LUA.biz.vn;CÔNG TY LÚA;1801234567;iNET;01/12/2025;01/12/2027
2;mo.id.vn;Lê Mơ;92302000001;Mắt Bão;2/12/2025;
3;;;;;;
4;la.com.vn;Ai đó;;;;
"""
LUA = ListRow(5, "lua.biz.vn", "Công ty Lúa", "1801234567", "iNET", "2025-12-01", "2027-12-01")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


def one(desk: Desk, row: ListRow) -> Match:
    return match_list(desk, [row])[0]


def told(match: Match) -> list[tuple[str, str, str]]:
    return [(item.field, item.kept, item.found) for item in match.differences]


def test_a_list_is_read_wherever_its_heading_stands(tmp_path: Path) -> None:
    file = tmp_path / "tên miền.csv"
    file.write_text(CSV, encoding="utf-8-sig")
    assert read_domain_list(file) == (
        ListRow(4, "LUA.biz.vn", "CÔNG TY LÚA", "1801234567", "iNET", "2025-12-01", "2027-12-01"),
        ListRow(5, "mo.id.vn", "Lê Mơ", "92302000001", "Mắt Bão", "2025-12-02"),
        ListRow(7, "la.com.vn", "Ai đó"),
    )


def test_a_workbook_is_read_with_its_dates_and_numbers(tmp_path: Path) -> None:
    from datetime import date

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["Domain", "Owner", "MST", "Ngày được cấp"])
    sheet.append(["lua.biz.vn", "Công ty Lúa", 1801234567, date(2025, 12, 1)])
    book.save(tmp_path / "list.xlsx")
    assert read_domain_list(tmp_path / "list.xlsx") == (
        ListRow(2, "lua.biz.vn", "Công ty Lúa", "1801234567", registered_on="2025-12-01"),
    )


def test_a_file_without_domains_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Họ tên;Địa chỉ\nA;B\n", encoding="utf-8")
    with pytest.raises(UserError, match="không có cột tên miền"):
        read_domain_list(file)


@pytest.mark.parametrize(
    ("text", "label", "zone"),
    [
        ("lua.biz.vn", "lua", "biz.vn"),
        (" WWW.Lua.BIZ.VN. ", "lua", "biz.vn"),
        ("https://mo.id.vn/", "mo", "id.vn"),
        ("tạphóa.biz.vn", "tạphóa", "biz.vn"),
        ("a.b.biz.vn", "", ""),
        ("lua.vn", "", ""),
        ("-x.biz.vn", "", ""),
        ("biz.vn", "", ""),
        ("", "", ""),
    ],
)
def test_a_domain_in_its_parts(text: str, label: str, zone: str) -> None:
    assert split_domain(text) == (label, zone)


def test_the_owner_is_found_by_number_then_by_name(desk: Desk) -> None:
    assert one(desk, LUA) == Match(LUA, "new", (FIRM,))
    assert one(desk, replace(LUA, number="")).candidates == (FIRM,)
    assert one(desk, ListRow(1, "hoa.biz.vn", "Khác", "92179000123", registered_on="2025-12-01")).candidates == (SHOP,)
    assert one(desk, ListRow(1, "hoa.biz.vn", "LE THI HOA", registered_on="2025-12-01")).candidates == (SHOP,)
    assert one(desk, ListRow(1, "hoa.biz.vn", "HKD tạp hoá khác", "1")).outcome == "not_found"
    assert one(desk, replace(LUA, domain="lua.id.vn")).outcome == "not_found"
    assert one(desk, replace(LUA, domain="lua.com")).outcome == "unreadable"


def test_namesakes_are_not_guessed_a_number_settles_it(desk: Desk) -> None:
    put(desk, replace(YOUTH, id="other", id_number="092302000002"))
    row = ListRow(1, "mo.id.vn", "Lê Mơ", registered_on="2025-12-01")
    assert one(desk, row).outcome == "unclear"
    assert {item.id for item in one(desk, row).candidates} == {"youth", "other"}
    assert one(desk, replace(row, number="092302000002")).outcome == "new"


def test_a_namesake_with_another_number_is_somebody_else(desk: Desk) -> None:
    row = ListRow(1, "mo.id.vn", "Lê Mơ", "092302999999", registered_on="2025-12-01")
    assert one(desk, row).outcome == "not_found"
    assert one(desk, replace(row, number="1801234599")).candidates == (YOUTH,)  # a number of another sort says nothing
    put(desk, replace(YOUTH, id="other", id_number=""))
    assert [item.id for item in one(desk, row).candidates] == ["other"]


def test_a_domain_that_another_subject_has_by_now_is_shown_and_not_taken(desk: Desk) -> None:
    put(
        desk,
        Registration(id="r", candidate="firm", zone="biz.vn", label="lua", state="expired", registered_on="2023-12-01"),
    )
    another = one(desk, replace(LUA, owner="Công ty Ngô", number="1801234568"))
    assert ("number", "1801234567", "1801234568") in told(another)
    assert ("registered_on", "2023-12-01", "2025-12-01") in told(another)
    assert not another.can_be_taken
    assert take_list(desk, [another], {5}).changed == 0


def test_a_label_that_somebody_else_got_grants_no_proposal(desk: Desk) -> None:
    put(desk, Registration(id="p", candidate="firm", zone="biz.vn", label="lua", proposed_on="2025-11-01"))
    assert one(desk, replace(LUA, owner="Công ty Ngô", number="1801234568")).outcome == "not_found"


def test_a_list_is_compared_field_by_field(desk: Desk) -> None:
    kept = Registration(id="r", candidate="firm", zone="biz.vn", label="lua", state="in_use", registered_on="2025-12-01",
                        registrar="INET", expires_on="2027-11-30")  # fmt: skip
    put(desk, kept)
    assert told(one(desk, LUA)) == [("expires_on", "2027-11-30", "2027-12-01")]
    assert one(desk, LUA).outcome == "differs"
    assert one(desk, replace(LUA, expires_on="")).outcome == "same"
    another = one(desk, replace(LUA, expires_on="", owner="Công ty Ngô", number="092302000001"))
    assert told(another) == [("number", "1801234567", "092302000001"), ("owner", "Công ty Lúa", "Công ty Ngô")]
    assert not another.can_be_taken


def test_an_open_proposal_becomes_the_domain_that_was_granted(desk: Desk) -> None:
    put(desk, Registration(id="p", candidate="firm", zone="biz.vn", label="lua1", proposed_on="2025-11-01"))
    found = one(desk, LUA)
    assert (found.outcome, found.registration and found.registration.id) == ("granted", "p")
    assert ("label", "lua1", "lua") in told(found)
    assert ("state", "proposed", "registered") in told(found)
    by_label = one(desk, ListRow(1, "lua1.biz.vn", "Ai khác", registered_on="2025-12-01"))
    assert (by_label.outcome, by_label.candidates) == ("granted", (FIRM,))
    assert ("owner", "Công ty Lúa", "Ai khác") in told(by_label)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"registered_on": ""}, "missing"),
        ({"registered_on": "2025"}, "date_not_whole"),
        ({"registered_on": "2025-12-16"}, "date_ahead"),
        ({"expires_on": "2025-11-01"}, "expires_before_registered"),
    ],
)
def test_a_row_with_wrong_days_is_told_and_not_taken(desk: Desk, changes: dict[str, str], code: str) -> None:
    found = one(desk, replace(LUA, **changes))
    assert (found.outcome, found.can_be_taken) == ("invalid", False)
    assert code in [item.code for item in found.problems]
    assert take_list(desk, [found], {5}).added == 0


def test_the_chosen_rows_are_written_in_one_act_and_judged(desk: Desk) -> None:
    put(desk, Registration(id="p", candidate="youth", zone="id.vn", label="mo", proposed_on="2025-11-01"))
    mo = ListRow(6, "mo.id.vn", "Lê Mơ", "092302000001", "Mắt Bão", "2025-12-02")
    hoa = ListRow(7, "hoa.biz.vn", "Tạp hóa Hòa", registered_on="2025-12-03")
    matches = match_list(desk, [LUA, mo, hoa, ListRow(8, "x.biz.vn", "Không có")])
    taken = take_list(desk, matches, {5, 6, 8})
    assert (taken.added, taken.changed) == (1, 1)
    (lua,) = desk.store.find(Registration, candidate="firm")
    assert lua == Registration(
        id=lua.id, candidate="firm", zone="biz.vn", label="lua", state="registered", state_on="2025-12-01",
        registered_on="2025-12-01", registrar="iNET", expires_on="2027-12-01", confirmed_by="list", confirmed_on="2025-12-15",
        registration_verdict="eligible", registration_rule="kh103-enterprise-2025", source="list",
    )  # fmt: skip
    granted = desk.store.get(Registration, "p")
    assert granted is not None
    assert (granted.state, granted.proposed_on, granted.registration_verdict) == (
        "registered",
        "2025-11-01",
        "eligible",
    )
    acts = {item.act for record in (lua.id, "p") for item in desk.store.history(record)[-1:]}
    assert len(acts) == 1
    assert desk.store.find(Registration, candidate="shop") == []
    assert [match.outcome for match in match_list(desk, [LUA, mo])] == ["same", "same"]


def test_taking_what_differs_takes_the_list_s_word_and_leaves_the_rest(desk: Desk) -> None:
    kept = Registration(id="r", candidate="firm", zone="biz.vn", label="lua", state="in_use", registered_on="2025-12-01",
                        state_on="2025-12-05", services=("website",), registration_verdict="eligible")  # fmt: skip
    put(desk, kept)
    assert take_list(desk, match_list(desk, [LUA]), {5}).changed == 1
    assert desk.store.get(Registration, "r") == replace(
        kept, registrar="iNET", expires_on="2027-12-01", confirmed_by="list", confirmed_on="2025-12-15"
    )


def test_a_domain_that_stands_twice_is_taken_once(desk: Desk) -> None:
    matches = match_list(desk, [LUA, replace(LUA, row=9, domain="LUA.BIZ.VN")])
    assert [match.outcome for match in matches] == ["new", "repeated"]
    assert take_list(desk, matches, {5, 9}).added == 1


def test_one_proposal_becomes_one_domain_that_of_its_label_first(desk: Desk) -> None:
    put(desk, Registration(id="p", candidate="firm", zone="biz.vn", label="lua", proposed_on="2025-11-01"))
    second = replace(LUA, row=4, domain="lua2.biz.vn")
    assert [match.outcome for match in match_list(desk, [second, LUA])] == ["new", "granted"]
    put(desk, Registration(id="p", candidate="firm", zone="biz.vn", label="", proposed_on="2025-11-01"))
    assert [match.outcome for match in match_list(desk, [second, LUA])] == ["granted", "new"]


def test_a_second_domain_is_told_and_taken_with_its_reason(desk: Desk) -> None:
    put(
        desk,
        Registration(id="r", candidate="firm", zone="biz.vn", label="mot", state="in_use", registered_on="2025-11-01"),
    )
    matches = match_list(desk, [LUA])
    assert [(item.field, item.code) for item in matches[0].problems] == [("candidate", "domain_used")]
    take_list(desk, matches, {5})
    (taken,) = desk.store.find(Registration, label="lua")
    assert taken.accepted == ("candidate:domain_used:danh sách của Sở, VNNIC",)


@given(rows=st.lists(st.builds(ListRow, st.integers(1, 9), *[st.text(max_size=12)] * 6), max_size=4))
def test_rows_of_any_content_are_matched(rows: list[ListRow], tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_desk(tmp_path_factory.mktemp("any"), "2025-12-15") as made:
        put(made, *PEOPLE)
        assert len(match_list(made, rows)) == len(rows)
