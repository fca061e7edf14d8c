"""The data key of a register and who can open it.

A random key of 32 bytes encrypts the database. It is wrapped in slots, each of which opens it alone:

- ``<name>.keys.json`` beside the database holds the register's id, the slot of the recovery code, and whether that code
  still waits to be typed back from paper; it holds no secret by itself and travels with every backup, so that slot and
  waiting can't come apart;
- ``<register>.key.json`` in the PC's own folder is this PC's slot: wrapped by Windows for this account, elsewhere the key
  itself in a file that only this account reads. It is not in the data folder, so a copied data folder opens nowhere.
"""

import base64
import os
import secrets
from pathlib import Path
from typing import Any

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store import dpapi, recovery
from vnpresence_desktop.store.files import read_json, write_json

_VERSION = 1
_NONCE = 12
_WAITING = "code_waits"
"""Stands in the slots from a new code until it is typed back; slots without it are older and taken as confirmed."""
_ASK_CODE = "Mở bằng mã khôi phục đã in khi cài đặt, hoặc khôi phục từ bản sao lưu gần nhất."


def slots_file(database: Path) -> Path:
    """Where the slots of a database stand: "register.db" → "register.keys.json"."""
    return database.with_suffix(".keys.json")


def create(database: Path, pc_folder: Path) -> tuple[bytes, str]:
    """Make a new data key with this PC's slot and a recovery code.

    Returns:
        The key and the recovery code, to be printed once: it is stored nowhere.

    Raises:
        UserError: there is a database already; a folder cannot be written.
    """
    if database.exists():
        raise UserError(
            f"Đã có dữ liệu ở {database}.", "Chọn thư mục khác; chương trình không ghi đè lên sổ đang dùng."
        )
    key, register = secrets.token_bytes(32), secrets.token_hex(16)
    secret = recovery.secret()
    keep_for_pc(register, key, pc_folder)
    _write_slots(database, register, key, secret)
    return key, recovery.write_code(secret)


def renew_code(database: Path, pc_folder: Path) -> str:
    """Replace the recovery code (lost, or seen by others) by a new one, which is returned; the old one opens no more."""
    key = unlock(database, pc_folder)
    secret = recovery.secret()
    _write_slots(database, register_id(database), key, secret)
    return recovery.write_code(secret)


def unlock(database: Path, pc_folder: Path) -> bytes:
    """The data key by this PC's slot; raises UserError where this PC or account has none."""
    key = pc_key(register_id(database), pc_folder)
    if key is None:
        raise UserError(f"Máy này (hoặc tài khoản Windows này) chưa có khóa của {database.name}.", _ASK_CODE)
    return key


def recover(database: Path, pc_folder: Path, code: str) -> bytes:
    """The data key by the recovery code; from then on this PC has a slot of its own.

    Raises:
        UserError: a typing error, or the code of another register.
    """
    slots = _read_slots(database)
    key = open_by_code(slots, code)
    keep_for_pc(slots["register"], key, pc_folder)
    _settle(database, slots)
    return key


def code_waits(database: Path) -> bool:
    """Whether nobody has shown yet to have the recovery code on paper; raises UserError as `register_id`."""
    return _WAITING in _read_slots(database)


def confirm_code(database: Path, code: str) -> None:
    """Note that a code typed from paper opens the register; raises UserError as `recover`, and where it can't be noted."""
    slots = _read_slots(database)
    open_by_code(slots, code)
    _settle(database, slots)


def register_id(database: Path) -> str:
    """The register's id, 32 hexadecimal digits; raises UserError where the slots are missing or unreadable."""
    return str(_read_slots(database)["register"])


