"""A line at the foot of a list that says what hindered reading its rows."""

from PySide6.QtWidgets import QAbstractScrollArea

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Strip


class Foot(Strip):
    """Lies over the last rows; hidden until there is something to say, as every `Strip`."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__()
        self._area = area
        self.setParent(area)
        self.hide()

    def tell(self, error: UserError) -> None:
        """Say it."""
        self.say("error", f"{error.title} {error.advice}")
        self.lay()

    def lay(self) -> None:
        """Take the place at the foot, after the list's size has changed."""
        room = self._area.viewport().geometry()
        height = self.heightForWidth(room.width())
        self.setGeometry(room.x(), room.bottom() + 1 - height, room.width(), height)
        self.raise_()
