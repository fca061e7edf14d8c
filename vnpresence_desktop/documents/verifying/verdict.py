"""What is said about a file: one of six verdicts, who signed, why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.x509 import Certificate


class Verdict(StrEnum):
    """Hợp lệ · Hợp lệ, chưa tin cậy · Thiếu chữ ký · Bị sửa · Không ký · Không đọc được."""

    VALID = "valid"
    UNTRUSTED = "untrusted"
    MISSING_SIGNATURE = "missing_signature"
    ALTERED = "altered"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class SignerSeen:
    """One signer, as the signature says.

    Attributes:
        name: common name of the certificate.
        fingerprint: SHA-256 of the certificate, lower-case hexadecimal.
        time: signing time that the signer claims, ISO with the offset +07:00.
    """

    name: str
    fingerprint: str
    time: str


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What is said about one file.

    Attributes:
        file: its name as given.
        verdict: see `Verdict`.
        signers: whose signatures hold, in the order of signing.
        reasons: plain Vietnamese sentences; empty when the file is valid.
    """

    file: str
    verdict: Verdict
    signers: tuple[SignerSeen, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that holds: its content is what was signed, whoever signed.

    Attributes:
        cert: of the signer.
        chain: other certificates that came with the signature.
        when: signing time that the signer claims, with its offset.
    """

    cert: "Certificate"
    chain: "tuple[Certificate, ...]"
    when: datetime


@dataclass(frozen=True, slots=True)
class Findings:
    """What a file's own check found, before anybody asks whom we trust.

    Attributes:
        signatures: those that hold, in the order of signing.
        removed: a signature was here and is gone; "" or a sentence about it.
        touched: something was changed that no signature covers; "" or a sentence about it.
    """

    signatures: tuple[Signature, ...] = ()
    removed: str = ""
    touched: str = ""


class Refused(Exception):  # noqa: N818
    """The file can't be accepted.

    Attributes:
        verdict: ALTERED, or UNREADABLE for what we do not read at all.
        reason: plain Vietnamese sentence.
    """

    def __init__(self, reason: str, verdict: Verdict = Verdict.ALTERED) -> None:
        super().__init__(reason)
        self.reason = reason
        self.verdict = verdict


def require(condition: object, reason: str) -> None:
    """Raise `Refused` (altered) with this reason unless the condition holds."""
    if not condition:
        raise Refused(reason)
