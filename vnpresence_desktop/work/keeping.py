"""Keeping the register safe: copies, coming back from one, proof that it is whole."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Inspected:
    """What looking over the register came to.

    Attributes:
        findings: what is wrong; empty when it is whole.
        done: what was put right, Vietnamese sentences.
    """

    findings: "tuple[Finding, ...]"
    done: tuple[str, ...] = ()


def check(desk: Desk) -> Inspected:
    """Look whether the register is whole; an index of search that does not fit the rows is made anew: it holds no fact."""
    from vnpresence_desktop.store.check import check as inspect
    from vnpresence_desktop.store.check import mend_search

    findings = inspect(desk.store)
    if not findings or any(finding.code != "search" for finding in findings):
        return Inspected(tuple(findings))
    mend_search(desk.store)
    return Inspected(tuple(inspect(desk.store)), ("Chỉ mục tìm kiếm không khớp với sổ; đã lập lại.",))
