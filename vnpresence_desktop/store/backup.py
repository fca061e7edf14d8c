"""Backup copies (bản sao lưu): one file that opens on any PC with the recovery code.

A copy is a ZIP (stored, its content is encrypted already) of ``register.db`` and ``keys.json``: clerks carry one file and
can't forget the other. Every copy is opened and checked before it gets its name, every restored one before it is put
in place; a copy carries no mark of its place, so what is restored writes as a new site.
"""

import re
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store import keys, migrations, operations, site
from vnpresence_desktop.store.driver import BusyError, Connection, Error, connect, inspect, told, told_by_system
from vnpresence_desktop.store.files import read_json, sync_file, sync_folder, write_json
from vnpresence_desktop.store.store import Store

SUFFIX = ".saoluu"
"""How a copy's name ends."""

_DATABASE = "register.db"
_KEYS = "keys.json"
_DAILY = re.compile(r"hang-ngay_\d{4}-\d\d-\d\d\.saoluu")
_KEPT_DAYS = 7


def backup(store: Store, folder: Path) -> Path:
    """Write a checked copy named after the moment into a folder (made if missing), e.g. on a USB stick.

    Returns:
        The file: "sao-luu_2026-11-24_16-05-09.saoluu".

    Raises:
        UserError: the folder cannot be written, the disk is full, the register itself is damaged.
    """
    return _write(store, folder / f"sao-luu_{store.now():%Y-%m-%d_%H-%M-%S}{SUFFIX}")


