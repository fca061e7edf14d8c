"""Every code of cards, lists of domains and endings has Vietnamese words, and no words stand there that nothing says."""

import re
import tomllib
from pathlib import Path

import pytest

from vnpresence_desktop import assets
from vnpresence_desktop.domain.card import CardFault, read_card
from vnpresence_desktop.domain.domains import NEXT

HOME = Path(assets.__file__).parent
TABLE = tomllib.loads(assets.text("texts.toml"))


def _source(name: str) -> str:
    return (HOME / name).read_text(encoding="utf-8")


def test_every_fault_of_a_card_has_words() -> None:
    source = _source("domain/card.py")
    said = set(re.findall(r'CardFault\("(\w+)"\)', source)) | set(
        re.findall(r'^ {4}"(\w+)": re\.compile', source, re.M)
    )
    judged = source[source.index("wrong = {") : source.index("for code, found in wrong")]
    said |= set(re.findall(r'"(\w+)": ', judged)) | {"not_card"}
    assert len(said) > 12
    assert said == TABLE["card_fault"].keys()


def test_every_outcome_of_a_list_has_words() -> None:
    source = _source("work/domain_lists.py")
    said = set(re.findall(r'Match\(row, "(\w+)"', source)) | {"unclear", "not_found", "differs", "same", "invalid"}
    assert said == TABLE["match"].keys()


def test_every_state_of_a_registration_has_words() -> None:
    assert NEXT.keys() == TABLE["registration_state"].keys()


@pytest.mark.parametrize("what", ["condition", "expiry"])
def test_an_ending_has_words_before_on_and_after_its_day(what: str) -> None:
    assert {f"{what}{when}" for when in ("", "_today", "_past")} <= TABLE["ending"].keys()


def test_the_words_say_what_to_do() -> None:
    fault = read_card("8934563138165")
    assert isinstance(fault, CardFault)
    assert "Hãy quét" in TABLE["card_fault"][fault.code]
    assert all("Hãy" in text or "hãy" in text for text in TABLE["card_fault"].values())
