"""Rules as data: a broken file is refused in Vietnamese, an entry is never edited, the day picks."""

import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.domain.eligibility import assess
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household
from vnpresence_desktop.domain.rules import merge, parse, pick

ENTRY = {
    "id": '"gia-han-2027"',
    "group": '"citizen"',
    "domain": '"id.vn"',
    "valid_from": "2027-01-01",
    "valid_until": "2027-12-31",
    "basis": '"Điều 1"',
    "free_basis": '"Điều 2"',
    "needs": '["birth_date"]',
    "age": '{ start = 18, certain = 23, confirm_before = 24, annex_before = 26, annex_basis = "Phụ lục" }',
}
ENGLISH = re.compile(
    r"\b(error|invalid|expected|unexpected|must|not|str|int|type|object|found|key|value|table|array|unclosed|statement|line)\b",
    re.IGNORECASE,
)


def toml(**changes):
    """A file of one entry; None leaves a key out."""
    entry = {name: text for name, text in (ENTRY | changes).items() if text is not None}
    return "[[rule]]\n" + "\n".join(f"{name} = {text}" for name, text in entry.items())


def refused(text):
    """The advice given for a file that must be refused: Vietnamese, no exception's English."""
    with pytest.raises(UserError) as told:
        parse(text)
    assert told.value.title == "Không đọc được tệp quy định."
    assert told.value.advice.startswith("Chỗ sai: ")
    assert not ENGLISH.search(re.sub("“.*?”", "", told.value.advice)), told.value.advice
    return told.value.advice


def test_the_file_that_ships_says_who_and_until_when(rules):
    assert [(rule.id, rule.group, rule.domain, rule.confirmed) for rule in rules] == [
        ("kh103-household-2025", Kind.HOUSEHOLD, "biz.vn", True),
        ("kh103-enterprise-2025", Kind.ENTERPRISE, "biz.vn", True),
        ("kh103-citizen-2025", Kind.CITIZEN, "id.vn", True),
        ("id-vn-2026-unconfirmed", Kind.CITIZEN, "id.vn", False),
    ]
    assert {rule.valid_until for rule in rules if rule.confirmed} == {date(2025, 12, 31)}
    assert all(rule.basis and rule.free_basis for rule in rules)
    assert merge(rules) == rules


def test_an_entry_is_read_whole():
    (rule,) = parse(toml(confirmed="false"))
    assert (rule.id, rule.group, rule.domain, rule.confirmed) == ("gia-han-2027", Kind.CITIZEN, "id.vn", False)
    assert (rule.valid_from, rule.valid_until) == (date(2027, 1, 1), date(2027, 12, 31))
    assert (rule.basis, rule.free_basis, rule.needs, rule.within_years) == ("Điều 1", "Điều 2", ("birth_date",), None)
    assert (rule.age.start, rule.age.certain, rule.age.confirm_before, rule.age.annex_before) == (18, 23, 24, 26)
    assert parse(toml())[0].confirmed is True


def test_notepads_byte_order_mark_is_no_fault():
    assert parse("\ufeff" + toml()) == parse(toml())


def test_one_day_may_be_a_whole_period():
    assert parse(toml(valid_until="2027-01-01"))[0].valid_until == date(2027, 1, 1)


# ── Broken files ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", ["", "rule = []", "rule = 3", "[rule]\nid = 'x'", "rules = [1]", "rule = [1]", "rule = ['x']"]
)
def test_a_file_without_entries_is_refused(text):
    refused(text)


@pytest.mark.parametrize(
    "text", ["[[rule", "x = ", "x = 2025-02-31", "x = 1\nx = 2", "[" * 5000, "x = " + "[" * 5000, "x = " + "9" * 5000]
)
def test_what_is_no_toml_is_refused(text):
    refused(text)


def test_the_line_of_a_slip_is_named():
    assert "dòng 3," in refused('[[rule]]\nid = "x"\ngroup "citizen"\n')


