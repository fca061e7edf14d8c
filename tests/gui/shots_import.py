"""Pictures of lists that are taken in: see `tests.gui.shots`."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from tests.gui.pages.import_parts import locked, two_sheets
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.import_steps import COLUMNS
from vnpresence_desktop.gui.pages.importing import ImportPage

SAMPLES = Path(__file__).parents[1] / "samples"


def importing(window: Window) -> Iterator[str]:
    page = window.shell.open_page("import")
    assert isinstance(page, ImportPage)
    looking, folder = page.looking, window.pages._folder
    yield "import-01-empty"
    page.file.take(locked(folder / "danh sách có mật khẩu.xlsx", "mở ra"))
    yield "import-02-locked"
    page.file.password.line.setText("sai")
    page.file.password.give.click()
    yield "import-03-wrong-password"
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    yield "import-04-review"
    looking.turn_step(COLUMNS)
    yield "import-05-columns"
    looking.edit_area()
    yield "import-06-rows"
    looking.area.back.click()
    owner = looking.mapping.pick("owner")
    owner.setCurrentIndex(0)
    owner.activated.emit(0)
    yield "import-07-lacking"
    page.file.take(two_sheets(folder / "DANH_SACH_TONG_HOP_HO_KINH_DOANH_XA_2026_BAN_CHINH.xlsx"))
    yield "import-08-sheets"
    page.file.take(SAMPLES / "doanh_nghiep_moi.xlsx")
    yield "import-09-other-kind"
    page._turn_kind(Kind.ENTERPRISE)
    yield "import-10-enterprises"
    page.import_now()
    yield "import-11-done"
    page.batches.take_back.click()
    yield "import-12-take-back"
    page.batches.keep.click()
    page.file.take(SAMPLES / "doanh_nghiep_moi.xlsx")
    yield "import-13-again"
    looking.turn_step(COLUMNS)
    yield "import-14-remembered"
    page.close_file()
    page.batches.ask(page.batches.table.current_id())
    page.batches.sure.click()
    yield "import-15-taken-back"
    page.file.take(SAMPLES / "không có.xlsx")
    yield "import-16-failed"
    assert page.findChild(QPushButton)
