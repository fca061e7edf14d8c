"""The schema: applied whole or not at all, newer and strange files refused."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store import migrations
from vnpresence_desktop.store.driver import Connection, Error, connect, inspect

if TYPE_CHECKING:
    from tests.store.conftest import Place


def test_a_new_file_has_the_last_version_and_says_whose_it_is(
    place: "Place", raw: Callable[["Place"], Connection]
) -> None:
    connection = raw(place)
    assert migrations.version(connection) == len(migrations.STEPS)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == migrations.APPLICATION_ID
    assert migrations.schema(connection) == migrations.expected_schema()
    applied = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert applied == [(name,) for name, _ in migrations.STEPS]


def test_a_newer_file_is_refused_and_not_touched(place: "Place") -> None:
    place.hurt(f"PRAGMA user_version={len(migrations.STEPS) + 1}")
    before = place.path.read_bytes()
    with pytest.raises(UserError, match="được tạo bởi phiên bản mới hơn") as caught:
        place.open()
    assert "phiên bản mới nhất" in caught.value.advice
    assert place.path.read_bytes() == before


def test_another_programs_database_is_refused(place: "Place") -> None:
    place.hurt("PRAGMA application_id=7")
    with pytest.raises(UserError, match="không phải là sổ dữ liệu của chương trình"):
        place.open()


def test_a_step_keeps_records_and_triggers(
    place: "Place", household: Callable[..., Household], monkeypatch: pytest.MonkeyPatch
) -> None:
    with place.open() as store, store.unit() as unit:
        saved = unit.put(household())
    more = ("fax", ("ALTER TABLE household ADD COLUMN fax TEXT NOT NULL DEFAULT ''",))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, more))
    with place.open() as store:
        assert store.get(Household, saved.id) == saved
        with store.snapshot() as connection:
            assert migrations.version(connection) == len(migrations.STEPS)
            assert migrations.schema(connection) == migrations.expected_schema()


def test_a_step_that_fails_leaves_the_file_as_it_was(
    place: "Place", raw: Callable[["Place"], Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, released = migrations.expected_schema(), len(migrations.STEPS)
    good = ("good", ("CREATE TABLE whole (id TEXT)",))
    broken = ("broken", ("CREATE TABLE half (id TEXT)", "CREATE TABEL typing_error"))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, good, broken))
    with pytest.raises(Error, match="syntax error"):
        place.open()
    assert migrations.version(raw(place)) == released
    assert migrations.schema(raw(place)) == before
    assert len(raw(place).execute("SELECT * FROM _sqlite_migrations").fetchall()) == released


def test_two_programs_that_open_a_new_file_at_once(place: "Place", tmp_path: object) -> None:
    key, path = place.key(), place.path.with_name("new.db")
    first, second = connect(path, key, create=True), inspect(path, key, create=True)
    assert migrations.migrate(first, path) == 0
    assert migrations.migrate(second, path) == len(migrations.STEPS)
    first.close()
    second.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE ops SET actor = 'somebody else'", "UPDATE ops SET hash = ''", "UPDATE ops SET seq = 9", "DELETE FROM ops"],
)
def test_operations_can_only_be_added(
    place: "Place", household: Callable[..., Household], raw: Callable[["Place"], Connection], statement: str
) -> None:
    with place.open() as store, store.unit() as unit:
        unit.put(household())
    with pytest.raises(Error, match="operations never"):
        raw(place).execute(statement)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("household", "tax_code"), ("household", "id_number"), ("household", "certificate_no"), ("citizen", "id_number"),
        ("enterprise", "tax_code"), ("reach", "session"), ("reach", "candidate"), ("registration", "candidate"),
        ("ops", "record"),
    ],
)  # fmt: skip
def test_what_identifies_a_record_is_looked_up_by_an_index(
    place: "Place", raw: Callable[["Place"], Connection], table: str, column: str
) -> None:
    condition = f"{column} IS ?" if table == "ops" else f"deleted = 0 AND {column} IS ?"
    plan = raw(place).execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {condition}", ("x",)).fetchall()
    assert f"{table}_{column}" in plan[0][-1], plan
