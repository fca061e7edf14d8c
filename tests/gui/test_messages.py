import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import settle
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.messages import MessageLine, Notice, Strip


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    present(qtbot, made, 500, 300)
    return made


def put(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


@pytest.mark.parametrize("level", ["ok", "warning", "error"])
def test_a_level_is_an_icon_too_never_colour_alone(page: QWidget, level: str) -> None:
    line = MessageLine()
    put(page, line)
    assert line.say(level, "Cần xem lại.")
    assert (line.level, line.text) == (level, "Cần xem lại.")
    icon = line.findChild(Picture)
    assert icon is not None
    assert icon.isVisible()
    assert not line.say(level, "Cần xem lại."), "nothing changed"
    line.say("hint", "12 chữ số")
    assert not icon.isVisible()


def test_an_error_is_shown_in_place(page: QWidget) -> None:
    notice = Notice()
    put(page, notice)
    assert not notice.isVisible()
    notice.show_error(UserError("Tệp đang mở trong Excel.", "Hãy đóng Excel rồi thử lại."))
    assert notice.isVisible()
    assert notice.words == notice.accessibleName() == "Tệp đang mở trong Excel. Hãy đóng Excel rồi thử lại."
    assert notice.property("level") == "error"
    assert page.findChildren(QPushButton, options=Qt.FindChildOption.FindChildrenRecursively)


def test_what_a_block_can_not_do_is_told_and_the_page_goes_on_but_a_bug_is_no_notice(page: QWidget) -> None:
    notice, done = Notice(), []
    put(page, notice)
    with notice.telling():
        done.append("before")
        raise UserError("Đĩa đã đầy.", "Hãy xóa bớt tệp.")
    assert (notice.words, done) == ("Đĩa đã đầy. Hãy xóa bớt tệp.", ["before"])
    notice.clear()
    with pytest.raises(LookupError), notice.telling():
        raise LookupError
    assert not notice.isVisible()


def test_a_notice_carries_acts_and_can_be_closed(page: QWidget, qtbot: QtBot) -> None:
    notice, acts = Notice(), []
    put(page, notice)
    notice.say("ok", "Đã làm báo cáo.", action=("Mở thư mục", lambda: acts.append("opened")))
    act, other, close = notice.findChildren(QPushButton)
    assert not other.isVisible()
    assert (act.text(), close.accessibleName()) == ("Mở thư mục", "Đóng thông báo")
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert acts == ["opened"]
    notice.say("ok", "Đã lưu.", action=("Mở lại", acts.clear), also=("Hoàn tác", lambda: acts.append("undone")))
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert acts == ["opened", "undone"]
    with qtbot.waitSignal(notice.closed):
        qtbot.keyClick(close, Qt.Key.Key_Space)
    assert (notice.isVisible(), notice.words) == (False, "")
    notice.say("info", "Không có nút.")
    assert not act.isVisible()
    assert not other.isVisible()


def test_what_was_typed_is_never_taken_for_markup(page: QWidget) -> None:
    notice = Notice()
    put(page, notice)
    notice.say("warning", "<b>Quán</b>", "<img src=x>")
    assert {label.textFormat() for label in notice.findChildren(type(notice._title))} == {Qt.TextFormat.PlainText}


def test_a_notice_said_before_it_has_a_page_is_no_window(page: QWidget) -> None:
    notice, strip = Notice(), Strip()
    notice.say("info", "Đang chờ.")
    strip.say("warning", "Chưa xác minh.")
    assert not notice.isVisible()
    assert not strip.isVisible()
    put(page, notice)
    put(page, strip)
    assert notice.isVisible()
    assert strip.isVisible()
    strip.say("info", "")
    assert not strip.isVisible()


def test_the_button_of_a_notice_stands_beside_its_words_where_there_is_room(page: QWidget) -> None:
    notice = Notice()
    put(page, notice)
    notice.say("info", "Đã mở lại bản nháp chưa lưu.", action=("Bỏ bản nháp", notice.clear))
    act = notice.findChildren(QPushButton)[0]
    for width, beside in ((1100, True), (300, False), (1100, True)):
        page.resize(width, 300)
        settle()
        title = notice._title.geometry()
        assert (act.geometry().left() > title.left() + 20, act.geometry().top() >= title.bottom()) == (
            beside,
            not beside,
        )
        assert notice.rect().contains(act.geometry())


def test_only_what_was_written_is_forgotten_by_an_undo(page: QWidget) -> None:
    notice = Notice()
    put(page, notice)
    notice.tell_written("Đã lưu “Tạp hóa Hòa”.", "Đã ghi tiếp cận.", action=("Mở lại", notice.clear))
    assert (notice.words, notice.property("level")) == ("Đã lưu “Tạp hóa Hòa”. Đã ghi tiếp cận.", "ok")
    notice.say("info", "Phần ghi dở được giữ.")
    notice.forget_written()
    assert notice.words == "Phần ghi dở được giữ."
    notice.tell_written("Đã lưu.")
    notice.forget_written()
    assert (notice.words, notice.isVisible()) == ("", False)
