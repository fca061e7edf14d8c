"""What the user chose for this window on this PC: light or dark, size of letters, where the window was. No personal data."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from vnpresence_desktop.gui.theme import SCALES, Theme


class Preferences:
    """Kept in one ini file; a file that can't be read or written only means the usual choices."""

    def __init__(self, file: Path) -> None:
        self._ini = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        """Light or dark and the size of letters."""
        try:
            scale = float(str(self._ini.value("window/scale", 1.0)))
        except ValueError:
            scale = 1.0
        within = min(max(SCALES[0], scale), SCALES[-1])  # in this order "nan" gives the usual size
        return Theme(dark=str(self._ini.value("window/dark", "false")) == "true", scale=within)

    def keep_theme(self, theme: Theme) -> None:
        """Remember the theme."""
        self._ini.setValue("window/dark", "true" if theme.dark else "false")
        self._ini.setValue("window/scale", theme.scale)
        self._ini.sync()

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt saved it; empty the first time."""
        value = self._ini.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._ini.setValue("window/geometry", geometry)
        self._ini.sync()

    def columns(self, of: str) -> tuple[str, ...]:
        """The columns chosen for a list, () where none were; ``of``: which list, e.g. "household"."""
        kept = str(self._ini.value(f"columns/{of}", ""))
        return tuple(filter(None, kept.split(" ")))

    def keep_columns(self, of: str, names: Sequence[str]) -> None:
        """Remember the columns of a list; none for the usual ones."""
        self._ini.setValue(f"columns/{of}", " ".join(names))
        self._ini.sync()
