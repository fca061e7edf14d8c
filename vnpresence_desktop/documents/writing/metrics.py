"""How wide words stand on paper, measured with Tinos, which is as wide as Times New Roman letter by letter.

Imports reportlab; imported itself only by what draws.
"""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from vnpresence_desktop.assets import resource

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
MISSING = "□"

Width = Callable[[str], float]
"""Width of a text in points."""


def load_fonts() -> None:
    """Make the four faces known to reportlab, once a process."""
    if REGULAR in pdfmetrics.getRegisteredFontNames():
        return
    for name, face in ((BOLD, "Bold"), (ITALIC, "Italic"), (BOLD_ITALIC, "BoldItalic"), (REGULAR, "Regular")):
        pdfmetrics.registerFont(TTFont(name, BytesIO(resource(f"fonts/Tinos-{face}.ttf").read_bytes())))


def drawable(text: str) -> str:
    """The text with "□" for every letter that Tinos does not have (emoji, Khmer …), so that nothing vanishes unseen."""
    if text.isascii():
        return text
    letters = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(letter if ord(letter) in letters else MISSING for letter in text)


def measure(font: str, size: float) -> Width:
    """The width of texts in a face at a size in points."""
    face = pdfmetrics.getFont(font)
    return lambda text: float(face.stringWidth(text, size))


def wrap(text: str, room: float, width: Width) -> list[str]:
    """Break a text into lines no wider than ``room`` points, inside a word only when the word alone is wider."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *pieces, line = _pieces(word, room, width)
        lines += pieces
    return [*lines, line]


def _pieces(word: str, room: float, width: Width) -> list[str]:
    pieces = []
    while len(word) > 1 and width(word) > room:
        fitting = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n]) <= room), 1)
        # An address is broken behind one of its marks, where that leaves no line half empty.
        fitting = next((n for n in range(fitting, fitting // 2, -1) if word[n - 1] in "@.-_/"), fitting)
        pieces.append(word[:fitting])
        word = word[fitting:]
    return [*pieces, word]


def balanced(text: str, room: float, width: Width) -> list[str]:
    """Break a centred title into the fewest lines that fit, as equal in width as they can be."""
    lines = wrap(text, room, width)
    least = max(width(word) for word in text.split(" "))
    while len(lines) > 1:
        narrower = max(width(line) for line in lines) - 1
        tighter = wrap(text, narrower, width)
        if narrower < least or len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def columns(shares: Sequence[float], needs: Iterable[float], room: float) -> list[float]:
    """Share ``room`` points among columns by their shares, none narrower than it needs for its longest word.

    Where the needs together exceed the room, every column gets its part of what there is by need.
    """
    least = list(needs)
    if sum(least) >= room:
        return [room * need / sum(least) for need in least]
    fixed: set[int] = set()
    while True:
        free = room - sum(least[i] for i in fixed)
        whole = sum(share for i, share in enumerate(shares) if i not in fixed)
        widths = [least[i] if i in fixed else free * share / whole for i, share in enumerate(shares)]
        short = {i for i, width in enumerate(widths) if width < least[i]}
        if not short:
            return widths
        fixed |= short
