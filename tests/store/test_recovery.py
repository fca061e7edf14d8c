"""The recovery code: what is typed from paper, with every slip of a hand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store.recovery import read_code, secret, write_code

calm = settings(deadline=None, max_examples=40)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRETS = st.binary(min_size=20, max_size=20)


@calm
@given(SECRETS)
def test_a_code_gives_its_secret_back(secret: bytes) -> None:
    assert read_code(write_code(secret)) == secret


def test_a_known_code_stays_readable() -> None:
    # Printed codes lie in cupboards for years: this form can never change.
    printed = "000G4-0R40M-30E20-9185G-R38E1-W8124-GKCF"
    assert write_code(bytes(range(20))) == printed
    assert read_code(printed) == bytes(range(20))


@calm
@given(SECRETS, st.randoms(use_true_random=False))
def test_it_may_be_typed_carelessly(secret: bytes, chance: random.Random) -> None:
    careless = {"0": "0oO", "1": "1iIlL", "-": ["-", " ", "", " - ", "–", "."]}
    typed = "".join(chance.choice(careless.get(sign, sign + sign.lower())) for sign in write_code(secret))
    assert read_code(f" {typed}\n") == secret


@calm
@given(SECRETS, st.integers(0, 33), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_always_noticed(secret: bytes, place: int, letter: str) -> None:
    code = write_code(secret).replace("-", "")
    typed = code[:place] + letter + code[place + 1 :]
    if typed == code:
        assert read_code(typed) == secret
    else:
        with pytest.raises(UserError, match="gõ sai"):
            read_code(typed)


@calm
@given(SECRETS, st.integers(0, 32))
def test_two_neighbours_swapped_are_always_noticed(secret: bytes, place: int) -> None:
    code = write_code(secret).replace("-", "")
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if typed != code:
        with pytest.raises(UserError, match="gõ sai"):
            read_code(typed)


@calm
@given(st.text(max_size=60))
def test_what_is_no_code_gets_advice(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_code(text)
    assert caught.value.advice


def test_length_and_letters_are_explained() -> None:
    code = write_code(secret())
    with pytest.raises(UserError, match="34 ký tự, ở đây có 33"):
        read_code(code[:-1])
    with pytest.raises(UserError, match="không có ký tự U") as caught:
        read_code("U" + code[1:])
    assert "Unikey" in caught.value.advice
    with pytest.raises(UserError, match="không có ký tự Â, Đ"):
        read_code("đâ" + code[2:])


def test_no_two_secrets_are_the_same() -> None:
    assert len({secret() for _ in range(50)}) == 50


def test_the_code_is_easy_to_read_off() -> None:
    groups = write_code(secret()).split("-")
    assert [len(group) for group in groups] == [5, 5, 5, 5, 5, 5, 4]
    assert set("".join(groups)) <= set(ALPHABET)
