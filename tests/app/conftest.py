"""What the tests of the composed window share: an office with one household, and the whole window over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.key_sheet import KeySheet
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.undo_keys import UndoLine
from vnpresence_desktop.work import candidates
from vnpresence_desktop.work.office import confirm_code, declare, set_up

SHOP = Household(name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001")


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a register that was set up and whose recovery code is written down."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    folder = tmp_path / "sổ"
    folder.mkdir()
    with composition.new_desk(folder) as (desk, code):
        set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
        candidates.keep(desk, SHOP)
    confirm_code(folder / composition.REGISTER, code)
    return folder


@contextmanager
def window_over(qtbot: QtBot, app: QApplication, folder: Path) -> Iterator[Window]:
    """The window of the program at the register of a folder, once that is open; closed afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.excepthook", None)  # the window's own hook goes with the test
        made = Window(app, folder)
        qtbot.addWidget(made.shell)
        made.show()
        qtbot.waitUntil(lambda: made.pages.is_open, timeout=10_000)
        yield made
        made.shell.close()
        made.shut_down()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, register: Path) -> Iterator[Window]:
    """The window at its first page, with all that joins it after the first picture."""
    with window_over(qtbot, qapp, register) as made:
        qtbot.waitUntil(lambda: isinstance(made.shell.page(), CandidatesPage), timeout=10_000)
        for late in (KeySheet, UndoLine):
            qtbot.waitUntil(lambda part=late: made.shell.findChild(part) is not None, timeout=10_000)
        with qtbot.waitActive(made.shell):
            made.shell.activateWindow()
        yield made
