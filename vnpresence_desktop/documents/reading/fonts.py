"""The fonts of the 1990s, which drew Western letters as Vietnamese ones; only their names, the text is read elsewhere."""

import re

LEGACY = re.compile(rb"\.\0?v\0?n|v\0?n\0?i\0?-", re.IGNORECASE)
"""In the bytes of a file, in 8 or 16 bits a letter: it may name such a font."""


def is_legacy(font: str) -> bool:
    """Whether a font is one of TCVN3 (".VnTime" …) or of VNI ("VNI-Times" …)."""
    return font.casefold().startswith((".vn", "vni-"))
