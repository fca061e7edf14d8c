from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.navigation import Entry, shortcut
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.theme import Theme
from vnpresence_desktop.gui.tokens import DARK, tokens


class Guarded(QWidget):
    """A page that says whether it may be left."""

    def __init__(self) -> None:
        super().__init__()
        self.free, self.arrivals = False, 0

    def may_leave(self) -> bool:
        return self.free

    def arrive(self) -> None:
        self.arrivals += 1


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def plain(qtbot: QtBot, qapp: QApplication, tmp_path: Path, built: list[str]) -> Shell:
    def page(name: str) -> QWidget:
        built.append(name)
        return Guarded()

    entries = [Entry(name, name.title(), "store", lambda name=name: page(name)) for name in ("a", "b", "c")]
    window = Shell(entries, Preferences(tmp_path / "cua-so.ini"), qapp)
    qtbot.addWidget(window, before_close_func=free)
    return window


def free(window: Shell) -> None:
    for page in window.findChildren(Guarded):
        page.free = True


def entries_of(window: Shell) -> list[QToolButton]:
    return [button for button in window.findChildren(QToolButton) if button.isCheckable()]


def test_it_paints_before_the_store_is_opened(plain: Shell, qtbot: QtBot, built: list[str]) -> None:
    seen: list[str] = []

    def begin() -> None:
        page = plain.page()
        assert page is not None
        seen.append(" ".join(label.text() for label in page.findChildren(QLabel)))
        assert page.isVisible()
        plain.ready("a")

    plain.when_painted(begin)
    assert not any(button.isEnabled() for button in entries_of(plain))
    plain.show()
    qtbot.waitUntil(lambda: built == ["a"])
    plain.repaint()
    QApplication.processEvents()
    assert seen == ["Đang mở sổ…"]
    assert all(button.isEnabled() for button in entries_of(plain))


