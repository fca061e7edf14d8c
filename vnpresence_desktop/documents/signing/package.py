"""An Excel workbook as a package of parts (ECMA-376 Part 2). Imports lxml: import it lazily."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from vnpresence_desktop.documents.signing import archive, names
from vnpresence_desktop.documents.signing.archive import ArchiveError, Entry
from vnpresence_desktop.documents.signing.canonical import attributes, parse


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another.

    Attributes:
        id, type: as in the .rels part.
        internal: leads to a part of this package.
        target: name of that part, without a slash in front; for an external link its address.
    """

    id: str
    type: str
    internal: bool
    target: str


class Package:
    """The parts of a workbook by name; never changed, `with_parts` makes another one."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = dict(entries)
        self._parts: dict[str, bytes] = {}

    @classmethod
    def read(cls, data: bytes) -> "Package":
        """Read a workbook. Raises `ArchiveError` when it is no strict package, see `archive.read`."""
        entries = archive.read(data)
        for name in entries:
            if name.startswith("/") or "\\" in name or name.endswith("/") or {"..", ".", ""} & set(name.split("/")):
                raise ArchiveError("a part name that is not allowed")
        if names.TYPES_PART not in entries or names.ROOT_RELS not in entries:
            raise ArchiveError("no Office package")
        return cls(entries)

    def write(self) -> bytes:
        """The workbook as a file."""
        return archive.write(self.entries.values())

    def with_parts(self, parts: Mapping[str, bytes], *, method: int = archive.DEFLATED) -> "Package":
        """The same package with these parts added or replaced."""
        return Package(self.entries | {name: archive.pack(name, data, method=method) for name, data in parts.items()})

    def without(self, name: str) -> "Package":
        """The same package without one part."""
        return Package({other: entry for other, entry in self.entries.items() if other != name})

    def part(self, name: str) -> bytes:
        """Content of a part. Raises KeyError when there is none, `ArchiveError` when it is damaged."""
        if name not in self._parts:
            self._parts[name] = self.entries[name].content()
        return self._parts[name]

    def content_type(self, name: str) -> str:
        """The declared type of a part; "" when none is."""
        defaults, overrides = self._types
        return overrides.get("/" + name.lower()) or defaults.get(name.rsplit(".", 1)[-1].lower(), "")

    def rels_parts(self) -> list[str]:
        """Names of all .rels parts but those of the signatures."""
        return [name for name in self.entries if name.endswith(".rels") and not name.startswith("_xmlsignatures/")]

    def relationships(self, name: str) -> list[Relationship]:
        """What a .rels part says. Raises ValueError for anything but plain relationships with different Ids."""
        base = posixpath.dirname(posixpath.dirname(name))
        found = [_relationship(element.tag, attributes(element), base) for element in parse(self.part(name))]
        if len({each.id for each in found}) != len(found):
            raise ValueError(f"two relationships of the same Id in {name}")
        return found

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for element in parse(self.part(names.TYPES_PART)):
            facts = attributes(element)
            if element.tag == f"{{{names.CONTENT_TYPES}}}Default":
                into, key = defaults, facts["Extension"].lower()
            elif element.tag == f"{{{names.CONTENT_TYPES}}}Override":
                into, key = overrides, facts["PartName"].lower()
            else:
                raise ValueError("content types")
            if key in into:
                raise ValueError(f"two content types for {key}")
            into[key] = facts["ContentType"]
        return defaults, overrides


def _relationship(tag: object, facts: Mapping[str, str], base: str) -> Relationship:
    mode = facts.get("TargetMode", "Internal")
    unknown = set(facts) - {"Id", "Type", "Target", "TargetMode"}
    if tag != f"{{{names.RELATIONSHIPS}}}Relationship" or unknown or mode not in ("Internal", "External"):
        raise ValueError("a relationship of an unusual kind")
    target = facts["Target"]
    if mode == "Internal":
        target = unquote(target)
        target = posixpath.normpath(target[1:] if target.startswith("/") else posixpath.join(base, target))
    return Relationship(facts["Id"], facts["Type"], mode == "Internal", target)
