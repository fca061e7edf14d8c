"""Icons (Lucide, `resources/icons`) in the window's colours, sharp at every device pixel ratio.

For a button: ``icons.dress(button, "save", "on_primary")``. For a picture beside text: ``Picture("info", "primary")``.
Colours are names of `Tokens`; both follow when the user switches between light and dark.
"""

from collections.abc import Collection
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from vnpresence_desktop import assets
from vnpresence_desktop.gui.tokens import tokens

_DRESS = "iconDress"
_SWITCHED_OFF = {"nav_text": "edge"}
"""Colour of an icon on a disabled button, as that of its words; "muted" where none is named."""


@cache
def _drawing(name: str) -> str:
    return assets.text(f"icons/{name}.svg")


def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


def icon(name: str, colour: str, size: int = 18, gap: int = 0, ratios: Collection[float] = (), off: str = "") -> QIcon:
    """An icon in one colour.

    Args:
        name: a file of `resources/icons` without ".svg".
        colour: "#RRGGBB", e.g. ``tokens().primary``.
        size: side in device-independent pixels.
        gap: free space to its right, which keeps a button's text away.
        ratios: device pixel ratios to draw it for, usually those of the screens there are.
        off: "#RRGGBB" for a disabled button; "" leaves it to Qt, which pales the colour.
    """
    renderer, made = _renderer(name, colour), QIcon()
    for ratio in ratios or {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
        if off:
            made.addPixmap(_tinted(pixmap, off), QIcon.Mode.Disabled)
    return made


def _tinted(drawn: QPixmap, colour: str) -> QPixmap:
    """The same drawing in another colour."""
    made = QPixmap(drawn)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, made.width(), made.height()), QColor(colour))
    painter.end()
    return made


def dress(button: QAbstractButton, name: str, token: str = "text") -> None:  # noqa: S107 - a colour, no secret
    """Give a button an icon in a colour of `Tokens`, as large as its letters; it follows `redress`."""
    button.setProperty(_DRESS, f"{name} {token}")
    _put_on(button)


def redress(window: QWidget) -> None:
    """Draw all icons given by `dress` anew, after the theme changed."""
    for button in window.findChildren(QAbstractButton):
        if button.property(_DRESS):
            _put_on(button)


def _put_on(button: QAbstractButton) -> None:
    name, token = str(button.property(_DRESS)).split()
    button.ensurePolished()
    side = round(button.fontMetrics().height() * 0.95)
    gap = round(side * 0.3) if button.text() else 0
    on, off = (str(getattr(tokens(), colour)) for colour in (token, _SWITCHED_OFF.get(token, "muted")))
    button.setIcon(icon(name, on, side, gap, off=off))
    button.setIconSize(QSize(side + gap, side))


class Picture(QWidget):
    """An icon beside text: as large as the letters times ``times``, in a colour of `Tokens`; tells nothing to screen readers."""

    def __init__(self, name: str, token: str = "muted", times: float = 1.0, parent: QWidget | None = None) -> None:  # noqa: S107
        super().__init__(parent)
        self._name, self._token, self._times = name, token, times
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square as high as the letters."""
        side = round(self.fontMetrics().height() * self._times)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it for the screen it is on."""
        painter = QPainter(self)
        colour = str(getattr(tokens(), self._token))
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        _renderer(self._name, colour).render(painter, box)
        painter.end()
