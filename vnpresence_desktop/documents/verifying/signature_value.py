"""The cryptography under a signature in a workbook: which algorithms count, and whether the value holds."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.x509 import Certificate

from vnpresence_desktop.documents.signing import names
from vnpresence_desktop.documents.verifying.verdict import Refused, require

_RSA = {
    names.RSA_SHA256: hashes.SHA256(),
    names.RSA_SHA384: hashes.SHA384(),
    names.RSA_SHA512: hashes.SHA512(),
}
_ECDSA = {names.ECDSA_SHA256: hashes.SHA256(), names.ECDSA_SHA384: hashes.SHA384()}
_RSA_BITS, _EC_BITS = 2048, 256
_WEAK = "Chữ ký dùng thuật toán hoặc khóa không được chấp nhận."


def require_value(cert: Certificate, method: str, value: bytes, data: bytes) -> None:
    """Raise `Refused` unless `value` is a signature over `data` by the certificate's key, made by this method."""
    public = cert.public_key()
    try:
        if isinstance(public, rsa.RSAPublicKey) and method in _RSA:
            require(public.key_size >= _RSA_BITS, _WEAK)
            public.verify(value, data, padding.PKCS1v15(), _RSA[method])
        elif isinstance(public, ec.EllipticCurvePublicKey) and method in _ECDSA:
            require(public.key_size >= _EC_BITS and len(value) == 2 * ((public.key_size + 7) // 8), _WEAK)
            public.verify(_pair(value), data, ec.ECDSA(_ECDSA[method]))
        else:
            raise Refused(_WEAK)
    except InvalidSignature as error:
        raise Refused("Chữ ký trong tệp đã bị sửa.") from error


def _pair(value: bytes) -> bytes:
    half = len(value) // 2
    return encode_dss_signature(int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big"))
