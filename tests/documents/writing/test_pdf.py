"""What stands in the PDF: words, faces, metadata, marks. Judges: poppler and PDFium."""

import dataclasses
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.documents.writing.pdf import write_pdf
from vnpresence_desktop.domain.report import Blank, Block, Column, Heading, Paragraph, Report, Table
from vnpresence_desktop.domain.text import clean

LABEL = "Ký bằng danh tính kỹ thuật 3F:A2:9C:11, không phải chữ ký số của cơ quan"
LEFT, RIGHT = 85.0, 595.3 - 42.5


def poppler(data: bytes, folder: Path, *command: str) -> str:
    file = folder / "report.pdf"
    file.write_bytes(data)
    command = (command[0], *command[1:], str(file), *(["-"] if command[0] == "pdftotext" else []))
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def squeezed(text: str) -> str:
    return "".join(text.split())


def extracted(data: bytes, folder: Path) -> str:
    """All text without spaces, page numbers left out."""
    pages = poppler(data, folder, "pdftotext", "-raw", "-enc", "UTF-8").split("\f")
    return "".join(squeezed(page.removeprefix(f"{number}\n")) for number, page in enumerate(pages, 1))


def printed_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(level, text):
                yield text.upper() if level == 1 else text
            case Paragraph(text):
                yield text
            case Table():
                yield f"Bảng {block.number}. {block.title}"
                yield from (column.title for column in block.columns)
                yield from (column.group for column in block.columns)
                for row in (*block.rows, block.total or ()):
                    yield "".join(phrases.printed(cell) for cell in row)
                yield block.note
            case Blank():
                pass


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A report with every text changed."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: mapped(getattr(value, field.name), change) for field in dataclasses.fields(value)}
        return replace(value, **parts)
    if isinstance(value, tuple):
        return tuple(mapped(part, change) for part in value)
    return change(value) if type(value) is str else value


def short(report: Report, *blocks: Block) -> Report:
    return replace(report, blocks=blocks)


def test_every_word_of_the_report_can_be_copied_out(report: Report, tmp_path: Path) -> None:
    text = extracted(write_pdf(report).data, tmp_path)
    assert unicodedata.is_normalized("NFC", text)
    whole = [*printed_texts(report.blocks), report.title, report.closing, phrases.address_line(report)]
    whole += [*phrases.committee(report), *phrases.recipient_lines(report), *report.signature.authority]
    assert [part for part in whole if squeezed(part) not in text] == []


def test_nothing_but_the_report_is_printed(report: Report, tmp_path: Path) -> None:
    text = extracted(write_pdf(report).data, tmp_path)
    parts = [phrases.NATION, phrases.MOTTO, phrases.KIND, *phrases.committee(report), phrases.symbol_line(report)]
    parts += [phrases.place_line(report), phrases.address_line(report), report.title, *printed_texts(report.blocks)]
    parts += [report.closing, "Nơi nhận:", *phrases.recipient_lines(report), *report.signature.authority]
    parts.append(report.signature.name)
    assert sorted(text) == sorted(_once_a_group(squeezed("".join(parts)), report))


def _once_a_group(text: str, report: Report) -> str:
    """Group headings are printed once for their columns, not once a column."""
    for table in report.blocks:
        if isinstance(table, Table):
            groups = [column.group for column in table.columns]
            for column, before in zip(groups[1:], groups[:-1], strict=True):
                if column == before:
                    text = text.replace(squeezed(column), "", 1)
    return text


def test_every_font_is_embedded(report: Report, tmp_path: Path) -> None:
    rows = poppler(write_pdf(report).data, tmp_path, "pdffonts").splitlines()[2:]
    assert {row.split()[0].split("+")[1] for row in rows} == {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)  # embedded, subset, mapped to Unicode


def test_the_file_tells_its_title_language_and_form(report: Report, tmp_path: Path) -> None:
    data = write_pdf(report).data
    with PdfDocument(data) as document:
        assert document.get_metadata_value("Title") == f"Báo cáo {report.title}"
        assert document.get_metadata_value("Author") == "Ủy ban nhân dân xã Phong Điền"
        assert document.get_metadata_value("CreationDate").startswith("D:20251214")
        sizes = [page.get_size() for page in document]
    assert all(size == pytest.approx((595.28, 841.89), abs=0.1) for size in sizes)
    assert b"(vi-VN)" in data


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert write_pdf(report) == write_pdf(report)
    assert write_pdf(report).data != write_pdf(replace(report, number="7")).data


