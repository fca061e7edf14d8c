"""Registrars: those that ship, those an office adds, and the words of protected names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.registrars import REGISTRARS_FOLDER, Registrar, protected_words, registrars


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        yield made


def lay(desk: Desk, text: str | bytes, name: str = "them.toml") -> None:
    folder = desk.folder / REGISTRARS_FOLDER
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_those_that_ship_in_vietnamese_order_each_with_its_source(desk: Desk) -> None:
    names = [item.name for item in registrars(desk)]
    assert names == [
        "Bạch Kim", "iNET", "Long Vân", "Mắt Bão", "Nhân Hòa", "Online Solution", "PA Việt Nam",
        "Tenten (GMO-Z.com RUNSYSTEM)", "Tino", "Vinahost",
    ]  # fmt: skip
    assert all(item.source for item in registrars(desk))


def test_an_office_adds_and_replaces_by_name(desk: Desk) -> None:
    lay(desk, '\ufeff[[registrar]]\nname = "Ánh Dương"\n[[registrar]]\nname = "INET"\nuntil = 2025-12-14\n')
    found = registrars(desk)
    assert found[0] == Registrar("Ánh Dương", "")
    assert "inet" not in [item.name.lower() for item in found]
    assert len(found) == 10


@pytest.mark.parametrize(
    ("days", "there"), [('from = "2025-12-16"', False), ('from = "2025-12-15"', True), ("until = 2025-12-15", True),
     ('until = "2025"', True), ('from = "2025-12"', True), ('until = "2025-11"', False)],
)  # fmt: skip
def test_only_those_of_today(desk: Desk, days: str, there: bool) -> None:
    lay(desk, f'[[registrar]]\nname = "Mới"\n{days}\n')
    assert ("Mới" in [item.name for item in registrars(desk)]) is there


@pytest.mark.parametrize(
    "text",
    ["[[registrar", "x = 1", "registrar = 5", '[[registrar]]\nsource = "a"', '[[registrar]]\nname = "A"\nfrom = "mai"',
     '[[registrar]]\nname = "A"\nfee = 3', "registrar = [3]", b"\xff\xfe\x00"],
)  # fmt: skip
def test_a_file_that_can_t_be_read_is_named(desk: Desk, text: str | bytes) -> None:
    lay(desk, text, "hỏng.toml")
    with pytest.raises(UserError, match=r"hỏng\.toml"):
        registrars(desk)


def test_protected_words_stand_as_in_a_label() -> None:
    assert {"ubnd", "hoangsa", "truongsa", "biengioi"} <= set(protected_words())
    assert all(word.isascii() and word.isalpha() and word.islower() for word in protected_words())
