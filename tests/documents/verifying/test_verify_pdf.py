"""Signed PDFs: told apart from changed ones, by later revisions too."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from vnpresence_desktop.documents.page import Spot
from vnpresence_desktop.documents.signing.keys import fingerprint
from vnpresence_desktop.documents.signing.pdf import sign_pdf
from vnpresence_desktop.documents.verifying.trust import Trust
from vnpresence_desktop.documents.verifying.verdict import Verdict
from vnpresence_desktop.documents.verifying.verify import verify

SPOT = Spot(0, 300, 300, 480, 370)
NAME = "Nguyễn Thị Ánh Tuyết"


@pytest.fixture(scope="session")
def once(pki, house, pdf):
    return sign_pdf(pdf, pki.person, house.SIGNED_AT, SPOT, name=NAME, reason="Ký ban hành")


@pytest.fixture(scope="session")
def twice(once, pki, house):
    return sign_pdf(once, pki.agency, house.SIGNED_AT, Spot(1, 50, 50, 200, 120), name="UBND xã Thử")


def revised(data: bytes, change) -> bytes:
    """The PDF with one unsigned revision more, in which `change` has worked on the writer."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_good_chain_is_valid(once, twice, trust, pki, house):
    said = verify(once, "a.pdf", trust)
    assert (said.file, said.verdict, said.reasons) == ("a.pdf", Verdict.VALID, ())
    assert said.signers[0].name == NAME
    assert said.signers[0].fingerprint == fingerprint(pki.person.cert)
    assert said.signers[0].time == "2026-01-05T14:03:22+07:00"
    both = verify(twice, "a.pdf", trust, required=2)
    assert both.verdict == Verdict.VALID
    assert [one.name for one in both.signers] == [NAME, "Ủy ban nhân dân xã Thử"]


def test_what_shows_does_not_matter(pdf, pki, house, trust):
    assert verify(sign_pdf(pdf, pki.person, house.SIGNED_AT, None, name=NAME), "a.pdf", trust).verdict == Verdict.VALID


def test_three_stamps_of_a_second_signer_are_valid(once, pki, house, trust):
    """As văn thư's tool does: number, date and seal are three signatures more."""
    signed = once
    for left in (50, 150, 250):
        signed = sign_pdf(signed, pki.agency, house.SIGNED_AT, Spot(0, left, 600, left + 80, 640), name="UBND xã Thử")
    said = verify(signed, "a.pdf", trust, required=2)
    assert said.verdict == Verdict.VALID
    assert len(said.signers) == 4


def test_an_unsigned_pdf(pdf, trust):
    assert verify(pdf, "a.pdf", trust).verdict == Verdict.UNSIGNED


def test_an_empty_field_is_no_signature(pdf, trust):
    field = SigFieldSpec("NguoiKy", box=(10, 10, 90, 40))
    assert verify(revised(pdf, lambda w: append_signature_field(w, field)), "a.pdf", trust).verdict == Verdict.UNSIGNED


def test_a_stranger_of_the_same_name_is_not_trusted(pdf, pki, house, trust):
    said = verify(sign_pdf(pdf, pki.stranger, house.SIGNED_AT, SPOT, name=NAME), "a.pdf", trust)
    assert said.verdict == Verdict.UNTRUSTED
    assert NAME in said.reasons[0]


def test_a_stranger_s_second_signature_makes_it_untrusted(once, pki, house, trust):
    signed = sign_pdf(once, pki.stranger, house.SIGNED_AT, None, name=NAME)
    assert verify(signed, "a.pdf", trust).verdict == Verdict.UNTRUSTED


def test_the_local_identity_is_trusted_by_its_fingerprint_only(pdf, pki, house, trust):
    signed = sign_pdf(pdf, pki.machine, house.SIGNED_AT, SPOT, name=NAME, local=True)
    assert verify(signed, "a.pdf", trust).verdict == Verdict.UNTRUSTED
    pinned = Trust(pinned=frozenset({fingerprint(pki.machine.cert)}))
    assert verify(signed, "a.pdf", pinned).verdict == Verdict.VALID


