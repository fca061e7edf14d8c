"""Who can open a register: this PC, the recovery code, nobody else."""

import base64
import json
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store import dpapi, keys
from vnpresence_desktop.store.recovery import secret, write_code

if TYPE_CHECKING:
    from tests.store.conftest import Place


def test_this_pc_opens_what_it_made(tmp_path: Path) -> None:
    key, _ = keys.create(tmp_path / "data" / "register.db", tmp_path / "pc")
    assert len(key) == 32
    assert keys.unlock(tmp_path / "data" / "register.db", tmp_path / "pc") == key


def test_another_pc_needs_the_code_once(tmp_path: Path) -> None:
    database = tmp_path / "data" / "register.db"
    key, code = keys.create(database, tmp_path / "pc")
    with pytest.raises(UserError, match="chưa có khóa") as caught:
        keys.unlock(database, tmp_path / "pc2")
    assert "mã khôi phục" in caught.value.advice
    assert keys.recover(database, tmp_path / "pc2", code.lower().replace("-", " ")) == key
    assert keys.unlock(database, tmp_path / "pc2") == key


def test_another_registers_code_opens_nothing(tmp_path: Path) -> None:
    database = tmp_path / "data" / "register.db"
    keys.create(database, tmp_path / "pc")
    with pytest.raises(UserError, match="không phải của sổ dữ liệu này"):
        keys.recover(database, tmp_path / "pc2", write_code(secret()))
    assert not (tmp_path / "pc2").exists()


def test_a_renewed_code_replaces_the_old_one(tmp_path: Path) -> None:
    database = tmp_path / "data" / "register.db"
    key, old = keys.create(database, tmp_path / "pc")
    new = keys.renew_code(database, tmp_path / "pc")
    assert keys.recover(database, tmp_path / "pc2", new) == key
    with pytest.raises(UserError, match="không phải của sổ"):
        keys.recover(database, tmp_path / "pc3", old)


def test_a_code_waits_until_it_is_typed_from_paper(place: "Place") -> None:
    assert keys.code_waits(place.path)
    with pytest.raises(UserError, match="không phải của sổ"):
        keys.confirm_code(place.path, write_code(secret()))
    with pytest.raises(UserError, match="34 ký tự"):
        keys.confirm_code(place.path, place.code[:-1])
    assert keys.code_waits(place.path)
    keys.confirm_code(place.path, place.code.lower())
    assert not keys.code_waits(place.path)
    place.open().close()
    place.open(place.code).close()
    keys.renew_code(place.path, place.pc)
    assert keys.code_waits(place.path), "nobody has the new one on paper yet"


def test_a_code_that_opened_the_register_waits_no_more(place: "Place", other_pc: "Place") -> None:
    keys.recover(place.path, other_pc.pc, place.code)
    assert not keys.code_waits(place.path)


def test_whether_a_code_waits_goes_with_a_copied_folder(place: "Place", tmp_path: Path) -> None:
    shutil.copytree(place.path.parent, tmp_path / "chép")
    assert keys.code_waits(tmp_path / "chép" / place.path.name)
    keys.confirm_code(place.path, place.code)
    shutil.copytree(place.path.parent, tmp_path / "chép lại")
    assert not keys.code_waits(tmp_path / "chép lại" / place.path.name)


def test_slots_older_than_the_question_do_not_wait(place: "Place") -> None:
    slots = keys.slots_file(place.path)
    slots.write_text(
        json.dumps({name: json.loads(slots.read_text())[name] for name in ("version", "register", "code")})
    )
    assert not keys.code_waits(place.path)


def test_the_data_folder_holds_no_key(tmp_path: Path) -> None:
    database = tmp_path / "data" / "register.db"
    key, code = keys.create(database, tmp_path / "pc")
    beside = keys.slots_file(database).read_bytes()
    for clear in (key, base64.b64encode(key), key.hex().encode(), code.encode(), code.replace("-", "").encode()):
        assert clear not in beside


def test_the_pcs_slot_is_for_this_account_alone(tmp_path: Path) -> None:
    keys.create(tmp_path / "data" / "register.db", tmp_path / "pc")
    (slot,) = (tmp_path / "pc").iterdir()
    assert dpapi.available() or stat.S_IMODE(slot.stat().st_mode) == 0o600


def test_an_existing_register_keeps_its_key(place: "Place") -> None:
    before = place.key()
    with pytest.raises(UserError, match="Đã có dữ liệu"):
        keys.create(place.path, place.pc)
    assert place.key() == before


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"register": "../../x", "code": ""}', '{"register": 5}', "\x00"])
def test_a_damaged_slot_file_is_said_plainly(place: "Place", content: str) -> None:
    keys.slots_file(place.path).write_text(content)
    with pytest.raises(UserError, match="bị mất hoặc hỏng") as caught:
        place.open()
    assert "register.keys.json" in caught.value.title


def test_a_lost_slot_file_is_said_plainly(place: "Place") -> None:
    keys.slots_file(place.path).unlink()
    with pytest.raises(UserError, match="bị mất hoặc hỏng"):
        place.open()


def test_a_file_with_nothing_in_it_is_said_plainly(tmp_path: Path) -> None:
    database = tmp_path / "register.db"
    database.touch()
    with pytest.raises(UserError, match="trống rỗng") as caught:
        keys.unlock(database, tmp_path / "pc")
    assert "bản sao lưu" in caught.value.advice
    assert "xóa tệp này" in caught.value.advice


def test_a_slot_file_of_a_newer_program_is_refused(place: "Place") -> None:
    slots = keys.slots_file(place.path)
    slots.write_text(json.dumps(json.loads(slots.read_text()) | {"version": 2}))
    with pytest.raises(UserError, match="phiên bản mới hơn"):
        place.open()


@pytest.mark.parametrize("content", ["", "{}", '{"form": "file", "key": "AAAA"}', '{"form": "file", "key": 7}'])
def test_a_damaged_pc_slot_asks_for_the_code_and_is_mended(place: "Place", content: str) -> None:
    (slot,) = place.pc.glob("*.key.json")
    slot.write_text(content)
    with pytest.raises(UserError, match="chưa có khóa"):
        place.open()
    place.open(place.code).close()
    place.open().close()


def test_a_slot_wrapped_by_another_windows_account_asks_for_the_code(place: "Place") -> None:
    (slot,) = place.pc.glob("*.key.json")
    slot.write_text(json.dumps(json.loads(slot.read_text()) | {"form": "dpapi", "key": "AAAABBBB"}))
    with pytest.raises(UserError, match="chưa có khóa"):
        place.open()


def test_a_changed_wrapped_key_is_refused(place: "Place") -> None:
    slots = keys.slots_file(place.path)
    content = json.loads(slots.read_text())
    flipped = ("A" if content["code"][20] != "A" else "B").join((content["code"][:20], content["code"][21:]))
    slots.write_text(json.dumps(content | {"code": flipped}))
    with pytest.raises(UserError, match="không phải của sổ"):
        place.open(place.code)
