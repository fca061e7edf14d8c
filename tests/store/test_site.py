"""Who writes: a file that was copied or put back is a new site, one that was only reopened is not."""

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.keys import slots_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Place


def save(place: "Place", record: Household, code: str | None = None) -> str:
    """Save one record; the site that wrote it."""
    with place.open(code) as store:
        with store.unit() as unit:
            unit.put(record)
        assert check(store) == []
        return store.site


def copy(place: "Place", folder: "Path") -> "Path":
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(slots_file(place.path), folder)
    return shutil.copy2(place.path, folder / place.path.name)


def test_reopening_goes_on_with_the_same_chain(place: "Place", household: Callable[..., Household]) -> None:
    assert len({save(place, household(number)) for number in range(3)}) == 1


def test_two_openings_at_once_are_one_site(place: "Place") -> None:
    with place.open() as one, place.open() as two:
        assert one.site == two.site
    with place.open() as later:
        assert later.site == one.site


def test_the_site_is_not_in_the_file(place: "Place") -> None:
    with place.open() as store:
        for table in ("site", "opening"):
            assert store.site not in str(store._rows(f"SELECT * FROM {table}"))


def test_a_copy_on_this_pc_is_a_new_site(place: "Place", tmp_path: "Path", household: Callable[..., Household]) -> None:
    first = save(place, household(1))
    place.path = copy(place, tmp_path / "bản chép")
    assert save(place, household(2)) != first


def test_a_copy_on_another_pc_is_a_new_site(
    place: "Place", other_pc: "Place", household: Callable[..., Household]
) -> None:
    first = save(place, household(1))
    copy(place, other_pc.path.parent)
    second = save(other_pc, household(2), place.code)
    assert second != first
    assert save(other_pc, household(3)) == second
    assert save(place, household(4)) == first, "the original goes on as it was"


def test_an_older_file_put_back_is_a_new_site(
    place: "Place", tmp_path: "Path", household: Callable[..., Household]
) -> None:
    first = save(place, household(1))
    old = copy(place, tmp_path / "thứ sáu")
    save(place, household(2))
    shutil.copy2(old, place.path)
    assert save(place, household(3)) != first


def test_an_older_file_of_the_same_opening_put_back_is_a_new_site(
    place: "Place", tmp_path: "Path", household: Callable[..., Household]
) -> None:
    """The mark is the same: only how far the chain had come tells."""
    with place.open() as store:
        with store.unit() as unit:
            unit.put(household(1))
        store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        old = copy(place, tmp_path / "buổi sáng")
        with store.unit() as unit:
            unit.put(household(2))
    shutil.copy2(old, place.path)
    assert save(place, household(3)) != store.site


def test_an_older_file_put_back_after_a_kill_is_a_new_site(
    place: "Place", tmp_path: "Path", household: Callable[..., Household]
) -> None:
    """Nobody noted how far the killed opening came: only its mark tells."""
    first = save(place, household(1))
    old = copy(place, tmp_path / "thứ sáu")
    killed = place.open()
    with killed.unit() as unit:
        unit.put(household(2))
    killed._connection.close()
    shutil.copy2(old, place.path)
    assert save(place, household(3)) != first


def test_a_moved_folder_opens_without_the_code(place: "Place", household: Callable[..., Household]) -> None:
    first = save(place, household(1))
    moved = place.path.parent.rename(place.path.parent.with_name("Ổ D"))
    place.path = moved / place.path.name
    assert save(place, household(2)) != first


def test_a_damaged_note_costs_a_new_site_only(place: "Place", household: Callable[..., Household]) -> None:
    first = save(place, household(1))
    for content in ("", "[]", '{"site": 5, "mark": "", "seq": "x"}'):
        (note,) = place.pc.glob("*.site.json")
        note.write_text(content)
        assert save(place, household(2)) != first
