"""What a signed report in Excel may contain: nothing that shows something else tomorrow or elsewhere."""

import re

from vnpresence_desktop.documents.signing import names
from vnpresence_desktop.documents.signing.package import Package
from vnpresence_desktop.documents.verifying.verdict import Refused, Verdict

_FORMULA = re.compile(rb"<(?:\w+:)?(?:f|formula|formula[12]|definedName)(?:\s[^>]*)?>([^<]*)<")
_ENDS = re.compile(rb"f(?:ormula[12]?)?\s*>")
_UNSTEADY = re.compile(
    rb"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO|RTD|WEBSERVICE|CALL|IMAGE)\s*\("
    rb"|\[\d+\]|\||&#",  # another workbook, DDE, a spelling that hides letters
    re.IGNORECASE,
)
_FOREIGN = "Tệp có thành phần không nhận trong báo cáo ký số (macro, liên kết ra ngoài, đối tượng nhúng)."
_CHANGING = "Tệp có công thức tự đổi kết quả hoặc lấy số từ tệp khác (ví dụ TODAY, RAND, INDIRECT)."


def require_permitted(package: Package) -> None:
    """Raise `Refused` (unreadable): macros, links to other files, embedded objects, formulas that never stand still."""
    for name in package.rels_parts():
        for link in package.relationships(name):
            if link.type not in names.PERMITTED or (not link.internal and link.type != names.HYPERLINK):
                raise Refused(_FOREIGN, Verdict.UNREADABLE)
    for name in package.entries:
        if name.startswith("xl/") and name.endswith(".xml"):
            _require_steady(package.part(name))


def _require_steady(xml: bytes) -> None:
    # comments, CDATA and other encodings could hide a formula; the rare letter is looked for first, sheets are long
    if (b"!" in xml and b"<!" in xml) or b"\0" in xml:
        raise Refused(_FOREIGN, Verdict.UNREADABLE)
    if not _ENDS.search(xml) and b"definedName" not in xml:
        return
    if any(_UNSTEADY.search(formula) for formula in _FORMULA.findall(xml)):
        raise Refused(_CHANGING, Verdict.UNREADABLE)
