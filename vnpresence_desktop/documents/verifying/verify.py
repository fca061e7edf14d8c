"""Verify a signed file: what it is, what its own check finds, whom we trust."""

import re
from collections.abc import Callable

from vnpresence_desktop.documents.signing.keys import common_name, fingerprint
from vnpresence_desktop.documents.verifying.trust import Trust
from vnpresence_desktop.documents.verifying.verdict import (
    FileVerdict,
    Findings,
    Refused,
    Signature,
    SignerSeen,
    Verdict,
)
from vnpresence_desktop.domain.dates import VIETNAM

_HEAD, _TAIL = 1024, 65_557  # a PDF names itself in the first bytes, a ZIP in the last (comment of 64 KiB included)
_SIGNED = re.compile(rb"/ByteRange|/Type\s*/Sig\b|/SubFilter\s*/|_xmlsignatures/")


def verify(data: bytes, name: str, trusted: Trust, required: int = 1) -> FileVerdict:
    """Judge one file from its bytes alone.

    Args:
        data: the whole file; what it is, its content says, not its name.
        name: of the file, repeated in the answer.
        trusted: whom the office trusts.
        required: how many different signers must have signed.

    Never raises for what the file contains: whatever goes wrong inside means that the file is not valid.
    """
    check = _check_of(data)
    if check is None:
        return FileVerdict(name, Verdict.UNREADABLE, (), ("Đây không phải tệp PDF hay tệp Excel (.xlsx).",))
    try:
        return _conclude(name, check(data), trusted, required)
    except Refused as refused:
        return FileVerdict(name, refused.verdict, (), (refused.reason,))
    except Exception:  # a check that can't be finished is a check that failed
        if _SIGNED.search(data):
            return FileVerdict(name, Verdict.ALTERED, (), ("Tệp đã bị sửa hoặc hỏng sau khi ký.",))
        return FileVerdict(name, Verdict.UNREADABLE, (), ("Tệp hỏng, không đọc được.",))


def _check_of(data: bytes) -> Callable[[bytes], Findings] | None:
    """The check for this kind of file; more than one mark is asked, so that one damaged byte does not hide the kind."""
    if b"%PDF-" in data[:_HEAD] or (b"\nxref" in data and b"\n%%EOF" in data):
        from vnpresence_desktop.documents.verifying import pdf

        return pdf.check
    if data.startswith(b"PK\x03\x04") or b"PK\x05\x06" in data[-_TAIL:]:
        from vnpresence_desktop.documents.verifying import workbook

        return workbook.check
    return None


def _conclude(name: str, findings: Findings, trusted: Trust, required: int) -> FileVerdict:
    signers = tuple(_seen(one) for one in findings.signatures)
    different = len({one.fingerprint for one in signers})
    doubts = (trusted.doubt(one, seen.name) for one, seen in zip(findings.signatures, signers, strict=True))
    if not signers and not findings.removed:
        return FileVerdict(name, Verdict.UNSIGNED, (), ("Tệp không có chữ ký số.",))
    if findings.removed or different < required:
        reason = findings.removed or f"Tệp mới có chữ ký của {different} người, cần {required}."
        return FileVerdict(name, Verdict.MISSING_SIGNATURE, signers, (reason,))
    if findings.touched:
        return FileVerdict(name, Verdict.ALTERED, signers, (findings.touched,))
    reasons = tuple(dict.fromkeys(doubt for doubt in doubts if doubt))
    return FileVerdict(name, Verdict.UNTRUSTED if reasons else Verdict.VALID, signers, reasons)


def _seen(signature: Signature) -> SignerSeen:
    time = signature.when.astimezone(VIETNAM).isoformat(timespec="seconds")
    return SignerSeen(common_name(signature.cert), fingerprint(signature.cert), time)
