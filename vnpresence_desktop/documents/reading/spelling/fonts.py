"""What a text was typed for: Unicode, or one of the two old kinds of fonts that draw Western signs as Vietnamese letters."""

from dataclasses import dataclass
from enum import StrEnum


class Font(StrEnum):
    """What the signs of a text mean."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    """.VnTime and its kin: TCVN 5712:1993, VN3"""
    VNI = "vni"
    """VNI-Times and its kin: a letter, then its marks as a second sign"""


OLD = (Font.TCVN3, Font.VNI)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a named font draws.

    Attributes:
        font: what its signs mean.
        capitals: small letters are drawn as capitals (.VnTimeH, .VnArialH …).
    """

    font: Font
    capitals: bool = False


def drawn_by(name: str) -> Drawn:
    """How the font of that name draws; any that is not known as an old one is of Unicode."""
    plain = name.strip().casefold()
    if plain.startswith(".vn"):
        return Drawn(Font.TCVN3, capitals=plain.endswith("h"))
    return Drawn(Font.VNI if plain.startswith("vni") else Font.UNICODE)
