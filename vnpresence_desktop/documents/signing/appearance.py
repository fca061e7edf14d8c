"""What a signature looks like on the page: a few small centred lines. Imports reportlab: import it lazily."""

import io
from datetime import datetime

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from vnpresence_desktop.assets import resource
from vnpresence_desktop.documents.page import Spot
from vnpresence_desktop.domain.dates import VIETNAM
from vnpresence_desktop.domain.text import clean

LOCAL_NOTE = ("Danh tính kỹ thuật –", "không phải chữ ký số của cơ quan")
"""Two lines: as one it would break before its last word."""

_FONT = "VNPresence-Signature"
_SIZES = (9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
_LEADING = 1.15


def sentences(name: str, when: datetime, *, local: bool) -> list[str]:
    """The lines of a signature: who, when (+07:00), and for the technical identity what it is not."""
    time = when.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S +07:00")
    return [f"Ký bởi: {clean(name)}", f"Thời gian ký: {time}", *(LOCAL_NOTE if local else ())]


def draw(spot: Spot, texts: list[str]) -> bytes:
    """A one-page PDF as large as the spot with the texts in it, in the largest type that fits."""
    width, height = spot.right - spot.left, spot.top - spot.bottom
    _register_font()
    size, lines = _fit(texts, width, height)
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(width, height), pageCompression=1, initialFontName=_FONT)
    canvas.setFont(_FONT, size)
    step = size * _LEADING
    baseline = height / 2 + len(lines) * step / 2 - size
    for number, line in enumerate(lines):
        canvas.drawCentredString(width / 2, baseline - number * step, line)
    canvas.save()
    return sheet.getvalue()


def _register_font() -> None:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        font = io.BytesIO(resource("fonts/Tinos-Regular.ttf").read_bytes())
        pdfmetrics.registerFont(TTFont(_FONT, font))


def _fit(texts: list[str], width: float, height: float) -> tuple[float, list[str]]:
    size, lines = _SIZES[-1], texts
    for size in _SIZES:
        lines = [line for text in texts for line in simpleSplit(text, _FONT, size, width)]
        if len(lines) * size * _LEADING <= height:
            break
    return size, lines
