"""Numbers that officers type: the readable cases, and what must hold for any text."""

import re

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.vn import mst

from vnpresence_desktop.domain import numbers
from vnpresence_desktop.domain.problems import Severity

READ = {
    "id_number": numbers.read_id_number,
    "tax_code": numbers.read_tax_code,
    "household_tax_code": numbers.read_tax_code,
    "phone": numbers.read_phone,
    "certificate_no": numbers.read_certificate,
    "label": numbers.read_label,
}
CHECK = {
    "id_number": numbers.check_id_number,
    "tax_code": numbers.check_tax_code,
    "household_tax_code": lambda value: numbers.check_tax_code(value, household=True),
    "phone": numbers.check_phone,
    "email": numbers.check_email,
    "certificate_no": numbers.check_certificate,
    "label": numbers.check_label,
}
NUMERIC = st.text("0123456789 .-+()/٣²Ađ", max_size=20)
ANY = st.text() | NUMERIC
ID_NUMBER = st.from_regex(r"\A0[0-9]{11}\Z")


def problems_of(case, value):
    if case["what"] == "id_number":
        known = frozenset(case.get("prefixes", ()))
        return numbers.check_id_number(value, case.get("born", ""), case.get("sex", ""), known)
    return CHECK[case["what"]](value)


def test_every_case_is_read_and_judged(cases):
    wrong = []
    for case in cases("numbers.toml"):
        read = READ[case["what"]](case["typed"]) if case["what"] in READ else numbers.Read(case["typed"])
        said = (read.value, read.code, [problem.code for problem in problems_of(case, read.value)])
        wanted = (case.get("value", case["typed"]), case.get("read", ""), case["problems"])
        wrong += [(case["title"], said, wanted)] if said != wanted else []
    assert wrong == []


def test_a_problem_names_the_field_it_is_about(cases):
    for case in cases("numbers.toml"):
        for problem in problems_of(case, case.get("value", case["typed"])):
            assert problem.field == case["what"].removeprefix("household_"), case["title"]


@pytest.mark.parametrize("what", CHECK)
@given(text=ANY)
def test_any_text_is_read_and_judged(what, text):
    value = READ[what](text).value if what in READ else text
    assert all(problem.code for problem in CHECK[what](value))
    assert CHECK[what](text) is not None
    assert CHECK[what]("") == []


@pytest.mark.parametrize("what", [what for what in READ if what != "label"])
@given(text=ANY)
def test_what_was_read_reads_the_same(what, text):
    value = READ[what](text).value
    assert READ[what](value) == numbers.Read(value, "id_ambiguous" if READ[what](value).code == "id_ambiguous" else "")


@given(NUMERIC)
def test_no_digit_typed_is_lost(text):
    """An office's number may be wrong, but its digits stay; only zeros come in front."""
    for read in (numbers.read_id_number, numbers.read_tax_code, numbers.read_certificate):
        digits = re.sub("[^0-9]", "", text)
        assert re.sub("[^0-9]", "", read(text).value) in (digits, "0" + digits)


# ── Số định danh ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(ID_NUMBER.filter(lambda number: number[1] != "0"))
def test_a_lost_zero_is_restored(number):
    assert numbers.read_id_number(number[1:]) == numbers.Read(number, "id_zero_restored")
    assert numbers.read_id_number(number) == numbers.Read(number)


@given(st.integers(1, 8), st.from_regex(r"\A[0-9]{9}\Z"))
def test_two_lost_zeros_are_left_to_the_officer(province, rest):
    assert numbers.read_id_number(f"{province}{rest}") == numbers.Read(f"{province}{rest}", "id_ambiguous")


