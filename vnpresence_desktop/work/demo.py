"""The demo: a made-up commune's register, its last quarter reported, signed by this machine, verified.

Heavy (it reports and signs): import it lazily.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vnpresence_desktop.documents.verifying.verdict import FileVerdict
from vnpresence_desktop.domain.dates import VIETNAM
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Office
from vnpresence_desktop.store import keys
from vnpresence_desktop.work.demo_commune import PERIOD, make_commune
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.quarter import Exported, export_report
from vnpresence_desktop.work.signing import TRUST_FOLDER, verify_files, with_identity

_FILES = ("register.db", "register.db-wal", "register.db-shm", "register.keys.json", "danh-tinh-may.p12")


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made: the report and what verifying it said."""

    exported: Exported
    verdicts: tuple[FileVerdict, ...]


def clock() -> datetime:
    """When the demo happens, whatever the day is: the first morning after its quarter."""
    return datetime(2025, 12, 15, 8, 30, tzinfo=VIETNAM)


def require_sample(desk: Desk) -> None:
    """Refuse to touch a real register.

    Raises:
        UserError: the register is not the demo's.
    """
    if not all(office.sample for office in desk.store.all(Office)):
        raise UserError(
            "Thư mục này đang chứa sổ thật.", "Hãy chọn thư mục khác cho dữ liệu mẫu, ví dụ --data ./xa-mau."
        )


def discard(register: Path, pc_folder: Path) -> None:
    """Take an earlier demo and its key away, so that a new one begins afresh; its register must be closed."""
    keys.forget(register, pc_folder)
    for name in _FILES:
        register.with_name(name).unlink(missing_ok=True)


def make_demo(desk: Desk) -> Demo:
    """Fill a new register with the made-up commune, then do a quarter's main job on it.

    Args:
        desk: at a new, empty register, its clock being `clock`.
    """
    with desk.store.unit(reason="Dữ liệu mẫu") as unit:
        for record in make_commune().records():
            unit.put(record)
    exported = export_report(desk, PERIOD, None, with_identity(desk))
    verdicts = verify_files((exported.pdf, exported.xlsx), (desk.folder / TRUST_FOLDER,))
    return Demo(exported, tuple(verdicts))
