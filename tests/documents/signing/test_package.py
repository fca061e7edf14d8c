"""Workbooks as packages of parts: one meaning of every name."""

import pytest

from vnpresence_desktop.documents.signing import archive, names
from vnpresence_desktop.documents.signing.archive import ArchiveError
from vnpresence_desktop.documents.signing.canonical import c14n, chosen_relationships, parse
from vnpresence_desktop.documents.signing.package import Package, Relationship

LINK = '<Relationship Id="{}" Type="t" Target="{}"/>'


def rels(*links: str) -> bytes:
    return f'<Relationships xmlns="{names.RELATIONSHIPS}">{"".join(links)}</Relationships>'.encode()


def types(*lines: str) -> bytes:
    return f'<Types xmlns="{names.CONTENT_TYPES}">{"".join(lines)}</Types>'.encode()


def package(**parts: bytes) -> Package:
    base = {names.TYPES_PART: types(), names.ROOT_RELS: rels()}
    return Package.read(archive.write(archive.pack(name, data) for name, data in (base | parts).items()))


@pytest.mark.parametrize(
    ("part", "target", "name"),
    [
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/_rels/workbook.xml.rels", "/xl/styles.xml", "xl/styles.xml"),
        ("xl/worksheets/_rels/sheet1.xml.rels", "../drawings/drawing1.xml", "xl/drawings/drawing1.xml"),
        ("_rels/.rels", "xl/workbook.xml", "xl/workbook.xml"),
        ("_rels/.rels", "xl/b%20c.xml", "xl/b c.xml"),
    ],
)
def test_targets_are_found(part, target, name):
    found = package(**{part: rels(LINK.format("rId1", target))}).relationships(part)
    assert found == [Relationship("rId1", "t", True, name)]


def test_external_targets_stay_addresses():
    link = '<Relationship Id="rId1" Type="t" Target="../a%20b" TargetMode="External"/>'
    assert package(**{"_rels/.rels": rels(link)}).relationships("_rels/.rels")[0] == Relationship(
        "rId1", "t", False, "../a%20b"
    )


@pytest.mark.parametrize(
    "links",
    [
        (LINK.format("rId1", "a"), LINK.format("rId1", "b")),
        ('<Relationship Id="rId1" Type="t" Target="a" TargetMode="internal"/>',),
        ('<Relationship Id="rId1" Type="t" Target="a" Other="b"/>',),
        ("<Other/>",),
        ("<!-- a comment -->",),
    ],
)
def test_odd_relationships_are_refused(links):
    with pytest.raises(ValueError, match="relationship"):
        package(**{"_rels/.rels": rels(*links)}).relationships("_rels/.rels")


def test_types_are_told_by_name_then_by_ending():
    found = package(
        **{
            names.TYPES_PART: types(
                '<Default Extension="XML" ContentType="a/x"/>', '<Override PartName="/xl/B.xml" ContentType="b/y"/>'
            )
        }
    )
    assert [found.content_type(name) for name in ("c.xml", "xl/b.XML", "d.png")] == ["a/x", "b/y", ""]


@pytest.mark.parametrize(
    "lines",
    [
        ('<Default Extension="xml" ContentType="a/x"/>', '<Default Extension="XML" ContentType="b/y"/>'),
        ('<Override PartName="/a" ContentType="a/x"/>', '<Override PartName="/A" ContentType="b/y"/>'),
        ("<Other/>",),
    ],
)
def test_odd_types_are_refused(lines):
    with pytest.raises(ValueError, match="content types"):
        package(**{names.TYPES_PART: types(*lines)}).content_type("a.xml")


@pytest.mark.parametrize("name", ["/a.xml", "a/../b.xml", "a//b.xml", "a/./b.xml", "a\\b.xml", "a/"])
def test_odd_names_are_refused(name):
    with pytest.raises(ArchiveError, match="part name"):
        package(**{name: b""})


def test_a_zip_that_is_no_package_is_refused():
    with pytest.raises(ArchiveError, match="no Office package"):
        Package.read(archive.write([archive.pack("a.xml", b"")]))


def test_parts_are_added_replaced_and_taken_away():
    before = package(a=b"1")
    after = before.with_parts({"a": b"2", "b": b"3"})
    assert (before.part("a"), after.part("a"), after.part("b")) == (b"1", b"2", b"3")
    assert after.without("b").with_parts({"a": b"1"}).write() == before.write()


def test_chosen_relationships_are_sorted_and_told_in_full():
    links = rels(LINK.format("rId2", "b"), LINK.format("rId10", "a"), LINK.format("rId3", "c"))
    assert chosen_relationships(links, {"rId2", "rId10"}) == rels(
        '<Relationship Id="rId10" Target="a" TargetMode="Internal" Type="t"></Relationship>',
        '<Relationship Id="rId2" Target="b" TargetMode="Internal" Type="t"></Relationship>',
    )


def test_a_subtree_is_hashed_with_the_names_in_scope():
    root = parse(b'<a xmlns="urn:x" xmlns:b="urn:y"><b:c z="1" a="2"><d/><!-- no --></b:c></a>')
    assert c14n(root[0]) == b'<b:c xmlns="urn:x" xmlns:b="urn:y" a="2" z="1"><d></d></b:c>'


@pytest.mark.parametrize(
    "xml", [b"<!DOCTYPE a><a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<!DOCTYPE a SYSTEM 'x'><a/>"]
)
def test_document_types_are_refused(xml):
    with pytest.raises(ValueError, match="document type"):
        parse(xml)
    with pytest.raises(ValueError, match="document type"):
        parse(xml.decode().encode("utf-16"))
