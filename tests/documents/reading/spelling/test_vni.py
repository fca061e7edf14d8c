"""Pairs of signs of VNI-Times as letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.spelling.test_tcvn3 import SMALL
from tests.documents.reading.typed import vni
from vnpresence_desktop.documents.reading.spelling.vni import is_plain, is_readable, read


@given(st.text(SMALL + SMALL.upper() + "bcdghklmnpqrstvx ,.0"))
def test_what_was_typed_is_read(text: str) -> None:
    assert read(vni(text)) == text
    assert is_readable(vni(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("NGUYEÃN Thò ngaØ", "NGUYỄN Thị ngà"),
        ("Kyø, nghæ, tî", "Kỳ, nghỉ, tỵ"),
    ],
)
def test_words(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize("text", ["Hà", "Lê", "uâ", "yâ", "eê", "Nguyễn", "´"])
def test_a_mark_without_its_letter_is_not_readable(text: str) -> None:
    assert not is_readable(text)


def test_french_trema_is_no_plain_sign_of_the_font() -> None:
    assert not any(map(is_plain, ("Loïc", "Gaëlle", "Août", "Saül", "Señor", "Köln")))
    assert all(map(is_plain, ("Nguyeãn", "Vaên", "ÑOÂNG", "Ngaø", "Beù")))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read(text), str)
    assert not text.isascii() or read(text) == text
