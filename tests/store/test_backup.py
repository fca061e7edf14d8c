"""Copies: checked when made, openable on another PC with the code, restored without losing what was there."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store import keys, migrations
from vnpresence_desktop.store.backup import backup, daily, restore
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.driver import BusyError
from vnpresence_desktop.store.recovery import secret, write_code
from vnpresence_desktop.store.store import Store

if TYPE_CHECKING:
    from tests.store.conftest import FakeClock, Place


@pytest.fixture
def saved(place: "Place", household: Callable[..., Household]) -> list[Household]:
    """Three records of a closed register."""
    with place.open() as store, store.unit() as unit:
        return [unit.put(household(number)) for number in range(3)]


@pytest.fixture
def copy(place: "Place", saved: list[Household], tmp_path: Path) -> Path:
    """A copy of the register with three records."""
    with place.open() as store:
        return backup(store, tmp_path / "USB")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_is_one_file_named_after_the_moment(copy: Path) -> None:
    assert copy.name == "sao-luu_2026-01-05_08-30-00.saoluu"
    assert names(copy.parent) == [copy.name]
    with zipfile.ZipFile(copy) as archive:
        assert sorted(archive.namelist()) == ["keys.json", "register.db"]


def test_nothing_in_a_copy_is_readable(copy: Path, saved: list[Household]) -> None:
    content = copy.read_bytes()
    assert not [word for word in (saved[0].name, saved[0].id_number, "household") if word.encode() in content]


def test_another_pc_restores_with_the_code(
    copy: Path, saved: list[Household], place: "Place", other_pc: "Place"
) -> None:
    done = restore(copy, other_pc.path, other_pc.pc, moment=other_pc.clock(), code=place.code.lower())
    assert (done.operations, done.aside) == (3, None)
    assert names(other_pc.path.parent) == ["register.db", "register.keys.json"]
    with other_pc.open() as store, place.open() as original:
        assert store.all(Household) == saved
        assert check(store) == []
        assert store.site != original.site
        assert store.history(saved[0].id) == original.history(saved[0].id)


def test_another_pc_without_the_code_is_told_so(copy: Path, other_pc: "Place") -> None:
    with pytest.raises(UserError, match="chưa có khóa của bản sao lưu") as caught:
        restore(copy, other_pc.path, other_pc.pc, moment=other_pc.clock())
    assert "mã khôi phục" in caught.value.advice
    with pytest.raises(UserError, match="không phải của sổ"):
        restore(copy, other_pc.path, other_pc.pc, moment=other_pc.clock(), code=write_code(secret()))
    assert names(other_pc.path.parent) == []
    assert not other_pc.pc.exists()


def test_what_was_there_is_kept_aside(
    copy: Path, saved: list[Household], place: "Place", household: Callable[..., Household]
) -> None:
    with place.open() as store:
        site = store.site
        with store.unit() as unit:
            later = unit.put(household(9))
    done = restore(copy, place.path, place.pc, moment=place.clock())
    with place.open() as store:
        assert store.all(Household) == saved
        assert store.site != site, "two histories under one name"
    assert done.aside is not None
    assert names(done.aside) == ["register.db", "register.keys.json"]
    place.path = done.aside / "register.db"
    with place.open() as store:
        assert store.all(Household) == [*saved, later]


def test_a_copy_restored_after_a_kill_is_a_new_site(
    place: "Place", saved: list[Household], household: Callable[..., Household], tmp_path: Path
) -> None:
    """The copy was made in the very opening that was killed: nothing but its missing mark tells."""
    killed = place.open()
    file = backup(killed, tmp_path / "USB")
    with killed.unit() as unit:
        unit.put(household(9))
    killed._connection.close()
    restore(file, place.path, place.pc, moment=place.clock())
    with place.open() as store:
        assert store.all(Household) == saved
        assert store.site != killed.site


def test_a_damaged_register_is_replaced_and_kept(copy: Path, saved: list[Household], place: "Place") -> None:
    place.path.write_bytes(b"\0" * 9000)
    done = restore(copy, place.path, place.pc, moment=place.clock())
    with place.open() as store:
        assert store.all(Household) == saved
    assert done.aside is not None
    assert (done.aside / "register.db").read_bytes() == b"\0" * 9000


def test_a_lost_data_folder_comes_back(copy: Path, saved: list[Household], place: "Place") -> None:
    shutil.rmtree(place.path.parent)
    restore(copy, place.path, place.pc, moment=place.clock())
    with place.open() as store:
        assert store.all(Household) == saved


def test_an_open_register_is_not_replaced(copy: Path, place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as store:
        before = names(place.path.parent)
        with pytest.raises(BusyError, match="đang được một cửa sổ hoặc chương trình khác"):
            restore(copy, place.path, place.pc, moment=place.clock())
        assert names(place.path.parent) == before
        with store.unit() as unit:
            unit.put(household(5))
    with place.open() as store:
        assert store.count(Household) == 4


def test_a_code_renewed_after_the_copy_stays_the_valid_one(copy: Path, place: "Place", other_pc: "Place") -> None:
    new = keys.renew_code(place.path, place.pc)
    restore(copy, place.path, place.pc, moment=place.clock())
    assert keys.recover(place.path, other_pc.pc, new) == place.key()
    with pytest.raises(UserError, match="không phải của sổ"):
        keys.recover(place.path, other_pc.pc, place.code)


def test_a_restore_by_the_code_shows_that_it_is_on_paper(copy: Path, place: "Place", other_pc: "Place") -> None:
    restore(copy, other_pc.path, other_pc.pc, moment=other_pc.clock(), code=place.code)
    assert not keys.code_waits(other_pc.path)
    restore(copy, place.path, place.pc, moment=place.clock())
    assert keys.code_waits(place.path), "this PC's own key shows nothing of a paper"


def test_every_flipped_byte_is_noticed(copy: Path, place: "Place", other_pc: "Place") -> None:
    content = copy.read_bytes()
    for at in range(0, len(content), len(content) // 40):
        copy.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        try:
            restore(copy, other_pc.path, other_pc.pc, moment=other_pc.clock(), code=place.code)
        except UserError:
            assert not other_pc.path.exists()
        else:  # a byte of the ZIP that means nothing, e.g. a time stamp
            with other_pc.open() as store:
                assert store.count(Household) == 3
            shutil.rmtree(other_pc.path.parent)


def test_a_cut_off_copy_is_refused(copy: Path, place: "Place") -> None:
    copy.write_bytes(copy.read_bytes()[:-2000])
    before = place.path.read_bytes()
    with pytest.raises(UserError, match="bị hỏng") as caught:
        restore(copy, place.path, place.pc, moment=place.clock())
    assert copy.name in caught.value.title
    assert place.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_not_a_copy(content: bytes, place: "Place", tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo.pdf"
    file.write_bytes(content)
    with pytest.raises(UserError, match="không phải là bản sao lưu") as caught:
        restore(file, place.path, place.pc, moment=place.clock())
    assert ".saoluu" in caught.value.advice


def test_a_copy_that_is_not_there(place: "Place", tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không mở được"):
        restore(tmp_path / "USB" / "x.saoluu", place.path, place.pc, moment=place.clock())


def test_a_copy_with_a_damaged_page_is_refused(copy: Path, place: "Place") -> None:
    """The check sums of the ZIP are right: the page was damaged before it was packed."""
    with zipfile.ZipFile(copy) as archive:
        slots, database = archive.read("keys.json"), bytearray(archive.read("register.db"))
    database[-100] ^= 1
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr("keys.json", slots)
        archive.writestr("register.db", bytes(database))
    with pytest.raises(UserError, match="bị hỏng"):
        restore(copy, place.path, place.pc, moment=place.clock())


def packed_again(copy: Path, place: "Place", statement: str) -> None:
    """Put a changed database into a copy, with valid check sums."""
    folder = copy.parent / "giải nén"
    with zipfile.ZipFile(copy) as archive:
        archive.extractall(folder)
    original, place.path = place.path, folder / "register.db"
    keys.slots_file(place.path).write_bytes((folder / "keys.json").read_bytes())
    place.hurt(statement)
    place.path = original
    with zipfile.ZipFile(copy, "w") as archive:
        for name in ("register.db", "keys.json"):
            archive.write(folder / name, name)


def test_a_copy_of_a_newer_program_is_refused(copy: Path, place: "Place") -> None:
    packed_again(copy, place, f"PRAGMA user_version={len(migrations.STEPS) + 1}")
    with pytest.raises(UserError, match="phiên bản mới hơn") as caught:
        restore(copy, place.path, place.pc, moment=place.clock())
    assert copy.name in caught.value.title


def test_a_copy_that_lacks_operations_is_refused(copy: Path, place: "Place") -> None:
    packed_again(copy, place, "UPDATE site SET seq = seq + 1")
    with pytest.raises(UserError, match="bị hỏng"):
        restore(copy, place.path, place.pc, moment=place.clock())


def test_a_copy_with_another_registers_keys_is_refused(copy: Path, place: "Place", other_pc: "Place") -> None:
    store, code = Store.create(other_pc.path, other_pc.pc, now=other_pc.clock, actor="Hùng")
    store.close()
    with zipfile.ZipFile(copy) as archive:
        database = archive.read("register.db")
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr("register.db", database)
        archive.write(keys.slots_file(other_pc.path), "keys.json")
    with pytest.raises(UserError, match="bị hỏng"):
        restore(copy, place.path, place.pc, moment=place.clock(), code=code)


def test_a_damaged_register_makes_no_copy(place: "Place", saved: list[Household], tmp_path: Path) -> None:
    content = bytearray(place.path.read_bytes())
    for page in range(4, len(content) // 4096, 3):
        content[page * 4096 + 100] ^= 1
    with place.open() as store:
        place.path.write_bytes(content)
        with pytest.raises(UserError, match="hỏng"):
            backup(store, tmp_path / "USB")
    assert names(tmp_path / "USB") == []


def test_others_write_on_while_a_copy_is_made(
    place: "Place", saved: list[Household], household: Callable[..., Household], tmp_path: Path
) -> None:
    with place.open() as store, place.open() as other, other.unit() as unit:
        unit.put(household(7))
        file = backup(store, tmp_path / "USB")
    restore(file, tmp_path / "thử" / "register.db", place.pc, moment=place.clock())
    place.path = tmp_path / "thử" / "register.db"
    with place.open() as store:
        assert store.all(Household) == saved


NO_ROOM = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store.backup import backup
from vnpresence_desktop.store.store import Store

store = Store.open(Path(sys.argv[1]), Path(sys.argv[2]), now=lambda: datetime.now(UTC), actor="x")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), -1))
try:
    backup(store, Path(sys.argv[3]))
except UserError as error:
    sys.stdout.buffer.write(f"{error.title} {error.advice}".encode())
"""


