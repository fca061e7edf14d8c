"""Every released schema still opens: a register of each version is kept here, see keep.py."""

import json
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from vnpresence_desktop.domain.fields import from_values, to_values
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store import migrations
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.store import Store

HERE = Path(__file__).parent
VERSIONS = range(1, len(migrations.STEPS) + 1)
NOW = datetime(2030, 6, 1, 9, 0, tzinfo=timezone(timedelta(hours=7)))


def test_a_register_of_every_version_is_kept() -> None:
    kept = {path.name for path in HERE.glob("register-*")}
    wanted = {f"register-{version}{end}" for version in VERSIONS for end in (".db", ".keys.json", ".json")}
    assert kept == wanted, "run tests/databases/keep.py after adding a migration"


def as_read(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    """A kept record as the present program must read it: JSON's lists are tuples, new fields have their default."""
    tuples = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return to_values(from_values(Kind(kind), tuples))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_register_opens_with_all_it_held(version: int, tmp_path: Path) -> None:
    for end in (".db", ".keys.json"):
        shutil.copy2(HERE / f"register-{version}{end}", tmp_path / f"register{end}")
    expected = json.loads((HERE / f"register-{version}.json").read_text(encoding="utf-8"))
    database, pc = tmp_path / "register.db", tmp_path / "pc"
    with Store.open(database, pc, now=lambda: NOW, actor="Mai", code=expected["code"]) as store:
        for kind, records in expected["records"].items():
            assert [to_values(record) for record in store.all(Kind(kind))] == [as_read(kind, old) for old in records]
        assert check(store) == []
        with store.snapshot() as connection:
            assert migrations.version(connection) == len(migrations.STEPS)
            assert migrations.schema(connection) == migrations.expected_schema()
        household = store.all(Kind.HOUSEHOLD)[0]
        with store.unit() as unit:
            unit.put(household)
            unit.delete(Kind.HOUSEHOLD, household.id)
        assert [operation.actor for operation in store.history(household.id)] == ["Lan", "Mai"]
        assert check(store) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_the_kept_register_has_some_of_everything(version: int) -> None:
    expected = json.loads((HERE / f"register-{version}.json").read_text(encoding="utf-8"))
    assert all(expected["records"].values())
