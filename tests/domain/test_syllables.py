"""Which words can be Vietnamese syllables."""

import pytest

from vnpresence_desktop import assets
from vnpresence_desktop.domain.syllables import is_syllable

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
