"""Cells as a person sees them, and what stands for nothing."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.values.cells import (
    as_text,
    is_no_number,
    is_nothing,
    is_tick,
    kept,
    read_text,
    tidy,
)
from vnpresence_desktop.domain.text import clean


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (" a\u00a0 b\n", "a b"),
        (5.0, "5"),
        (5.5, "5.5"),
        (date(2003, 2, 1), "01/02/2003"),
        (None, ""),
        (7, "7"),
        (1e20, "1" + "0" * 20),
    ],
)
def test_a_cell_as_a_person_sees_it(cell: Any, seen: str) -> None:
    assert as_text(cell) == seen


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("CÔNG TY TNHH MTV SÁU", "CÔNG TY TNHH MTV SÁU"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        (" a\u00a0 b\n", "a b"),
        (5.0, "5"),
        ("#REF!", ""),
        ("#1 Sáu", "#1 Sáu"),
    ],
)
def test_free_text_stays_as_it_is_but_clean(cell: Any, text: str) -> None:
    assert read_text(cell) == (text, None, "")


@pytest.mark.parametrize(
    "text", ["", "-", "…", "Không có", "KO CÓ", "chưa rõ", "N/A", "#N/A", "#DIV/0!", "0", "x", "?"]
)
def test_what_stands_for_nothing(text: str) -> None:
    assert is_nothing(text)
    assert is_no_number(text)


@pytest.mark.parametrize(
    "text", ["đang làm", "Chưa cấp", "xem lại", "chưa làm CCCD".removesuffix(" CCCD"), "Mất", "hỏi lại"]
)
def test_what_stands_for_a_number_not_asked_for_yet(text: str) -> None:
    assert is_no_number(text)


@pytest.mark.parametrize("text", ["Sáu", "0912345678", "xem lại số nhà", "1"])
def test_what_says_something(text: str) -> None:
    assert not is_nothing(text)
    assert not is_no_number(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("✓", True), ("× ×".replace(" ", ""), True), ("+", True), ("-", False), ("", False), ("x", False)],
)
def test_marks_that_are_no_letters(text: str, is_one: bool) -> None:
    assert is_tick(text) is is_one


@pytest.mark.parametrize(
    ("text", "value", "original"),
    [
        ("57a8 012 345", "57A8012345", ""),
        ("0912.345.678", "0912345678", ""),
        ("912345678", "0912345678", "912345678"),
        ("", "", ""),
    ],
)
def test_only_what_differs_is_kept_as_the_original(text: str, value: str, original: str) -> None:
    assert kept(text, value) == original


@given(st.text(max_size=50))
def test_the_short_way_of_cleaning_changes_nothing(text: str) -> None:
    assert tidy(text) == clean(text)
