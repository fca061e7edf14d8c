"""Whether a signature covers a workbook whole. Imports lxml: import it lazily."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vnpresence_desktop.documents.signing import names
from vnpresence_desktop.documents.signing.canonical import chosen_relationships
from vnpresence_desktop.documents.signing.package import Package
from vnpresence_desktop.documents.verifying.verdict import require

_HASHES = {names.SHA256: hashlib.sha256, names.SHA384: hashlib.sha384, names.SHA512: hashlib.sha512}
_UNSIGNED_PARTS = frozenset({names.TYPES_PART, "docProps/core.xml", "docProps/app.xml"})
_CHANGED = "Nội dung của tệp đã bị sửa sau khi ký ({part})."
_ADDED = "Tệp có thành phần không được ký ({part})."


@dataclass(frozen=True, slots=True)
class Reference:
    """One line of a manifest: a part, how it was hashed, what came out.

    Attributes:
        part, content_type: name and type of the part.
        method: name of the hash.
        value: the hash in Base64.
        relationships: Ids of the chosen relationships; None when the part is hashed as it lies.
    """

    part: str
    content_type: str
    method: str
    value: str
    relationships: tuple[str, ...] | None


def require_digest(method: str, value: str, data: bytes, reason: str) -> None:
    """Raise `Refused` with this reason unless the data has this hash, by a method we accept."""
    require(method in _HASHES, "Chữ ký dùng thuật toán băm không được chấp nhận.")
    require(base64.b64decode("".join(value.split()), validate=True) == _HASHES[method](data).digest(), reason)


def require_covered(package: Package, references: Iterable[Reference]) -> None:
    """Raise `Refused` unless each reference holds and nothing in the package is left without one."""
    signed: dict[str, tuple[str, ...] | None] = {}
    for reference in references:
        _require_reference(package, reference)
        require(reference.part not in signed, _ADDED.format(part=reference.part))
        signed[reference.part] = reference.relationships
    for name in package.entries:
        if name in _UNSIGNED_PARTS or name.startswith("_xmlsignatures/"):
            continue
        if name.endswith(".rels"):
            _require_links(package, name, signed)
        else:
            require(name in signed, _ADDED.format(part=name))


def _require_reference(package: Package, reference: Reference) -> None:
    part, changed = reference.part, _CHANGED.format(part=reference.part)
    require(part in package.entries, changed)
    require(package.content_type(part).lower() == reference.content_type.lower(), changed)
    data = package.part(part)
    if reference.relationships is not None:
        require(part.endswith(".rels"), changed)
        data = chosen_relationships(data, reference.relationships)
    require_digest(reference.method, reference.value, data, changed)


def _require_links(package: Package, name: str, signed: Mapping[str, tuple[str, ...] | None]) -> None:
    added = _ADDED.format(part=name)
    chosen = signed.get(name, ())
    for link in package.relationships(name):
        if link.type in names.UNSIGNED:
            at_home = name == names.ROOT_RELS and link.internal
            require(at_home and link.target in _UNSIGNED_PARTS | {names.ORIGIN_PART}, added)
        else:
            require(chosen is None or link.id in chosen, added)
