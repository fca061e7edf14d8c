"""Names of the standards a signed workbook consists of: ECMA-376 Part 2, XML-DSig, XAdES, MS-OFFCRYPTO 2.5."""

DS = "http://www.w3.org/2000/09/xmldsig#"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
MDSSI = "http://schemas.openxmlformats.org/package/2006/digital-signature"
OFFICE = "http://schemas.microsoft.com/office/2006/digsig"

C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
RELATIONSHIPS_TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SHA384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
RSA_SHA384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"
RSA_SHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
ECDSA_SHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ORIGIN = RELATIONSHIPS + "/digital-signature/origin"
SIGNATURE = RELATIONSHIPS + "/digital-signature/signature"
WORKBOOK = _DOCUMENT + "officeDocument"
# Office rewrites what these lead to whenever it likes, and so signs neither them nor their targets
UNSIGNED = frozenset(
    {
        ORIGIN,
        RELATIONSHIPS + "/metadata/core-properties",
        RELATIONSHIPS + "/metadata/thumbnail",
        _DOCUMENT + "extended-properties",
    }
)
# what a report may consist of: no macros, no links to other files, no embedded programs
PERMITTED = UNSIGNED | {
    _DOCUMENT + kind
    for kind in (
        "officeDocument",
        "worksheet",
        "styles",
        "theme",
        "sharedStrings",
        "calcChain",
        "sheetMetadata",
        "table",
        "drawing",
        "chart",
        "image",
        "comments",
        "vmlDrawing",
        "printerSettings",
        "hyperlink",
    )
}
# the only kind that may lead out of the file: a click does, opening does not
HYPERLINK = _DOCUMENT + "hyperlink"

TYPE_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
TYPE_ORIGIN = "application/vnd.openxmlformats-package.digital-signature-origin"
TYPE_SIGNATURE = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
TYPE_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

TYPES_PART = "[Content_Types].xml"
ROOT_RELS = "_rels/.rels"
ORIGIN_PART = "_xmlsignatures/origin.sigs"
ORIGIN_RELS = "_xmlsignatures/_rels/origin.sigs.rels"


def ds(name: str) -> str:
    """A name of XML-DSig as lxml writes it."""
    return f"{{{DS}}}{name}"


def xades(name: str) -> str:
    """A name of XAdES as lxml writes it."""
    return f"{{{XADES}}}{name}"


def mdssi(name: str) -> str:
    """A name of the package signature as lxml writes it."""
    return f"{{{MDSSI}}}{name}"
