"""A page that stands alone, without navigation: one column in the middle, what can be done below it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.gui.parts import GAP, row, scrolling

_LETTERS = 112
"""Width of the column in letters."""


def column(*widgets: QWidget) -> QWidget:
    """Widgets below each other, at the top."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 24, 0, 24)
    lines.setSpacing(GAP)
    for widget in widgets:
        lines.addWidget(widget)
    lines.addStretch(1)
    return made


def step(column: QWidget, words: QWidget, *acts: QWidget) -> QWidget:
    """A column in the middle that scrolls in a low window; below it a bar with words and the acts, the main one last."""
    around, bar, whole = QWidget(), QFrame(), QWidget()
    middle = QHBoxLayout(around)
    middle.setContentsMargins(24, 0, 24, 0)
    column.setMaximumWidth(around.fontMetrics().averageCharWidth() * _LETTERS)
    middle.addStretch(1)
    middle.addWidget(column, 100)
    middle.addStretch(1)
    bar.setProperty("role", "actions")
    line = row(*acts)
    line.insertWidget(0, words, 1)
    line.setContentsMargins(24, 8, 24, 8)
    line.setSpacing(12)
    bar.setLayout(line)
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(scrolling(around), 1)
    lines.addWidget(bar)
    return whole
