"""XML as it is hashed: strict parsing, C14N 1.0, the relationships transform. Imports lxml: import it lazily."""

import base64
import hashlib
from collections.abc import Collection
from copy import deepcopy

from lxml import etree

from vnpresence_desktop.documents.signing import names

_RELATIONSHIP = f"{{{names.RELATIONSHIPS}}}Relationship"


def parse(data: bytes) -> etree._Element:
    """The root element. Raises ValueError or `lxml.etree.XMLSyntaxError`: no XML, a document type, an entity."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    doctype: str = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    if doctype or b"<!DOCTYPE" in data:
        raise ValueError("a document type in XML")
    return root


def serialise(root: etree._Element) -> bytes:
    """The element as a file of its own."""
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="UTF-8")


def c14n(element: etree._Element) -> bytes:
    """Inclusive C14N 1.0 without comments of a subtree where it stands: its top names every namespace in scope."""
    top = etree.Element(element.tag, attrib=attributes(element), nsmap=element.nsmap)  # type: ignore[arg-type]
    top.text = element.text
    for child in element:
        top.append(deepcopy(child))
    return etree.tostring(top, method="c14n", with_comments=False)


def chosen_relationships(data: bytes, ids: Collection[str]) -> bytes:
    """What is hashed of a .rels part: the relationships with these Ids, sorted, in full (ECMA-376-2 §13.2.4.24)."""
    top = no_relationships()
    found = [each for each in parse(data).iterchildren(_RELATIONSHIP) if each.get("Id") in ids]
    for each in sorted(found, key=lambda one: one.get("Id", "")):
        etree.SubElement(top, each.tag, attrib={"TargetMode": "Internal", **attributes(each)})
    return etree.tostring(top, method="c14n")


def no_relationships() -> etree._Element:
    """The root of an empty .rels part."""
    return parse(f'<Relationships xmlns="{names.RELATIONSHIPS}"/>'.encode())


def attributes(element: etree._Element) -> dict[str, str]:
    """The element's attributes by name."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def base64_text(data: bytes) -> str:
    """Base64 on one line."""
    return base64.b64encode(data).decode()


def digest(data: bytes) -> str:
    """SHA-256 in Base64, as a DigestValue has it."""
    return base64_text(hashlib.sha256(data).digest())
