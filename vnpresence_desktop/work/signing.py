"""Who signs a report: nobody here (bản trình ký), this machine's technical identity, or a PKCS#12 file.

Also: whose signatures are believed.

Heavy (cryptography, PDF and Excel libraries): import it lazily.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vnpresence_desktop.documents.files import write_together
from vnpresence_desktop.documents.signing.keys import Key, fingerprint, new_identity, open_p12
from vnpresence_desktop.documents.signing.pdf import sign_pdf
from vnpresence_desktop.documents.signing.workbook import sign_xlsx
from vnpresence_desktop.documents.verifying.trust import Trust, read_trust
from vnpresence_desktop.documents.verifying.verdict import FileVerdict
from vnpresence_desktop.documents.verifying.verify import verify
from vnpresence_desktop.documents.writing.pdf import write_pdf
from vnpresence_desktop.documents.writing.workbook import write_xlsx
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.report import Report
from vnpresence_desktop.store import keys
from vnpresence_desktop.work.desk import Desk, communes

TRUST_FOLDER = "tin-cay"
"""Folder beside the register: certificates and fingerprints that this office believes."""

_IDENTITY = "danh-tinh-may.p12"
_LABEL = "Ký bằng danh tính kỹ thuật của máy ({short}), không phải chữ ký số của cơ quan"
_REASON = "Ký xác nhận báo cáo"


@dataclass(frozen=True, slots=True)
class Signature:
    """How a report is signed at export.

    Attributes:
        key: None leaves both files unsigned and clean, open to văn thư's own tool.
        local: the key is this machine's technical identity, said on every page.
    """

    key: Key | None = None
    local: bool = False

    def dated(self, day: date) -> str:
        """Date of issue to print: a report signed here bears the day, one to be signed on paper only the year."""
        return day.isoformat() if self.key else f"{day.year}"

    def documents(self, report: Report, when: datetime) -> tuple[bytes, bytes]:
        """PDF and Excel of a report, signed where there is a key."""
        label = _LABEL.format(short=fingerprint(self.key.cert)[:16]) if self.key and self.local else ""
        drawn, workbook = write_pdf(report, label=label), write_xlsx(report, label=label)
        if self.key is None:
            return drawn.data, workbook
        name = report.signature.name
        pdf = sign_pdf(drawn.data, self.key, when, drawn.spot, name=name, reason=_REASON, local=self.local)
        return pdf, sign_xlsx(workbook, self.key, when, comment=_REASON)


def unsigned() -> Signature:
    """Bản trình ký: nothing of ours, the default."""
    return Signature()


def with_file(path: Path, password: Callable[[], str], when: datetime) -> Signature:
    """Sign with a PKCS#12 file.

    Args:
        path: .p12 or .pfx.
        password: asked once; never kept, never retried.
        when: the certificate has to be valid then.

    Raises:
        UserError: no such file, wrong password, expired certificate …
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"Không mở được tệp khóa “{path.name}”.", "Hãy kiểm tra đường dẫn tệp .p12 hoặc .pfx."
        ) from error
    return Signature(open_p12(data, password(), when))


def with_identity(desk: Desk) -> Signature:
    """Sign with this machine's technical identity, made when it is first needed.

    Its fingerprint is laid into the register's trust folder, so that this office recognises it.
    """
    path, password = desk.folder / _IDENTITY, identity_password(desk)
    if not path.exists():
        office = communes()[desk.office().commune].issuer.place
        data = new_identity(f"UBND {office}", desk.now(), password)
        cert = open_p12(data, password).cert
        note = f"{fingerprint(cert)}  # danh tính kỹ thuật của máy này\n"
        write_together({desk.folder / TRUST_FOLDER / "may-nay.txt": note.encode(), path: data})
    return Signature(open_p12(path.read_bytes(), password, desk.now()), local=True)


def identity_password(desk: Desk) -> str:
    """The identity's file opens only where the register opens: its password is derived from the register's key."""
    data_key = keys.unlock(desk.store.path, desk.store.pc_folder)
    return hashlib.sha256(b"vnpresence technical identity" + data_key).hexdigest()


def verify_files(paths: Iterable[Path], folders: Iterable[Path], required: int = 1) -> list[FileVerdict]:
    """Verify signed files without a register.

    Args:
        paths: PDF and Excel files.
        folders: trust folders; those that do not exist are passed over.
        required: how many good signatures each file needs.

    Raises:
        UserError: a file can't be opened at all.
    """
    found = [read_trust(folder) for folder in folders if folder.is_dir()]
    trust = Trust(
        anchors=tuple(cert for one in found for cert in one.anchors),
        pinned=frozenset(pin for one in found for pin in one.pinned),
    )
    return [verify(_content(path), path.name, trust, required) for path in paths]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"Không mở được tệp “{path.name}”.", "Hãy kiểm tra đường dẫn, và tệp không đang mở ở chương trình khác."
        ) from error
