from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from vnpresence_desktop.gui.vietnamese import QtWords, number, speak_vietnamese


@pytest.fixture(autouse=True)
def _vietnamese(qapp: QApplication) -> Iterator[None]:
    speak_vietnamese(qapp)
    yield
    for words in qapp.findChildren(QtWords):
        qapp.removeTranslator(words)
        words.deleteLater()


def is_english(text: str) -> bool:
    plain = text.replace("&", "").split("\t")[0].lower()
    return any(
        word in plain.split() for word in ("ok", "cancel", "save", "open", "close", "yes", "no", "copy", "paste")
    )


def test_every_standard_button(qtbot: QtBot) -> None:
    button = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(
        button.Ok | button.Cancel | button.Save | button.SaveAll | button.Open | button.Close | button.Discard
        | button.Yes | button.No | button.YesToAll | button.NoToAll | button.Apply | button.Reset | button.Retry
        | button.Ignore | button.Abort | button.Help | button.RestoreDefaults
    )  # fmt: skip
    qtbot.addWidget(box)
    texts = {box.standardButton(one): one.text() for one in box.buttons()}
    assert texts[button.Ok] == "Đồng ý"
    assert texts[button.Cancel] == "Hủy"
    assert texts[button.Yes] == "&Có"
    assert texts[button.Discard] == "Bỏ thay đổi"
    assert len(texts) == 18
    assert not [text for text in texts.values() if is_english(text)]


def test_the_menu_of_a_line_and_of_a_text(qtbot: QtBot) -> None:
    for editor in (QLineEdit("a"), QPlainTextEdit("a")):
        qtbot.addWidget(editor)
        menu = editor.createStandardContextMenu()
        texts = [action.text() for action in menu.actions() if action.text()]
        assert len(texts) >= 6
        assert any("Sao" in text for text in texts)
        assert not [text for text in texts if is_english(text)]
        menu.deleteLater()


def test_the_file_dialog_and_the_message_box(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    box = QMessageBox(
        QMessageBox.Icon.Question, "a", "b", QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
    )
    qtbot.addWidget(box)
    texts = [label.text() for label in dialog.findChildren(QLabel)] + [one.text() for one in box.buttons()]
    assert "Tê&n tệp:" in texts
    assert not [text for text in texts if is_english(text)]


def test_what_it_does_not_know_stays_as_qt_says_it() -> None:
    assert QCoreApplication.translate("QFileDialog", "Something new of Qt") == "Something new of Qt"
    assert QtWords().translate("QFileDialog", "Something new of Qt") is None
    assert QtWords().translate("OurOwn", "Save") is None


def test_months_days_and_numbers() -> None:
    assert QLocale().language() is QLocale.Language.Vietnamese
    assert "tháng" in QLocale().monthName(11).lower()
    assert number(1248) == "1.248"
    assert number(0) == "0"
