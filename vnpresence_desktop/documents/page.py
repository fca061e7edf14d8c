"""A place on a page, passed from the one who draws to the one who signs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle on a PDF page.

    Attributes:
        page: index of the page, from 0.
        left, bottom, right, top: in points (1/72 inch) from the page's lower left corner.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF as drawn.

    Attributes:
        data: the whole file.
        spot: room left for the signature of the person who signs, between title and name.
    """

    data: bytes
    spot: Spot
