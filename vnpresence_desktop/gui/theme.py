"""How the whole window looks: Fusion, a palette and one style sheet from `Tokens`, Noto Sans with digits of one width."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from vnpresence_desktop import assets
from vnpresence_desktop.gui.style import sheet
from vnpresence_desktop.gui.tokens import DARK, LIGHT, Tokens

FAMILY: Final = "Noto Sans"
POINTS: Final = 10.0
"""Size of the letters at scale 1.0."""
FUSION: Final = ("-style", "fusion")
"""Arguments of the QApplication: the style that palette and sheet are made for."""
SCALES: Final = (1.0, 1.15, 1.3, 1.5, 1.75)
"""The sizes of letters that the window offers."""

_FONTS = ("Regular", "SemiBold")
_LOADED = "screenFonts"


@dataclass(frozen=True, slots=True)
class Theme:
    """The two choices of the user.

    Attributes:
        dark: dark colours instead of light.
        scale: size of letters and paddings, 1.0 to 1.75.
    """

    dark: bool = False
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        """Its colours."""
        return DARK if self.dark else LIGHT

    def switched(self) -> "Theme":
        """Light instead of dark, dark instead of light."""
        return replace(self, dark=not self.dark)

    def scaled(self, steps: int) -> "Theme":
        """Letters larger (1) or smaller (-1) by so many steps of `SCALES`, within its ends."""
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - self.scale))
        return replace(self, scale=SCALES[max(0, min(len(SCALES) - 1, nearest + steps))])


def apply(app: QApplication, theme: Theme) -> None:
    """Show the whole program so; may be called again at any time, what is open follows.

    Icons on buttons follow by `gui.icons.redress(window)`, which `Shell` calls itself. Fusion is asked for by `FUSION`
    where the application is made: to touch its style from here would build all enums of QStyle, 5 ms before the first painting.
    """
    _load_fonts(app)
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if theme.dark else Qt.ColorScheme.Light)
    app.setFont(screen_font(theme.scale))
    app.setPalette(_palette(theme.tokens))
    app.setStyleSheet(sheet(theme.tokens, theme.scale))


def screen_font(scale: float = 1.0) -> QFont:
    """The letters of the window: Noto Sans, digits of one width."""
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * scale)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _load_fonts(app: QApplication) -> None:
    if app.property(_LOADED):
        return
    for weight in _FONTS:
        data = assets.resource(f"fonts/NotoSans-{weight}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(data)
    app.setProperty(_LOADED, True)  # noqa: FBT003 - Qt's own signature


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.page), (role.WindowText, colours.text), (role.Base, colours.surface),
        (role.AlternateBase, colours.raised), (role.Text, colours.text), (role.Button, colours.surface),
        (role.ButtonText, colours.text), (role.BrightText, colours.error), (role.Highlight, colours.primary),
        (role.HighlightedText, colours.on_primary), (role.PlaceholderText, colours.muted), (role.Link, colours.primary),
        (role.LinkVisited, colours.primary), (role.ToolTipBase, colours.text), (role.ToolTipText, colours.surface),
        (role.Accent, colours.primary), (role.Light, colours.raised), (role.Midlight, colours.raised),
        (role.Mid, colours.line), (role.Dark, colours.edge), (role.Shadow, colours.line),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return palette