def read_slots(content: dict[str, Any] | None, name: str) -> dict[str, Any]:
    """Check the content of a slot file called ``name``; raises UserError if it is none or of a newer program."""
    if content is not None and isinstance(version := content.get("version"), int) and version > _VERSION:
        raise UserError(
            f"Tệp khóa {name} được tạo bởi phiên bản mới hơn của chương trình.", "Cài phiên bản mới nhất rồi mở lại."
        )
    register = content.get("register") if content else None
    if content is None or not isinstance(content.get("code"), str) or not _is_id(register):
        raise UserError(
            f"Tệp khóa {name} bị mất hoặc hỏng.",
            "Chép lại tệp này từ thư mục cũ, hoặc khôi phục từ bản sao lưu gần nhất.",
        )
    return content


def open_by_code(slots: dict[str, Any], code: str) -> bytes:
    """The data key in checked slots by the recovery code; raises UserError as `recover`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = _wrapping_key(recovery.read_code(code))
    try:
        blob = base64.b64decode(slots["code"], validate=True)
        return AESGCM(wrapping).decrypt(blob[:_NONCE], blob[_NONCE:], slots["register"].encode())
    except (InvalidTag, ValueError):
        raise UserError(
            "Mã khôi phục này không phải của sổ dữ liệu này.",
            "Tìm tờ giấy in khi cài đặt sổ này, hoặc mã được in lại gần nhất; mã cũ hơn không còn dùng được.",
        ) from None


def settled(slots: dict[str, Any]) -> dict[str, Any]:
    """Slots whose code was typed from paper."""
    return {name: value for name, value in slots.items() if name != _WAITING}


def pc_key(register: str, pc_folder: Path) -> bytes | None:
    """The data key of a register in this PC's own folder; None where this PC or account cannot open it."""
    slot = read_json(_pc_file(register, pc_folder)) or {}
    try:
        data = base64.b64decode(slot.get("key", ""), validate=True)
        key = dpapi.unprotect(data) if slot.get("form") == "dpapi" else data
    except (ValueError, TypeError, OSError):
        return None
    return key if len(key) == 32 else None


def keep_for_pc(register: str, key: bytes, pc_folder: Path) -> None:
    """Give this PC a slot of its own for a register; raises UserError where its folder cannot be written."""
    form, data = ("dpapi", dpapi.protect(key)) if dpapi.available() else ("file", key)
    slot = {"version": _VERSION, "form": form, "key": base64.b64encode(data).decode()}
    write_json(_pc_file(register, pc_folder), slot)


def forget(database: Path, pc_folder: Path) -> None:
    """Take everything this PC knows of a register out of its own folder: only the recovery code opens it then."""
    for file in pc_folder.glob(f"{register_id(database)}.*"):
        file.unlink()


def _pc_file(register: str, pc_folder: Path) -> Path:
    return pc_folder / f"{register}.key.json"


def _write_slots(database: Path, register: str, key: bytes, secret: bytes) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    wrapped = nonce + AESGCM(_wrapping_key(secret)).encrypt(nonce, key, register.encode())
    content = {"version": _VERSION, "register": register, "code": base64.b64encode(wrapped).decode()}
    write_json(slots_file(database), content | {_WAITING: True})


def _settle(database: Path, slots: dict[str, Any]) -> None:
    if _WAITING in slots:
        write_json(slots_file(database), settled(slots))


def _read_slots(database: Path) -> dict[str, Any]:
    path = slots_file(database)
    if not path.exists() and database.is_file() and not database.stat().st_size:  # a copy cut off, a disk that lost it
        raise UserError(
            f"Tệp dữ liệu {database.name} ở thư mục {database.parent} trống rỗng, không còn gì bên trong.",
            "Nếu đã có sổ ở đây, hãy khôi phục từ bản sao lưu gần nhất; nếu chưa, hãy xóa tệp này rồi mở lại chương trình.",
        )
    return read_slots(read_json(path), path.name)


def _wrapping_key(secret: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    # The secret has 160 random bits: nothing to slow down, as a passphrase would need.
    return HKDF(SHA256(), 32, salt=None, info=b"vnpresence recovery code 1").derive(secret)


def _is_id(text: object) -> bool:
    return isinstance(text, str) and len(text) == 32 and set(text) <= set("0123456789abcdef")
