"""Keys that sign: a PKCS#12 file of an officer, or the technical identity of this machine.

Every key looks the same from outside, so that the one who signs does not know where the key lives.
The cryptography library is imported where it is used.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate, Name

_RSA_BITS = 2048
_TEN_YEARS = timedelta(days=3652)


class Key(Protocol):
    """A private key that can be asked to sign, with its certificate.

    Attributes:
        cert: the signer's certificate.
        chain: certificates above it, nearest first; may be empty.
    """

    @property
    def cert(self) -> "Certificate": ...  # noqa: D102
    @property
    def chain(self) -> "tuple[Certificate, ...]": ...  # noqa: D102

    def sign(self, data: bytes) -> bytes:
        """Sign the SHA-256 of `data`: RSA PKCS#1 v1.5, or ECDSA on P-256 as a DER pair (r, s)."""
        ...


@dataclass(frozen=True, slots=True)
class FileKey:
    """A key held in memory, read from a PKCS#12 file."""

    private: "RSAPrivateKey | EllipticCurvePrivateKey"
    cert: "Certificate"
    chain: "tuple[Certificate, ...]"

    def sign(self, data: bytes) -> bytes:
        """See `Key.sign`."""
        from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
        from cryptography.hazmat.primitives.hashes import SHA256

        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(data, padding.PKCS1v15(), SHA256())
        return self.private.sign(data, ec.ECDSA(SHA256()))


def open_p12(data: bytes, password: str | None, when: datetime | None = None) -> FileKey:
    """Open a PKCS#12 file (.p12, .pfx).

    Args:
        data: the whole file.
        password: as typed; None when the file has none.
        when: moment of signing, with its offset; if given, the certificate must be valid then.

    Raises:
        UserError: wrong password, damaged file, no key or certificate in it, a kind of key we do not sign with,
            a certificate that is not valid at `when`.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    _require_p12(data)
    try:
        private, cert, above = pkcs12.load_key_and_certificates(data, password.encode() if password else None)
    except UnsupportedAlgorithm as error:
        raise UserError(
            "Tệp khóa dùng kiểu mã hóa quá cũ.", "Xuất lại tệp .p12 từ phần mềm của nhà cung cấp."
        ) from error
    except (ValueError, TypeError) as error:
        raise UserError("Mật khẩu của tệp khóa không đúng.", "Gõ lại mật khẩu; tắt bộ gõ tiếng Việt khi gõ.") from error
    key = FileKey(_private(private), _certificate(cert), _ordered(_certificate(cert), above))
    if key.private.public_key() != key.cert.public_key():
        raise UserError("Khóa và chứng thư trong tệp không thuộc về nhau.", "Xin lại tệp .p12 từ nơi cấp.")
    if when is not None:
        require_valid(key.cert, when)
    return key


def require_valid(cert: "Certificate", when: datetime) -> None:
    """Raise `UserError` unless the certificate is valid at `when` (a moment with its offset)."""
    if when < cert.not_valid_before_utc:
        day = cert.not_valid_before_utc.astimezone(when.tzinfo).strftime("%d/%m/%Y")
        raise UserError(f"Chứng thư số chưa có hiệu lực (từ ngày {day}).", "Kiểm tra lại ngày giờ của máy tính.")
    if when > cert.not_valid_after_utc:
        day = cert.not_valid_after_utc.astimezone(when.tzinfo).strftime("%d/%m/%Y")
        raise UserError(f"Chứng thư số đã hết hạn ngày {day}.", "Xin gia hạn chứng thư số rồi ký lại.")


def new_identity(office: str, now: datetime, password: str) -> bytes:
    """Make the technical identity of this machine: a self-signed P-256 certificate, valid 10 years.

    It is no digital signature of the agency: others recognise it by its fingerprint alone.

    Args:
        office: name of the office, e.g. "UBND xã Phong Điền".
        now: moment with its offset, from which the certificate is valid.
        password: protects the result.

    Returns:
        a PKCS#12 file for `open_p12`.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12

    private = ec.generate_private_key(ec.SECP256R1())
    cert = _self_signed(_identity_name(office), private, now)
    lock = serialization.BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(b"vnpresence", private, cert, None, lock)


def fingerprint(cert: "Certificate") -> str:
    """SHA-256 of the certificate as DER, 64 lower-case hexadecimal digits."""
    from cryptography.hazmat.primitives.hashes import SHA256

    return cert.fingerprint(SHA256()).hex()


def common_name(cert: "Certificate") -> str:
    """The name a person knows the signer by: the subject's common name, else its whole subject."""
    from cryptography.x509.oid import NameOID

    names = cert.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return clean(str(names[0].value) if names else cert.subject.rfc4514_string())


def issued_by(cert: "Certificate", issuer: "Certificate") -> bool:
    """Whether the issuer's name and key stand behind the certificate; a root is issued by itself."""
    from cryptography.exceptions import InvalidSignature

    try:
        cert.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _require_p12(data: bytes) -> None:
    from asn1crypto.pkcs12 import Pfx  # type: ignore[import-untyped]

    try:
        whole = Pfx.load(data, strict=True)["version"].native == "v3"
    except (ValueError, TypeError):
        whole = False
    if not whole:
        raise UserError("Tệp khóa bị hỏng hoặc không phải tệp .p12.", "Chọn đúng tệp .p12 hoặc .pfx được cấp.")


def _private(key: object) -> "RSAPrivateKey | EllipticCurvePrivateKey":
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if key is None:
        raise UserError("Tệp này không có khóa bí mật.", "Xuất lại tệp .p12 kèm khóa bí mật.")
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _RSA_BITS:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    raise UserError("Loại khóa này không dùng để ký được.", "Cần khóa RSA từ 2048 bit hoặc ECDSA P-256.")


def _certificate(cert: "Certificate | None") -> "Certificate":
    if cert is None:
        raise UserError("Tệp khóa không có chứng thư số.", "Xuất lại tệp .p12 kèm chứng thư số.")
    return cert


def _ordered(cert: "Certificate", above: "list[Certificate]") -> "tuple[Certificate, ...]":
    """Those certificates that really stand above `cert`, nearest first."""
    chain: list[Certificate] = []
    below = cert
    while issuer := next((one for one in above if one not in chain and one != below and issued_by(below, one)), None):
        chain.append(issuer)
        below = issuer
    return tuple(chain)


def _identity_name(office: str) -> "Name":
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _short(office)),
            x509.NameAttribute(NameOID.COMMON_NAME, _short(f"VN Presence - máy {office}")),
        ]
    )


def _short(text: str) -> str:
    """At most 64 bytes: X.520 allows 64 characters in these names, and the library counts bytes."""
    return clean(clean(text).encode()[:64].decode(errors="ignore"))


def _self_signed(name: "Name", private: "EllipticCurvePrivateKey", now: datetime) -> "Certificate":
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + _TEN_YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, content_commitment=True, encipher_only=False, decipher_only=False, **usage
            ),
            critical=True,
        )
        .sign(private, SHA256())
    )
