import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from vnpresence_desktop.gui.style import sheet
from vnpresence_desktop.gui.theme import SCALES, Theme, apply, screen_font
from vnpresence_desktop.gui.tokens import DARK, LIGHT, Tokens


def primary() -> QPushButton:
    button = QPushButton("Lưu")
    button.setProperty("kind", "primary")
    return button


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab("Một")
    return bar


FOCUSABLE: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit, "lines": QPlainTextEdit, "text": QTextEdit, "list box": QComboBox, "spin": QSpinBox,
    "button": lambda: QPushButton("Lưu"), "primary": primary, "tool": lambda: QToolButton(text="x"),
    "check": lambda: QCheckBox("Có"), "radio": lambda: QRadioButton("Có"), "table": lambda: QTableWidget(2, 2),
    "list": QListWidget, "tabs": tabs, "slider": lambda: QSlider(Qt.Orientation.Horizontal),
}  # fmt: skip


BAND = 6
"""Pixels from the edge within which the ring lies."""


def ringed_sides(before: QImage, after: QImage, area: QRect) -> list[float]:
    """For the four sides of an area: the share of its length where something near the edge changed plainly."""

    def changed(x: int, y: int) -> bool:
        one, two = before.pixelColor(x, y), after.pixelColor(x, y)
        return sum(abs(a - b) for a, b in zip(one.getRgb(), two.getRgb(), strict=True)) > 60

    xs, ys, band = range(area.left(), area.right() + 1), range(area.top(), area.bottom() + 1), range(BAND)
    left = sum(any(changed(area.left() + n, y) for n in band) for y in ys) / len(ys)
    right = sum(any(changed(area.right() - n, y) for n in band) for y in ys) / len(ys)
    top = sum(any(changed(x, area.top() + n) for n in band) for x in xs) / len(xs)
    bottom = sum(any(changed(x, area.bottom() - n) for n in band) for x in xs) / len(xs)
    return [left, top, right, bottom]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", FOCUSABLE)
def test_focus_is_a_ring_on_every_kind(qtbot: QtBot, qapp: QApplication, kind: str, dark: bool) -> None:
    apply(qapp, Theme(dark=dark))
    window = QWidget()
    qtbot.addWidget(window)
    column, other, widget = QVBoxLayout(window), QLineEdit(), FOCUSABLE[kind]()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(other)
    column.addWidget(widget)
    window.resize(220, 200)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    after = widget.grab().toImage()
    assert widget.hasFocus()
    area = widget.tabRect(0) if isinstance(widget, QTabBar) else widget.rect()
    assert min(ringed_sides(before, after, area)) > 0.6


@pytest.mark.parametrize("scale", [1.0, 1.5, 1.75])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_sheet_is_filled_and_its_files_are_there(colours: Tokens, scale: float) -> None:
    text = sheet(colours, scale)
    assert not re.search(r"@\w|\dsp\b|\dfp\b", text)
    files = re.findall(r'url\("(.+?)"\)', text)
    assert len(files) >= 2
    assert all(Path(file).is_file() for file in files)


def test_letters_and_paddings_grow_together() -> None:
    assert "font-size: 16.0pt" in sheet(LIGHT, 1.0)
    assert "font-size: 24.0pt" in sheet(LIGHT, 1.5)
    assert "min-height: 22px" in sheet(LIGHT, 1.0)
    assert "min-height: 33px" in sheet(LIGHT, 1.5)


def test_letters_are_noto_sans_with_digits_of_one_width(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Noto Sans"
    metrics = QFontMetricsF(screen_font(1.5))
    assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ăâđêôơưẾỆỷỹẵẫộớĐ")


def test_palette_and_colour_scheme_follow(qapp: QApplication) -> None:
    for theme, colours in ((Theme(dark=True), DARK), (Theme(), LIGHT)):
        apply(qapp, theme)
        assert qapp.palette().window().color() == QColor(colours.page)
        assert qapp.palette().placeholderText().color() == QColor(colours.muted)
        assert colours.surface in qapp.styleSheet()
        assert qapp.font().pointSizeF() == pytest.approx(10.0)


def test_steps_of_the_letters() -> None:
    assert Theme().scaled(1).scale == SCALES[1]
    assert Theme().scaled(-1) == Theme()
    assert Theme(scale=1.75).scaled(1).scale == 1.75
    assert Theme(dark=True, scale=1.5).switched() == Theme(dark=False, scale=1.5)
