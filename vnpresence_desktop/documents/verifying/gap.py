"""Where the signatures lie in the bytes of a PDF (ISO 32000-1 §12.8.1), read without trust in the PDF's structure.

A signature covers the whole file but a gap that holds the signature itself. Here every gap is found by its own mark,
must have its one exact form, and what it covers must have the hash that was signed.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise

from asn1crypto import cms, x509  # type: ignore[import-untyped]

from vnpresence_desktop.documents.verifying.der import first_value
from vnpresence_desktop.documents.verifying.verdict import require

_MARK = re.compile(rb"/ByteRange")
_KIND = re.compile(rb"/SubFilter\s*/(?:ETSI\.|adbe\.|PBAD)")
_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_HEX = re.compile(rb"<(?:[0-9A-F]+|[0-9a-f]+)>")  # one case of letters: the other would read the same
# SHA-256, SHA-384, SHA-512 as CMS writes them: without parameters, or with NULL
_HASHES = frozenset(
    bytes.fromhex(head + number + tail)
    for head, tail in (("300b060960864801650304020", ""), ("300d060960864801650304020", "0500"))
    for number in "123"
)
_SEQUENCE = 0x30
_FORM = "Chữ ký trong tệp PDF không đúng dạng."
_CHANGED = "Nội dung của tệp đã bị sửa sau khi ký."


@dataclass(frozen=True, slots=True)
class Gap:
    """One signature as it lies in the file.

    Attributes:
        start, stop: of the gap, "<" and ">" included.
        end: of what the signature covers.
    """

    start: int
    stop: int
    end: int


def signed(data: bytes) -> bool:
    """Whether there is or was a signature; a single changed byte can't hide all its marks."""
    return any(mark.search(data) for mark in (_MARK, _KIND))


def gaps(data: bytes) -> list[Gap]:
    """All signatures in the order of signing.

    Raises:
        Refused: a gap has not its exact form, or what it covers was changed, or the last does not reach the end.
    """
    ranges = [tuple(map(int, found.groups())) for found in _RANGE.finditer(data)]
    require(len(ranges) == len(_MARK.findall(data)) == len(_KIND.findall(data)), _FORM)
    found = [_gap(data, *numbers) for numbers in sorted(ranges, key=sum)]
    for earlier, later in pairwise(found):
        require(earlier.end <= later.start, _FORM)
    require(not found or found[-1].end == len(data), "Tệp bị viết thêm sau chữ ký cuối cùng.")
    return found


def _gap(data: bytes, first: int, start: int, stop: int, length: int) -> Gap:
    gap = Gap(start, stop, stop + length)
    text = data[start:stop]
    require(first == 0 and start < stop and length and gap.end <= len(data), _FORM)
    require(_HEX.fullmatch(text) and len(text) % 2 == 0, _FORM)
    signature = _exact(bytes.fromhex(text[1:-1].decode("ascii")))
    _require_plain(signature)
    _require_hash(signature, data[:start] + data[stop : gap.end])
    return gap


def _exact(padded: bytes) -> cms.SignedData:
    """The signature in a gap: one DER value, then zeros."""
    value = first_value(padded)
    require(value[0] == _SEQUENCE and not padded[len(value) :].strip(b"\0"), _FORM)
    content = cms.ContentInfo.load(value, strict=True)
    require(content["content_type"].native == "signed_data", _FORM)
    return content["content"]


def _require_plain(signature: cms.SignedData) -> None:
    """Nothing in the unsigned frame of the signature could be other than it is."""
    require(len(signature["signer_infos"]) == 1 and not signature["crls"], _FORM)
    signer = signature["signer_infos"][0]
    require((signature["version"].native, signer["version"].native) == ("v1", "v1"), _FORM)
    hashes = [each.dump() for each in signature["digest_algorithms"]]
    require(hashes == [signer["digest_algorithm"].dump()] and hashes[0] in _HASHES, _FORM)
    content = signature["encap_content_info"]
    require(content["content_type"].native == "data" and content["content"].native is None, _FORM)
    require(signer["sid"].name == "issuer_and_serial_number", _FORM)
    named = [_name(each.chosen) for each in signature["certificates"] if each.name == "certificate"]
    require(named.count(signer["sid"].chosen.dump()) == 1 and len(named) == len(signature["certificates"]), _FORM)


def _name(cert: x509.Certificate) -> bytes:
    """How a signature names its signer's certificate, to the byte."""
    name: bytes = cms.IssuerAndSerialNumber({"issuer": cert.issuer, "serial_number": cert.serial_number}).dump()
    return name


def _require_hash(signature: cms.SignedData, covered: bytes) -> None:
    signer = signature["signer_infos"][0]
    hashed = [each["values"] for each in signer["signed_attrs"] if each["type"].native == "message_digest"]
    require(len(hashed) == 1 and len(hashed[0]) == 1, _FORM)
    name = signer["digest_algorithm"]["algorithm"].native
    require(hashed[0][0].native == hashlib.new(name, covered).digest(), _CHANGED)
