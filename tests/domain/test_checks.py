"""What is wrong with a record as typed."""

import ast
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain import checks, numbers
from vnpresence_desktop.domain.checks import check, missing
from vnpresence_desktop.domain.fields import fields, from_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Need
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import TYPES, Citizen, Enterprise, Household, Session

DAY = date(2025, 11, 15)
GOOD = {
    "household": {
        "name": "Tạp hóa Hồng Gấm", "owner": "Nguyễn Thị Gấm", "hamlet": "Ấp Nhơn Lộc 1", "certificate_no": "57A8012345",
        "certificate_date": "2018-04-12", "id_number": "092185001234", "birth_date": "1985", "sex": "female",
        "tax_code": "092185001234", "business_address": "Chợ Phong Điền", "home_address": "Ấp Nhơn Lộc 1",
        "phone": "0912345678", "email": "gam@gmail.com",
    },
    "enterprise": {
        "name": "Công ty TNHH Gạo", "tax_code": "0100109106", "founded": "2025-06-20", "address": "Ấp Nhơn Lộc 1",
        "representative": "Trần Văn Út", "phone": "02923850123", "email": "gao@gmail.com",
    },
    "citizen": {
        "name": "Trần Gia Hân", "birth_date": "2005-06-15", "sex": "female", "nationality": "Việt Nam",
        "id_number": "092305001234", "home_address": "Ấp Nhơn Lộc 1", "hamlet": "Ấp Nhơn Lộc 1", "phone": "0912345678",
        "email": "han@gmail.com",
    },
}  # fmt: skip


def record(kind, **changes):
    return from_values(Kind(kind), GOOD[kind] | changes)


def found(kind, **changes):
    return [(p.field, p.code, p.severity.value) for p in check(record(kind, **changes), DAY, frozenset({"092"}))]


@pytest.mark.parametrize("kind", CANDIDATES)
def test_a_good_record_has_no_problem(kind):
    assert check(record(kind), DAY, frozenset({"092"})) == ()
    assert missing(record(kind), Need.PROPOSE) == []


WRONG = [
    # kind, what is typed wrong, problem
    ("household", {"name": ""}, ("name", "missing", "error")),
    ("household", {"owner": "  "}, ("owner", "missing", "error")),
    ("enterprise", {"address": ""}, ("address", "missing", "error")),
    ("citizen", {"basis": ""}, ("basis", "missing", "error")),
    ("household", {"certificate_date": "31/02/2018"}, ("certificate_date", "date_unclear", "error")),
    ("enterprise", {"founded": "2025-02-30"}, ("founded", "date_unclear", "error")),
    ("citizen", {"state_on": "hôm qua"}, ("state_on", "date_unclear", "error")),
    ("citizen", {"wish_on": "9999"}, ("wish_on", "date_unclear", "error")),
    ("household", {"certificate_date": "2025-11-16"}, ("certificate_date", "date_ahead", "error")),
    ("enterprise", {"founded": "2026"}, ("founded", "date_ahead", "error")),
    ("household", {"phone": "12"}, ("phone", "phone_form", "warning")),
    ("enterprise", {"phone": "01234567890"}, ("phone", "phone_old", "warning")),
    ("citizen", {"email": "han@gmail"}, ("email", "email_form", "warning")),
    ("citizen", {"id_number": "09230500123"}, ("id_number", "id_length", "error")),
    ("citizen", {"id_number": "09230500123x"}, ("id_number", "id_not_digits", "error")),
    ("citizen", {"id_number": "361234567"}, ("id_number", "id_old_card", "warning")),
    ("citizen", {"id_number": "099305001234"}, ("id_number", "id_prefix", "warning")),
    ("citizen", {"birth_date": "2004-06-15"}, ("id_number", "id_birth_year", "warning")),
    ("citizen", {"sex": "male"}, ("id_number", "id_sex", "warning")),
    ("household", {"sex": "male"}, ("id_number", "id_sex", "warning")),
    ("enterprise", {"tax_code": "010010910"}, ("tax_code", "tax_form", "error")),
    ("household", {"tax_code": "010010910"}, ("tax_code", "tax_form", "warning")),
    ("enterprise", {"tax_code": "0100109106-000"}, ("tax_code", "tax_branch", "warning")),
    ("enterprise", {"tax_code": "0100109107"}, ("tax_code", "tax_check_digit", "warning")),
    ("household", {"tax_code": "092185009999"}, ("tax_code", "tax_not_owner", "warning")),
    ("household", {"certificate_no": "GCN 12"}, ("certificate_no", "certificate_form", "warning")),
    ("citizen", {"birth_date": "2005"}, ("birth_date", "birth_date_partial", "warning")),
    ("citizen", {"birth_date": "2005-06"}, ("birth_date", "birth_date_partial", "warning")),
]


