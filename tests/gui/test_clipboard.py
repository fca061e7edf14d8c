"""What is copied can be pasted as text and as a table, and the program still ends well with it on the clipboard."""

import subprocess
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vnpresence_desktop.gui.clipboard import put_table

_ENDS = """
from PySide6.QtWidgets import QApplication
from vnpresence_desktop.gui.clipboard import put_table
application = QApplication([])
put_table("một\\thai", "<table></table>")
"""


def test_both_forms_are_there(qapp: QApplication) -> None:
    put_table("một\thai\n", "<table><tr><td>một</td></tr></table>")
    data = QGuiApplication.clipboard().mimeData()
    assert (data.text(), data.html()) == ("một\thai\n", "<table><tr><td>một</td></tr></table>")
    assert set(data.formats()) == {"text/plain", "text/html"}


def test_the_program_ends_well_with_data_on_the_clipboard() -> None:
    done = subprocess.run([sys.executable, "-c", _ENDS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