@pytest.mark.parametrize("room", [50_000, 200_000])
def test_a_copy_that_finds_no_room_leaves_nothing_behind(
    room: int, place: "Place", saved: list[Household], tmp_path: Path
) -> None:
    """The first limit stops the database's copy, the second the packing of it."""
    size = place.path.stat().st_size
    assert 50_000 < size < 2 * 200_000
    command = [sys.executable, "-c", NO_ROOM, *map(str, (place.path, place.pc, tmp_path / "USB", min(room, size - 1)))]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, env=environment)
    assert "Ổ đĩa" in done.stdout.decode(), done.stderr.decode()
    assert str(tmp_path / "USB") in done.stdout.decode()
    assert ".dang-ghi" not in done.stdout.decode()
    assert names(tmp_path / "USB") == []
    assert place.path.stat().st_size == size


def test_no_copy_inside_a_unit(store: Store, tmp_path: Path) -> None:
    with store.unit(), pytest.raises(RuntimeError, match="unit of work is open"):
        backup(store, tmp_path)
    assert list(tmp_path.rglob("*.saoluu")) == []


def test_one_copy_a_day_and_the_last_seven_stay(
    place: "Place", saved: list[Household], tmp_path: Path, clock: "FakeClock"
) -> None:
    folder = tmp_path / "sao lưu"
    folder.mkdir()
    (folder / "của tôi.txt").write_text("giữ")
    with place.open() as store:
        by_hand = backup(store, folder)
        days = [date(2026, 1, 1) + timedelta(days=number) for number in range(9)]
        made = [daily(store, folder, day) for day in days]
        assert all(made)
        assert daily(store, folder, days[-1]) is None
        assert daily(store, folder, date(2025, 12, 1)), "a clock that was set back still gets its copy"
    kept = [f"hang-ngay_{day.isoformat()}.saoluu" for day in (date(2025, 12, 1), *days[-6:])]
    assert names(folder) == sorted([*kept, by_hand.name, "của tôi.txt"])


def test_slots_travel_without_this_pcs_key(copy: Path, place: "Place") -> None:
    with zipfile.ZipFile(copy) as archive:
        slots = json.loads(archive.read("keys.json"))
    assert slots.keys() == {"version", "register", "code", "code_waits"}
    assert place.key().hex().encode() not in copy.read_bytes()