def test_too_few_signers(once, trust):
    assert verify(once, "a.pdf", trust, required=2).verdict == Verdict.MISSING_SIGNATURE


def test_cut_back_to_an_earlier_revision(pdf, once, twice, trust):
    assert verify(twice[: len(once)], "a.pdf", trust, required=2).verdict == Verdict.MISSING_SIGNATURE
    assert verify(once[: len(pdf)], "a.pdf", trust).verdict == Verdict.UNSIGNED


def take_away(writer):
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


def no_form(writer):
    del writer.root["/AcroForm"]
    writer.update_root()


@pytest.mark.parametrize("removal", [take_away, no_form])
def test_a_signature_removed_by_a_later_revision(once, trust, removal):
    assert verify(revised(once, removal), "a.pdf", trust).verdict == Verdict.ALTERED


def test_a_signature_removed_under_another_one(once, pki, house, trust):
    """Its bytes are still there and whole, but no field shows it."""
    signed = sign_pdf(revised(once, no_form), pki.agency, house.SIGNED_AT, None, name="UBND xã Thử")
    said = verify(signed, "a.pdf", trust)
    assert said.verdict == Verdict.MISSING_SIGNATURE
    assert "bị gỡ" in said.reasons[0]


def draw_over(writer):
    stream = writer.add_object(generic.StreamObject(stream_data=b"q 0 0 300 900 re f Q"))
    writer.add_stream_to_page(0, stream)


def annotate(writer):
    page = writer.root["/Pages"]["/Kids"][0]
    note = {"/Type": "/Annot", "/Subtype": "/FreeText"}
    note = generic.DictionaryObject({pdf_name(key): pdf_name(value) for key, value in note.items()})
    note[pdf_name("/Rect")] = generic.ArrayObject(map(generic.NumberObject, (100, 690, 300, 720)))
    page.setdefault(pdf_name("/Annots"), generic.ArrayObject()).append(writer.add_object(note))
    writer.update_container(page)


def swap_pages(writer):
    kids = writer.root["/Pages"]["/Kids"]
    kids.reverse()
    writer.update_container(kids)


def empty_field(writer):
    append_signature_field(writer, SigFieldSpec("Khac", box=(10, 10, 90, 40)))


def other_title(writer):
    writer.set_info(writer.add_object(generic.DictionaryObject({pdf_name("/Title"): generic.TextStringObject("x")})))


LATER = [draw_over, annotate, swap_pages, empty_field, other_title]


@pytest.mark.parametrize("change", LATER)
def test_a_later_revision_is_altered(once, twice, trust, change):
    for data in (once, twice):
        assert verify(revised(data, change), "a.pdf", trust).verdict == Verdict.ALTERED


@pytest.mark.parametrize("change", [draw_over, annotate, swap_pages])
def test_a_change_under_the_second_signature_is_altered(once, pki, house, trust, change):
    """Whoever changes the page and then signs (or has signed) breaks the first signature."""
    signed = sign_pdf(revised(once, change), pki.agency, house.SIGNED_AT, None, name="UBND xã Thử")
    assert verify(signed, "a.pdf", trust, required=2).verdict == Verdict.ALTERED


@pytest.mark.parametrize("tail", [b"\n", b"\0", b" % x", b"\n%%EOF\n"])
def test_bytes_behind_the_end_are_altered(once, trust, tail):
    assert verify(once + tail, "a.pdf", trust).verdict == Verdict.ALTERED


