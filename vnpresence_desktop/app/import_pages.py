"""The page "Nhập Excel", handed the functions it needs.

What is imported inside is imported when the page is first shown, as `vnpresence_desktop.app.pages` says.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vnpresence_desktop.app.history import HistoryDesk
    from vnpresence_desktop.gui.pages.importing import ImportPage


def import_page(
    desks: HistoryDesk, go_to: Callable[[str], QWidget], open_folder: Callable[[Path], object]
) -> ImportPage:
    """The page."""
    from vnpresence_desktop.gui.pages.import_acts import ImportActs
    from vnpresence_desktop.gui.pages.importing import ImportPage
    from vnpresence_desktop.work import candidates, importing, undoing

    here, in_job = desks.here, desks.in_job
    return ImportPage(
        ImportActs(
            start=desks.jobs.start,
            open_list=importing.open_list,
            work_out=in_job(importing.work_out),
            look_again=in_job(importing.look_again),
            take_in=in_job(importing.take_in),
            export_wrong=in_job(importing.export_wrong),
            batches=here(importing.batches),
            take_back=in_job(importing.take_back),
            turn_round=in_job(undoing.turn_round),
            hamlets=here(candidates.hamlets),
            show_list=lambda kind: go_to(kind.value),
            open_folder=open_folder,
        )
    )
