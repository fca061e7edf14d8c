"""What the report page does with a report: draw it to be looked at, export it, look whether signatures hold.

The heavy libraries are imported in the functions, all of which are for jobs: they take a second or more.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.figures import Figure
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.texts import say

if TYPE_CHECKING:
    from vnpresence_desktop.documents.verifying.verdict import FileVerdict, SignerSeen
    from vnpresence_desktop.work.signing import Signature


class Signing(StrEnum):
    """Who signs at export."""

    NONE = "none"
    """bản trình ký, left to văn thư's own tool"""
    LOCAL = "local"
    """the technical identity of this machine"""
    FILE = "p12"
    """a PKCS#12 file"""


@dataclass(frozen=True, slots=True)
class Order:
    """What to export.

    Attributes:
        period: e.g. "2025-Q4".
        signing: see `Signing`.
        key: .p12 or .pfx, for `Signing.FILE`.
        password: of the key; used once, kept nowhere.
    """

    period: str
    signing: Signing = Signing.NONE
    key: Path | None = None
    password: str = ""

    def __repr__(self) -> str:
        """Without the password: it must not get into any log."""
        return f"Order({self.period}, {self.signing})"


@dataclass(frozen=True, slots=True)
class SeenSigner:
    """A signer as shown: name, time as "14/12/2025 08:30", fingerprint in groups of four."""

    name: str
    time: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said of one signed file.

    Attributes:
        file: its name.
        verdict: code of the verdict, see texts.toml.
        word: the verdict in Vietnamese.
        signers: whose signatures hold.
        reasons: plain sentences; empty when all is well.
    """

    file: str
    verdict: str
    word: str
    signers: tuple[SeenSigner, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A report exported.

    Attributes:
        title: e.g. "quý IV năm 2025".
        pdf, xlsx: the files.
        unwritten: ids of sections left blank.
        checked: what verifying both says, where they are signed.
    """

    title: str
    pdf: Path
    xlsx: Path
    unwritten: tuple[str, ...] = ()
    checked: tuple[Checked, ...] = ()


def draw(desk: Desk, period: str, counted: Callable[[Sequence[Figure]], object] | None = None) -> bytes:
    """The report as it would be exported now, unsigned: a PDF to be looked at; raises UserError as `export`.

    ``counted`` is told its figures before anything is drawn, also where nobody could sign it.
    """
    from vnpresence_desktop.documents.writing.pdf import write_pdf
    from vnpresence_desktop.work.quarter import freeze, gather

    facts = gather(desk, period)
    if counted:
        counted(facts.figures)
    return write_pdf(freeze(desk, facts, dated=f"{desk.today.year}")).data


def export(desk: Desk, order: Order) -> Done:
    """Export both files, and verify them where they were signed.

    Raises:
        UserError: see `quarter.export_report` and `signing.with_file`.
    """
    from vnpresence_desktop.work.quarter import export_report

    done = export_report(desk, order.period, None, _signature(desk, order))
    files = (done.pdf, done.xlsx)
    checked = check_files(desk.folder, files) if order.signing is not Signing.NONE else ()
    return Done(done.report.period_title, *files, done.unwritten, checked)


def _signature(desk: Desk, order: Order) -> "Signature":
    from vnpresence_desktop.work import signing

    if order.signing is Signing.LOCAL:
        return signing.with_identity(desk)
    if order.signing is Signing.FILE:
        if order.key is None:
            raise UserError("Chưa chọn tệp khóa để ký.", "Hãy chọn tệp .p12 hoặc .pfx được cấp.")
        return signing.with_file(order.key, lambda: order.password, desk.now())
    return signing.unsigned()


def check_files(folder: Path, paths: Iterable[Path]) -> tuple[Checked, ...]:
    """Verify signed files; no register is needed.

    Args:
        folder: the register's folder, whose trust folder says whom the office believes.
        paths: PDF and Excel files.

    Raises:
        UserError: a file can't be opened at all.
    """
    from vnpresence_desktop.work.signing import TRUST_FOLDER, verify_files

    return tuple(_said(one) for one in verify_files(paths, (folder / TRUST_FOLDER,)))


def _said(one: "FileVerdict") -> Checked:
    verdict = one.verdict.value
    return Checked(one.file, verdict, say("verdict", verdict), tuple(map(_signer, one.signers)), one.reasons)


def _signer(signer: "SignerSeen") -> SeenSigner:
    day, _, clock = signer.time.partition("T")
    return SeenSigner(signer.name, f"{show(day)} {clock[:5]}", in_groups(signer.fingerprint))


def in_groups(fingerprint: str) -> str:
    """A fingerprint to be compared by eye: groups of four, capitals."""
    return " ".join(fingerprint[start : start + 4].upper() for start in range(0, len(fingerprint), 4))


def own_fingerprint(desk: Desk) -> str:
    """Fingerprint of this machine's technical identity, in groups of four; the identity is made if there is none."""
    from vnpresence_desktop.documents.signing.keys import fingerprint
    from vnpresence_desktop.work.signing import with_identity

    key = with_identity(desk).key
    return in_groups(fingerprint(key.cert)) if key else ""
