"""Colours of the window by what they mean, light and dark, and the pairs that must be readable together."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours, each "#RRGGBB".

    Attributes:
        page: behind everything.
        surface: cards, fields, tables.
        raised: headers, every second row, what is switched off.
        line: quiet borders.
        edge: borders of what can be operated (at least 3:1 to the surface).
        text: what is read.
        muted: what is read second: hints, units, placeholders.
        primary: the one main action, links, the chosen entry; on_primary is the text on it.
        ok, warning, error: levels, each with its soft ground.
        focus: the ring around what has the keyboard (at least 3:1 to what lies beside it).
        nav: ground of the navigation; nav_text, nav_active and nav_active_text on it.
        chosen: ground of the chosen row; chosen_text on it.
    """

    page: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    primary_soft: str
    on_primary: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    focus: str
    nav: str
    nav_text: str
    nav_active: str
    nav_active_text: str
    chosen: str
    chosen_text: str


LIGHT = Tokens(
    page="#F3F5F8", surface="#FFFFFF", raised="#F6F8FB", line="#D3DAE2", edge="#8391A1", text="#17212B", muted="#4F5D6C",
    primary="#0B5CAD", primary_hover="#094C90", primary_soft="#E6F0FA", on_primary="#FFFFFF",
    ok="#056B46", ok_soft="#E9F9F1", warning="#8A4207", warning_soft="#FFF6E3", error="#B42318", error_soft="#FEF1F0",
    focus="#1F74D1", nav="#0F2A47", nav_text="#C6D4E3", nav_active="#1C4470", nav_active_text="#FFFFFF",
    chosen="#D6E7F9", chosen_text="#0B2B4C",
)  # fmt: skip

DARK = Tokens(
    page="#12171D", surface="#1A2129", raised="#202934", line="#35414E", edge="#6B7B90", text="#E6EDF3", muted="#A3B1BF",
    primary="#4C9BE8", primary_hover="#6BB0F2", primary_soft="#17304A", on_primary="#08131F",
    ok="#5BD39B", ok_soft="#12312A", warning="#F5B94D", warning_soft="#35280F", error="#FF8A80", error_soft="#3A1D1D",
    focus="#6BB0F2", nav="#0C1117", nav_text="#9FB0C0", nav_active="#1D2C3C", nav_active_text="#FFFFFF",
    chosen="#24435F", chosen_text="#FFFFFF",
)  # fmt: skip

TEXT_PAIRS = (
    *((text, ground) for text in ("text", "muted") for ground in ("page", "surface", "raised")),
    *(("text", ground) for ground in ("ok_soft", "warning_soft", "error_soft", "primary_soft")),
    *((level, ground) for level in ("ok", "warning", "error") for ground in (f"{level}_soft", "surface", "page")),
    ("muted", "ok_soft"), ("muted", "warning_soft"), ("muted", "error_soft"), ("muted", "primary_soft"),
    ("primary", "surface"), ("primary", "page"), ("primary", "primary_soft"), ("primary", "ok_soft"),
    ("on_primary", "primary"), ("on_primary", "primary_hover"), ("chosen_text", "chosen"),
    ("nav_text", "nav"), ("nav_text", "nav_active"), ("nav_active_text", "nav_active"), ("nav_active_text", "nav"),
    ("surface", "text"), ("text", "chosen"),
)  # fmt: skip
"""(text, ground) pairs that occur in the window; each at least 4.5:1 (WCAG 2.2, 1.4.3)."""

SHAPE_PAIRS = (
    ("edge", "surface"), ("focus", "surface"), ("focus", "page"), ("focus", "raised"), ("focus", "nav"),
    ("on_primary", "primary"),
)  # fmt: skip
"""(shape, ground) pairs at least 3:1 (WCAG 2.2, 1.4.11)."""


def contrast(first: str, second: str) -> float:
    """Contrast of two colours, 1.0 to 21.0 (WCAG 2.2, "contrast ratio")."""
    dark, bright = sorted((_luminance(first), _luminance(second)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens() -> Tokens:
    """The colours that the window is shown in now, for what paints itself (a style sheet bends a widget's own palette)."""
    return LIGHT if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() > 127 else DARK


def colour(name: str) -> QColor:
    """One colour of `Tokens` by name, e.g. ``colour("muted")``, as the window is shown now."""
    return QColor(str(getattr(tokens(), name)))
