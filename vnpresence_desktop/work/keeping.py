"""Keeping the register safe: copies, coming back from one, proof that it is whole."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.desk import Desk

if TYPE_CHECKING:
    from vnpresence_desktop.store.backup import Restored
    from vnpresence_desktop.store.check import Finding

COPIES_FOLDER = "sao-luu"
"""Folder beside the register where copies go unless told otherwise."""


def back_up(desk: Desk, folder: Path | None) -> Path:
    """Write a checked copy, into the register's own folder of copies unless told otherwise; raises UserError."""
    from vnpresence_desktop.store import backup

    return backup.backup(desk.store, folder or desk.folder / COPIES_FOLDER)


def daily_copy(desk: Desk) -> str:
    """Make the day's copy where there is none yet; says what hindered it, "" when all is well.

    A copy that can't be made must not keep the officer from working.
    """
    from vnpresence_desktop.store import backup

    try:
        backup.daily(desk.store, desk.folder / COPIES_FOLDER, desk.today)
    except UserError as error:
        return f"Hôm nay chưa sao lưu được: {error.title} {error.advice}"
    return ""


def restore(file: Path, register: Path, pc_folder: Path, *, moment: datetime, code: str | None) -> "Restored":
    """Put a copy in the register's place, what was there being kept aside; raises UserError, see `backup.restore`."""
    from vnpresence_desktop.store import backup

    return backup.restore(file, register, pc_folder, moment=moment, code=code)


def check(desk: Desk) -> "list[Finding]":
    """What is wrong with the register; empty when it is whole."""
    from vnpresence_desktop.store.check import check as inspect

    return inspect(desk.store)
