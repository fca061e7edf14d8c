"""Sign an Excel workbook as Office 16 does (ECMA-376 Part 2 §13, MS-OFFCRYPTO 2.5.2). Heavy: import it lazily."""

from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from lxml import etree

from vnpresence_desktop.documents.signing import archive, names
from vnpresence_desktop.documents.signing.archive import ArchiveError
from vnpresence_desktop.documents.signing.canonical import (
    chosen_relationships,
    digest,
    no_relationships,
    parse,
    serialise,
)
from vnpresence_desktop.documents.signing.keys import Key, require_valid
from vnpresence_desktop.documents.signing.markup import Signed, signature
from vnpresence_desktop.documents.signing.package import Package
from vnpresence_desktop.documents.signing.seal import comment as sealed_comment
from vnpresence_desktop.documents.signing.seal import seal
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import clean


def sign_xlsx(data: bytes, key: Key, when: datetime, *, comment: str = "") -> bytes:
    """Sign a workbook; may be applied again for a second signer.

    Every part and relationship is signed but docProps, which Office rewrites; our seal holds those too (see `seal`).

    Args:
        data: the .xlsx file.
        key: signs; its certificate must be valid at `when`.
        when: moment of signing, with its offset.
        comment: why it is signed; shown by Office beside the signature. At most 150 characters are kept.

    Raises:
        UserError: the certificate is not valid at `when`; the file is no workbook that can be signed.
    """
    require_valid(key.cert, when)
    try:
        package, part = _with_place(Package.read(data))
        manifest = _manifest(package)
    except (ArchiveError, ValueError, KeyError, etree.XMLSyntaxError) as error:
        raise UserError("Không ký được tệp Excel này.", "Lập lại tệp báo cáo rồi ký; tệp có thể đã bị hỏng.") from error
    moment = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    # Office's schema allows 255 characters in a comment
    text = sealed_comment(clean(comment)[:150].rstrip("."), seal(package, part, key.chain))
    xml = signature(manifest, key.cert, key.chain, moment, text, lambda info: _raw(key, key.sign(info)))
    return package.with_parts({part: xml}, method=archive.STORED).write()


def _with_place(package: Package) -> tuple[Package, str]:
    """The package with all plumbing for one signature more, and the name of the part it will be."""
    number = next(n for n in range(1, 1000) if f"_xmlsignatures/sig{n}.xml" not in package.entries)
    part = f"_xmlsignatures/sig{number}.xml"
    types = parse(package.part(names.TYPES_PART))
    if names.ORIGIN_PART not in package.entries:
        package = _with_origin(package, types)
    override = {"PartName": f"/{part}", "ContentType": names.TYPE_SIGNATURE}
    etree.SubElement(types, f"{{{names.CONTENT_TYPES}}}Override", attrib=override)
    links = parse(package.part(names.ORIGIN_RELS))
    _link(links, names.SIGNATURE, f"sig{number}.xml")
    return package.with_parts({names.TYPES_PART: serialise(types), names.ORIGIN_RELS: serialise(links)}), part


def _with_origin(package: Package, types: etree._Element) -> Package:
    if package.content_type(names.ORIGIN_PART) != names.TYPE_ORIGIN:
        default = {"Extension": "sigs", "ContentType": names.TYPE_ORIGIN}
        types.insert(0, etree.Element(f"{{{names.CONTENT_TYPES}}}Default", attrib=default))
    root = parse(package.part(names.ROOT_RELS))
    _link(root, names.ORIGIN, names.ORIGIN_PART)
    parts = {names.ROOT_RELS: serialise(root), names.ORIGIN_RELS: serialise(no_relationships())}
    return package.with_parts({names.ORIGIN_PART: b""}, method=archive.STORED).with_parts(parts)


def _link(relationships: etree._Element, kind: str, target: str) -> None:
    taken = {each.get("Id") for each in relationships}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    facts = {"Id": free, "Type": kind, "Target": target}
    etree.SubElement(relationships, f"{{{names.RELATIONSHIPS}}}Relationship", attrib=facts)


def _manifest(package: Package) -> list[Signed]:
    """Every .rels part with those of its relationships that are signed, and every part they lead to."""
    signed: dict[str, Signed] = {}
    for name in package.rels_parts():
        chosen = [each for each in package.relationships(name) if each.type not in names.UNSIGNED]
        ids = tuple(each.id for each in chosen)
        if ids:
            hashed = digest(chosen_relationships(package.part(name), ids))
            signed[name] = Signed(name, names.TYPE_RELATIONSHIPS, hashed, ids)
        for part in (each.target for each in chosen if each.internal):
            signed[part] = Signed(part, package.content_type(part), digest(package.part(part)))
    return list(signed.values())


def _raw(key: Key, signature: bytes) -> bytes:
    """XML-DSig wants the two numbers of an ECDSA signature side by side, 32 bytes each."""
    if isinstance(key.cert.public_key(), RSAPublicKey):
        return signature
    return b"".join(number.to_bytes(32, "big") for number in decode_dss_signature(signature))
