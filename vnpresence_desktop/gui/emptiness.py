"""What a list without rows says in its middle: what is so in larger letters, what to do below it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from vnpresence_desktop.gui.tokens import colour

_EDGE, _APART = 24, 6
_LETTERS = 64
"""Width of the words at most; a line over the whole window is hard to read."""
_LARGER = 1.15
"""As a card's heading."""
_FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def paint_emptiness(area: QWidget, words: str) -> None:
    """Paint on the ground of a list.

    Args:
        area: the list's viewport; its letters count.
        words: one sentence is said quietly; of more the first one is the heading.
    """
    title, parted, advice = words.partition(". ")
    lines = [(title, _heading(area.font()), "text"), (advice, area.font(), "muted")]
    painter = QPainter(area)
    _paint(painter, _place(area), lines if parted else [(words, area.font(), "muted")])
    painter.end()


def _heading(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _LARGER)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _place(area: QWidget) -> QRect:
    room = area.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    width = min(room.width(), area.fontMetrics().averageCharWidth() * _LETTERS)
    return QRect(room.center().x() - width // 2, room.y(), width, room.height())


def _paint(painter: QPainter, place: QRect, lines: list[tuple[str, QFont, str]]) -> None:
    """A little above the middle, from the top where there is no room for that."""
    heights = []
    for text, font, _ in lines:
        painter.setFont(font)
        heights.append(painter.boundingRect(place, int(_FLAGS), text).height())
    top = place.y() + max(0, (place.height() - sum(heights) - _APART) * 2 // 5)
    for (text, font, ink), height in zip(lines, heights, strict=True):
        painter.setFont(font)
        painter.setPen(colour(ink))
        painter.drawText(QRect(place.x(), top, place.width(), height), int(_FLAGS), text)
        top += height + _APART