def gap(data: bytes) -> tuple[int, int]:
    reader = PdfFileReader(io.BytesIO(data))
    _, first, second, _ = reader.embedded_signatures[-1].byte_range
    return int(first), int(second)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.lower(),
        lambda text: text[:-3] + b"01>",
        lambda text: text[:-3] + b" 0>",
        lambda text: text[:1] + text[3:-1] + b"00>",
        lambda text: b"(" + text[1:-1] + b")",
        lambda text: b"<" + text[2:-1] + b"0>",
        lambda text: b"<" + b"0" * (len(text) - 2) + b">",
    ],
    ids=["lower case", "no zeros", "a space", "shifted", "another string", "half a byte", "emptied"],
)
def test_the_signature_itself_has_one_form(once, trust, change):
    first, second = gap(once)
    changed = once[:first] + change(once[first:second]) + once[second:]
    assert len(changed) == len(once)
    said = verify(changed, "a.pdf", trust).verdict
    assert said == (Verdict.VALID if change(b"<AB>") == b"<ab>" else Verdict.ALTERED)


def test_how_the_signature_names_its_certificate_counts(once, pki, trust):
    """The issuer's name beside the signature is unsigned, and names are compared without regard to case."""
    issuer = pki.person.cert.issuer.public_bytes().hex().upper().encode()
    big, small = (word.hex().upper().encode() for word in (b"Trung", b"tRUNG"))
    place = [found.start() for found in re.finditer(issuer, once)][-2] + issuer.index(big)  # the last one is signed
    changed = once[:place] + small + once[place + len(small) :]
    assert verify(changed, "a.pdf", trust).verdict == Verdict.ALTERED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/ByteRange [0 ", b"/ByteRange [1 "),
        (b"/ByteRange [", b"/ByteRangf ["),
        (b"/SubFilter /ETSI", b"/SubFilter /ETSX"),
        (b"/Type /Sig", b"/Type /Sog"),
        (b"/V ", b"/W "),
        (b"%PDF-", b"%PDG-"),
        (b"/Contents <", b"/Contentt <"),
    ],
)
def test_marks_of_the_signature_changed(once, pdf, trust, old, new):
    head = once[: len(pdf)] if old == b"%PDF-" else b""
    place = once.index(old, 0 if head else len(pdf))
    changed = once[:place] + new + once[place + len(old) :]
    assert verify(changed, "a.pdf", trust).verdict == Verdict.ALTERED


def test_a_signature_of_another_file_is_altered(once, pki, house, trust):
    other = sign_pdf(house.small_pdf(3), pki.person, house.SIGNED_AT, SPOT, name=NAME, reason="Ký ban hành")
    (first, second), (start, stop) = gap(once), gap(other)
    assert second - first == stop - start
    moved = once[:first] + other[start:stop] + once[second:]
    assert verify(moved, "a.pdf", trust).verdict == Verdict.ALTERED


def test_every_sampled_byte_counts(once, trust):
    """A fixed stride over the whole file, a narrower one over the signature's own bytes."""
    first, second = gap(once)
    places = [*range(0, len(once), 101), *range(first, second, 79)]
    for place in places:
        changed = bytearray(once)
        changed[place] ^= 1 << (place % 8)
        said = verify(bytes(changed), "a.pdf", trust).verdict
        # certificates above the signer's lie in the gap and are signed by their issuers alone
        allowed = {Verdict.ALTERED, Verdict.UNTRUSTED} if first < place < second else {Verdict.ALTERED}
        assert said in allowed, place


@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_any_changed_byte_is_never_valid(once, trust, where, mask):
    changed = bytearray(once)
    changed[int(where * len(once))] ^= mask
    assert verify(bytes(changed), "a.pdf", trust).verdict in (Verdict.ALTERED, Verdict.UNTRUSTED)


@given(where=st.floats(0, 1, exclude_max=True))
@settings(max_examples=40, deadline=None)
def test_a_cut_file_is_never_valid(twice, trust, where):
    said = verify(twice[: int(where * len(twice))], "a.pdf", trust, required=2)
    assert said.verdict not in (Verdict.VALID, Verdict.UNTRUSTED)
    assert said.reasons
