"""A PDF as pictures, page by page: for the window's preview and for printing. PDFium does it; it is imported where used."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from vnpresence_desktop.domain.problems import UserError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

_POINTS = 72
_ONE_AT_A_TIME = threading.Lock()
"""PDFium must not be used by two threads at once, not even on two documents (its own documentation)."""


class PagePicture(NamedTuple):
    """A page drawn.

    Attributes:
        width, height: in pixels.
        pixels: rows from the top, 4 bytes a pixel (blue, green, red, unused), no padding between rows.
    """

    width: int
    height: int
    pixels: bytes


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in points (1/72 inch); raises UserError where this is no PDF that can be read."""
    with _opened(pdf) as document:
        return [document.get_page_size(page) for page in range(len(document))]


def draw_page(pdf: bytes, page: int, dots_per_inch: float) -> PagePicture:
    """Draw one page on white.

    Args:
        pdf: the whole file.
        page: from 0.
        dots_per_inch: 96 for a usual screen, 300 for a printer.

    Raises:
        UserError: this is no PDF that can be read.
        IndexError: there is no such page.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        bitmap = document[page].render(scale=dots_per_inch / _POINTS, prefer_bgrx=True)
        try:
            # Rows of four bytes a pixel need no padding.
            return PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
        finally:
            bitmap.close()


@contextmanager
def _opened(pdf: bytes) -> Iterator["PdfDocument"]:
    from pypdfium2 import PdfDocument, PdfiumError

    with _ONE_AT_A_TIME:
        try:
            with closing(PdfDocument(pdf)) as document:
                yield document
        except PdfiumError as error:
            raise UserError("Không mở được tệp PDF để xem.", "Hãy xuất lại báo cáo rồi xem lại.") from error
