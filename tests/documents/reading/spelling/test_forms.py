"""One sign a letter, and nothing that nobody sees."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.good_strings import good_strings
from tests.documents.reading.spelling.test_tcvn3 import SMALL
from tests.documents.reading.typed import half_composed, nfd
from vnpresence_desktop.documents.reading.spelling.forms import compose, visible


@given(st.text(SMALL + SMALL.upper().replace("Đ", "") + "bcdghklmnpqrstvx ,.0"))
def test_letters_put_together_either_way(text: str) -> None:
    assert compose(nfd(text)) == text
    assert compose(half_composed(text)) == text


@pytest.mark.parametrize("letter", "ấặờ")
def test_marks_in_any_order(letter: str) -> None:
    base, *marks = unicodedata.normalize("NFD", letter)
    assert {compose(base + "".join(order)) for order in itertools.permutations(marks)} == {letter}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ðông ðường Ðà Nẵng", "Đông đường Đà Nẵng"),
        ("QÐ-UBND, ÐTXD", "QĐ-UBND, ĐTXD"),
        ("Ɖức", "Đức"),
        ("Ƣớc, ƣớc".replace("ớ", "\u0301"), "Ứớc".replace("ớ", "") + ", ức"),
        ("Guðrún", "Guðrún"),
        ("e\u0340", "è"),
    ],
)
def test_doubles_of_letters(text: str, meant: str) -> None:
    assert compose(text) == meant


def test_what_nobody_sees_goes_and_odd_spaces_are_plain() -> None:
    assert visible("\ufeffNguyễn\u00a0\u2009Văn\u200b\u202a An\u2060\u00ad\ufe0f\x07") == "Nguyễn  Văn An"
    assert visible("dòng 1\ndòng 2\tô 2 ") == "dòng 1\ndòng 2\tô 2 "


def test_no_good_string_is_touched() -> None:
    assert [text for text in good_strings() if compose(visible(text)) != text] == []


TYPED = st.lists(
    st.tuples(st.sampled_from("aeouyAEOnÐðƢ \u200b\u00a0"), st.permutations(["\u0301", "\u0302"]), st.integers(0, 2)),
    max_size=8,
).map(
    lambda parts: "".join(letter + "".join(marks[: count if letter.isalpha() else 0]) for letter, marks, count in parts)
)
"""Letters with a hat, a tone, both in either order, or none; and what stands in their place or between them."""


@given(TYPED)
def test_twice_is_once(text: str) -> None:
    once = compose(visible(text))
    assert compose(visible(once)) == once
