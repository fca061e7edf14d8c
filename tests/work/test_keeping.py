"""Looking the register over: an index that does not fit is made anew, anything else is only told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen
from vnpresence_desktop.store import driver, keys
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.keeping import Inspected, check


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        put(desk, Citizen(name="Trần Thị Ánh", birth_date="2005", hamlet="Ấp 1"))
        yield desk


def hurt(desk: Desk, statement: str) -> None:
    """What no act can do: change the file behind the store's back."""
    connection = driver.connect(desk.store.path, keys.unlock(desk.store.path, desk.store.pc_folder))
    connection.execute(statement)
    connection.close()


def test_a_whole_register(desk: Desk) -> None:
    assert check(desk) == Inspected(())


def test_search_finds_again_who_its_index_had_lost(desk: Desk) -> None:
    hurt(desk, "INSERT INTO citizen_search (citizen_search) VALUES ('delete-all')")
    assert desk.store.ids(Kind.CITIZEN, "anh") == []
    found = check(desk)
    assert found.findings == ()
    assert ["lập lại" in sentence for sentence in found.done] == [True]
    assert len(desk.store.ids(Kind.CITIZEN, "anh")) == 1
    assert check(desk) == Inspected(())


def test_a_changed_row_is_told_and_nothing_is_written(desk: Desk) -> None:
    hurt(desk, "UPDATE citizen SET name = 'Ai khác'")
    found = check(desk)
    assert found.done == ()
    assert "projection" in {finding.code for finding in found.findings}
    assert check(desk) == found
