from hypothesis import given
from hypothesis import strategies as st

from tests.gui.sample import BUSINESS, OWNER
from vnpresence_desktop.gui.mnemonics import assign


def letters(labels: list[str]) -> list[str]:
    return [text[text.index("&") + 1].lower() for text in labels if "&" in text]


def test_first_letters_of_words_come_first() -> None:
    assert assign(["Họ và tên", "Hộ kinh doanh", "Ấp"]) == ["&Họ và tên", "Hộ &kinh doanh", "Ấ&p"]


def test_reserved_letters_are_left_alone() -> None:
    assert assign(["Lưu ý"], reserved="L") == ["Lư&u ý"]


def test_no_letter_left_no_mnemonic() -> None:
    assert assign(["a", "A"]) == ["&a", "A"]


@given(st.lists(st.text("abcđêố 12", max_size=8), max_size=20))
def test_no_two_clash(labels: list[str]) -> None:
    given_out = letters(assign(labels, "a"))
    assert len(given_out) == len(set(given_out))
    assert "a" not in given_out


def test_a_real_form_has_a_letter_for_every_field() -> None:
    labels = [field.label for group in (OWNER, BUSINESS) for field in group.fields]
    assert len(letters(assign(labels, "lt"))) == len(labels)