@given(
    number=ID_NUMBER,
    year=st.integers(1901, 2099),
    male=st.booleans(),
    form=st.sampled_from(["{}", "{}-07", "{}-07-19"]),
)
def test_a_number_made_for_a_person_fits_that_person_only(number, year, male, form):
    century = 2 * ((year - 1900) // 100) + (0 if male else 1)
    own = f"{number[:3]}{century}{year % 100:02d}{number[6:]}"
    sex, other = ("male", "female") if male else ("female", "male")
    assert numbers.check_id_number(own, form.format(year), sex) == []
    assert [p.code for p in numbers.check_id_number(own, form.format(year), other)] == ["id_sex"]
    assert [p.code for p in numbers.check_id_number(own, form.format(year - 1), sex)] == ["id_birth_year"]
    assert all(p.severity is Severity.WARNING for p in numbers.check_id_number(own, form.format(year - 1), other))


def test_what_blocks_and_what_only_warns():
    severities = {
        "12345": Severity.ERROR,
        "09220400123O": Severity.ERROR,
        "361234567": Severity.WARNING,
    }
    assert {value: numbers.check_id_number(value)[0].severity for value in severities} == severities
    assert numbers.check_tax_code("123")[0].severity is Severity.ERROR
    assert numbers.check_tax_code("123", household=True)[0].severity is Severity.WARNING


def test_the_message_says_which_year_stands_on_the_card():
    (problem,) = numbers.check_id_number("092204001234", "2003-01-01")
    assert dict(problem.values) == {"on_card": "2004", "typed": "2003"}


# ── Mã số thuế ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.from_regex(r"\A[0-9]{9}\Z"), st.integers(0, 9))
def test_the_check_digit_is_the_tax_offices(base, digit):
    code = f"{base}{digit}"
    assert (numbers.check_tax_code(code) == []) == bool(mst.is_valid(code))


@given(st.from_regex(r"\A0[1-9][0-9]{7}\Z").filter(lambda base: base[2:] != "0000000"), st.integers(1, 999))
def test_a_true_code_is_read_in_every_spelling(base, branch):
    found = [f"{base}{digit}" for digit in range(10) if mst.is_valid(f"{base}{digit}")]
    for code in found:
        assert numbers.read_tax_code(code[1:]) == numbers.Read(code, "zero_restored")
        assert numbers.read_tax_code(f"{code}{branch:03d}").value == f"{code}-{branch:03d}"
        assert numbers.check_tax_code(f"{code}-{branch:03d}") == []
        assert [p.code for p in numbers.check_tax_code(f"{code}-000")] == ["tax_branch"]


# ── Điện thoại ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.from_regex(r"\A(0[35789][0-9]{8}|02[0-9]{9})\Z"), st.sampled_from(["", " ", ".", "-"]))
def test_one_number_in_every_spelling(number, gap):
    spaced = gap.join([number[:4], number[4:7], number[7:]])
    for typed in (
        spaced,
        number[1:],
        "+84" + number[1:],
        "84" + number[1:],
        "0084" + number[1:],
        "+84(0)" + number[1:],
    ):
        assert numbers.read_phone(typed).value == number
    assert numbers.check_phone(number) == []


@given(st.from_regex(r"\A01(6[2-9]|2[0-9])[0-9]{7}\Z"))
def test_an_old_mobile_number_has_a_new_one(number):
    """2018: Viettel, MobiFone, VinaPhone; the last seven digits stay."""
    new = numbers.renewed_phone(number)
    assert (len(new), new[-7:]) == (10, number[-7:])
    assert numbers.check_phone(new) == []
    assert numbers.read_phone(number[1:]) == numbers.Read(number, "zero_restored")
    assert numbers.renewed_phone(new) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01681234567", "0381234567"), ("01201234567", "0701234567"), ("01231234567", "0831234567"),
        ("01861234567", "0561234567"), ("01991234567", "0591234567"), ("07103812345", "02923812345"),
        ("01101234567", "01101234567"), ("0168123456", "0168123456"), ("0912345678", "0912345678"), ("", ""),
        ("01201٢34567", "01201٢34567"),
    ],
)  # fmt: skip
def test_beginnings_of_old_numbers(old, new):
    assert numbers.renewed_phone(old) == new


# ── Tên miền ───────────────────────────────────────────────────────────────────────────────────────────────────────────

LABEL = st.from_regex(r"\A[a-z0-9]([a-z0-9]|-(?=[a-z0-9])){0,40}[a-z0-9]\Z").filter(lambda label: "--" not in label)
SYLLABLES = st.lists(
    st.sampled_from(["nguyễn", "văn", "ân", "ở", "ấp", "phú", "lộc", "xã", "phong", "điền", "cần", "thơ", "gạo"]),
    min_size=1,
    max_size=14,
)


@given(LABEL, st.sampled_from(["biz.vn", "id.vn"]))
def test_a_label_is_read_out_of_an_address(label, zone):
    for address in (label, label.upper(), f"{label}.{zone}", f"www.{label}.{zone}", f" https://www.{label}.{zone}/ "):
        assert numbers.read_label(address).value == label
    assert numbers.check_label(label) == []


@given(SYLLABLES)
def test_vietnamese_labels_are_judged_as_the_registry_counts_them(syllables):
    """The judge is the idna library's own encoder, which knows the limit of 63."""
    label = "-".join(syllables)
    try:
        encoded, told = idna.alabel(label).decode(), []
    except idna.IDNAError:
        encoded, told = "", ["label_length"]
    assert [problem.code for problem in numbers.check_label(label)] == told
    assert not encoded or numbers.check_label(encoded) == []


@given(st.text(min_size=1, max_size=70))
def test_an_accepted_label_can_be_registered(label):
    if not numbers.check_label(label):
        encoded = idna.alabel(label).decode()
        assert len(encoded) <= 63
        assert "." not in encoded


def test_a_label_pasted_from_a_whole_text_is_answered_at_once():
    assert [problem.code for problem in numbers.check_label("ấp" * 500_000)] == ["label_length"]


# ── Che số ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.text(max_size=30))
def test_a_masked_number_shows_three_signs_at_most(value):
    masked = numbers.mask(value)
    assert len(masked) == len(value)
    assert masked.replace("•", "") in ("", value[-3:].replace("•", ""))
    assert len(value) > 3 or set(masked) <= {"•"}


def test_masks():
    assert numbers.mask("092204001234") == "•••••••••234"
    assert numbers.mask("123") == "•••"
    assert numbers.mask("") == ""
