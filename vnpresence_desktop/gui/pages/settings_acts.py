"""What the settings ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vnpresence_desktop.domain.records import Office
from vnpresence_desktop.gui.pages.settings_rows import RowsActs
from vnpresence_desktop.work.desk import Commune


@dataclass(frozen=True, slots=True)
class SettingsActs:
    """What the page needs.

    Attributes:
        office: the office and its commune.
        change_office: preset, preparer → kept; raises UserError.
        signers, hamlets: see `RowsActs`.
        today: for dates.
        folder: where the data lies.
        open_folder: shows a folder in the system's file manager.
        back_up: folder, or None for the usual one → the file; in a job's thread, raises UserError.
        fingerprint: of this machine's technical identity; in a job's thread, raises UserError.
        renew_code: a new recovery code; raises UserError.
        confirm: notes that the code is on paper; raises UserError while what was typed is not the code.
        broke: a bug in a job, to be logged and told by app.py.
    """

    office: Callable[[], tuple[Office, Commune]]
    change_office: Callable[[str, str], object]
    signers: RowsActs
    hamlets: RowsActs
    today: Callable[[], date]
    folder: Path
    open_folder: Callable[[Path], object]
    back_up: Callable[[Path | None], Path]
    fingerprint: Callable[[], str]
    renew_code: Callable[[], str]
    confirm: Callable[[str], object]
    broke: Callable[[Exception], object]
