"""The end of the report: last sentence, Nơi nhận, signature. Imports reportlab; imported itself only by what draws."""

from collections.abc import Callable

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CallerMacro, Flowable, KeepTogether, Spacer

from vnpresence_desktop.documents.page import Spot
from vnpresence_desktop.documents.writing import phrases, styles
from vnpresence_desktop.documents.writing.styles import TEXT_HEIGHT, TEXT_WIDTH, borderless, paragraph
from vnpresence_desktop.domain.report import Report
from vnpresence_desktop.domain.text import clean

_ROOM = 30 * mm
"""Height left for the signature and the seal between title and name."""
_SPOT_WIDTH = 62 * mm
_RECIPIENTS_WIDTH = 0.45 * TEXT_WIDTH
_BESIDE = TEXT_HEIGHT * 0.6
"""Recipients that fit beside the signature; what is more goes below it."""


def ending(report: Report, tell: Callable[[Spot], None]) -> list[Flowable]:
    """One block that no page break divides; ``tell`` hears where the room for the signature came to stand."""
    beside, below = _recipients(report)
    widths = [_RECIPIENTS_WIDTH, TEXT_WIDTH - _RECIPIENTS_WIDTH]
    signature = borderless([[beside, _signature(report, tell)]], widths)
    closing = paragraph(phrases.running(report.closing), styles.BODY)
    return [KeepTogether([closing, Spacer(0, 14), signature]), *below]


def _recipients(report: Report) -> tuple[list[Flowable], list[Flowable]]:
    heading = paragraph("Nơi nhận:", styles.RECIPIENTS_HEADING)
    lines = [paragraph(line, styles.RECIPIENT) for line in phrases.recipient_lines(report)]
    height = 0.0
    for index, line in enumerate(lines):
        height += line.wrap(_RECIPIENTS_WIDTH, TEXT_HEIGHT)[1]
        if height > _BESIDE:
            return [heading, *lines[:index]], lines[index:]
    return [heading, *lines], []


def _signature(report: Report, tell: Callable[[Spot], None]) -> list[Flowable]:
    titles = [paragraph(clean(line), styles.SIGNER) for line in report.signature.authority]
    room = CallerMacro(drawCallable=lambda macro: tell(_spot(macro.canv)))
    return [*titles, Spacer(0, _ROOM), room, paragraph(clean(report.signature.name), styles.SIGNER)]


def _spot(canvas: Canvas) -> Spot:
    _, bottom = canvas.absolutePosition(0, 0)
    middle = styles.LEFT + (TEXT_WIDTH + _RECIPIENTS_WIDTH) / 2
    return Spot(
        page=canvas.getPageNumber() - 1,
        left=middle - _SPOT_WIDTH / 2,
        bottom=bottom + 4,
        right=middle + _SPOT_WIDTH / 2,
        top=bottom + _ROOM - 4,
    )
