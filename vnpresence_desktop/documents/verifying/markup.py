"""Read the XML of one signature in a workbook, strictly (XML-DSig, XAdES). Heavy: import it lazily.

Nothing is searched for in the tree: each element is taken from the one place where it may stand, so that an element
moved elsewhere (signature wrapping) is not found.
"""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from vnpresence_desktop.documents.signing import markup, names
from vnpresence_desktop.documents.signing.canonical import attributes, c14n, parse
from vnpresence_desktop.documents.signing.names import ds, mdssi, xades
from vnpresence_desktop.documents.verifying.coverage import Reference, require_digest
from vnpresence_desktop.documents.verifying.signature_value import require_value
from vnpresence_desktop.documents.verifying.verdict import Refused, require

_FORM = "Chữ ký trong tệp không đúng dạng."
_CHANGED = "Chữ ký trong tệp đã bị sửa."
_FRAME = [ds("SignedInfo"), ds("SignatureValue"), ds("KeyInfo")]
_URI = re.compile(r"/([^?#]+)\?ContentType=(.+)")


@dataclass(frozen=True, slots=True)
class PackageSignature:
    """A signature whose own cryptography holds; whether it fits the workbook is still to be seen.

    Attributes:
        cert, chain: of the signer, as carried along; `cert` is covered by the signature, `chain` is not.
        moment: signing time as written.
        comment: the signed comment.
        references: the manifest.
        value: the signature's bytes.
    """

    cert: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    moment: str
    comment: str
    references: tuple[Reference, ...]
    value: bytes

    @property
    def when(self) -> datetime:
        """Signing time with its offset."""
        when = datetime.fromisoformat(self.moment)
        require(when.tzinfo, _FORM)
        return when

    def written_by_us(self) -> bytes:
        """What our signer would have written with these values."""
        signed = [
            markup.Signed(one.part, one.content_type, one.value, one.relationships or ()) for one in self.references
        ]
        return markup.signature(signed, self.cert, self.chain, self.moment, self.comment, lambda _: self.value)


def read_signature(data: bytes) -> PackageSignature:
    """Read one signature part and check its value and digests.

    Raises:
        Refused: they do not hold, or the form is not one we accept.
        Exception: any other, when the XML is damaged.
    """
    root = parse(data)
    _require_form(root)
    info, value, keys, *objects = root
    cert = _certificate(_only(_only(keys, ds("X509Data")), ds("X509Certificate")))
    raw = _decoded(value)
    require(_method(info, "CanonicalizationMethod") == names.C14N, _FORM)
    require_value(cert, _method(info, "SignatureMethod"), raw, c14n(info))
    covered = _covered(info, objects)
    package_object = _only_one([one for one in objects if one.find(ds("Manifest")) is not None])
    properties = _only_one([one for one in covered if one.tag == xades("SignedProperties")])
    require(package_object in covered, _FORM)
    return PackageSignature(
        cert,
        _chain(properties),
        _moment(package_object, properties, cert),
        _comment(covered),
        tuple(_reference(one) for one in _only(package_object, ds("Manifest"))),
        raw,
    )


def _require_form(root: etree._Element) -> None:
    """Only elements, every Id once, nothing that canonical XML would take from above."""
    elements = list(root.iter())
    require(root.tag == ds("Signature") and all(isinstance(one.tag, str) for one in elements), _FORM)
    ids = [one.get("Id") for one in elements if one.get("Id") is not None]
    require(len(set(ids)) == len(ids), _FORM)
    require(not any(key.startswith("{") for one in elements for key in attributes(one)), _FORM)
    tags = [one.tag for one in root]
    require(tags[:3] == _FRAME and set(tags[3:]) == {ds("Object")}, _FORM)


def _covered(info: etree._Element, objects: Iterable[etree._Element]) -> list[etree._Element]:
    """The elements that SignedInfo names and whose digests hold; no object may be left out."""
    places = {f"#{one.get('Id')}": one for one in objects if one.get("Id")}
    loose = [one for one in objects if not one.get("Id")]
    for one in loose:
        properties = _only(_only(one, xades("QualifyingProperties")), xades("SignedProperties"))
        places[f"#{properties.get('Id')}"] = properties
    covered = []
    for reference in info.findall(ds("Reference")):
        element = places.pop(reference.get("URI", ""), None)
        if element is None or set(_transforms(reference)) - {names.C14N}:
            raise Refused(_FORM)
        _require_digest(reference, c14n(element))
        covered.append(element)
    require(not places, _FORM)
    return covered


def _moment(package_object: etree._Element, properties: etree._Element, cert: x509.Certificate) -> str:
    """The signing time, the same in both places; the signed properties must name this certificate."""
    signed = _only(properties, xades("SignedSignatureProperties"))
    named = _only_one(signed.findall(f"{xades('SigningCertificate')}/{xades('Cert')}/{xades('CertDigest')}"))
    _require_digest(named, cert.public_bytes(Encoding.DER))
    moment = _only(signed, xades("SigningTime")).text or ""
    places = f"{ds('SignatureProperties')}/{ds('SignatureProperty')}/{mdssi('SignatureTime')}/{mdssi('Value')}"
    require(_only_one(package_object.findall(places)).text == moment, _FORM)
    return moment


def _chain(properties: etree._Element) -> tuple[x509.Certificate, ...]:
    qualifying = properties.getparent()
    if qualifying is None:
        return ()
    place = "/".join(
        xades(name)
        for name in (
            "UnsignedProperties",
            "UnsignedSignatureProperties",
            "CertificateValues",
            "EncapsulatedX509Certificate",
        )
    )
    return tuple(_certificate(one) for one in qualifying.findall(place))


def _comment(covered: Iterable[etree._Element]) -> str:
    info = f"{{{names.OFFICE}}}SignatureInfoV1/{{{names.OFFICE}}}SignatureComments"
    place = f"{ds('SignatureProperties')}/{ds('SignatureProperty')}/{info}"
    return "".join(one.findtext(place) or "" for one in covered if one.tag == ds("Object"))


def _reference(element: etree._Element) -> Reference:
    match = _URI.fullmatch(element.get("URI", ""))
    if match is None or element.tag != ds("Reference"):
        raise Refused(_FORM)
    transforms = _transforms(element)
    require(transforms in ([], [names.RELATIONSHIPS_TRANSFORM, names.C14N]), _FORM)
    chosen = element.findall(f"{ds('Transforms')}/{ds('Transform')}/*")
    require(all(one.tag == mdssi("RelationshipReference") for one in chosen), _FORM)
    ids = tuple(one.get("SourceId", "") for one in chosen) if transforms else None
    value = _only(element, ds("DigestValue")).text or ""
    return Reference(unquote(match[1]), match[2], _method(element, "DigestMethod"), value, ids)


def _require_digest(element: etree._Element, data: bytes) -> None:
    value = _only(element, ds("DigestValue")).text or ""
    require_digest(_method(element, "DigestMethod"), value, data, _CHANGED)


def _transforms(reference: etree._Element) -> list[str]:
    return [one.get("Algorithm", "") for one in reference.findall(f"{ds('Transforms')}/{ds('Transform')}")]


def _method(element: etree._Element, name: str) -> str:
    method = _only(element, ds(name))
    require(not len(method), _FORM)
    return method.get("Algorithm", "")


def _certificate(element: etree._Element) -> x509.Certificate:
    return x509.load_der_x509_certificate(_decoded(element))


def _decoded(element: etree._Element) -> bytes:
    return base64.b64decode("".join((element.text or "").split()), validate=True)


def _only(element: etree._Element, tag: str) -> etree._Element:
    return _only_one(element.findall(tag))


def _only_one(elements: list[etree._Element]) -> etree._Element:
    require(len(elements) == 1, _FORM)
    return elements[0]
