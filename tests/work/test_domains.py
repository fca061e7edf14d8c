"""A candidate's domain from proposal to use: judged on its days, one each, watched until it ends."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Registration
from vnpresence_desktop.work import domains as work
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.desk import Desk

SHOP = Household(id="shop", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001",
                 certificate_date="2024-01-02", id_number="092179000123", business_address="Ấp Một", home_address="Ấp Một",
                 phone="0909123456", email="hoa@example.vn")  # fmt: skip
FIRM = Enterprise(id="firm", name="Công ty Lúa", tax_code="1801234567", address="Số 1", founded="2024-12-20",
                  representative="Võ An", phone="0909123457", email="lua@example.vn")  # fmt: skip
YOUTH = Citizen(id="youth", name="Lê Mơ", birth_date="2002-12-30", hamlet="Ấp Một", id_number="092302000001",
                home_address="Ấp Một", phone="0909123458", email="mo@example.vn")  # fmt: skip
PEOPLE = (SHOP, FIRM, YOUTH)
GRANTED = {"label": "lua", "registrar": "iNET", "confirmed_by": "candidate", "confirmed_on": "2025-12-15"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


def test_a_proposal_is_judged_for_its_day_and_kept(desk: Desk) -> None:
    kept = work.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    assert kept == desk.store.get(Registration, kept.id)
    assert (kept.zone, kept.state, kept.proposed_on, kept.state_on) == (
        "biz.vn",
        "proposed",
        "2025-12-01",
        "2025-12-01",
    )
    assert (kept.proposal_verdict, kept.proposal_rule) == ("eligible", "kh103-enterprise-2025")
    assert (kept.registration_verdict, kept.registration_rule) == ("", "")
    assert work.propose(desk, "youth").zone == "id.vn"
    assert work.registrations(desk, "firm") == (kept,)


def test_it_is_judged_again_on_the_day_of_registering(desk: Desk) -> None:
    put(desk, replace(FIRM, founded="2024-12-05"))
    kept = work.propose(desk, "firm", proposed_on="2025-12-01")
    guided = work.advance(desk, kept.id, "guided", "2025-12-02")
    assert (guided.state, guided.state_on, guided.proposed_on) == ("guided", "2025-12-02", "2025-12-01")
    late = work.advance(desk, kept.id, "registered", "2025-12-06", **GRANTED)
    assert (late.registered_on, late.proposal_verdict, late.registration_verdict) == (
        "2025-12-06",
        "eligible",
        "not_eligible",
    )
    assert late.registration_rule == "kh103-enterprise-2025"
    used = work.advance(desk, kept.id, "in_use", "2025-12-07", services=("website",))
    assert (used.registered_on, used.state_on, used.services) == ("2025-12-06", "2025-12-07", ("website",))


def test_a_day_judged_once_keeps_its_verdict_and_a_new_day_is_judged(desk: Desk) -> None:
    kept = work.propose(desk, "firm", proposed_on="2025-12-01")
    put(desk, replace(FIRM, founded="2020-01-01"))
    noted = work.keep(desk, replace(kept, note="x", accepted=("candidate:not_entitled:đã đề xuất",)))
    assert noted.proposal_verdict == "eligible"
    moved = work.keep(desk, replace(noted, proposed_on="2025-12-02"))
    assert moved.proposal_verdict == "not_eligible"


def test_what_blocks_a_proposal_is_said(desk: Desk) -> None:
    put(desk, replace(SHOP, phone="", email=""), replace(FIRM, founded="2020-01-01"))
    with pytest.raises(UserError, match="còn thiếu: số điện thoại, email"):
        work.propose(desk, "shop")
    with pytest.raises(UserError, match="không đủ điều kiện vào ngày này: Doanh nghiệp đã thành lập quá 01 năm"):
        work.propose(desk, "firm")
    with pytest.raises(UserError, match="gạch nối"):
        work.propose(desk, "youth", label="-mo")
    with pytest.raises(UserError, match="không còn trong sổ"):
        work.propose(desk, "nobody")
    assert desk.store.all(Registration) == []


def test_a_warning_is_let_stand_with_its_reason(desk: Desk) -> None:
    put(desk, replace(FIRM, founded="2020-01-01"))
    reason = "candidate:not_entitled:Sở yêu cầu"
    kept = work.propose(desk, "firm", accepted=(reason, "label:label_taken:cũ"))
    assert kept.accepted == (reason,)
    assert kept.proposal_verdict == "not_eligible"


def test_only_allowed_steps_with_what_they_need(desk: Desk) -> None:
    kept = work.propose(desk, "firm")
    with pytest.raises(UserError, match=r"Chưa có tên miền.*Chưa có nguồn xác nhận"):
        work.advance(desk, kept.id, "registered", "2025-12-15")
    with pytest.raises(UserError, match="đã đề xuất không chuyển thẳng sang hết hạn"):
        work.advance(desk, kept.id, "expired", "2025-12-15")
    with pytest.raises(UserError, match="chưa tới"):
        work.advance(desk, kept.id, "guided", "2025-12-16")
    with pytest.raises(UserError, match="không còn trong sổ"):
        work.advance(desk, "nothing", "guided", "2025-12-15")
    assert work.registrations(desk, "firm") == (kept,)


def test_one_domain_each(desk: Desk) -> None:
    kept = work.propose(desk, "firm")
    work.advance(desk, kept.id, "registered", "2025-12-15", **GRANTED)
    with pytest.raises(UserError, match=r"đã có lua\.biz\.vn"):
        work.propose(desk, "firm", label="lua2")
    with pytest.raises(UserError, match=r"đã có lua\.biz\.vn của hồ sơ khác"):
        work.propose(desk, "shop", label="lua")
    remove(desk, Kind.REGISTRATION, [kept.id])
    assert work.propose(desk, "firm", label="lua2").label == "lua2"


def test_protected_names_are_only_advice(desk: Desk) -> None:
    kept = work.propose(desk, "shop", label="truong-sa")
    assert [item.code for item in work.judge(desk, kept).problems] == ["label_protected"]


def test_suggestions_avoid_what_the_register_knows(desk: Desk) -> None:
    assert work.suggestions(desk, SHOP)[:2] == ("tap-hoa-hoa", "taphoahoa")
    put(desk, Registration(candidate="firm", zone="biz.vn", label="tap-hoa-hoa", state="proposed"))
    put(desk, Registration(candidate="youth", zone="id.vn", label="taphoahoa", state="proposed"))
    assert work.suggestions(desk, SHOP)[:1] == ("taphoahoa",)
    put(desk, Registration(candidate="shop", zone="biz.vn", label="taphoahoa", state="proposed"))
    assert "taphoahoa" in work.suggestions(desk, SHOP)


def endings(desk: Desk, days: int) -> list[tuple[str, str, int]]:
    return [(item.what, item.candidate.id, item.days) for item in work.about_to_lose(desk, days)]


def test_who_is_about_to_lose_what_the_soonest_first(desk: Desk) -> None:
    # today 15/12: the firm's year ends on 20/12, the youth turns 23 on 30/12/2025, the household has no end
    assert endings(desk, 4) == []
    assert endings(desk, 5) == [("condition", "firm", 5)]
    assert endings(desk, 30) == [("condition", "firm", 5), ("condition", "youth", 15)]
    held = Registration(id="r", candidate="shop", zone="biz.vn", label="hoa", state="in_use", registered_on="2023-12-25",
                        expires_on="2025-12-25")  # fmt: skip
    put(desk, held)
    assert endings(desk, 30) == [("condition", "firm", 5), ("expiry", "shop", 10), ("condition", "youth", 15)]
    put(desk, replace(held, expires_on="2025-01-01"))
    assert endings(desk, 5)[0] == ("expiry", "shop", -348)
    put(desk, replace(held, state="expired"), replace(YOUTH, state="moved", state_on="2025-11-11"))
    assert endings(desk, 30) == [("condition", "firm", 5)]
    put(desk, Registration(id="g", candidate="firm", zone="biz.vn", state="registered", registered_on="2025-12-01"))
    assert endings(desk, 30) == []


def test_what_is_past_stays_a_while_and_with_an_open_proposal_for_good(desk: Desk) -> None:
    put(desk, replace(FIRM, founded="2024-12-10"))
    assert endings(desk, 4) == []
    assert endings(desk, 5) == [("condition", "firm", -5)]
    put(desk, replace(FIRM, founded="2024-11-10"))
    assert endings(desk, 5) == []
    put(desk, Registration(id="o", candidate="firm", zone="biz.vn", state="guided", proposed_on="2025-11-01"))
    assert endings(desk, 5) == [("condition", "firm", -35)]


def test_an_ending_says_itself(desk: Desk) -> None:
    put(desk, Registration(candidate="shop", zone="biz.vn", label="hoa", state="in_use", expires_on="2025-12-15"))
    said = [item.sentence for item in work.about_to_lose(desk, 10)]
    assert said == [
        "hoa.biz.vn của Tạp hóa Hòa hết hạn hôm nay (15/12/2025).",
        "Công ty Lúa sẽ hết điều kiện sau ngày 20/12/2025 (còn 5 ngày).",
    ]
    assert all(full(item.on) for item in work.about_to_lose(desk, 10))


@pytest.mark.parametrize(
    ("born", "code", "said"),
    [
        ("2002-12-30", "confirm", "Sau ngày 30/12/2025 (còn 15 ngày), Lê Mơ cần xác nhận với nhà đăng ký"),
        (
            "2002-12-15",
            "confirm",
            "Hôm nay (15/12/2025) là ngày cuối Lê Mơ chắc chắn đủ điều kiện; từ mai cần xác nhận",
        ),
        ("2002-12-14", "confirm", "Lê Mơ không còn chắc chắn đủ điều kiện từ sau ngày 14/12/2025 (1 ngày trước)"),
        ("2001-12-16", "confirm", "không còn chắc chắn đủ điều kiện từ sau ngày 16/12/2024"),
        ("2001-12-15", "annex_only", "Lê Mơ chỉ còn thuộc đối tượng theo Phụ lục; ngày cuối chắc chắn"),
        ("1999-12-15", "condition", "Lê Mơ đã hết điều kiện từ sau ngày 15/12/2022 (1.096 ngày trước)"),
        ("2003", "undetermined", "Sau ngày 01/01/2026 (còn 17 ngày), chưa đủ căn cứ để biết Lê Mơ còn"),
    ],
)
def test_a_citizen_past_the_certain_age_is_not_said_to_be_out(desk: Desk, born: str, code: str, said: str) -> None:
    put(desk, replace(YOUTH, birth_date=born), Registration(candidate="youth", zone="id.vn", state="proposed"))
    [ending] = [item for item in work.about_to_lose(desk, 30) if item.candidate.id == "youth"]
    assert (ending.what, ending.code) == ("condition", code)
    assert said in ending.sentence
