"""A PDF looked at: pages drawn when they come into sight, turned and enlarged by key and wheel; printed in exact size."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.gui.conftest import present
from vnpresence_desktop.documents.preview import draw_page, page_sizes
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.preview import PdfView, Renderer, picture
from vnpresence_desktop.gui.printing import print_pdf

A4 = (595.2756, 841.8898)


def make_pdf(pages: int, wide: tuple[int, ...] = ()) -> bytes:
    """Pages of A4, each with its upper half in its own red; those named lie on the side."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in range(pages):
        width, height = reversed(A4) if page in wide else A4
        canvas.setPageSize((width, height))
        canvas.setFillColorRGB((page + 1) / 10, 0, 0)
        canvas.rect(0, height / 2, width, height / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return make_pdf(4)


@pytest.fixture
def drawn() -> list[int]:
    """Pages in the order they were drawn."""
    return []


@pytest.fixture
def view(qtbot: QtBot, drawn: list[int]) -> PdfView:
    def draw(pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        drawn.append(page)
        return draw_page(pdf, page, dpi)

    made = PdfView(Renderer(page_sizes, draw), "Bản xem trước")
    present(qtbot, made, 400, 500)
    made.setFocus()
    return made


def wheel(view: PdfView, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(100, 100), QPointF(view.mapToGlobal(QPoint(100, 100))), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_only_pages_in_sight_are_drawn_and_once(view: PdfView, pdf: bytes, drawn: list[int]) -> None:
    view.show_pdf(pdf)
    view.grab()
    view.grab()
    assert drawn == [0]
    view.go_to(3)
    view.grab()
    assert set(drawn) == {0, 2, 3} or set(drawn) == {0, 3}
    assert len(drawn) == len(set(drawn))


def test_the_picture_is_the_page_s(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    image = view.viewport().grab().toImage()
    middle = image.width() // 2
    assert image.pixelColor(middle, 40).red() == pytest.approx(26, abs=2)
    assert image.pixelColor(middle, 40).green() == 0
    assert image.pixelColor(middle, 400).lightness() == 255
    assert image.pixelColor(4, 100).lightness() < 250


def test_keys_turn_pages_and_tell(view: PdfView, pdf: bytes) -> None:
    told: list[tuple[int, int]] = []
    view.turned.connect(lambda *now: told.append(now))
    view.show_pdf(pdf)
    for key, page in (("PageDown", 1), ("PageDown", 2), ("PageUp", 1), ("End", 3), ("PageDown", 3), ("Home", 0)):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        assert view.page == page, key
    assert told == [(1, 4), (2, 4), (3, 4), (2, 4), (4, 4), (1, 4)]
    assert view.accessibleDescription() == "Trang 1 trên 4"


def test_keys_and_wheel_zoom_and_stay_where_one_was(view: PdfView, pdf: bytes) -> None:
    told: list[int] = []
    view.zoomed.connect(told.append)
    view.show_pdf(pdf)
    view.go_to(2)
    fitted = view.scale
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale > 2 * fitted
    assert view.page == 2
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    larger = view.scale
    wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale < larger
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale == fitted
    assert told[0] == told[-1] == round(fitted * 75)
    for _ in range(20):
        view.zoom(-1)
    assert told[-1] == 50
    for _ in range(20):
        view.zoom(1)
    assert told[-1] == 300


def test_the_plain_wheel_scrolls(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    before = view.scale
    wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.scale == before
    assert view.verticalScrollBar().value() > 0


def test_the_page_fits_the_width_whatever_it_is(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    before = view.scale
    view.resize(800, 500)
    QApplication.processEvents()
    assert view.scale > before
    assert view.horizontalScrollBar().maximum() == 0


def test_a_new_file_keeps_the_place_and_none_empties(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    view.go_to(2)
    view.show_pdf(make_pdf(4))
    assert view.page == 2
    view.show_pdf(b"")
    assert (view.pages, view.pdf) == (0, b"")
    assert view.accessibleDescription() == "Chưa có trang nào"
    view.grab()


def test_what_is_no_pdf_is_told(view: PdfView) -> None:
    with pytest.raises(UserError):
        view.show_pdf(b"no pdf")


# -- printing


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "in.pdf"))
    return made


def red_of(image: QImage, down: float) -> int:
    return image.pixelColor(image.width() // 2, round(image.height() * down)).red()


def test_print_has_the_exact_size_and_place(printer: QPrinter, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    pdf = make_pdf(3, wide=(1,))
    assert print_pdf(printer, Renderer(page_sizes, draw_page), pdf, lambda *now: told.append(now)) == 3
    printed = (tmp_path / "in.pdf").read_bytes()
    sizes = [(round(width), round(height)) for width, height in page_sizes(printed)]
    assert sizes == [(595, 842), (842, 595), (595, 842)]
    for page in range(3):
        image = picture(draw_page(printed, page, 72))
        assert red_of(image, 0.02) == pytest.approx(26 * (page + 1), abs=4)
        assert red_of(image, 0.495) == pytest.approx(26 * (page + 1), abs=4)
        assert red_of(image, 0.505) == 255
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert printer.fullPage()  # a printer that can not reach the edge must not push the page inwards


@pytest.mark.parametrize(("first", "last", "printed"), [(2, 3, 2), (4, 9, 1), (0, 0, 4)])
def test_the_pages_asked_for(
    printer: QPrinter, tmp_path: Path, pdf: bytes, first: int, last: int, printed: int
) -> None:
    printer.setFromTo(first, last)
    assert print_pdf(printer, Renderer(page_sizes, draw_page), pdf, lambda *_: None) == printed
    pages = (tmp_path / "in.pdf").read_bytes()
    assert len(page_sizes(pages)) == printed
    assert red_of(picture(draw_page(pages, 0, 72)), 0.2) == pytest.approx(26 * max(first, 1), abs=4)


def test_stopping_stops(printer: QPrinter, pdf: bytes) -> None:
    drawn: list[int] = []

    def stop(done: int, of: int) -> None:
        drawn.append(done)
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        print_pdf(printer, Renderer(page_sizes, draw_page), pdf, stop)
    assert drawn == [0, 1]


def test_a_printer_that_can_t_be_opened_is_told(printer: QPrinter, tmp_path: Path, pdf: bytes) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "in.pdf"))
    renderer, told = Renderer(page_sizes, draw_page), lambda *_: None
    with pytest.raises(UserError, match="máy in"):
        print_pdf(printer, renderer, pdf, told)
