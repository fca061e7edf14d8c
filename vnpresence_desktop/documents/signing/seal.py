"""Our seal in a signed workbook: a hash of the whole file, kept in the signed comment of the signature.

Office signs the content of the parts. How they are packed, their dates in the ZIP and docProps stay open, so a changed
byte there would go unseen. The comment that Office shows as the purpose of signing is signed and free text: there we
put SHA-256 of the file as it is without this one signature, and of the certificates that go with it.
"""

import hashlib
import re
from collections.abc import Iterable

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from vnpresence_desktop.documents.signing.package import Package

_MARK = "SHA-256 của tệp: "
_SEALED = re.compile(_MARK + "([0-9a-f]{64})")


def seal(package: Package, signature: str, chain: Iterable[Certificate]) -> str:
    """SHA-256 (hexadecimal) of the file without the signature part of this name, then the certificates as DER."""
    mark = hashlib.sha256(package.without(signature).write())
    for cert in chain:
        mark.update(cert.public_bytes(Encoding.DER))
    return mark.hexdigest()


def comment(text: str, mark: str) -> str:
    """The comment to sign: the signer's own text, then the seal."""
    return f"{text}. {_MARK}{mark}" if text else _MARK + mark


def read_seal(text: str) -> str | None:
    """The seal in a signed comment; None when another program signed."""
    found = _SEALED.search(text)
    return found and found[1]
