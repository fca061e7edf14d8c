"""Each kind of damage is made, found and explained."""

import dataclasses
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Reach, Registration, Session, Support
from vnpresence_desktop.store.check import Finding, check, mend_search
from vnpresence_desktop.store.operations import SELECT, Operation

if TYPE_CHECKING:
    from tests.store.conftest import Place

NO_GUARD = ("DROP TRIGGER ops_stay", "DROP TRIGGER ops_remain")


@pytest.fixture
def full(place: "Place", household: Callable[..., Household], session: Session) -> "Place":
    """A closed register with a little of everything."""
    with place.open() as store:
        with store.unit() as unit:
            someone, gone, meeting = unit.put(household(1)), unit.put(household(2)), unit.put(session)
            unit.put(Reach(session=meeting.id, candidate=someone.id))
            unit.put(Registration(candidate=someone.id, zone="biz.vn", label="bay-dong", services=("website",)))
            unit.put(Support(date="2025-12-01", person="Bà Sáu", channel="phone", matter="hỏi", helper="officer"))
        with store.unit() as unit:
            unit.put(dataclasses.replace(someone, phone="0913999999"))
            unit.delete(Kind.HOUSEHOLD, gone.id)
            unit.note("export", "gửi Sở")
    return place


def found(place: "Place") -> list[Finding]:
    with place.open() as store:
        findings = check(store)
    for finding in findings:
        assert finding.title.endswith(".")
        assert finding.advice.endswith(".")
        assert not {"household", "ops", "sqlite"} & set(finding.title.lower().split()), "English for a clerk"
    return findings


def codes(place: "Place") -> list[str]:
    return sorted({finding.code for finding in found(place)})


def test_a_sound_register_has_nothing_to_say(full: "Place") -> None:
    assert found(full) == []


def test_a_changed_operation_is_found(full: "Place") -> None:
    full.hurt(*NO_GUARD, "UPDATE ops SET patch = replace(patch, '0913999999', '0913999998') WHERE seq = 7")
    chain = [finding for finding in found(full) if finding.code == "chain"]
    assert [finding.kind for finding in chain] == ["household"]
    assert "thao tác số 7" in chain[0].title
    assert "nội dung đã bị sửa" in chain[0].title


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'Hùng'", "at = '2025-01-01T00:00:00+07:00'", "reason = 'x'", "act = 'x'", "seen = '{\"x\":1}'",
        "salt = substr(salt, 3) || '00'", "salt = 'không'", "patch = NULL", "hash = 'x'",
    ],
)  # fmt: skip
def test_any_changed_column_breaks_the_chain(full: "Place", change: str) -> None:
    full.hurt(*NO_GUARD, f"UPDATE ops SET {change} WHERE seq = 3")
    assert "chain" in codes(full)


def test_a_row_changed_behind_the_operations_is_found(full: "Place") -> None:
    full.hurt("UPDATE household SET phone = '0900000000' WHERE deleted = 0")
    (finding,) = found(full)
    assert (finding.code, finding.kind) == ("projection", "household")
    with full.open() as store:
        assert store.all(Household)[0].id == finding.record


@pytest.mark.parametrize(
    "change",
    ["deleted = 1 - deleted", "folded = ''", "sort = 'x'", "unconfirmed = '[]'", "unconfirmed = '[ \"id_number\" ]'"],
)
def test_marks_lists_and_derived_columns_are_compared_too(full: "Place", change: str) -> None:
    full.hurt(f"UPDATE household SET {change}")
    assert codes(full) == ["projection"]


def test_a_lost_row_is_found(full: "Place") -> None:
    full.hurt("DELETE FROM support")
    (finding,) = found(full)
    assert (finding.code, finding.kind) == ("projection", "support")


def test_a_row_without_any_operation_is_found(full: "Place") -> None:
    full.hurt("INSERT INTO support (id, person, source, note) VALUES ('ghost', 'Bà Sáu', '', '')")
    (finding,) = found(full)
    assert (finding.code, finding.record) == ("projection", "ghost")
    assert "không có trong nhật ký" in finding.title


@pytest.mark.parametrize("seq", [1, 4])
def test_a_missing_operation_is_found(full: "Place", seq: int) -> None:
    full.hurt(*NO_GUARD, f"DELETE FROM ops WHERE seq = {seq}")
    assert any(f"thiếu thao tác từ số {seq}" in finding.title for finding in found(full))


def test_a_cut_off_chain_is_found(full: "Place") -> None:
    full.hurt(*NO_GUARD, "DELETE FROM ops WHERE seq = (SELECT max(seq) FROM ops)")
    assert "head" in codes(full)
    assert "chain" not in codes(full)


def test_a_lost_chain_is_found(full: "Place") -> None:
    full.hurt(*NO_GUARD, "DELETE FROM ops")
    assert codes(full) == ["head", "projection", "schema"]


def test_an_exchanged_order_is_found(full: "Place") -> None:
    full.hurt(*NO_GUARD, "UPDATE ops SET seq = CASE seq WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE seq END",
              "UPDATE ops SET seq = abs(seq) WHERE seq < 0")  # fmt: skip
    assert any("không nối với thao tác trước" in finding.title for finding in found(full))


def test_a_clock_that_runs_back_in_a_chain_is_found(full: "Place") -> None:
    with full.open() as store:
        (row,) = store._rows(SELECT + "WHERE seq = 9")
    forged = dataclasses.replace(Operation(*row), clock="0" * 16)
    full.hurt(
        *NO_GUARD,
        f"UPDATE ops SET clock = '{forged.clock}', hash = '{forged.expected_hash()}' WHERE seq = 9",
        f"UPDATE site SET clock = '{forged.clock}', hash = '{forged.expected_hash()}'",
    )
    assert [finding for finding in found(full) if "sai thứ tự thời gian" in finding.title]


@pytest.mark.parametrize("statement", [*NO_GUARD, "DROP INDEX reach_candidate", "CREATE TABLE strange (x TEXT)"])
def test_a_changed_schema_is_found(full: "Place", statement: str) -> None:
    full.hurt(statement)
    (finding,) = found(full)
    assert (finding.code, finding.detail) == ("schema", statement.split("(", maxsplit=1)[0].split()[2])


@pytest.mark.parametrize(
    ("kind", "column"), [("reach", "session"), ("reach", "candidate"), ("registration", "candidate")]
)
def test_a_reference_to_nobody_is_found(full: "Place", kind: str, column: str) -> None:
    with full.open() as store, store.unit() as unit:
        if kind == "registration":
            unit.put(Registration(candidate="nobody", zone="id.vn"))
        else:
            pair = {name: store._rows(f"SELECT {name} FROM reach")[0][0] for name in ("session", "candidate")}
            unit.put(Reach(**(pair | {column: "nobody"})))
    (finding,) = found(full)
    assert (finding.code, finding.kind) == ("reference", kind)
    assert "nobody" in finding.title


def test_references_of_deleted_records_do_not_matter(full: "Place") -> None:
    with full.open() as store, store.unit() as unit:
        stray = unit.put(Support(date="2025-12-01", candidate="nobody", channel="phone", matter="x", helper="officer"))
        unit.delete(Kind.SUPPORT, stray.id)
    assert found(full) == []


def test_damaged_pages_are_found(full: "Place") -> None:
    content = bytearray(full.path.read_bytes())
    for page in range(6, len(content) // 4096):
        content[page * 4096 + 200] ^= 1
    with full.open() as store:
        full.path.write_bytes(content)
        findings = check(store)
    assert {finding.code for finding in findings} == {"pages"}
    assert all(finding.detail for finding in findings)
    assert "khôi phục từ bản sao lưu" in findings[0].advice


def test_an_index_that_says_something_else_is_found(full: "Place") -> None:
    full.hurt(
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(tax_code)', '(phone)') WHERE name = 'household_tax_code'",
        "PRAGMA writable_schema=RESET",
        "REINDEX household_tax_code",
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(phone)', '(tax_code)') WHERE name = 'household_tax_code'",
    )
    assert codes(full) == ["pages"]


def test_a_person_erased_from_history_and_rows_is_no_damage(full: "Place") -> None:
    with full.open() as store:
        record = store.all(Household)[0].id
        history = store.history(record)
    erasing = [
        f"UPDATE ops SET patch = NULL, salt = '{hashlib.sha256(bytes.fromhex(o.salt) + str(o.patch).encode()).hexdigest()}'"
        f" WHERE id = '{o.id}'"
        for o in history
    ]
    full.hurt(*erasing, f"DELETE FROM household WHERE id = '{record}'", "DELETE FROM reach", "DELETE FROM registration")
    assert {finding.kind for finding in found(full)} == {"reach", "registration"}
    assert not {"chain", "head"} & set(codes(full))


WRONG = "INSERT INTO household_search (rowid, text) VALUES (77, 'x')"


@pytest.mark.parametrize(
    "statement",
    [
        WRONG,
        "DELETE FROM household_search WHERE rowid = 1",
        "INSERT OR REPLACE INTO household_search (rowid, text) VALUES (1, 'tap hoa')",
        "INSERT INTO household_search (rowid, text) SELECT row_no, folded FROM household WHERE deleted = 1",
        "INSERT INTO household_search (household_search) VALUES ('delete-all')",
    ],
)
def test_an_index_of_words_that_is_not_its_rows_is_found_and_mended(full: "Place", statement: str) -> None:
    full.hurt(statement)
    (finding,) = found(full)
    assert (finding.code, finding.kind) == ("search", "household")
    with full.open() as store:
        mend_search(store)
        assert len(store.ids(Kind.HOUSEHOLD, "bay dong biz vn")) == 1
    assert found(full) == []


def test_domains_written_past_the_acts_are_put_right_at_the_next_opening(full: "Place") -> None:
    full.hurt("UPDATE household SET domains = ' la biz vn' WHERE deleted = 0")
    assert found(full) == []
    with full.open() as store:
        assert store.ids(Kind.HOUSEHOLD, "la biz vn") == []


def test_an_index_that_is_gone_is_a_changed_schema(full: "Place") -> None:
    full.hurt("DROP TABLE citizen_search")
    assert set(codes(full)) == {"schema"}
