"""Pages drawn as pictures, judged by what stands on them."""

import io
import threading

import pytest
from reportlab.pdfgen.canvas import Canvas

from vnpresence_desktop.documents.preview import draw_page, page_sizes
from vnpresence_desktop.domain.problems import UserError

A4 = (595.2756, 841.8898)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two pages: the first all red, the second white with its lower half blue."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 600, 850, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((A4[1], A4[0]))
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(0, 0, 850, A4[0] / 2, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_damaged_page_is_told(pdf: bytes) -> None:
    broken = pdf.replace(b"/Type /Page\n", b"/Type /Pagy\n")
    assert broken != pdf
    for act in (page_sizes, lambda data: draw_page(data, 1, 72)):
        with pytest.raises(UserError, match="Không mở được tệp PDF"):
            act(broken)


def colour(pixels: bytes, at: int) -> tuple[int, ...]:
    return tuple(pixels[4 * at : 4 * at + 3])


def test_sizes_are_told_in_points(pdf: bytes) -> None:
    assert [tuple(round(side) for side in size) for size in page_sizes(pdf)] == [(595, 842), (842, 595)]


@pytest.mark.parametrize(("dpi", "size"), [(72, (596, 842)), (96, (794, 1123)), (300, (2481, 3508))])
def test_a_page_has_the_pixels_asked_for(pdf: bytes, dpi: int, size: tuple[int, int]) -> None:
    picture = draw_page(pdf, 0, dpi)
    assert (picture.width, picture.height) == size
    assert len(picture.pixels) == 4 * picture.width * picture.height


def test_bytes_are_blue_green_red_from_the_top(pdf: bytes) -> None:
    assert colour(draw_page(pdf, 0, 72).pixels, 5000) == (0, 0, 255)
    width, height, pixels = draw_page(pdf, 1, 72)
    assert colour(pixels, 10 * width + 5) == (255, 255, 255)
    assert colour(pixels, (height - 10) * width + 5) == (255, 0, 0)


def test_what_is_no_pdf_and_no_page_is_told() -> None:
    with pytest.raises(UserError):
        page_sizes(b"no pdf")


def test_a_page_that_is_not_there(pdf: bytes) -> None:
    with pytest.raises(IndexError):
        draw_page(pdf, 2, 72)


def test_two_threads_draw_the_same_as_one(pdf: bytes) -> None:
    alone, seen = draw_page(pdf, 1, 96), []

    def draw() -> None:
        seen.extend(draw_page(pdf, 1, 96) for _ in range(20))

    threads = [threading.Thread(target=draw) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [alone] * 60
