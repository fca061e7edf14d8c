from datetime import date

import pytest

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Signer
from vnpresence_desktop.work.quarter import signature_block

DAY = date(2025, 12, 15)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("Q. CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
    ],
)
def test_the_authority_is_written_as_the_decree_asks(title: str, lines: tuple[str, ...]) -> None:
    block = signature_block([Signer(name="Lê Văn Bé", title=title)], DAY)
    assert (block.authority, block.name) == (lines, "Lê Văn Bé")


def test_who_signs_is_chosen_by_the_day() -> None:
    before = Signer(name="Trước", title="CHỦ TỊCH", until="2025-12-14")
    now = Signer(name="Nay", title="CHỦ TỊCH", from_="2025-12-15")
    assert signature_block([before, now], DAY).name == "Nay"
    assert signature_block([before, now], date(2025, 12, 14)).name == "Trước"


def test_of_two_who_could_sign_the_later_one_does() -> None:
    old = Signer(name="An", title="CHỦ TỊCH")
    acting = Signer(name="Bình", title="Q. CHỦ TỊCH", from_="2025-11")
    for order in ([old, acting], [acting, old]):
        assert signature_block(order, DAY).name == "Bình"
        assert signature_block(order, date(2025, 10, 1)).name == "An"


def test_nobody_to_sign_is_told() -> None:
    with pytest.raises(UserError) as told:
        signature_block([Signer(name="A", title="CHỦ TỊCH", until="2025-01-01")], DAY)
    assert "15/12/2025" in told.value.title
