"""The composed window: every page opens on a real register, a bug ends it cleanly, a second start is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.gui.pages.first_start import FirstStart
from vnpresence_desktop.work.office import declare, set_up

PAGES = ("household", "enterprise", "citizen", "session", "tasks", "report", "import", "settings")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    (tmp_path / "sổ").mkdir()
    return tmp_path / "sổ"


@pytest.fixture
def register(home: Path) -> Path:
    with composition.new_desk(home) as (desk, _):
        set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
    return home


@pytest.fixture
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    folder = request.getfixturevalue(getattr(request, "param", "register"))
    monkeypatch.setattr("sys.excepthook", None)  # the window's own hook goes with the test
    made = Window(qapp, folder)
    qtbot.addWidget(made.shell)
    made.show()
    yield made
    made.shell.close()
    made.shut_down()


def _opened(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.pages.is_open, timeout=10_000)


def test_the_store_opens_after_the_first_painting_and_every_page_can_be_shown(qtbot: QtBot, window: Window) -> None:
    assert not window.pages.is_open
    _opened(qtbot, window)
    assert "Xã Phong Điền" in window.shell.windowTitle()
    for entry in PAGES:
        page = window.shell.open_page(entry)
        qtbot.waitUntil(page.isVisible)
    assert tuple(entry.id for entry in window.pages.entries()) == PAGES


@pytest.mark.parametrize("window", ["home"], indirect=True)
def test_without_a_register_the_first_page_asks_for_the_office(qtbot: QtBot, window: Window, home: Path) -> None:
    qtbot.waitUntil(lambda: isinstance(window.shell.page(), FirstStart), timeout=10_000)
    assert not window.pages.is_open
    assert not (home / composition.REGISTER).exists()


def test_a_register_that_cannot_be_opened_is_told_once_and_the_window_closes(
    qtbot: QtBot, qapp: QApplication, register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "another pc"))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    window = Window(qapp, register)
    qtbot.addWidget(window.shell)
    window.show()
    qtbot.waitUntil(lambda: not window.shell.isVisible(), timeout=10_000)
    assert len(told) == 1
    assert "chưa có khóa" in told[0]
    window.shut_down()


def test_a_bug_is_noted_told_once_and_closes_the_window(
    qtbot: QtBot, window: Window, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _opened(qtbot, window)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text() + box.informativeText()))
    with qtbot.captureExceptions() as caught:
        window.broke(RuntimeError("Nguyễn Văn A"))
    assert caught == []
    assert window.code == 70
    assert len(told) == 1
    assert "RuntimeError" not in told[0]
    assert not window.shell.isVisible()
    (note,) = (register / "nhat-ky").iterdir()
    assert "Nguyễn Văn A" not in note.read_text(encoding="utf-8")


def test_the_sample_is_made_beside_and_marked_everywhere(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    composition.make_sample(home / composition.SAMPLE_FOLDER)
    window = Window(qapp, home / composition.SAMPLE_FOLDER)
    qtbot.addWidget(window.shell)
    window.show()
    _opened(qtbot, window)
    assert "DỮ LIỆU MẪU" in window.shell.windowTitle()
    window.shell.close()
    window.shut_down()