def test_a_page_is_made_once_and_told_when_it_is_shown(plain: Shell, qtbot: QtBot, built: list[str]) -> None:
    with qtbot.waitActive(plain):
        plain.show()
    plain.ready("a")
    qtbot.keyClick(plain, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert built == ["a", "b"]
    with qtbot.waitSignal(plain.page_opened) as opened:
        qtbot.keyClick(plain, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == ["a"]
    assert built == ["a", "b"]
    page = plain.page()
    assert isinstance(page, Guarded)
    assert page.arrivals == 2
    assert [button.isChecked() for button in entries_of(plain)] == [True, False, False]


def test_entries_have_names_keys_and_one_stop_for_tab(plain: Shell) -> None:
    plain.ready("b")
    buttons = entries_of(plain)
    assert [button.accessibleName() for button in buttons] == ["A", "B", "C"]
    assert [button.toolTip() for button in buttons] == ["A (Ctrl+1)", "B (Ctrl+2)", "C (Ctrl+3)"]
    assert [shortcut(place) for place in (0, 8, 9, 10, 11)] == ["Ctrl+1", "Ctrl+9", "Ctrl+0", "Ctrl+,", ""]


def test_what_waits_stays_above_every_page_with_its_button(plain: Shell, qtbot: QtBot) -> None:
    done: list[str] = []
    with qtbot.waitActive(plain):
        plain.show()
    plain.ready("a")
    plain.remind("Mã chưa cất.", "Làm ngay", lambda: done.append("mended"))
    plain.open_page("b")
    (mend,) = (one for one in plain.findChildren(QPushButton) if one.text() == "Làm ngay" and one.isVisible())
    mend.setFocus()
    qtbot.keyClick(mend, Qt.Key.Key_Space)
    assert done == ["mended"]
    plain.remind("", "", plain.close)
    assert not mend.isVisible()


def test_a_page_can_keep_the_window_open(plain: Shell, qtbot: QtBot) -> None:
    plain.show()
    plain.ready("a")
    plain.open_page("b")
    told: list[str] = []
    plain.closed.connect(lambda: told.append("closed"))
    assert not plain.close()
    assert plain.isVisible()
    assert entries_of(plain)[0].isChecked(), "the page that objects is shown"
    assert told == []
    free(plain)
    assert plain.close()
    assert told == ["closed"]


def test_closing_stops_every_timer_and_loses_nothing_typed(shell: Shell, qtbot: QtBot) -> None:
    form = shell.findChild(Form)
    assert form is not None
    kept: list[object] = []
    form.settled.connect(lambda: kept.append(form.values()["owner"]))
    other = QTimer(shell)
    other.start(10)
    qtbot.keyClick(form.widget("owner"), "x")
    shell.close()
    assert len(kept) == 1
    assert "x" in str(kept[0])
    assert not [timer for timer in shell.findChildren(QTimer) if timer.isActive()]


def test_the_look_is_changed_shown_and_remembered(
    shell: Shell, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    look = next(button for button in shell.findChildren(QToolButton) if button.text() == "Tối")
    save = next(button for button in shell.findChildren(QPushButton) if button.text() == "Lưu")
    light = save.icon().pixmap(save.iconSize()).toImage()
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    assert tokens() is DARK
    assert save.icon().pixmap(save.iconSize()).toImage() != light, "icons follow"
    assert (look.text(), look.accessibleName()) == ("Sáng", "Đổi sang nền sáng")
    qtbot.keyClick(shell, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert shell.theme == Theme(dark=True, scale=1.15)
    assert qapp.font().pointSizeF() == pytest.approx(11.5)
    letters = next(button for button in shell.findChildren(QToolButton) if button.text() == "115 %")
    menu = letters.menu()
    assert menu is not None
    assert [action.isChecked() for action in menu.actions()] == [False, True, False, False, False]
    menu.actions()[3].trigger()
    assert Preferences(tmp_path / "cua-so.ini").theme == Theme(dark=True, scale=1.5)


def test_where_the_window_was_is_remembered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    sizes = []
    for size in (QSize(800, 550), None):
        window = Shell([], Preferences(tmp_path / "cua-so.ini"), qapp)
        qtbot.addWidget(window)
        if size:
            window.resize(size)
        window.show()
        sizes.append(window.size())
        window.close()
    assert sizes == [QSize(800, 550), QSize(800, 550)]


def test_a_broken_file_of_choices_means_the_usual_ones(tmp_path: Path) -> None:
    file = tmp_path / "cua-so.ini"
    for content in (
        "[window]\nscale=rất to\ndark=?\ngeometry=x\n",
        "[window]\nscale=99\n",
        "\0\0[[[",
        "[window]\nscale=nan\n",
    ):
        file.write_text(content, encoding="utf-8")
        preferences = Preferences(file)
        assert preferences.theme in (Theme(), Theme(scale=1.75))
        assert preferences.geometry.isEmpty()


class Told(QWidget):
    """A page that has nothing but a notice to say."""

    def arrive(self) -> None:
        notice = Notice()
        QVBoxLayout(self).addWidget(notice)
        notice.say("warning", "Chưa có hồ sơ chương trình.")


def test_a_page_that_only_says_something_leaves_the_keyboard_in_the_navigation(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    entries = [Entry("line", "line", "store", QLineEdit), Entry("told", "told", "store", Told)]
    window = Shell(entries, Preferences(tmp_path / "cua-so.ini"), qapp)
    present(qtbot, window, 900, 600)
    window.ready("line")
    line = window.page()
    assert line
    line.setFocus()
    notice = window.open_page("told").findChild(Notice)
    assert notice
    here = QApplication.focusWidget()
    assert isinstance(here, QToolButton)
    assert here.text() == "told"
    qtbot.keyClick(here, Qt.Key.Key_Space)
    assert notice.isVisible()


def test_words_of_the_window(shell: Shell) -> None:
    texts = [label.text() for label in shell.findChildren(QLabel) if label.isVisible()]
    assert "Xã Vĩnh Thạnh, TP Cần Thơ" in [text.replace("\u00a0", " ") for text in texts]
    assert "Thứ ba, 24/11/2026" in texts
    assert any("31/12/2025" in text for text in texts)
    assert shell.windowTitle() == "Xã Vĩnh Thạnh, TP Cần Thơ - VN Presence"
    shell.set_period("info", "")
    assert not any(label.isVisible() and "31/12/2025" in label.text() for label in shell.findChildren(QLabel))
    shell.say("Đã lưu lúc 10:15")
    assert "Đã lưu lúc 10:15" in [label.text() for label in shell.statusBar().findChildren(QLabel)]


def test_one_widget_can_be_shown_alone(plain: Shell, qtbot: QtBot) -> None:
    with qtbot.waitActive(plain):
        plain.show()
    first_start = QWidget()
    QVBoxLayout(first_start).addWidget(QPushButton("Bắt đầu"))
    plain.show_alone(first_start)
    qtbot.keyClick(plain, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert plain.page() is first_start
    assert not any(button.isEnabled() for button in entries_of(plain))
    plain.ready("a")
    assert plain.page() is not first_start


def test_the_fatal_dialog_is_one_vietnamese_and_freed(shell: Shell, qapp: QApplication) -> None:
    seen: list[tuple[str, str, list[str]]] = []

    def close() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), box.informativeText(), [button.text() for button in box.buttons()]))
        box.reject()

    QTimer.singleShot(50, close)
    shell.show_fatal("Chương trình gặp lỗi.", "Những gì đã gõ được giữ lại.")
    assert seen == [("Chương trình gặp lỗi.", "Những gì đã gõ được giữ lại.", ["Đóng"])]
    QApplication.processEvents()
    qapp.sendPostedEvents(None, 52)
    assert shell.findChildren(QMessageBox) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_a_small_screen(shell: Shell, scale: float) -> None:
    shell.change_theme(Theme(scale=scale))
    shell.open_page("list")
    QApplication.processEvents()
    hint = shell.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 768