@pytest.mark.parametrize("name", ENTRY)
def test_every_key_is_needed(name):
    assert f"“{name}”" in refused(toml(**{name: None}))


@pytest.mark.parametrize("name", ["start", "certain", "confirm_before", "annex_before", "annex_basis"])
def test_every_band_of_age_is_needed(name):
    assert f"“{name}”" in refused(toml(age=re.sub(rf"{name} = [^,}}]+,? ?", "", ENTRY["age"]).replace(", }", " }")))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((name, wrong) for name in ENTRY for wrong in ("1", "1.5", "true", '""', "[1]", "{ a = 1 }")),
        *(
            (name, wrong)
            for name in ("valid_from", "valid_until")
            for wrong in ("2027-01-01T00:00:00", "08:30:00", '"2027-01-01"')
        ),
        ("confirmed", '"false"'),
        ("confirmed", "0"),
        ("group", '"session"'),
        ("group", '"thanh niên"'),
        ("needs", '"birth_date"'),
        ("needs", '["ngày sinh"]'),
        ("needs", '["founded"]'),
        ("valid_until", "2026-12-31"),
        ("age", ENTRY["age"].replace("18", "24")),
        ("age", ENTRY["age"].replace("24", "23")),
        ("age", ENTRY["age"].replace("26", "23")),
        ("age", ENTRY["age"].replace("26", "2600")),
        ("age", ENTRY["age"].replace("18", '"18"')),
        ("age", ENTRY["age"].replace("18", "true")),
        ("age", ENTRY["age"].replace("18", "0")),
        ("within_years", "1"),
        ("within_year", "1"),
        ("nhom", '"citizen"'),
    ],
)
def test_wrong_kinds_reversed_dates_and_strange_keys_are_refused(name, text):
    assert f"{name}”" in refused(toml(**{name: text}))


@pytest.mark.parametrize("text", [None, "0", "-1", "151", "1.0", "true", '"1"'])
def test_an_enterprises_bound_must_be_there_and_sound(text):
    own = {"group": '"enterprise"', "needs": '["founded"]', "age": None}
    assert parse(toml(**own, within_years="1"))[0].within_years == 1
    assert "“within_years”" in refused(toml(**own, within_years=text))


def test_the_faulty_entry_is_told_by_its_place():
    assert "quy định thứ 2" in refused(toml() + "\n" + toml(basis="1"))


def assert_read_or_refused(text):
    """Either `refused`, or entries that can judge: none that passed makes `assess` raise."""
    try:
        rules = parse(text)
    except UserError:
        refused(text)
        return
    for record in (
        Household(certificate_no="57A8012345"),
        Enterprise(founded="2025"),
        Citizen(birth_date="2004-02-29"),
    ):
        for day in (date.min, date(2025, 11, 1), date(2100, 12, 31), date.max):
            assert assess(record, rules, day)


@settings(max_examples=150)
@given(data=st.data())
def test_a_file_damaged_anywhere_is_read_or_refused_plainly(data, rules_text):
    start = data.draw(st.integers(0, len(rules_text)))
    length = data.draw(st.integers(0, 30))
    put = data.draw(
        st.text(max_size=6) | st.sampled_from(["=", '"', "]", "{", "\n", "[[rule]]", "1", "2025-13-01", "0x", "inf"])
    )
    assert_read_or_refused(rules_text[:start] + put + rules_text[start + length :])


@given(data=st.data())
def test_a_value_replaced_by_any_other_is_read_or_refused_plainly(data):
    scalars = st.sampled_from(
        ["0", "1", "-1", "99", "9999999999", "1.5", "nan", "true", '"x"', "[]", "{}", "0001-01-01"]
    )
    assert_read_or_refused(
        toml(**data.draw(st.dictionaries(st.sampled_from([*ENTRY, "confirmed"]), scalars, max_size=2)))
    )


@given(st.text())
def test_any_text_is_refused_plainly(text):
    refused(text)


