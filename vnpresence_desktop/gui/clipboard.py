"""A table onto the clipboard, as text and as HTML at once."""

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication


def put_table(text: str, html: str) -> None:
    """Put the same table there twice; the program it is pasted into takes the form it knows best."""
    data = _made_by_qt()
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def _made_by_qt() -> QMimeData:
    """Blank data that Qt itself made.

    The clipboard outlives Python: data made in Python would be looked up there at the very end, and the process would die.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0, 0)])
    for name in data.formats():
        data.removeFormat(name)
    return data
