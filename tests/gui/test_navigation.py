import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import cut_texts, settle
from vnpresence_desktop.gui.navigation import Entry, Navigation
from vnpresence_desktop.gui.theme import Theme, apply


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The navigation with three entries beside a line of text, the second one open."""
    made, entries = QWidget(), [Entry(name, name, "store", QWidget) for name in ("a", "b", "c")]
    row, navigation = QHBoxLayout(made), Navigation(entries, Theme())
    row.addWidget(navigation)
    row.addWidget(QLineEdit())
    navigation.open(usable=True)
    navigation.mark("b")
    present(qtbot, made, 600, 400)
    return made


@pytest.mark.parametrize(
    ("office", "lines"),
    [
        ("Phường Ba Đình, Thành phố Hà Nội", ["Phường Ba Đình,", "Thành phố Hà Nội"]),
        (
            "Xã Phong Điền, Thành phố Cần Thơ (DỮ LIỆU MẪU)",
            ["Xã Phong Điền,", "Thành phố Cần Thơ", "(DỮ LIỆU MẪU)"],
        ),
        (
            "Phường Văn Miếu - Quốc Tử Giám, Thành phố Hà Nội",
            ["Phường Văn Miếu - Quốc Tử Giám,", "Thành phố Hà Nội"],
        ),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_office_breaks_by_its_parts(
    qtbot: QtBot, qapp: QApplication, office: str, lines: list[str], scale: float
) -> None:
    apply(qapp, Theme(scale=scale))
    made = Navigation([], Theme(scale=scale))
    present(qtbot, made, 300, 400)
    made.show_office(office, "")
    settle()
    (words,) = (item for item in made.findChildren(QLabel) if item.text().startswith(lines[0][:2]))
    assert broken(words) == lines
    assert cut_texts(made) == []


def broken(words: QLabel) -> list[str]:
    """The lines of a label as it lays them out."""
    text, width = words.text(), words.contentsRect().width()
    layout = QTextLayout(text, words.font())
    layout.beginLayout()
    found = []
    while (one := layout.createLine()).isValid():
        one.setLineWidth(width)
        found.append(text[one.textStart() : one.textStart() + one.textLength()].replace("\u00a0", " ").strip())
    return found


def line(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found
    return found


def entry(window: QWidget, name: str) -> QToolButton:
    return next(item for item in window.findChildren(QToolButton) if item.text() == name)


def into_navigation(window: QWidget, qtbot: QtBot, key: Qt.Key) -> str:
    """The entry that Tab or Shift+Tab reaches first from the content."""
    line(window).setFocus()
    while True:
        qtbot.keyClick(QApplication.focusWidget(), key)
        reached = QApplication.focusWidget()
        assert isinstance(reached, QToolButton), "the line came round again"
        if reached.isCheckable():
            return reached.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_from_the_content_reaches_the_open_page_first(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    assert into_navigation(window, qtbot, key) == "b"
    navigation = window.findChild(Navigation)
    assert navigation
    line(window).setFocus()
    navigation.mark("c")
    assert into_navigation(window, qtbot, key) == "c"


def test_an_entry_that_only_had_the_keyboard_is_no_stop_later(window: QWidget, qtbot: QtBot) -> None:
    entry(window, "a").setFocus()
    assert into_navigation(window, qtbot, Qt.Key.Key_Tab) == "b"


@pytest.mark.parametrize("height", [300, 150])
def test_the_open_page_is_in_sight(qtbot: QtBot, height: int) -> None:
    made = Navigation([Entry(f"{at}", f"{at}", "store", QWidget) for at in range(12)], Theme())
    present(qtbot, made, 300, 600)
    made.mark("11")
    made.resize(300, height)
    last = entry(made, "11")
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())
    made.mark("0")
    qtbot.waitUntil(lambda: entry(made, "0").visibleRegion().boundingRect() == entry(made, "0").rect())


def test_arrows_still_go_from_entry_to_entry(window: QWidget, qtbot: QtBot) -> None:
    navigation = window.findChild(Navigation)
    assert navigation
    entry(window, "b").setFocus()
    with qtbot.waitSignal(navigation.chosen) as chosen:
        qtbot.keyClick(entry(window, "b"), Qt.Key.Key_Down)
    assert chosen.args == ["c"]
    assert entry(window, "c").hasFocus()
