"""Verify a signed Excel workbook. Imports lxml and cryptography: import it lazily.

Office and LibreOffice check what a signature names. We check besides that it names everything: every part, every
relationship, nothing but what a report consists of ("Every Signature is Broken", USENIX Security 2023).
"""

from vnpresence_desktop.documents.signing import names
from vnpresence_desktop.documents.signing.package import Package, Relationship
from vnpresence_desktop.documents.signing.seal import read_seal, seal
from vnpresence_desktop.documents.verifying.content import require_permitted
from vnpresence_desktop.documents.verifying.coverage import require_covered
from vnpresence_desktop.documents.verifying.markup import PackageSignature, read_signature
from vnpresence_desktop.documents.verifying.verdict import Findings, Refused, Signature, Verdict, require

_STRAY = "Trong phần chữ ký của tệp có thành phần lạ."
_REMOVED = "Một chữ ký của tệp đã bị gỡ."
_TOUCHED = "Vỏ tệp đã bị đổi sau khi ký (phần mà chữ ký của Excel không che)."


def check(data: bytes) -> Findings:
    """What the workbook's own signatures say.

    Raises:
        Refused: signed content was changed, or the file is no workbook we read.
        Exception: any other; the file is damaged or built to deceive.
    """
    package = Package.read(data)
    _require_workbook(package)
    origins = [each for each in package.relationships(names.ROOT_RELS) if each.type == names.ORIGIN]
    here = {name for name in package.entries if name.lower().startswith("_xmlsignatures/")}
    if not origins:
        return Findings(removed=_REMOVED if here else "")
    parts = _signature_parts(package, origins)
    present = [name for name in parts if name in package.entries]
    require(here - {names.ORIGIN_PART, names.ORIGIN_RELS} <= set(present), _STRAY)
    found = [_checked(package, name) for name in present]
    require_permitted(package)
    removed = _REMOVED if len(present) < len(parts) or not present else ""
    touched = "" if not found or _sealed(data, package, present[-1], found[-1]) else _TOUCHED
    return Findings(tuple(Signature(one.cert, one.chain, one.when) for one in found), removed, touched)


def _require_workbook(package: Package) -> None:
    main = [each for each in package.relationships(names.ROOT_RELS) if each.type == names.WORKBOOK]
    if len(main) != 1 or package.content_type(main[0].target) != names.TYPE_WORKBOOK:
        raise Refused("Tệp này không phải một bảng tính Excel (.xlsx).", Verdict.UNREADABLE)


def _signature_parts(package: Package, origins: list[Relationship]) -> list[str]:
    """Names of the signatures in the order of signing, whether they are there or not."""
    require([(one.internal, one.target) for one in origins] == [(True, names.ORIGIN_PART)], _STRAY)
    if names.ORIGIN_PART not in package.entries or names.ORIGIN_RELS not in package.entries:
        return []
    require(not package.part(names.ORIGIN_PART), _STRAY)
    links = package.relationships(names.ORIGIN_RELS)
    require(all(one.type == names.SIGNATURE and one.internal for one in links), _STRAY)
    parts = [one.target for one in links]
    require(len(set(parts)) == len(parts), _STRAY)
    return parts


def _checked(package: Package, name: str) -> PackageSignature:
    require(package.content_type(name) == names.TYPE_SIGNATURE, _STRAY)
    signature = read_signature(package.part(name))
    require_covered(package, signature.references)
    return signature


def _sealed(data: bytes, package: Package, name: str, last: PackageSignature) -> bool:
    """Whether the file is to the byte as our signer left it; True also when another program signed last."""
    mark = read_seal(last.comment)
    if mark is None:
        return True
    exact = package.write() == data and last.written_by_us() == package.part(name)
    return exact and mark == seal(package, name, last.chain)
