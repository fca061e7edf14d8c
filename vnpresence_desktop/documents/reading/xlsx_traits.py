"""What an xlsx says beyond its values: hidden rows, formulas without a value, old fonts, merged cells.

Found by patterns in the bytes, not by a parser: a sheet of 100,000 rows is looked through in a tenth of the time that its
cells take. The patterns stop at the next "<" or ">", so that nothing makes them go over the same bytes again and again.
"""

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from vnpresence_desktop.documents.reading.fonts import LEGACY, is_legacy
from vnpresence_desktop.documents.reading.sheets import Traits

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STYLES = "xl/styles.xml"
_MAX_TREE = 20 << 20
"""Bytes of the small parts (styles, names of sheets) that are parsed whole."""

_OVERLAP = 16 << 10
"""Bytes that two pieces share, so that no cell with its formula (8,192 signs at most) is cut in two."""

_P = rb"<(?:\w{1,20}:)?"
_END = rb"</(?:\w{1,20}:)?"
_HIDDEN_ROW = re.compile(
    _P
    + rb"""row\b(?=[^<>]{0,400}\s(?:hidden=["'](?:1|true)["']|ht=["']0(?:\.0*)?["']))[^<>]{0,400}\sr=["']([0-9]{1,7})["']"""
)
_MAY_HIDE = (b'hidden="1', b'hidden="t', b"hidden='1", b"hidden='t", b' ht="0', b" ht='0")
_NO_VALUE = re.compile(
    rb"(?:"
    + _END
    + rb"f>|"
    + _P
    + rb"f\b[^<>]{0,400}/>)\s*(?:"
    + _P
    + rb"v\s*(?:/>|>"
    + _END
    + rb"v>)\s*)?"
    + _END
    + rb"c>"
)
_CELL = re.compile(_P + rb"c\b([^<>]{0,300})>")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_STYLE = re.compile(rb"""\ss=["']([0-9]{1,6})["']""")
_COMPUTED_TEXT = re.compile(rb"""\st=["']str["']""")
"""The formula's value is a text; an empty one is a value as well."""
_MERGED = re.compile(
    _P + rb"""mergeCell\b[^<>]{0,100}?\sref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)


class SheetFinder:
    """Looks for the traits of one sheet.

    Attributes:
        traits: what was found.
    """

    def __init__(self, fonts: dict[bytes, str]) -> None:
        self.traits = Traits()
        self._fonts = fonts
        self._tail = b""

    def look(self, piece: bytes) -> None:
        """Take the next piece of the part."""
        piece = self._tail + piece
        self._tail = piece[-_OVERLAP:]  # looked at twice: what is found twice is one
        if any(sign in piece for sign in _MAY_HIDE):
            self.traits.hidden_rows.update(int(match[1]) for match in _HIDDEN_ROW.finditer(piece))
        if b"<f" in piece or b":f" in piece:
            self._find_formulas(piece)
        if b"mergeCell" in piece:
            for left, top, right, bottom in _MERGED.findall(piece):
                self.traits.merged.add((int(top), column(left), int(bottom), column(right)))
        if self._fonts:
            self._find_fonts(piece)

    def _find_formulas(self, piece: bytes) -> None:
        for match in _NO_VALUE.finditer(piece):
            start = max(piece.rfind(b"<c ", 0, match.start()), piece.rfind(b":c ", 0, match.start()))
            about = piece[start : piece.find(b">", start)]
            place = _PLACE.search(about)
            if start >= 0 and place and not _COMPUTED_TEXT.search(about):
                self.traits.without_value.add((int(place[2]), column(place[1])))

    def _find_fonts(self, piece: bytes) -> None:
        for match in _CELL.finditer(piece):
            style = _STYLE.search(match[1])
            if style and style[1] in self._fonts and not match[1].endswith(b"/") and (place := _PLACE.search(match[1])):
                self.traits.fonts[int(place[2]), column(place[1])] = self._fonts[style[1]]


def finders(archive: zipfile.ZipFile) -> dict[str, SheetFinder]:
    """One for each part that may be a sheet."""
    fonts = _legacy_styles(archive)
    return {name: SheetFinder(fonts) for name in archive.namelist() if _SHEET.fullmatch(name)}


def by_sheet(archive: zipfile.ZipFile, found: dict[str, Traits]) -> dict[int, Traits]:
    """What was found in the parts → by the sheets' places in the workbook (ISO/IEC 29500-1, 18.2.19)."""
    told = {name: traits for name, traits in found.items() if traits != Traits()}
    book = _tree(archive, "xl/workbook.xml") if told else None
    links = _tree(archive, "xl/_rels/workbook.xml.rels") if told else None
    if book is None or links is None:
        return {}
    targets = {link.get("Id"): posixpath.join("/xl", link.get("Target", "")) for link in links}
    parts = [_relation(sheet, targets) for sheet in book.iterfind("{*}sheets/{*}sheet")]
    return {place: told[part] for place, part in enumerate(parts) if part in told}


def _relation(sheet: "_Element", targets: dict[str | None, str]) -> str:
    ids = [value for name, value in sheet.attrib.items() if str(name).endswith("}id")]
    return posixpath.normpath(targets.get(str(ids[0]) if ids else None, "")).lstrip("/")


def _legacy_styles(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Number of a cell style, as it stands in the sheet → its font, for the fonts of the 1990s only."""
    if _STYLES not in archive.namelist() or archive.getinfo(_STYLES).file_size > _MAX_TREE:
        return {}
    if not LEGACY.search(archive.read(_STYLES)):
        return {}
    tree = _tree(archive, _STYLES)
    if tree is None:
        return {}
    names = [
        next((str(name.get("val")) for name in font.iterfind("{*}name")), "")
        for font in tree.iterfind("{*}fonts/{*}font")
    ]
    numbers = [int(style.get("fontId", 0)) for style in tree.iterfind("{*}cellXfs/{*}xf")]
    used = {str(style).encode(): names[font] for style, font in enumerate(numbers) if font < len(names)}
    return {style: font for style, font in used.items() if is_legacy(font)}


def _tree(archive: zipfile.ZipFile, name: str) -> "_Element | None":
    from lxml import etree

    if name not in archive.namelist() or archive.getinfo(name).file_size > _MAX_TREE:
        return None
    try:
        return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None  # the parser of the cells decides whether that matters


def column(letters: bytes) -> int:
    """Index of a column, from 0: A → 0, XFD → 16,383."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
