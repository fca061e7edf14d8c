import pytest
from PySide6.QtWidgets import QApplication

from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, colour, contrast, tokens

SETS = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("look", SETS)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable(look: str, text: str, ground: str) -> None:
    assert contrast(getattr(SETS[look], text), getattr(SETS[look], ground)) >= 4.5


@pytest.mark.parametrize("look", SETS)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_what_can_be_operated_stands_out(look: str, shape: str, ground: str) -> None:
    assert contrast(getattr(SETS[look], shape), getattr(SETS[look], ground)) >= 3.0


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_colours_follow_the_window(qapp: QApplication) -> None:
    assert tokens() is LIGHT
    apply(qapp, Theme(dark=True))
    assert tokens() is DARK
    assert colour("muted").name() == DARK.muted.lower()
