"""Bytes that were read with the wrong table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.good_strings import good_strings
from tests.documents.reading.spelling.test_tcvn3 import SMALL
from tests.documents.reading.typed import misread, nfd
from vnpresence_desktop.documents.reading.spelling.mojibake import mend

TABLES = ("cp1252", "latin-1", "cp1258")
VIETNAMESE = st.text(SMALL + SMALL.upper() + "bcdghklmnpqrstvx ,.0-–…“”’\u00a0", max_size=12).filter(
    lambda text: "Â\u00a0" not in text
)
"""Without a lone "Â" before a no-break space: that is how a no-break space looks when it was read wrongly."""


@given(VIETNAMESE, st.sampled_from(TABLES), st.integers(1, 2))
def test_beside_a_sure_word_everything_is_read(text: str, table: str, times: int) -> None:
    whole = f"Nguyễn {text}."
    assert mend(misread(table, times)(whole)) == whole


@given(VIETNAMESE, st.sampled_from(TABLES))
def test_marks_apart_are_read_as_well(text: str, table: str) -> None:
    whole = nfd(f"Nguyễn {text}.")
    assert mend(misread(table)(whole)) == whole


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("CafÃ© CrÃ¨me", "Café Crème"),
        ("HÃ Ná»™i", "Hà Nội"),  # its no-break space became a plain one
        ("Äiá»‡n Ná»™i", "Điện Nội"),  # byte 0x90 was lost
        ("â‚¬ 5, â€œHoaâ€\x9d â„¢", "€ 5, “Hoa” ™"),
        ("5\x96 7", "5– 7"),
        ("\u00ef\u00bb\u00bfSTT", "\ufeffSTT"),
        ("Nguyễn VÄƒn", "Nguyễn Văn"),
        ("NguyÃ”n V¨n", "NguyÔn V¨n"),
    ],
)
def test_taken_back(shown: str, meant: str) -> None:
    assert mend(shown) == meant


@pytest.mark.parametrize(
    "text", ["XÃ\u00a0THỚI LAI", "(“XÃ”)", "XÃ–PHƯỜNG", "XÃ…", "«rau, cá»…", "QĐ–UBND", "Ä", "SÃO"]
)
def test_sound_signs_side_by_side_stay(text: str) -> None:
    assert mend(text) == text


def test_neighbours_make_a_doubtful_sign_sure() -> None:
    assert mend("LÃ\u00a0") == "LÃ\u00a0"
    assert mend("LÃ\u00a0", suspected=True) == "Là"
    assert mend("XÃ", suspected=True) == "XÃ"


def test_no_good_string_is_touched() -> None:
    assert [text for text in good_strings() if mend(text) != text] == []


@given(st.text() | st.text("ÃÂÄÆáºâ€»\u00a0\x90\xad«Ăđ aN", max_size=10))
def test_any_text_is_taken_and_a_plain_one_stays(text: str) -> None:
    mended = mend(text)
    assert mended == text or not text.isascii()
