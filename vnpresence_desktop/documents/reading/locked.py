"""Files with a password: xlsx, xlsm, xlsb ([MS-OFFCRYPTO] agile and standard), xls (RC4, RC4 CryptoAPI, XOR)."""

import contextlib
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from vnpresence_desktop.documents.reading.refusals import Reason, refusal

_NOBODYS = "VelvetSweatshop"
"""What Excel itself tries first: the password of a workbook that is only protected from changes ([MS-XLS] 2.4.191)."""


def unlock(path: Path, file: IO[bytes], password: str) -> IO[bytes]:
    """The content in the clear, in memory only; nobody has looked at it yet.

    Args:
        path: for its name.
        file: the encrypted content.
        password: as typed; "" where none was.

    Raises:
        PasswordNeeded: none was given, or it is another.
        Refused: it is damaged, or encrypted in a way that is not known.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    clear = io.BytesIO()
    try:
        with _temporary_files_in_memory():
            book = msoffcrypto.OfficeFile(file)
            _load_key(book, password or _NOBODYS)
            book.decrypt(clear)
    except InvalidKeyError as error:
        raise refusal(path, Reason.PASSWORD_WRONG if password else Reason.PASSWORD_NEEDED) from error
    except (FileFormatError, ParseError) as error:
        raise refusal(path, Reason.DAMAGED) from error
    except DecryptionError as error:
        raise refusal(path, Reason.LOCKED) from error
    clear.seek(0)
    return clear


def _load_key(book: Any, password: str) -> None:
    if book.format == "xls97":  # proves the password in any case
        book.load_key(password=password)
    else:
        book.load_key(password=password, verify_password=True)


@contextlib.contextmanager
def _temporary_files_in_memory() -> Iterator[None]:
    """The library writes an xls in the clear into a temporary file; citizens' data must not lie about on the disk."""
    usual = tempfile.TemporaryFile
    tempfile.TemporaryFile = io.BytesIO  # type: ignore[assignment]
    try:
        yield
    finally:
        tempfile.TemporaryFile = usual