# ── Merge ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_by_usb_adds_entries(rules):
    more = parse(toml())
    assert merge(rules, more) == rules + more
    assert merge(rules, more, more, rules) == rules + more


@pytest.mark.parametrize(
    "change",
    [
        {"valid_until": date(2026, 6, 30)},
        {"basis": "khác"},
        {"confirmed": False},
        {"needs": ()},
        {"within_years": 2},
        {"age": None},
    ],
)
def test_an_edited_entry_is_refused(rules, change):
    edited = replace(rules[2], **change)
    with pytest.raises(UserError, match="kh103-citizen-2025") as told:
        merge(rules, (edited,))
    assert "không được sửa" in told.value.advice


def test_one_file_cannot_say_two_things_under_one_id():
    with pytest.raises(UserError, match="gia-han-2027"):
        merge(parse(toml() + "\n" + toml(basis='"Điều 9"')))


# ── Which entry judges ─────────────────────────────────────────────────────────────────────────────────────────────────


def entry(rules, name, first, last, *, confirmed=True):
    return replace(rules[2], id=name, valid_from=first, valid_until=last, confirmed=confirmed)


def test_a_confirmed_entry_goes_before_a_heard_of_one(rules):
    heard = entry(rules, "nghe-nói", date(2026, 3, 1), date(2026, 12, 31), confirmed=False)
    sure = entry(rules, "ban-hành", date(2026, 1, 1), date(2026, 6, 30))
    for order in ((heard, sure), (sure, heard)):
        assert pick(order, Kind.CITIZEN, date(2026, 6, 30)) == sure
        assert pick(order, Kind.CITIZEN, date(2026, 7, 1)) == heard


def test_a_later_entry_goes_before_an_earlier_one(rules):
    old = entry(rules, "cũ", date(2026, 1, 1), date(2026, 12, 31))
    new = entry(rules, "mới", date(2026, 6, 1), date(2026, 12, 31))
    for order in ((old, new), (new, old)):
        assert pick(order, Kind.CITIZEN, date(2026, 5, 31)) == old
        assert pick(order, Kind.CITIZEN, date(2026, 6, 1)) == new


def test_outside_every_period_the_last_begun_judges_and_before_all_the_first(rules):
    old = entry(rules, "cũ", date(2026, 1, 1), date(2026, 3, 31))
    new = entry(rules, "mới", date(2026, 6, 1), date(2026, 9, 30))
    for order in ((old, new), (new, old)):
        assert pick(order, Kind.CITIZEN, date(2025, 12, 31)) == old
        assert pick(order, Kind.CITIZEN, date(2026, 5, 31)) == old
        assert pick(order, Kind.CITIZEN, date(2026, 10, 1)) == new


@given(day=st.dates(), order=st.permutations(range(4)))
def test_the_order_of_the_file_never_matters(day, order, rules):
    for group in CANDIDATES:
        picked = pick(rules, group, day)
        assert picked == pick([rules[n] for n in order], group, day)
        assert picked.group == group


def test_no_entry_for_the_group_is_no_entry(rules):
    assert pick(rules[:1], Kind.CITIZEN, date(2025, 11, 1)) is None
    assert pick((), Kind.CITIZEN, date(2025, 11, 1)) is None


def test_nobody_is_left_without_a_rule_on_any_day_of_the_programme(rules):
    day = date(2025, 10, 3)
    while day < date(2028, 1, 1):
        assert all(pick(rules, group, day) for group in CANDIDATES)
        day += timedelta(days=7)


def test_the_shipped_file_has_no_key_that_is_not_read(rules_text):
    """Guards the test above it: the file is what a person reads, the entries are what judges."""
    raw = tomllib.loads(rules_text)["rule"]
    for table, rule in zip(raw, parse(rules_text), strict=True):
        for name, value in table.items():
            read = getattr(rule, name)
            told = {n: getattr(read, n) for n in value} if name == "age" else list(read) if name == "needs" else read
            assert told == value
