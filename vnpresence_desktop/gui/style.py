"""The style sheet of the window: one text, filled from `Tokens` and scaled; ``8sp`` are pixels, ``9fp`` points to be scaled.

Widgets say what they are by dynamic properties, which `gui.parts` sets: ``role`` of labels and frames, ``kind`` of buttons,
``level`` of messages, ``state`` of fields. Focus is a ring of 2 px on every kind of widget that takes the keyboard.
"""

import re
from dataclasses import asdict

from vnpresence_desktop import assets
from vnpresence_desktop.gui.tokens import DARK, Tokens

_SHEET = """
QMainWindow, QDialog, QWidget[role="page"] { background: @page; }
QToolTip { background: @text; color: @surface; border: 0; padding: 4sp 8sp; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 16fp; font-weight: 600; }
QLabel[role="heading"] { font-size: 11.5fp; font-weight: 600; }
QLabel[role="label"] { font-weight: 600; }
QLabel[role="star"] { color: @error; font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: 9fp; }
QLabel[role="figure"] { font-size: 18fp; font-weight: 600; }
QLabel[role="pill"] { background: @primary_soft; color: @primary; border-radius: 9sp; padding: 2sp 10sp;
  font-size: 9fp; font-weight: 600; }
QLabel[role="key"] { background: @raised; border: 1px solid @line; border-radius: 4px; padding: 1sp 7sp;
  font-size: 9fp; font-weight: 600; }
QLabel[role="message"] { font-size: 9fp; color: @muted; }
QLabel[role="message"][level="error"] { color: @error; }
QLabel[role="message"][level="warning"] { color: @warning; }
QLabel[role="message"][level="ok"] { color: @ok; }
QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[role="notice"] { background: @primary_soft; border: 1px solid @primary; border-radius: 8px; }
QFrame[role="notice"][level="ok"] { background: @ok_soft; border-color: @ok; }
QFrame[role="notice"][level="warning"] { background: @warning_soft; border-color: @warning; }
QFrame[role="notice"][level="error"] { background: @error_soft; border-color: @error; }
QFrame[role="strip"] { background: @primary_soft; border: 0; border-bottom: 1px solid @line; }
QFrame[role="strip"][level="ok"] { background: @ok_soft; }
QFrame[role="strip"][level="warning"] { background: @warning_soft; }
QFrame[role="strip"][level="error"] { background: @error_soft; }
QFrame[role="sheet"] { background: @surface; border: 0; border-left: 1px solid @edge; }
QFrame[role="sheet"]:focus { border-left: 3px solid @focus; }
QFrame[role="actions"] { background: @surface; border: 0; border-top: 1px solid @line; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: @surface; color: @text;
  border: 1px solid @edge; border-radius: 5px; padding: 4sp 8sp; min-height: 22sp;
  selection-background-color: @primary; selection-color: @on_primary; placeholder-text-color: @muted; }
QPlainTextEdit, QTextEdit { padding: 2sp 4sp; }
QLineEdit[state="error"], QComboBox[state="error"], QPlainTextEdit[state="error"], QListWidget[state="error"] {
  border-color: @error; background: @error_soft; }
QLineEdit[state="warning"], QComboBox[state="warning"], QPlainTextEdit[state="warning"], QListWidget[state="warning"] {
  border-color: @warning; background: @warning_soft; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @focus; padding: 3sp 7sp; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @focus; padding: 1sp 3sp; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @raised; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled {
  color: @muted; background: @raised; border-color: @line; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: 0; width: 26sp; }
QComboBox::down-arrow { image: url("@arrow"); width: 14sp; height: 14sp; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @edge; border-radius: 0; padding: 2sp;
  selection-background-color: @chosen; selection-color: @chosen_text; outline: 0; }
QComboBox QAbstractItemView::item { min-height: 26sp; padding: 0 6sp; }

QPushButton { background: @surface; color: @text; border: 1px solid @edge; border-radius: 5px; padding: 4sp 14sp;
  min-height: 22sp; font-weight: 600; }
QPushButton:hover { background: @raised; border-color: @muted; }
QPushButton:pressed { background: @chosen; }
QPushButton:disabled { color: @muted; background: @raised; border-color: @line; }
QPushButton[kind="primary"] { background: @primary; color: @on_primary; border-color: @primary; }
QPushButton[kind="primary"]:hover { background: @primary_hover; border-color: @primary_hover; }
QPushButton[kind="primary"]:disabled { color: @muted; background: @raised; border-color: @line; }
QPushButton[kind="danger"] { color: @error; border-color: @error; }
QPushButton[kind="chip"] { background: @primary_soft; color: @primary; border: 1px solid @primary_soft; border-radius: 12sp;
  padding: 2sp 10sp; }
QPushButton[kind="chip"]:hover { border-color: @primary; }
QPushButton[kind="segment"] { border-radius: 0; color: @muted; }
QPushButton[kind="segment"][end="left"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; border-right: 0; }
QPushButton[kind="segment"][end="right"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QPushButton[kind="segment"][end="alone"] { border-radius: 5px; padding: 4sp 10sp; }
QPushButton[kind="segment"]:checked { background: @primary_soft; color: @primary; border: 1px solid @primary; }
QPushButton[kind="link"] { color: @primary; background: transparent; border: 1px solid transparent; padding: 4sp 6sp; }
QPushButton[kind="link"][flush="true"] { padding-left: 1sp; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: @muted; }
QPushButton[kind="danger"]:disabled { color: @muted; border-color: @line; }
QPushButton:focus { border: 2px solid @focus; padding: 3sp 13sp; }
QPushButton[kind="primary"]:focus { border: 4px double @on_primary; padding: 1sp 11sp; }
QPushButton[kind="chip"]:focus { border: 2px solid @focus; padding: 1sp 9sp; }
QPushButton[kind="link"]:focus { border: 2px solid @focus; padding: 3sp 5sp; }
QPushButton[kind="link"][flush="true"]:focus { padding-left: 0; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 5px; padding: 3sp; }
QToolButton:hover { background: @raised; }
QToolButton:focus { border: 2px solid @focus; }
QLineEdit QToolButton { padding: 0; border: 0; }
QCheckBox, QRadioButton { spacing: 8sp; padding: 3sp; border: 2px solid transparent; border-radius: 5px; min-height: 20sp; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator { width: 15sp; height: 15sp; border: 1px solid @edge;
  border-radius: 3px; background: @surface; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked { background: @primary;
  border-color: @primary; image: url("@check"); }
QRadioButton::indicator { width: 13sp; height: 13sp; border: 1px solid @edge; border-radius: 7sp; background: @surface; }
QRadioButton::indicator:checked { width: 7sp; height: 7sp; border: 4sp solid @primary; }
QRadioButton::indicator:disabled { background: @raised; border-color: @line; }
QCheckBox::indicator:indeterminate { background: @edge; }
QCheckBox::indicator:disabled { background: @raised; border-color: @line; }
QSlider { border: 2px solid transparent; border-radius: 5px; }
QSlider:focus { border: 2px solid @focus; }
QTabBar::tab { padding: 6sp 14sp; border: 2px solid transparent; border-bottom: 2px solid @line; color: @muted; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @primary; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid @focus; border-radius: 4px; }
QTabWidget::pane { border: 0; }

QTableView, QListView, QTreeView { background: @surface; alternate-background-color: @raised; color: @text;
  border: 1px solid @line; border-radius: 8px; padding: 1px; gridline-color: @line; outline: 0;
  selection-background-color: @chosen; selection-color: @chosen_text; }
QListView { border-color: @edge; border-radius: 5px; }
QListView:disabled { color: @muted; background: @raised; border-color: @line; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid @focus; padding: 0; }
QTableView::item { padding: 0 8sp; border: 0; }
QTableView::item:selected { background: @chosen; color: @chosen_text; }
QListView::item { padding: 3sp 6sp; border: 0; }
QListView::item:selected { background: @chosen; color: @chosen_text; }
QHeaderView { background: @raised; border: 0; }
QHeaderView::section { background: @raised; color: @muted; border: 0; border-bottom: 1px solid @line;
  padding: 6sp 11sp; font-weight: 600; }
QTableCornerButton::section { background: @raised; border: 0; }
QCalendarWidget QToolButton { color: @text; font-weight: 600; padding: 4sp 8sp; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @raised; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView { border-radius: 0; }
QCalendarWidget QTableView::item { padding: 0; }
QMenu { background: @surface; color: @text; border: 1px solid @edge; padding: 4sp; }
QMenu::item { padding: 6sp 22sp; border-radius: 4px; }
QMenu::item:selected { background: @chosen; color: @chosen_text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4sp 8sp; }
QProgressBar { background: @raised; border: 1px solid @line; border-radius: 5px; text-align: center; min-height: 18sp; }
QProgressBar::chunk { background: @chosen; border-radius: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QScrollArea { border: 0; background: transparent; }
QScrollArea:focus { border: 2px solid @focus; border-radius: 5px; }
QWidget[role="body"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QStatusBar { background: @surface; color: @muted; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @muted; padding: 2sp 6sp; }

QFrame[role="nav"] { background: @nav; border: 0; }
QFrame[role="nav"] QLabel { color: @nav_text; }
QFrame[role="nav"] QLabel[role="brand"] { color: @nav_active_text; font-size: 13fp; font-weight: 600; }
QFrame[role="nav"] QLabel[role="office"] { font-size: 9fp; }
QFrame[role="nav"] QToolButton { color: @nav_text; border: 2px solid transparent; border-radius: 0; padding: 7px 12px;
  text-align: left; font-weight: 600; }
QFrame[role="nav"] QToolButton:disabled { color: @edge; }
QFrame[role="nav"] QToolButton:hover { background: @nav_active; color: @nav_active_text; }
QFrame[role="nav"] QToolButton:checked { background: @nav_active; color: @nav_active_text; border-left: 4px solid @primary;
  padding-left: 10px; }
QFrame[role="nav"] QToolButton:focus { border: 2px solid @focus; color: @nav_active_text; }
QFrame[role="nav"] QToolButton::menu-indicator { image: none; }
"""


def sheet(colours: Tokens, scale: float) -> str:
    """The style sheet for these colours at this scale of the letters (1.0 to 1.75)."""
    values = asdict(colours) | {"arrow": _file("chevron-down", colours), "check": _file("check", colours)}
    text = re.sub(r"@(\w+)", lambda found: values[found[1]], _SHEET)
    text = re.sub(r"(\d+)sp\b", lambda found: f"{round(int(found[1]) * scale)}px", text)
    return re.sub(r"([\d.]+)fp\b", lambda found: f"{float(found[1]) * scale:.1f}pt", text)


def _file(icon: str, colours: Tokens) -> str:
    file = assets.resource(f"icons/{icon}-{'dark' if colours is DARK else 'light'}.svg")
    return str(file).replace("\\", "/")
