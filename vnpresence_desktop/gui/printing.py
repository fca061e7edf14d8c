"""Print a PDF in its exact size: every page drawn at 300 dots an inch onto the whole sheet, margins as in the file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.preview import Renderer, picture

DOTS = 300
_POINTS = 72


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Let the user choose printer, pages and copies; None where he thinks better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    dialog.setWindowTitle("In báo cáo")
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def print_pdf(printer: QPrinter, renderer: Renderer, pdf: bytes, told: Callable[[int, int], object]) -> int:
    """Print the pages that the printer was asked for, or all; safe in a job's thread.

    Args:
        printer: with its page range, see `ask_printer`.
        renderer: draws the pages.
        pdf: the file.
        told: called with how many pages are done, and of how many; may raise to stop.

    Returns:
        How many pages were printed.

    Raises:
        UserError: the printer can't be opened.
    """
    sizes = renderer.sizes(pdf)
    wanted = _wanted(printer, len(sizes))
    _lay_out(printer, sizes[wanted[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("Không mở được máy in.", "Hãy kiểm tra máy in đã bật và còn giấy, rồi in lại.")
    try:
        for done, page in enumerate(wanted):
            if done:
                _lay_out(printer, sizes[page])
                printer.newPage()
            told(done, len(wanted))
            _print_page(painter, printer, renderer.draw(pdf, page, DOTS), sizes[page])
    finally:
        painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, pages: int) -> range:
    """Pages asked for, from 0; a printer that was asked for none prints all."""
    return range((printer.fromPage() or 1) - 1, min(printer.toPage() or pages, pages))


def _lay_out(printer: QPrinter, size: Sequence[float]) -> None:
    """Paper of the page's size, turned as the page is; the whole sheet is ours."""
    wide = size[0] > size[1]
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def _print_page(painter: QPainter, printer: QPrinter, drawn: tuple[int, int, bytes], size: Sequence[float]) -> None:
    dots = printer.resolution() / _POINTS
    painter.drawImage(QRectF(0, 0, size[0] * dots, size[1] * dots), picture(drawn))
