"""Verify a signed PDF offline: our own reading of the bytes, then pyHanko's of the structure. Heavy: import lazily.

pyHanko and pdfsig accept bytes after the last signature, and pdfsig accepts changes that came as a later revision;
here the last signature must reach the end of the file, and between two signatures nothing may come but fields.
"""

import io

from asn1crypto.x509 import Certificate as Asn1Certificate  # type: ignore[import-untyped]
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from vnpresence_desktop.documents.signing.pades import run
from vnpresence_desktop.documents.verifying.gap import Gap, gaps, signed
from vnpresence_desktop.documents.verifying.verdict import Findings, Refused, Signature, require

_CHANGED = "Nội dung của tệp đã bị sửa sau khi ký."
_FORM = "Chữ ký trong tệp PDF không đúng dạng."
_REMOVED = "Một chữ ký của tệp đã bị gỡ."


def check(data: bytes) -> Findings:
    """What the PDF's own signatures say.

    Raises:
        Refused: signed content was changed.
        Exception: any other; the file is damaged or built to deceive.
    """
    marked = signed(data)
    places = gaps(data)
    reader = PdfFileReader(io.BytesIO(data), strict=marked)
    embedded = reader.embedded_signatures
    if not marked:
        require(reader.root["/Pages"]["/Count"] and not embedded, _FORM)
        return Findings()
    require(len(embedded) <= len(places), _FORM)
    if len(embedded) < len(places):
        return Findings(removed=_REMOVED)
    found = [_checked(one, place, len(data)) for one, place in zip(embedded, places, strict=True)]
    return Findings(tuple(found))


def _checked(embedded: EmbeddedPdfSignature, place: Gap, size: int) -> Signature:
    _, start, stop, length = embedded.byte_range
    require((start, stop, stop + length) == (place.start, place.stop, place.end), _FORM)
    status = run(async_validate_pdf_signature(embedded, _offline(embedded.signer_cert)))
    _require_sound(status)
    whole = SignatureCoverageLevel.ENTIRE_FILE if place.end == size else SignatureCoverageLevel.ENTIRE_REVISION
    require(status.coverage == whole, _CHANGED)
    when = status.signer_reported_dt
    if when is None or when.tzinfo is None:
        raise Refused(_FORM)
    others = tuple(_certificate(one) for one in embedded.other_embedded_certs)
    return Signature(_certificate(embedded.signer_cert), others, when)


def _require_sound(status: PdfSignatureStatus) -> None:
    require(status.intact and status.valid and status.docmdp_ok, _CHANGED)
    level = status.modification_level
    require(level is not None and level <= ModificationLevel.FORM_FILLING, _CHANGED)
    require(status.seed_value_ok and status.md_algorithm in ("sha256", "sha384", "sha512"), _FORM)
    stamp = status.timestamp_validity
    require(stamp is None or (stamp.intact and stamp.valid), _CHANGED)


def _offline(cert: Asn1Certificate) -> ValidationContext:
    """Only the signature is asked for here; whom we trust is `Trust`'s matter."""
    return ValidationContext(trust_roots=[cert], allow_fetching=False, revocation_mode="soft-fail")


def _certificate(cert: Asn1Certificate) -> x509.Certificate:
    return x509.load_der_x509_certificate(cert.dump())
