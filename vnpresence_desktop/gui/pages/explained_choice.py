"""One of a few ways, each explained in a sentence below it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from vnpresence_desktop.gui.parts import label

_INDENT = 28


class ExplainedChoice(QWidget):
    """Signal ``chosen(str)``: a code, by the user's hand only."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Make it; ``choices`` are code, title, sentence. The first one is chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for code, title, sentence in choices:
            made = self.buttons[str(code)] = QRadioButton(title)
            made.setAccessibleDescription(sentence)
            self._group.addButton(made)
            explained = label(sentence, "muted", wrap=True)
            explained.setContentsMargins(_INDENT, 0, 0, 6)
            column.addWidget(made)
            column.addWidget(explained)
            made.clicked.connect(lambda _, code=str(code): self.chosen.emit(code))
        self.put(str(choices[0][0]))

    def value(self) -> str:
        """The code chosen."""
        return next(code for code, made in self.buttons.items() if made.isChecked())

    def put(self, code: str) -> None:
        """Choose one, quietly."""
        self.buttons[code].setChecked(True)