@pytest.mark.parametrize(("kind", "changes", "told"), WRONG)
def test_one_thing_wrong_is_one_problem(kind, changes, told):
    assert found(kind, **changes) == [told]


def codes_in_source():
    """Every code that `problem(field, code, …)` is called with in the two modules, and those of helpers that choose one."""
    codes = set()
    for module in (checks, numbers):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                codes.add(node.value)
    prefixes = ("id_", "tax_", "phone_", "email_", "certificate_", "label_", "date_", "birth_date_", "missing")
    fields_of_records = {info.name for kind in CANDIDATES for info in fields(kind)}
    elsewhere = {"id_zero_restored", "id_ambiguous"} | {"date_not_whole"}  # readings of lists; sessions
    return {code for code in codes if code.startswith(prefixes) and " " not in code} - fields_of_records - elsewhere


def test_every_code_of_the_program_has_a_test(cases):
    tested = {told[1] for _, _, told in WRONG} | {"missing_to_propose"}
    tested |= {code for case in cases("numbers.toml") for code in case["problems"]}
    assert codes_in_source() == tested


def test_problems_stand_in_the_order_of_the_form():
    for kind in CANDIDATES:
        order = [info.name for info in fields(kind)]
        blank = check(TYPES[kind](email="x", phone="x", state_on="x"), DAY)
        places = [order.index(p.field) for p in blank]
        assert len(places) >= 5
        assert places == sorted(places)


def test_a_date_of_today_or_partly_ahead_is_not_ahead():
    assert found("enterprise", founded="2025-11-15") == []
    assert found("enterprise", founded="2025-11") == []
    assert found("enterprise", founded="2025") == []


def test_a_change_of_state_may_lie_ahead():
    assert found("household", state="ceased", state_on="2026-01-01") == []


def test_without_known_prefixes_none_is_judged():
    assert check(record("citizen", id_number="099305001234"), DAY) == ()


def test_a_households_ten_digit_tax_code_is_not_its_owners_number():
    assert found("household", tax_code="0100109106") == []
    assert found("household", id_number="", tax_code="092185001234") == []


def test_what_lacks_to_propose_only_hints():
    lacking = missing(Household(name="Tạp hóa"), Need.PROPOSE)
    assert {p.field for p in lacking} == {
        "certificate_no", "certificate_date", "id_number", "business_address", "home_address", "phone", "email",
    }  # fmt: skip
    assert {(p.code, p.severity) for p in lacking} == {("missing_to_propose", Severity.HINT)}


def test_zero_is_a_value_and_nothing_is_not():
    counts = {"officials": 0, "households": 0, "enterprises": 0, "youths": 0, "others": 0}
    lacking = {p.field for p in missing(Session(**counts), Need.SAVE)}
    assert not lacking & set(counts)
    assert {"date", "form", "tasks"} <= lacking
    assert set(counts) <= {p.field for p in missing(Session(), Need.SAVE)}


@given(data=st.data(), day=st.dates())
def test_any_record_is_checked(data, day, any_record):
    candidate = data.draw(any_record(*CANDIDATES))
    names = {info.name for info in fields(candidate.KIND)}
    for item in check(candidate, day, frozenset({"092"})):
        assert item.field in names


@given(data=st.data())
def test_any_record_tells_what_it_lacks(data, any_record):
    candidate = data.draw(any_record())
    for need in Need:
        assert all(p.field in {info.name for info in fields(candidate.KIND)} for p in missing(candidate, need))


def test_a_problem_can_be_told_from_another_and_kept_in_a_set():
    one = problem("id_number", "id_length", count=11)
    assert one == Problem("id_number", "id_length", Severity.ERROR, (("count", "11"),))
    assert len({one, problem("id_number", "id_length", count=11), problem("id_number", "id_length", count=10)}) == 2
    assert problem("x", "y", b=1, a=2).values == (("a", "2"), ("b", "1"))


def test_enterprises_and_citizens_are_not_asked_for_what_they_have_not():
    assert check(Enterprise(**GOOD["enterprise"]), DAY) == ()
    assert check(Citizen(**GOOD["citizen"]), DAY) == ()
