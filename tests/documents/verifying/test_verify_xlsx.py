"""Signed workbooks: told apart from changed ones, whatever was changed."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.signing import archive, markup
from vnpresence_desktop.documents.signing.keys import fingerprint
from vnpresence_desktop.documents.signing.workbook import sign_xlsx
from vnpresence_desktop.documents.verifying.markup import read_signature
from vnpresence_desktop.documents.verifying.trust import Trust
from vnpresence_desktop.documents.verifying.verdict import Verdict
from vnpresence_desktop.documents.verifying.verify import verify

SHEET, ROOT, TYPES = "xl/worksheets/sheet1.xml", "_rels/.rels", "[Content_Types].xml"
BOOK_RELS, SIG1, SIG2 = "xl/_rels/workbook.xml.rels", "_xmlsignatures/sig1.xml", "_xmlsignatures/sig2.xml"
ORIGIN, ORIGIN_RELS = "_xmlsignatures/origin.sigs", "_xmlsignatures/_rels/origin.sigs.rels"


def rebuilt(data: bytes, changes=None, drop=()) -> bytes:
    """The workbook with parts changed (name → function of the old content), added or dropped, soundly packed."""
    entries = {name: entry for name, entry in archive.read(data).items() if name not in drop}
    for name, change in (changes or {}).items():
        old = entries[name].content() if name in entries else b""
        entries[name] = archive.pack(name, change(old))
    return archive.write(entries.values())


def swap(old: bytes, new: bytes):
    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return change


@pytest.fixture(scope="session")
def once(pki, house, xlsx):
    return sign_xlsx(xlsx, pki.person, house.SIGNED_AT, comment="Ký ban hành")


def as_office(data: bytes, key) -> bytes:
    """The workbook signed anew by an RSA key without our seal: a signature as Office makes it."""
    seen = read_signature(archive.read(data)[SIG1].content())
    signed = [markup.Signed(one.part, one.content_type, one.value, one.relationships or ()) for one in seen.references]
    xml = markup.signature(signed, key.cert, key.chain, seen.moment, "Ký ban hành", key.sign)
    return rebuilt(data, {SIG1: lambda _: xml})


@pytest.fixture(scope="session")
def office(once, pki):
    return as_office(once, pki.person)


@pytest.fixture(scope="session")
def twice(once, pki, house):
    return sign_xlsx(once, pki.agency, house.SIGNED_AT)


def test_a_good_chain_is_valid(once, twice, trust, pki, house):
    said = verify(once, "a.xlsx", trust)
    assert (said.file, said.verdict, said.reasons) == ("a.xlsx", Verdict.VALID, ())
    assert said.signers[0].name == "Nguyễn Thị Ánh Tuyết"
    assert said.signers[0].fingerprint == fingerprint(pki.person.cert)
    assert said.signers[0].time == "2026-01-05T14:03:22+07:00"
    both = verify(twice, "a.xlsx", trust, required=2)
    assert both.verdict == Verdict.VALID
    assert [one.name for one in both.signers] == ["Nguyễn Thị Ánh Tuyết", "Ủy ban nhân dân xã Thử"]


def test_an_unsigned_workbook(xlsx, trust):
    assert verify(xlsx, "a.xlsx", trust).verdict == Verdict.UNSIGNED


def test_a_stranger_of_the_same_name_is_not_trusted(xlsx, pki, house, trust):
    said = verify(sign_xlsx(xlsx, pki.stranger, house.SIGNED_AT), "a.xlsx", trust)
    assert said.verdict == Verdict.UNTRUSTED
    assert "Nguyễn Thị Ánh Tuyết" in said.reasons[0]


def test_the_local_identity_is_trusted_by_its_fingerprint_only(xlsx, pki, house, trust):
    signed = sign_xlsx(xlsx, pki.machine, house.SIGNED_AT)
    assert verify(signed, "a.xlsx", trust).verdict == Verdict.UNTRUSTED
    pinned = Trust(pinned=frozenset({fingerprint(pki.machine.cert)}))
    assert verify(signed, "a.xlsx", pinned).verdict == Verdict.VALID


def test_a_stranger_s_second_signature_makes_it_untrusted(once, pki, house, trust):
    signed = sign_xlsx(once, pki.stranger, house.SIGNED_AT)
    assert verify(signed, "a.xlsx", trust).verdict == Verdict.UNTRUSTED


def test_one_signer_twice_is_one_signer(once, pki, house, trust):
    again = sign_xlsx(once, pki.person, house.SIGNED_AT)
    assert verify(again, "a.xlsx", trust).verdict == Verdict.VALID
    assert verify(again, "a.xlsx", trust, required=2).verdict == Verdict.MISSING_SIGNATURE


def test_too_few_signers(once, trust):
    said = verify(once, "a.xlsx", trust, required=2)
    assert said.verdict == Verdict.MISSING_SIGNATURE
    assert "1 người, cần 2" in said.reasons[0]


def test_removed_signatures(once, twice, trust):
    gone = rebuilt(once, drop=[SIG1])
    assert verify(gone, "a.xlsx", trust).verdict == Verdict.MISSING_SIGNATURE
    assert verify(rebuilt(twice, drop=[SIG2]), "a.xlsx", trust, 2).verdict == Verdict.MISSING_SIGNATURE
    assert verify(rebuilt(twice, drop=[SIG2]), "a.xlsx", trust).verdict == Verdict.MISSING_SIGNATURE
    assert verify(rebuilt(once, drop=[SIG1, ORIGIN, ORIGIN_RELS]), "a.xlsx", trust).verdict == Verdict.MISSING_SIGNATURE
    book = openpyxl.load_workbook(io.BytesIO(once))
    saved = io.BytesIO()
    book.save(saved)
    assert verify(saved.getvalue(), "a.xlsx", trust).verdict == Verdict.UNSIGNED


def test_zipped_anew_is_altered_though_every_part_is_the_same(once, trust):
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as book:
        for name, entry in archive.read(once).items():
            book.writestr(name, entry.content())
    assert verify(sheet.getvalue(), "a.xlsx", trust).verdict == Verdict.ALTERED


def other_text(xml: bytes, tag: bytes) -> bytes:
    """The XML with another first letter in the first such element."""
    place = xml.index(tag) + len(tag)
    return xml[:place] + (b"B" if xml[place : place + 1] != b"B" else b"C") + xml[place + 1 :]


def other_value(xml: bytes) -> bytes:
    return other_text(xml, b"<SignatureValue>")


DOC_PROPS = ("docProps/core.xml", "docProps/app.xml")
REL = '<Relationship Id="rId99" Type="{}" Target="{}" TargetMode="{}"/></Relationships>'
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
END = b"</Relationships>"
ATTACKS = {
    "a cell": {SHEET: swap(b"<v>3</v>", b"<v>4</v>")},
    "a space in a sheet": {SHEET: swap(b"<row", b"<row ")},
    "a text": {"xl/sharedStrings.xml": swap(b"kinh doanh 1", b"kinh doanh 2")},
    "a style": {"xl/styles.xml": swap(b"</styleSheet>", b" </styleSheet>")},
    "the author": {"docProps/core.xml": swap(b"</cp:coreProperties>", b"<!-- --></cp:coreProperties>")},
    "the type of a sheet": {TYPES: swap(b"spreadsheetml.worksheet+xml", b"spreadsheetml.chartsheet+xml")},
    "a type twice": {TYPES: swap(b"</Types>", b'<Default Extension="XML" ContentType="a/b"/></Types>')},
    "a space in the types": {TYPES: swap(b"</Types>", b" </Types>")},
    "an unsigned part": {"xl/worksheets/sheet9.xml": lambda _: b"<worksheet/>"},
    "two sheets changed places": {
        BOOK_RELS: lambda xml: xml.replace(b"sheet1", b"X").replace(b"sheet2", b"sheet1").replace(b"X", b"sheet2")
    },
    "an external relationship": {
        BOOK_RELS: swap(END, REL.format(DOC + "externalLink", "http://x.invalid/a", "External").encode())
    },
    "a macro": {
        BOOK_RELS: swap(
            END,
            REL.format(
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "Internal"
            ).encode(),
        ),
        "xl/vbaProject.bin": lambda _: b"macro",
    },
    "a custom part": {
        ROOT: swap(END, REL.format(DOC + "customXml", "customXml/item1.xml", "Internal").encode()),
        "customXml/item1.xml": lambda _: b"<a/>",
    },
    "another core part": {ROOT: swap(b'Target="docProps/core.xml"', b'Target="xl/styles.xml"')},
    "a second main document": {
        ROOT: swap(END, REL.format(DOC + "officeDocument", "xl/workbook.xml", "Internal").encode())
    },
    "a relationship twice": {
        BOOK_RELS: lambda xml: xml.replace(
            b"</Relationships>", xml[xml.index(b"<Relationship ") : xml.index(b"/>") + 2] + END
        )
    },
    "a document type": {ROOT: swap(b"<Relationships", b"<!DOCTYPE a><Relationships")},
    "a second origin": {
        ROOT: swap(
            END,
            REL.format(
                "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
                "xl/styles.xml",
                "Internal",
            ).encode(),
        )
    },
    "a stray part among the signatures": {"_xmlsignatures/sig7.xml": lambda _: b"<a/>"},
    "content in the origin": {ORIGIN: lambda _: b"x"},
    "a space in the signature": {SIG1: swap(b"</KeyInfo>", b"</KeyInfo> ")},
    "a comment in the signature": {SIG1: swap(b"</KeyInfo>", b"<!-- --></KeyInfo>")},
    "the comment signed": {SIG1: swap("Ký ban hành".encode(), "Ký nháp".encode())},
    "the time": {SIG1: swap(b":22Z</mdssi:Value>", b":23Z</mdssi:Value>")},
    "both times": {SIG1: lambda xml: xml.replace(b":22Z<", b":23Z<")},
    "the method": {SIG1: swap(b"rsa-sha256", b"hmac-sha256")},
    "a weak hash": {
        SIG1: lambda xml: xml.replace(
            b"http://www.w3.org/2001/04/xmlenc#sha256", b"http://www.w3.org/2000/09/xmldsig#sha1"
        )
    },
    "a second id": {SIG1: swap(b"<Manifest>", b'<Manifest Id="idPackageObject">')},
    "an object more": {SIG1: swap(b"</Signature>", b'<Object Id="x"><Manifest/></Object></Signature>')},
    "a signature wrapped": {
        SIG1: lambda xml: xml.replace(
            b'<Object Id="idPackageObject">', b'<Object Id="old"><Manifest/></Object><Object><a Id="idPackageObject">'
        ).replace(b"</Manifest>", b"</Manifest></a>")
    },
    "a property unsigned": {
        SIG1: swap(b"</xd:QualifyingProperties>", b"<xd:UnsignedProperties/></xd:QualifyingProperties>")
    },
    "the value": {SIG1: other_value},
    "a digest": {SIG1: lambda xml: other_text(xml, b"<DigestValue>")},
    "no manifest": {
        SIG1: lambda xml: xml[: xml.index(b"<Manifest>")] + b"<Manifest/>" + xml[xml.index(b"</Manifest>") + 11 :]
    },
    "a signature that is no XML": {SIG1: lambda xml: xml[:-10]},
}


# what the rules of Office leave unsigned: only our seal holds it
OPEN_IN_OFFICE = {
    "the author",
    "a space in the types",
    "a space in the signature",
    "a property unsigned",
}


def expected(attack: str) -> Verdict:
    return Verdict.UNREADABLE if attack == "a second main document" else Verdict.ALTERED


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_altered(once, trust, attack):
    changed = rebuilt(once, ATTACKS[attack])
    assert changed != once
    assert verify(changed, "a.xlsx", trust).verdict == expected(attack)


def test_a_signature_as_office_makes_it_is_valid(office, trust):
    assert b"SHA-256 c" not in office
    assert verify(office, "a.xlsx", trust).verdict == Verdict.VALID


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_altered_without_our_seal_too(office, trust, attack):
    """The strict reading must not lean on the seal, which signatures of Office lack."""
    said = verify(rebuilt(office, ATTACKS[attack]), "a.xlsx", trust).verdict
    assert said == (Verdict.VALID if attack in OPEN_IN_OFFICE else expected(attack))


def test_an_ecdsa_value_counts(xlsx, pki, house, trust):
    signed = sign_xlsx(xlsx, pki.agency, house.SIGNED_AT)
    assert verify(signed, "a.xlsx", trust).verdict == Verdict.VALID
    assert verify(rebuilt(signed, {SIG1: other_value}), "a.xlsx", trust).verdict == Verdict.ALTERED


@given(part=st.integers(0, 13), where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@settings(max_examples=120, deadline=None)
def test_any_changed_byte_of_a_part_is_altered_however_well_packed(once, office, trust, part, where, mask):
    """With sound checksums in the ZIP: it is the signature that sees it."""
    name = list(archive.read(once))[part]
    for data in (once, office):
        content = bytearray(archive.read(data)[name].content())
        if not content or (data is office and name in (TYPES, ROOT, SIG1, ORIGIN_RELS, BOOK_RELS, *DOC_PROPS)):
            continue
        content[int(where * len(content))] ^= mask
        said = verify(rebuilt(data, {name: lambda _, new=bytes(content): new}), "a.xlsx", trust).verdict
        assert said in (Verdict.ALTERED, Verdict.UNREADABLE, Verdict.UNSIGNED, Verdict.MISSING_SIGNATURE), name
        if name not in (TYPES, ROOT, ORIGIN_RELS):
            assert said == Verdict.ALTERED, name


def test_a_certificate_of_the_same_key_is_altered(once, office, pki, house, trust):
    """The signed properties name one certificate; another one of the same key is not it."""
    other = house.issue("Nguyễn Thị Ánh Tuyết", pki.person.private, (pki.middle, pki.middle_key))
    old, new = (house.base64_der(cert) for cert in (pki.person.cert, other))
    for data in (once, office):
        assert verify(rebuilt(data, {SIG1: swap(old, new)}), "a.xlsx", trust).verdict == Verdict.ALTERED


def test_signatures_of_another_file_are_altered(once, pki, house, trust):
    other = sign_xlsx(house.small_xlsx(41), pki.person, house.SIGNED_AT)
    foreign = archive.read(other)[SIG1].content()
    assert verify(rebuilt(once, {SIG1: lambda _: foreign}), "a.xlsx", trust).verdict == Verdict.ALTERED


@pytest.mark.parametrize(
    "formula", ["TODAY()", "RAND()*3", 'INDIRECT("A1")', "[1]Sheet1!A1", "SUM(OFFSET(A1,0,0))", "cmd|'/c calc'!A0"]
)
def test_formulas_that_do_not_stand_still_are_not_accepted(xlsx, pki, house, trust, formula):
    unsteady = rebuilt(xlsx, {SHEET: swap(b"SUM(B1:B40)", formula.replace('"', "&quot;").encode())})
    said = verify(sign_xlsx(unsteady, pki.person, house.SIGNED_AT), "a.xlsx", trust)
    assert said.verdict == Verdict.UNREADABLE
    assert "công thức" in said.reasons[0]


def test_hidden_formulas_and_macros_are_not_accepted(xlsx, pki, house, trust):
    hidden = rebuilt(xlsx, {SHEET: swap(b"SUM(B1:B40)", b"<![CDATA[NOW()]]>")})
    macro = rebuilt(
        xlsx, ATTACKS["a macro"] | {TYPES: swap(b"</Types>", b'<Default Extension="bin" ContentType="a/b"/></Types>')}
    )
    for bad in (hidden, macro):
        assert verify(sign_xlsx(bad, pki.person, house.SIGNED_AT), "a.xlsx", trust).verdict == Verdict.UNREADABLE


def test_every_sampled_byte_counts(once, twice, trust):
    """A fixed stride over both files, coprime to the period of nothing in particular."""
    for data, stride in ((once, 37), (twice, 97)):
        for place in range(0, len(data), stride):
            changed = bytearray(data)
            changed[place] ^= 1 << (place % 8)
            assert verify(bytes(changed), "a.xlsx", trust).verdict == Verdict.ALTERED, place


@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@settings(max_examples=80, deadline=None)
def test_any_changed_byte_is_altered(once, trust, where, mask):
    changed = bytearray(once)
    changed[int(where * len(once))] ^= mask
    assert verify(bytes(changed), "a.xlsx", trust).verdict == Verdict.ALTERED


@given(where=st.floats(0, 1, exclude_max=True))
@settings(max_examples=40, deadline=None)
def test_a_cut_file_is_never_valid(once, trust, where):
    said = verify(once[: int(where * len(once))], "a.xlsx", trust)
    assert said.verdict in (Verdict.ALTERED, Verdict.UNREADABLE)
    assert said.reasons


@pytest.mark.parametrize("tail", [b"\0", b"\n", b"PK\x05\x06" + bytes(18)])
def test_bytes_behind_the_end_are_altered(once, trust, tail):
    assert verify(once + tail, "a.xlsx", trust).verdict == Verdict.ALTERED
