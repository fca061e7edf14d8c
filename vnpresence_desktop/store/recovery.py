"""The recovery code on paper (mã khôi phục): 160 random bits as 32 letters and 2 check letters, in groups, easy to type.

Crockford's base 32 (https://www.crockford.com/base32.html). The check is the number modulo 1021, a prime: one wrong
letter or two neighbours swapped never pass.
"""

import secrets
import unicodedata

from vnpresence_desktop.domain.problems import UserError

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OIL", "011")
_SEPARATORS = frozenset(" -\u2013\u2014\u2212._\t\r\n\u00a0")
_SECRET_LENGTH = 20
_SYMBOLS = 34
_GROUP = 5
_PRIME = 1021


def secret() -> bytes:
    """A new secret for a code, 20 bytes."""
    return secrets.token_bytes(_SECRET_LENGTH)


def write_code(secret: bytes) -> str:
    """The code as printed: 34 letters and digits in groups of five ("8QX0T-…")."""
    number = int.from_bytes(secret, "big")
    number = number << 10 | number % _PRIME
    symbols = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_SYMBOLS)))
    return "-".join(symbols[start : start + _GROUP] for start in range(0, _SYMBOLS, _GROUP))


def read_code(text: str) -> bytes:
    """The secret of a typed code; small letters, spaces, any hyphen, O for 0, I and L for 1 are taken as meant.

    Raises:
        UserError: says what is wrong with the code: a letter that it cannot hold, its length, a typing error.
    """
    symbols = [sign for sign in unicodedata.normalize("NFKC", text).upper() if sign not in _SEPARATORS]
    typed = "".join(symbols).translate(_LOOK_ALIKE)
    strange = sorted({sign for sign in typed if sign not in _LETTERS})
    if strange:
        raise UserError(
            f"Mã khôi phục không có ký tự {', '.join(strange)}.",
            "Tắt bộ gõ tiếng Việt (chuyển Unikey sang E) rồi gõ lại đúng như trên giấy.",
        )
    if len(typed) != _SYMBOLS:
        raise UserError(
            f"Mã khôi phục có {_SYMBOLS} ký tự, ở đây có {len(typed)}.",
            "Đối chiếu từng nhóm năm ký tự với tờ giấy đã in.",
        )
    number = 0
    for symbol in typed:
        number = number << 5 | _LETTERS.index(symbol)
    if (number >> 10) % _PRIME != number & 1023:
        raise UserError("Mã khôi phục gõ sai ít nhất một ký tự.", "Đối chiếu từng nhóm năm ký tự với tờ giấy đã in.")
    return (number >> 10).to_bytes(_SECRET_LENGTH, "big")
