"""The composed window: every page opens on a real register, a bug ends it cleanly, a second start is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import offered
from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Strip
from vnpresence_desktop.gui.pages.first_start import FirstStart, Wish
from vnpresence_desktop.gui.pages.late_code import LateCode
from vnpresence_desktop.gui.pages.settings import Settings
from vnpresence_desktop.work.office import confirm_code, declare, set_up

PAGES = (
    "household",
    "enterprise",
    "citizen",
    "domains",
    "session",
    "support",
    "tasks",
    "report",
    "import",
    "history",
    "settings",
)


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


def test_every_list_of_every_page_keeps_the_promises_of_a_model(qtbot: QtBot, window: Window) -> None:
    _opened(qtbot, window)
    lists = 0
    for entry in PAGES:
        page = window.shell.open_page(entry)
        for view in page.findChildren(QAbstractItemView):
            if view.model():
                tester = QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
                lists += tester.model() is view.model()
        window.shell.open_page(entry)  # arriving again reads the lists anew
    assert lists > len(PAGES)


@pytest.mark.parametrize("window", ["home"], indirect=True)
def test_without_a_register_the_first_page_asks_for_the_office(qtbot: QtBot, window: Window, home: Path) -> None:
    qtbot.waitUntil(lambda: isinstance(window.shell.page(), FirstStart), timeout=10_000)
    assert not window.pages.is_open
    assert not (home / composition.REGISTER).exists()


def test_a_register_begun_and_never_declared_is_declared_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with composition.new_desk(home):
        pass  # the power goes
    window = Window(qapp, home)
    qtbot.addWidget(window.shell)
    window.show()
    qtbot.waitUntil(lambda: isinstance(window.shell.page(), FirstStart), timeout=10_000)
    page = window.shell.page()
    assert isinstance(page, FirstStart)
    code = page._acts.create(Wish("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
    page._acts.confirm(code)
    page._acts.begin(False)
    assert window.pages.is_open
    assert "Xã Phong Điền" in window.shell.windowTitle()
    window.shell.close()
    window.shut_down()


def _reminder(window: Window) -> list[QPushButton]:
    return [one for one in window.shell.findChildren(QPushButton) if one.text() == "Làm ngay" and one.isVisible()]


def test_a_code_that_was_never_typed_back_is_asked_for_and_reminded_of_until_it_is(
    qtbot: QtBot, window: Window, register: Path
) -> None:
    _opened(qtbot, window)
    page = window.shell.page()
    assert isinstance(page, LateCode)
    assert not (register / "sao-luu").exists(), "a copy made now could be opened by no code"
    page.later.click()
    assert window.shell.entry == "household"
    qtbot.waitUntil(lambda: len(list((register / "sao-luu").glob("*"))) == 1)
    window.shell.open_page("report")
    (now,) = _reminder(window)
    now.click()
    assert window.shell.page() is page
    assert _reminder(window) == []
    page.renew.click()
    page.code.typed.setText(page.code.code.text())
    page.go_on.click()
    assert window.shell.entry == "report"
    assert _reminder(window) == []


def test_a_code_renewed_in_the_settings_is_reminded_of_until_it_is_typed_back(
    qtbot: QtBot, window: Window, register: Path
) -> None:
    _opened(qtbot, window)
    first = window.shell.page()
    assert isinstance(first, LateCode)
    first.later.click()
    page = window.shell.open_page("settings")
    assert isinstance(page, Settings)
    page.keys.renew.click()
    offered(page.keys.notice).click()
    assert len(_reminder(window)) == 1
    page.keys.code.typed.setText(page.keys.code.code.text())
    assert _reminder(window) == []


def test_a_code_on_paper_is_asked_for_no_more(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with composition.new_desk(home) as (desk, code):
        set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
        confirm_code(desk.store.path, code)
    window = Window(qapp, home)
    qtbot.addWidget(window.shell)
    window.show()
    _opened(qtbot, window)
    assert window.shell.entry == "household"
    assert _reminder(window) == []
    window.shell.close()
    window.shut_down()


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


def test_what_a_person_can_mend_never_closes_the_window(qtbot: QtBot, window: Window) -> None:
    _opened(qtbot, window)
    window.uncaught(UserError, UserError("Ổ đĩa đã đầy.", "Xóa bớt tệp."), None)
    said = [item for item in window.shell.findChildren(Strip) if item.text == "Ổ đĩa đã đầy. Xóa bớt tệp."]
    assert len(said) == 1
    assert said[0].isVisible()
    assert window.code == 0
    said[0].findChildren(QPushButton)[-1].click()
    assert not said[0].isVisible()
    assert window.shell.isVisible()


def test_the_sample_is_made_beside_and_marked_everywhere(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    composition.make_sample(home / composition.SAMPLE_FOLDER)
    window = Window(qapp, home / composition.SAMPLE_FOLDER)
    qtbot.addWidget(window.shell)
    window.show()
    _opened(qtbot, window)
    assert "DỮ LIỆU MẪU" in window.shell.windowTitle()
    window.shell.close()
    window.shut_down()
