"""A PDF looked at within the program: its pages one below the other, drawn when they come into sight.

It knows no PDF library: app.py gives it what draws (`Renderer`). Keys: Page Up and Page Down turn pages, Home and End go to
the first and last, + and - (or Ctrl with the wheel) enlarge and shrink, 0 fits the page to the width.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from vnpresence_desktop.gui.tokens import colour

_GAP = 12
_POINTS, _SCREEN = 72, 96
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Zooms that + and - go through; 1.0 is the size of paper on a usual screen."""
_KEPT = 8
"""Pictures of pages kept; a page of A4 at 96 dpi takes 3.6 MB."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """What draws a PDF, see `vnpresence_desktop.documents.preview`.

    Attributes:
        sizes: PDF → width and height of each page in points.
        draw: PDF, page from 0, dots per inch → width, height in pixels, bytes (blue, green, red, unused).
    """

    sizes: Callable[[bytes], Sequence[tuple[float, float]]]
    draw: Callable[[bytes, int, float], tuple[int, int, bytes]]


def picture(drawn: tuple[int, int, bytes]) -> QImage:
    """What a `Renderer` drew as a picture of Qt; it owns its pixels."""
    width, height, pixels = drawn
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class PdfView(QAbstractScrollArea):
    """See the module's text.

    Signals:
        turned(int, int): the page in sight, from 1, and how many there are; 0, 0 where there is none.
        zoomed(int): per cent of the size on paper.
    """

    turned = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, renderer: Renderer, name: str) -> None:
        super().__init__()
        self._renderer, self._pdf = renderer, b""
        self._sizes: Sequence[tuple[float, float]] = ()
        self._zoom: float | None = None
        self._places: list[QRectF] = []
        self._drawn: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._told = (-1, -1)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    # -- what is shown

    @property
    def pdf(self) -> bytes:
        """The file shown; b"" while there is none."""
        return self._pdf

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, from 0: the one that holds the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return next((at for at, place in enumerate(self._places) if place.bottom() + _GAP > middle), self.pages - 1)

    @property
    def scale(self) -> float:
        """Pixels a point."""
        if self._zoom is not None:
            return self._zoom * _SCREEN / _POINTS
        widest = max((width for width, _ in self._sizes), default=595.0)
        return max(0.1, (self.viewport().width() - 2 * _GAP) / widest)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a file; where one was shown before, the place in it stays. b"" empties. Raises UserError as the renderer."""
        self._sizes = self._renderer.sizes(pdf) if pdf else ()
        self._pdf = pdf
        self._drawn.clear()
        self._arrange()

    def go_to(self, page: int) -> None:
        """Bring the top of a page, from 0, to the top of the view."""
        if self._places:
            place = self._places[max(0, min(page, self.pages - 1))]
            self.verticalScrollBar().setValue(round(place.top()) - _GAP)

    def zoom(self, steps: int) -> None:
        """Enlarge (1) or shrink (-1); 0 fits the page to the width."""
        now = self.scale * _POINTS / _SCREEN
        if steps > 0:
            self._zoom = next((step for step in _STEPS if step > now + 0.01), _STEPS[-1])
        elif steps < 0:
            self._zoom = next((step for step in reversed(_STEPS) if step < now - 0.01), _STEPS[0])
        else:
            self._zoom = None
        self._arrange()

    # -- layout

    def _arrange(self) -> None:
        """Lay the pages out; what was in the middle stays there."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        before = (bar.value() + height / 2) / max(1.0, self._height()) if bar.value() else 0.0
        scale, top = self.scale, float(_GAP)
        room = max(self.viewport().width(), max((w * scale for w, _ in self._sizes), default=0) + 2 * _GAP)
        self._places = []
        for width, tall in self._sizes:
            self._places.append(QRectF((room - width * scale) / 2, top, width * scale, tall * scale))
            top += tall * scale + _GAP
        bar.setRange(0, max(0, round(self._height()) - height))
        bar.setPageStep(height)
        bar.setSingleStep(40)
        side = self.horizontalScrollBar()
        side.setRange(0, max(0, round(room) - self.viewport().width()))
        side.setPageStep(self.viewport().width())
        if before:
            bar.setValue(round(before * self._height() - height / 2))
        self._tell()
        self.zoomed.emit(round(scale * _POINTS / _SCREEN * 100))
        self.viewport().update()

    def _height(self) -> float:
        return self._places[-1].bottom() + _GAP if self._places else 0.0

    def _tell(self) -> None:
        now = (self.page + 1, self.pages) if self.pages else (0, 0)
        if now != self._told:
            self._told = now
            self.setAccessibleDescription(f"Trang {now[0]} trên {now[1]}" if self.pages else "Chưa có trang nào")
            self.turned.emit(*now)

    # -- painting

    def _pixmap(self, page: int) -> QPixmap:
        ratio = self.viewport().devicePixelRatioF()
        key = (page, round(self.scale * ratio * 1000))
        if key not in self._drawn:
            image = picture(self._renderer.draw(self._pdf, page, self.scale * _POINTS * ratio))
            self._drawn[key] = QPixmap.fromImage(image)
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pages in sight on their ground."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("line"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = QRectF(self.viewport().rect())
        for page, whole in enumerate(self._places):
            place = whole.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            if place.intersects(seen):
                pixmap = self._pixmap(page)
                painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
                painter.setPen(QPen(colour("edge")))
                painter.drawRect(place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colour("focus")), 2))
            painter.drawRect(seen.adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Pages that fit the width follow it."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """The ring of focus comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    # -- keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See the module's text."""
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self.page + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self.page - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self.pages - 1),
            Qt.Key.Key_Plus: lambda: self.zoom(1),
            Qt.Key.Key_Equal: lambda: self.zoom(1),
            Qt.Key.Key_Minus: lambda: self.zoom(-1),
            Qt.Key.Key_0: lambda: self.zoom(0),
        }
        act = acts.get(event.key())
        if act and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            act()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """With Ctrl enlarge and shrink, else scroll."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
