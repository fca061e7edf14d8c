"""Whom we trust, without a network: certificates to chain to, and fingerprints told by phone or on paper.

The cryptography and pyHanko libraries are imported where they are used.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop.documents.signing.keys import fingerprint, issued_by
from vnpresence_desktop.documents.verifying.der import children
from vnpresence_desktop.documents.verifying.verdict import Signature
from vnpresence_desktop.domain.problems import UserError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_CERTIFICATES = (".pem", ".crt", ".cer", ".der")
_VERSION = 0xA0  # the tag of a certificate's version, left out in version 1
_BETWEEN = re.compile(r"[\s:.-]+")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_UNKNOWN = "Chưa tin cậy chứng thư của “{name}”: không dẫn tới chứng thư nào trong thư mục tin cậy."
_OUTSIDE = "Chứng thư của “{name}” không có hiệu lực vào lúc ký."
_LOOSE = "Chứng thư cấp trên kèm chữ ký của “{name}” không kiểm được; cần chứng thư gốc trong thư mục tin cậy."


@dataclass(frozen=True, slots=True)
class Trust:
    """What an office trusts.

    Attributes:
        anchors: certificates that a signer's certificate may be, or lead up to.
        pinned: SHA-256 fingerprints of signers' certificates, lower-case hexadecimal.
    """

    anchors: "tuple[Certificate, ...]" = ()
    pinned: frozenset[str] = frozenset()

    def doubt(self, signature: Signature, name: str) -> str:
        """Why the signer is not trusted, a Vietnamese sentence with this name; "" when trusted.

        A certificate is judged as of the claimed time of signing; lists of revoked certificates are not asked.
        """
        cert = signature.cert
        if not cert.not_valid_before_utc <= signature.when <= cert.not_valid_after_utc:
            return _OUTSIDE.format(name=name)
        if not self._whole(signature.chain):
            return _LOOSE.format(name=name)
        known = fingerprint(cert) in self.pinned or cert in self.anchors or self._leads_up(signature)
        return "" if known else _UNKNOWN.format(name=name)

    def _whole(self, chain: "tuple[Certificate, ...]") -> bool:
        """Whether a known certificate vouches for every byte of those that came along, which no signature covers."""
        known = (*chain, *self.anchors)
        return all(
            cert in self.anchors or (_exact(cert) and any(issued_by(cert, issuer) for issuer in known))
            for cert in chain
        )

    def _leads_up(self, signature: Signature) -> bool:
        from pyhanko_certvalidator import CertificateValidator, ValidationContext
        from pyhanko_certvalidator.errors import PathError, ValidationError

        from vnpresence_desktop.documents.signing.pades import asn1, run

        authorities = [asn1(cert) for cert in self.anchors if _may_issue(cert)]
        if not authorities:
            return False
        context = ValidationContext(
            trust_roots=authorities,
            other_certs=[asn1(cert) for cert in signature.chain],
            moment=signature.when,
            allow_fetching=False,
            revocation_mode="soft-fail",
            weak_hash_algos={"md2", "md5", "sha1"},
        )
        validator = CertificateValidator(asn1(signature.cert), validation_context=context)
        try:
            run(validator.async_validate_usage(set()))  # type: ignore[no-untyped-call]
        except (PathError, ValidationError):
            return False
        return _may_sign(signature.cert)


def read_trust(folder: Path) -> Trust:
    """Read a trust folder: *.pem, *.crt, *.cer, *.der (PEM or DER) and *.txt with one fingerprint a line.

    In a .txt file spaces, colons and what follows "#" do not count. Other files are left alone.

    Raises:
        UserError: no such folder; a file that is not what its name says or can't be read, named.
    """
    if not folder.is_dir():
        raise UserError(f"Không thấy thư mục tin cậy “{folder}”.", "Kiểm tra lại đường dẫn của thư mục.")
    anchors: list[Certificate] = []
    pinned: set[str] = set()
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() in _CERTIFICATES:
            anchors += _certificates(file, _content(file))
        elif file.suffix.lower() == ".txt":
            pinned.update(_fingerprints(file, _content(file)))
    return Trust(tuple(anchors), frozenset(pinned))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            f"Không đọc được tệp “{file.name}” trong thư mục tin cậy.", "Bỏ tệp đó ra hoặc thay bằng tệp đọc được."
        ) from error


def _certificates(file: Path, data: bytes) -> "Iterable[Certificate]":
    from cryptography import x509

    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificates(data)
        return [x509.load_der_x509_certificate(data)]
    except ValueError as error:
        raise UserError(
            f"Tệp “{file.name}” trong thư mục tin cậy không phải chứng thư số.", "Bỏ tệp đó ra hoặc thay bằng tệp đúng."
        ) from error


def _fingerprints(file: Path, data: bytes) -> Iterable[str]:
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    for number, line in enumerate(lines, 1):
        digits = _BETWEEN.sub("", line.partition("#")[0]).lower()
        if digits and not _FINGERPRINT.fullmatch(digits):
            raise UserError(
                f"Dòng {number} của tệp “{file.name}” trong thư mục tin cậy không phải dấu vân tay chứng thư.",
                "Mỗi dòng gồm 64 chữ số 0–9, a–f; ghi chú đặt sau dấu #.",
            )
        if digits:
            yield digits


def _exact(cert: "Certificate") -> bool:
    """Whether the unsigned rest of a certificate is what it must be: the algorithm once more, whole bytes."""
    from cryptography.hazmat.primitives.serialization import Encoding

    signed, algorithm, signature = children(cert.public_bytes(Encoding.DER))
    fields = children(signed)
    has_version = fields[0][0] == _VERSION
    return algorithm == fields[2 if has_version else 1] and signature.endswith(b"\0" + cert.signature)


def _may_issue(cert: "Certificate") -> bool:
    from cryptography import x509

    try:
        return cert.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, ValueError):
        return False


def _may_sign(cert: "Certificate") -> bool:
    from cryptography import x509

    try:
        usage = cert.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment
