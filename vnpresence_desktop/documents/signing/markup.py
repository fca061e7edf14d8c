"""The XML of one signature in a workbook, as Office 16 writes it (XAdES-EPES with an implied policy). Import lazily."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from vnpresence_desktop.documents.signing import names
from vnpresence_desktop.documents.signing.canonical import base64_text, c14n, digest, parse, serialise

SIGNATURE_ID = "idPackageSignature"
PACKAGE_OBJECT, OFFICE_OBJECT, PROPERTIES = "idPackageObject", "idOfficeObject", "idSignedProperties"
_METHOD = f'<DigestMethod Algorithm="{names.SHA256}"/>'
_HOUSE = (
    "<WindowsVersion>10.0</WindowsVersion><OfficeVersion>16.0</OfficeVersion>"
    "<ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors>"
    "<HorizontalResolution>1920</HorizontalResolution><VerticalResolution>1080</VerticalResolution>"
    "<ColorDepth>32</ColorDepth>"
    "<SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId>"
    "<SignatureProviderUrl></SignatureProviderUrl><SignatureProviderDetails>9</SignatureProviderDetails>"
    "<SignatureType>1</SignatureType>"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """One thing that the manifest covers.

    Attributes:
        part: name of the part.
        content_type: its declared type.
        digest: SHA-256 in Base64.
        relationships: Ids of the chosen relationships when the part is a .rels part, else empty.
    """

    part: str
    content_type: str
    digest: str
    relationships: tuple[str, ...] = ()


def signature(
    signed: Iterable[Signed],
    cert: Certificate,
    chain: Iterable[Certificate],
    when: str,
    comment: str,
    sign: Callable[[bytes], bytes],
) -> bytes:
    """The signature as a file. The same values give the same bytes: the verifier makes it again and compares.

    Args:
        signed: what the manifest covers.
        cert: of the signer.
        chain: certificates above it.
        when: UTC, "2026-01-05T07:03:22Z".
        comment: free text that is signed and shown.
        sign: gives the signature over the bytes it gets: RSA, or the two numbers of ECDSA side by side.
    """
    objects = _package_object(signed, when) + _office_object(comment) + _qualifying(cert, chain, when)
    keys = f"<KeyInfo><X509Data><X509Certificate>{_der(cert)}</X509Certificate></X509Data></KeyInfo>"
    head = f'<Signature xmlns="{names.DS}" Id="{SIGNATURE_ID}">{_signed_info(cert)}<SignatureValue/>'
    root = parse(f"{head}{keys}{objects}</Signature>".encode())
    info, value = root[0], root[1]
    by_id = {element.get("Id"): element for element in root.iter() if element.get("Id")}
    for reference in info.iterchildren(names.ds("Reference")):
        reference[-1].text = digest(c14n(by_id[reference.get("URI", "")[1:]]))
    value.text = base64_text(sign(c14n(info)))
    return serialise(root)


def _der(cert: Certificate) -> str:
    return base64_text(cert.public_bytes(Encoding.DER))


def _signed_info(cert: Certificate) -> str:
    method = names.RSA_SHA256 if isinstance(cert.public_key(), RSAPublicKey) else names.ECDSA_SHA256
    open_digest = f"{_METHOD}<DigestValue/></Reference>"
    return (
        f'<SignedInfo><CanonicalizationMethod Algorithm="{names.C14N}"/><SignatureMethod Algorithm="{method}"/>'
        f'<Reference Type="{names.DS}Object" URI="#{PACKAGE_OBJECT}">{open_digest}'
        f'<Reference Type="{names.DS}Object" URI="#{OFFICE_OBJECT}">{open_digest}'
        f'<Reference Type="{names.SIGNED_PROPERTIES}" URI="#{PROPERTIES}">'
        f'<Transforms><Transform Algorithm="{names.C14N}"/></Transforms>{open_digest}</SignedInfo>'
    )


def _package_object(signed: Iterable[Signed], when: str) -> str:
    references = "".join(_reference(one) for one in sorted(signed, key=lambda one: one.part))
    return (
        f'<Object Id="{PACKAGE_OBJECT}"><Manifest>{references}</Manifest><SignatureProperties>'
        f'<SignatureProperty Id="idSignatureTime" Target="#{SIGNATURE_ID}">'
        f'<mdssi:SignatureTime xmlns:mdssi="{names.MDSSI}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>'
        f"<mdssi:Value>{when}</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>"
    )


def _reference(signed: Signed) -> str:
    transforms = ""
    if signed.relationships:
        chosen = "".join(
            f'<mdssi:RelationshipReference xmlns:mdssi="{names.MDSSI}" SourceId={quoteattr(one)}/>'
            for one in signed.relationships
        )
        transforms = (
            f'<Transforms><Transform Algorithm="{names.RELATIONSHIPS_TRANSFORM}">{chosen}</Transform>'
            f'<Transform Algorithm="{names.C14N}"/></Transforms>'
        )
    uri = quoteattr(f"/{signed.part}?ContentType={signed.content_type}")
    return f"<Reference URI={uri}>{transforms}{_METHOD}<DigestValue>{signed.digest}</DigestValue></Reference>"


def _office_object(comment: str) -> str:
    return (
        f'<Object Id="{OFFICE_OBJECT}"><SignatureProperties>'
        f'<SignatureProperty Id="idOfficeV1Details" Target="#{SIGNATURE_ID}">'
        f'<SignatureInfoV1 xmlns="{names.OFFICE}"><SetupID></SetupID><SignatureText></SignatureText><SignatureImage/>'
        f"<SignatureComments>{escape(comment)}</SignatureComments>{_HOUSE}</SignatureInfoV1>"
        "</SignatureProperty></SignatureProperties></Object>"
    )


def _qualifying(cert: Certificate, chain: Iterable[Certificate], when: str) -> str:
    issuer = escape(", ".join(one.rfc4514_string() for one in reversed(list(cert.issuer.rdns))))
    above = "".join(f"<xd:EncapsulatedX509Certificate>{_der(one)}</xd:EncapsulatedX509Certificate>" for one in chain)
    values = (
        f"<xd:UnsignedProperties><xd:UnsignedSignatureProperties><xd:CertificateValues>{above}"
        "</xd:CertificateValues></xd:UnsignedSignatureProperties></xd:UnsignedProperties>"
    )
    return (
        f'<Object><xd:QualifyingProperties xmlns:xd="{names.XADES}" Target="#{SIGNATURE_ID}">'
        f'<xd:SignedProperties Id="{PROPERTIES}"><xd:SignedSignatureProperties>'
        f"<xd:SigningTime>{when}</xd:SigningTime><xd:SigningCertificate><xd:Cert><xd:CertDigest>{_METHOD}"
        f"<DigestValue>{digest(cert.public_bytes(Encoding.DER))}</DigestValue></xd:CertDigest><xd:IssuerSerial>"
        f"<X509IssuerName>{issuer}</X509IssuerName><X509SerialNumber>{cert.serial_number}</X509SerialNumber>"
        "</xd:IssuerSerial></xd:Cert></xd:SigningCertificate>"
        "<xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied/></xd:SignaturePolicyIdentifier>"
        f"</xd:SignedSignatureProperties></xd:SignedProperties>{values if above else ''}"
        "</xd:QualifyingProperties></Object>"
    )
