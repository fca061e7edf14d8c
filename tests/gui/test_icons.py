import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vnpresence_desktop import assets
from vnpresence_desktop.gui.icons import Picture, dress, icon, redress
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.tokens import DARK, LIGHT

FOLDER = Path(str(assets.resource("icons")))
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


def colours_of(image: QImage) -> set[str]:
    """The colours of whatever is fully drawn."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    image = icon(name, "#0B5CAD", 24, ratios=[2.0]).pixmap(QSize(24, 24), 2.0).toImage()
    drawn = colours_of(image)
    assert drawn
    assert name.endswith(("-light", "-dark")) or all(QColor(one).blue() > QColor(one).red() for one in drawn)


def test_the_set_is_small_and_of_one_make() -> None:
    assert 20 <= len(NAMES) <= 50
    texts = [(FOLDER / f"{name}.svg").read_text(encoding="utf-8") for name in NAMES]
    assert all(re.match(r'<svg [^>]*viewBox="0 0 24 24"', text) for text in texts)
    assert "ISC License" in (FOLDER / "lucide-LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_an_icon_is_drawn_for_each_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = icon("save", "#000000", 20, ratios=[1.0, ratio]).pixmap(QSize(20, 20), ratio)
    assert pixmap.width() == round(20 * ratio)
    assert icon("save", "#000000", 20).pixmap(QSize(20, 20), 1.0).width() == 20


def test_a_dressed_button_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Lưu", window)
    button.setProperty("kind", "primary")
    dress(button, "save", "on_primary")
    assert colours_of(button.icon().pixmap(button.iconSize()).toImage()) == {LIGHT.on_primary.lower()}
    small = button.iconSize().height()
    apply(qapp, Theme(dark=True, scale=1.5))
    redress(window)
    assert DARK.on_primary.lower() in colours_of(button.icon().pixmap(button.iconSize()).toImage())
    assert button.iconSize().height() > small


@pytest.mark.parametrize("dark", [False, True])
def test_the_icon_of_a_disabled_button_is_as_readable_as_its_words(
    qtbot: QtBot, qapp: QApplication, dark: bool
) -> None:
    apply(qapp, Theme(dark=dark))
    button = QPushButton("Lưu")
    qtbot.addWidget(button)
    dress(button, "save", "on_primary")
    drawn = button.icon().pixmap(button.iconSize(), QIcon.Mode.Disabled).toImage()
    assert colours_of(drawn) == {(DARK if dark else LIGHT).muted.lower()}


def test_a_picture_shows_its_icon_in_its_colour(qtbot: QtBot) -> None:
    picture = Picture("info", "error", 2.0)
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    red = picture.grab().toImage()
    picture.show_icon("info", "ok")
    assert picture.grab().toImage() != red
