"""What pages bear besides their text: number, sample mark, label. Imports reportlab; imported itself only by what draws."""

from typing import TYPE_CHECKING

from vnpresence_desktop.documents.writing import phrases, styles
from vnpresence_desktop.documents.writing.metrics import BOLD, REGULAR

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Size = tuple[float, float]
"""Width and height of a page in points."""

_NUMBER_SIZE = 13
_SAMPLE_SIZE = 84


def draw_number(canvas: "Canvas", size: Size) -> None:
    """The page's number in the middle of the top margin, none on the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    if canvas.getPageNumber() == 1:
        return
    canvas.setFont(REGULAR, _NUMBER_SIZE)
    middle = (styles.LEFT + size[0] - styles.RIGHT) / 2
    canvas.drawCentredString(middle, size[1] - styles.TOP * 0.65, str(canvas.getPageNumber()))


def draw_sample_mark(canvas: "Canvas", size: Size) -> None:
    """Large pale words across the page: nobody takes it for a real paper."""
    canvas.saveState()
    canvas.translate(size[0] / 2, size[1] / 2)
    canvas.rotate(52 if size[1] > size[0] else 30)
    canvas.setFont(BOLD, _SAMPLE_SIZE)
    canvas.setFillGray(0.88)
    canvas.drawCentredString(0, -_SAMPLE_SIZE / 3, phrases.SAMPLE_MARK)
    canvas.restoreState()


def draw_label(canvas: "Canvas", size: Size, label: str) -> None:
    """A small line in the bottom margin."""
    width = size[0] - styles.LEFT - styles.RIGHT
    lines = styles.paragraph(label, styles.LABEL)
    _, height = lines.wrapOn(canvas, width, styles.BOTTOM)
    lines.drawOn(canvas, styles.LEFT, styles.BOTTOM * 0.75 - height)