def daily(store: Store, folder: Path, day: date) -> Path | None:
    """Today's copy unless there is one already; of the daily copies the newest seven stay, other files are not touched.

    Returns:
        The new file, or None where today's was there.

    Raises:
        UserError: as `backup`.
    """
    target = folder / f"hang-ngay_{day.isoformat()}{SUFFIX}"
    if target.exists():
        return None
    _write(store, target)
    with told_by_system(folder):
        copies = sorted(path for path in folder.iterdir() if _DAILY.fullmatch(path.name) and path != target)
        for old in copies[: max(0, len(copies) + 1 - _KEPT_DAYS)]:
            old.unlink()
    return target


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        operations: how many operations the restored register holds.
        aside: folder with the register that was there before, untouched; None where there was none.
    """

    operations: int
    aside: Path | None


def restore(file: Path, target: Path, pc_folder: Path, *, moment: datetime, code: str | None = None) -> Restored:
    """Put a copy in place of the register ``target``; what was there is kept aside in a folder beside it.

    Args:
        file: the copy.
        target: the database file, e.g. ``…/register.db``; it need not exist.
        pc_folder: this PC's own folder.
        moment: now, names the folder.
        code: the recovery code, needed on a PC that never opened this register.

    Raises:
        UserError: not a copy, damaged, a wrong or missing code, the register is open in another window.
    """
    with _workplace(target) as place:
        copy, slots = _unpacked(file, place)
        key = _key(slots, pc_folder, code, file)
        held = _checked_copy(copy, key, file)
        if code is not None:
            write_json(place / _KEYS, keys.settled(slots))
        _closed(target, pc_folder)
        _keep_present_code(target, slots["register"], place / _KEYS)
        if code is not None:
            keys.keep_for_pc(slots["register"], key, pc_folder)
        aside = _swap(copy, place / _KEYS, target, moment)
    return Restored(held, aside)


def _write(store: Store, target: Path) -> Path:
    key = keys.unlock(store.path, store.pc_folder)
    with _workplace(target) as place:
        copy, packed = place / _DATABASE, place / target.name
        store.copy_into(copy, target.parent)
        _checked_copy(copy, key, store.path)
        with zipfile.ZipFile(packed, "x", zipfile.ZIP_STORED) as archive:
            archive.write(copy, _DATABASE)
            archive.write(keys.slots_file(store.path), _KEYS)
        sync_file(packed)
        _readable(packed)
        packed.replace(target)
        sync_folder(target.parent)
    return target


def _readable(packed: Path) -> None:
    """Read back what was written: every byte against its check sum."""
    with zipfile.ZipFile(packed) as archive:
        if archive.testzip() is not None:
            raise UserError("Bản sao lưu vừa ghi đọc lại không đúng.", "Thử ghi vào ổ đĩa hoặc USB khác.")


def _checked_copy(copy: Path, key: bytes, source: Path) -> int:
    """Prove a copy page by page, take its mark out, count its operations; raises UserError."""
    try:
        connection = inspect(copy, key)
    except UserError as error:
        raise _damaged(source) from error
    try:
        migrations.refuse_foreign(connection, source)
        if damage(connection):
            raise _damaged(source)
        heads = operations.heads(connection).values()
        (count,) = connection.execute("SELECT count(*) FROM ops").fetchone()
        if count != sum(head.seq for head in heads):
            raise _damaged(source)
        site.forget(connection)
    except Error as error:
        raise _damaged(source) from error
    finally:
        connection.close()
    return int(count)


def damage(connection: Connection, pragma: str = "quick_check") -> list[str]:
    """What SQLite and the cipher find wrong with the pages of a file, in their words; may raise the driver's error.

    Args:
        connection: the open file.
        pragma: "quick_check", or "integrity_check" to compare every index with its table too.
    """
    cipher = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    pages = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}").fetchall()]
    return cipher + [line for line in pages if line != "ok"]


def _damaged(source: Path) -> UserError:
    return UserError(f"{source.name} bị hỏng, không dùng được.", "Khôi phục từ một bản sao lưu khác; giữ lại tệp này.")


def _unpacked(file: Path, place: Path) -> tuple[Path, dict[str, Any]]:
    not_ours = UserError(f"{file.name} không phải là bản sao lưu của chương trình.", f"Chọn tệp có đuôi {SUFFIX}.")
    try:
        with told_by_system(file), zipfile.ZipFile(file) as archive:
            if sorted(archive.namelist()) != [_KEYS, _DATABASE]:
                raise not_ours
            for name in (_KEYS, _DATABASE):
                with archive.open(name) as packed, (place / name).open("xb") as plain:
                    shutil.copyfileobj(packed, plain)
            sync_file(place / _DATABASE)
    except zipfile.BadZipFile as error:
        raise (_damaged(file) if file.suffix == SUFFIX else not_ours) from error
    return place / _DATABASE, keys.read_slots(read_json(place / _KEYS), file.name)


def _key(slots: dict[str, Any], pc_folder: Path, code: str | None, file: Path) -> bytes:
    if code is not None:
        return keys.open_by_code(slots, code)
    key = keys.pc_key(slots["register"], pc_folder)
    if key is None:
        raise UserError(
            f"Máy này chưa có khóa của bản sao lưu {file.name}.", "Nhập mã khôi phục đã in khi cài đặt sổ này."
        )
    return key


def _closed(target: Path, pc_folder: Path) -> None:
    """Make sure that nobody has the present register open and that its log is folded in; a damaged one passes."""
    try:
        present = connect(target, keys.unlock(target, pc_folder), wait=0)
    except BusyError:
        raise
    except UserError:
        return
    try:
        with told(target):
            present.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
            present.execute("BEGIN EXCLUSIVE")
            present.execute("ROLLBACK")
    finally:
        present.close()


def _keep_present_code(target: Path, register: str, slots: Path) -> None:
    """A recovery code that was renewed after the copy was made stays the valid one."""
    present = keys.slots_file(target)
    if (read_json(present) or {}).get("register") == register:
        slots.write_bytes(present.read_bytes())


def _swap(copy: Path, slots: Path, target: Path, moment: datetime) -> Path | None:
    """Put copy and slots in place, what was there aside; where that fails it is put back as it was."""
    places = [target.with_name(target.name + end) for end in ("", "-wal", "-shm")] + [keys.slots_file(target)]
    present = [path for path in places if path.exists()]
    aside = target.parent / f"truoc-khi-khoi-phuc_{moment:%Y-%m-%d_%H-%M-%S}_{secrets.token_hex(2)}"
    aside.mkdir()
    try:
        for path in present:
            path.replace(aside / path.name)
        slots.replace(keys.slots_file(target))
        copy.replace(target)
    except OSError:
        for path in aside.iterdir():
            path.replace(target.parent / path.name)
        aside.rmdir()
        raise
    sync_folder(target.parent)
    if present:
        return aside
    aside.rmdir()
    return None


@contextmanager
def _workplace(target: Path) -> Iterator[Path]:
    """A folder for unfinished files beside the target, gone afterwards whatever happens."""
    with told_by_system(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".dang-ghi-", dir=target.parent, ignore_cleanup_errors=True) as place:
            yield Path(place)
