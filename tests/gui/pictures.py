"""A picture of what a widget shows, judged by its colours; nothing is compared with a stored image."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.tokens import Tokens, contrast, tokens

LOOKS = {
    "light": Theme(), "dark": Theme(dark=True), "light 150": Theme(scale=1.5), "dark 150": Theme(dark=True, scale=1.5),
}  # fmt: skip
_CORNER = 9
"""Pixels at either end of a side that its round corners take."""
_ROOM = 8
_OPACITY = slice(3 if sys.byteorder == "little" else 0, None, 4)
"""Where the opacity of each pixel stands among the bytes of an image of 32 bits a pixel."""


@contextmanager
def looking(app: QApplication, look: str) -> Iterator[Tokens]:
    """The program in one of `LOOKS`, given its colours; the cursor stands still."""
    flash = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    apply(app, LOOKS[look])
    yield tokens()
    app.setCursorFlashTime(flash)


class Shot:
    """A widget as its window shows it now, pixel by pixel; colours are "#RRGGBB" as in `Tokens`."""

    def __init__(self, widget: QWidget, margin: int = 0) -> None:
        area = widget.rect().adjusted(margin, margin, -margin, -margin)
        window = widget.window()
        picture = window.grab(QRect(widget.mapTo(window, area.topLeft()), area.size())).toImage()
        self.rows = rows(picture.convertToFormat(QImage.Format.Format_RGB32))

    def counted(self) -> Counter[str]:
        """How often each colour occurs, the most frequent first."""
        counts = Counter(point for row in self.rows for point in row)
        return Counter({hexed(point): count for point, count in counts.most_common()})

    @property
    def ground(self) -> str:
        """The colour that most of it has."""
        return next(iter(self.counted()))

    @property
    def ink(self) -> str:
        """The colour that stands out most from the ground; soft edges of letters lie between the two."""
        ground, *others = self.counted()
        return max(others, key=lambda colour: far(colour, ground), default=ground)

    @property
    def contrast(self) -> float:
        """Of what is written or drawn to its ground, as it came out."""
        return contrast(self.ground, self.ink)

    def ring(self, depth: int) -> set[str]:
        """The colours all round, so many pixels from the edge, without the round corners."""
        sides = [self.rows[depth], self.rows[-1 - depth]]
        sides += [[row[place] for row in self.rows] for place in (depth, -1 - depth)]
        return {hexed(point) for side in sides for point in side[_CORNER:-_CORNER]}

    def __eq__(self, other: object) -> bool:
        """Whether the two look the same."""
        return isinstance(other, Shot) and self.rows == other.rows

    __hash__ = None  # type: ignore[assignment]


def rows(image: QImage) -> list[list[int]]:
    """The pixels of an image of 32 bits a pixel, row by row."""
    points, step = memoryview(image.constBits()).cast("I"), image.bytesPerLine() // 4
    return [list(points[start : start + image.width()]) for start in range(0, step * image.height(), step)]


def hexed(point: int) -> str:
    """The colour of a pixel as tokens are written."""
    return f"#{point & 0xFFFFFF:06X}"


def far(one: str, two: str) -> int:
    """How far two colours lie apart, 0 to 765."""
    return sum(abs(int(one[at : at + 2], 16) - int(two[at : at + 2], 16)) for at in (1, 3, 5))


def same(one: str, two: str) -> bool:
    """Whether two colours are one to the eye; the strokes of small letters come out a shade paler."""
    return far(one, two) <= 24


def settle() -> None:
    """Let everything be laid out that waits to be."""
    for _ in range(5):
        QApplication.processEvents()


# -- cut texts


def labels(within: QWidget) -> Iterator[QLabel]:
    """Every label that is shown and says something."""
    return (item for item in within.findChildren(QLabel) if item.isVisible() and item.text())


def cut_texts(within: QWidget) -> list[str]:
    """Which labels have too little room, are painted beyond their edge, or lie outside what holds them."""
    return [f"{item.text()!r}: {why}" for item in labels(within) for why in [_cut(item)] if why]


def _cut(item: QLabel) -> str:
    room, text = item.contentsRect().size(), item.text().replace("&", "") if item.buddy() else item.text()
    wrap = Qt.TextFlag.TextWordWrap if item.wordWrap() else 0
    needed = item.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), wrap, text).size()
    if needed.width() > room.width() or needed.height() > room.height():
        return f"needs {needed.width()}×{needed.height()}, has {room.width()}×{room.height()}"
    if item.visibleRegion().boundingRect() != item.rect():
        return "is outside or covered"
    return "" if _painted(item, text, 0) == _painted(item, text, _ROOM) else "runs over its edge"


def _painted(item: QLabel, text: str, free: int) -> int:
    """How many pixels the letters of a label take in its room with so much more room on every side."""
    twin = QLabel(text)
    twin.setFont(item.font())
    twin.setWordWrap(item.wordWrap())
    twin.setAlignment(item.alignment())
    twin.setContentsMargins(free, free, free, free)
    twin.resize(item.contentsRect().size().grownBy(twin.contentsMargins()))
    picture = twin.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    seen = bytes(picture.constBits())[_OPACITY]
    return len(seen) - seen.count(0)
