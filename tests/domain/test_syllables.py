"""Which words can be Vietnamese syllables."""

import pytest

from vnpresence_desktop import assets
from vnpresence_desktop.domain.syllables import is_syllable, is_written_syllable

_SPELLED = "Nguyễn Văn Đức Thị giếng gì giữ quốc quyển Quỳnh khuỷu nghiêng oằn uống ươm Yến thuở huơ Hoà hòa"


@pytest.mark.parametrize("word", _SPELLED.split())
def test_spelled_so(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize(
    "word", ["Nguyeên", "Nguyeenx", "Nguyen", "Duc", "Đưc", "VAÊN", "Ngùyển", "hốà", "họcj", "", "K", "Đắk", "5"]
)
def test_not_spelled_so(word: str) -> None:
    assert not is_syllable(word)


def test_the_demo_s_names_are_spelled_so() -> None:
    text = assets.text("demo/people.toml")
    names = [line.split('"')[1] for line in text.splitlines() if line.startswith('"')]
    assert len(names) > 100
    assert all(is_syllable(part) for name in names for part in name.split() if part.isalpha())


@pytest.mark.parametrize(
    "word", [*_SPELLED.split(), "quý", "thuý", "thúy", "gìn", "gì", "giết", "Quyên", "khuya", "boong", "mía"]
)
def test_written_so_in_old_or_new_style(word: str) -> None:
    assert is_written_syllable(word)
    assert is_written_syllable(word.upper())


@pytest.mark.parametrize(
    "word", ["Ngùyên", "Qúy", "gía", "cễ", "ngề", "gé", "ghà", "hyến", "miá", "huyền\u0301", "toán\u0323", "Đắk", ""]
)
def test_not_written_so(word: str) -> None:
    assert not is_written_syllable(word)


def test_each_way_to_write_a_tone_is_a_syllable_of_the_looser_kind() -> None:
    assert all(is_syllable(word) for word in ("Ngùyên", "Qúy", "gía", "cễ"))