def test_decomposed_text_is_drawn_as_composed(report: Report) -> None:
    decomposed = mapped(report, lambda text: unicodedata.normalize("NFD", text))
    assert decomposed != report
    assert write_pdf(decomposed) == write_pdf(report)


def test_a_clean_copy_bears_no_mark_of_ours(report: Report, tmp_path: Path) -> None:
    text = poppler(write_pdf(report).data, tmp_path, "pdftotext")
    assert "VN Presence" not in text
    assert phrases.SAMPLE_MARK not in text
    assert "danh tính kỹ thuật" not in text


def test_the_label_stands_in_the_bottom_margin_of_every_page(report: Report, lines: Callable[[bytes], Any]) -> None:
    found = lines(write_pdf(report, label=LABEL).data)
    labels = [line for line in found if line.text == LABEL]
    assert [line.page for line in labels] == sorted({line.page for line in found})
    assert all(line.baseline > 20 and line.top < 56.7 for line in labels)
    assert all(line.left > LEFT - 1 and line.right < RIGHT + 1 for line in labels)


def test_a_long_label_wraps_and_stays_on_the_page(report: Report, lines: Callable[[bytes], Any]) -> None:
    found = lines(write_pdf(report, label=f"{LABEL}; {LABEL}; {LABEL}").data)
    below = [line for line in found if line.page == 0 and line.top < 56.7]
    assert len(below) > 1
    assert min(line.baseline for line in below) > 5


def test_made_up_data_is_marked_behind_the_text_of_every_page(report: Report, tmp_path: Path) -> None:
    data = write_pdf(replace(report, sample=True)).data
    with PdfDocument(data) as document:
        first_words = [next(page.get_objects(textpage=page.get_textpage())).extract() for page in document]
    assert first_words == [phrases.SAMPLE_MARK] * len(first_words)
    assert write_pdf(report).spot == write_pdf(replace(report, sample=True)).spot


NAMES = [
    "Quán <b>Ba & Tư</b> &amp; <para> %s {0}",
    "Tạp hóa 😀 Năm Tường ភូមិ",
    "Nguyễn" * 50,
    "</para><br/><font size=99>",
    "“Ơ kìa” – 100% ‰ ₫ \u0301",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_printed_as_written(
    report: Report, lines: Callable[[bytes], Any], name: str, tmp_path: Path
) -> None:
    table = Table(1, name, (Column(name, 1), Column("Tên", 1)), ((name, 1), (None, name)), (name, None), name)
    hostile = short(report, Heading(1, name), Paragraph(name), table)
    data = write_pdf(replace(hostile, title=name, closing=name, recipients=(name, name)), label=name).data
    visible = "".join("□" if "ក" <= sign <= "៿" or sign > "\uffff" else sign for sign in clean(name))
    text = extracted(data, tmp_path)
    assert text.count(squeezed(visible)) >= 5
    assert all(line.left > LEFT - 1 and line.right < RIGHT + 1 for line in lines(data))


@given(cells=st.lists(st.text(max_size=60), min_size=4, max_size=4), title=st.text(max_size=200))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_drawing(
    report: Report, lines: Callable[[bytes], Any], cells: list[str], title: str
) -> None:
    table = Table(1, title, (Column(title, 1), Column(cells[0], 2)), (tuple(cells[:2]), tuple(cells[2:])))
    odd = replace(
        short(report, Heading(2, title), Paragraph(title), table), title=title, addressee=title, number=cells[0]
    )
    found = lines(write_pdf(odd, label=title).data)
    assert all(line.left > LEFT - 2 and line.right < RIGHT + 2 for line in found)


def test_one_tall_row_is_enough_to_begin_a_table_on_a_page(report: Report, lines: Callable[[bytes], Any]) -> None:
    """Two rows of four lines each would leave a quarter of a page empty."""
    columns = Column("Mục", 1), Column("Kết quả", 1)
    table = Table(1, "Kết quả", columns, tuple((f"dòng{n}", "đã làm xong việc được giao " * 8) for n in range(8)))

    def rows_on_the_first_page(sentences: int) -> int:
        blocks: tuple[Block, ...] = (*[Paragraph("Đã tổ chức tuyên truyền.")] * sentences, table)
        seen = lines(write_pdf(replace(report, blocks=blocks)).data)
        return sum(line.page == 0 and line.text.startswith("dòng") for line in seen)

    assert 1 in {rows_on_the_first_page(sentences) for sentences in range(13, 17)}
