"""The report page over a real register: gaps lead to their places, what is typed stays, files come out and hold."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, let_go, offered, present
from tests.gui.pages.office_parts import desk_at, fill, report_page
from vnpresence_desktop.documents.preview import page_sizes
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import BaseFigure, Narrative, Office, Session, Signer
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.report import Report
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.work import preparing
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.office import declare, set_up
from vnpresence_desktop.work.preparing import Missing

Q4 = "2025-Q4"
SESSION = Session(date="2025-11-01", form="training", topic="Tập huấn", households=20, officials=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_at(tmp_path) as made:
        set_up(made, declare("31299", "nd09", "Trần Thị Mỹ Hạnh", "CHỦ TỊCH"))
        yield made


@pytest.fixture
def gone() -> list[Any]:
    """Where the page led to outside of itself."""
    return []


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, jobs: Jobs, gone: list[Any]) -> Report:
    return opened(qtbot, desk, jobs, gone)


def opened(qtbot: QtBot, desk: Desk, jobs: Jobs, gone: list[Any]) -> Report:
    made = report_page(desk, jobs, go=lambda *where: gone.append(where), opened=gone.append)
    present(qtbot, made, 1150, 700)
    wait(qtbot, jobs)
    return made


def wait(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy)


def put(desk: Desk, *records: Any) -> None:
    with desk.store.unit() as unit:
        for record in records:
            unit.put(record)


def words(page: Report, section: str) -> QWidget:
    return page.words.boxes[section].editor.widget


def whole(widget: QWidget) -> bool:
    """Whether all of it is in sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def gaps(page: Report) -> list[str]:
    return [gap.what.value for gap in page.period.gaps]


def press(page: Report, what: Missing) -> None:
    place = next(at for at, gap in enumerate(page.period.gaps) if gap.what is what)
    page.period.buttons[place].click()


def type_base(page: Report, vntype: Type, *texts: str) -> None:
    for box, text in zip(page.base.boxes[Kind.CITIZEN], texts, strict=True):
        box.editor.widget.setFocus()
        vntype(box.editor.widget, text)
    page.period.box.setFocus()
    QApplication.processEvents()


def seen(page: Report) -> list[QWidget]:
    """The large parts of the page that show."""
    parts = (page.period, page.base, page.words, page.signing, page.verify, page.preview)
    return [part for part in parts if part.isVisible()]


# -- period and gaps


def test_the_quarter_about_to_be_reported_is_chosen_and_its_days_shown(page: Report) -> None:
    assert page.period.box.period == Q4
    assert [page.period.box.itemText(at) for at in range(4)] == [
        "Năm 2026", "Quý I năm 2026", "Năm 2025", "Quý IV năm 2025",
    ]  # fmt: skip
    assert page.period.days.text() == "Số liệu từ 03/10/2025 đến hết 14/12/2025"


def test_each_gap_leads_to_its_place(page: Report, gone: list[Any]) -> None:
    assert gaps(page) == ["section"] * 4 + ["base", "task"]
    press(page, Missing.SECTION)
    assert QApplication.focusWidget() is words(page, "I")
    press(page, Missing.BASE)
    assert QApplication.focusWidget() is page.base.boxes[Kind.HOUSEHOLD][0].editor.widget
    QApplication.processEvents()
    assert whole(page.base.boxes[Kind.HOUSEHOLD][0])
    press(page, Missing.TASK)
    assert [(gap.what, period) for gap, period in gone] == [(Missing.TASK, Q4)]


def test_a_register_that_lacks_nothing_says_so(qtbot: QtBot, desk: Desk, jobs: Jobs, gone: list[Any]) -> None:
    fill(desk)
    page = opened(qtbot, desk, jobs, gone)
    assert gaps(page) == []
    assert page.export.isEnabled()


def test_without_a_signer_nothing_is_exported_and_the_button_says_why(page: Report, desk: Desk) -> None:
    put(desk, *(replace(one, until="2025-01-01") for one in desk.store.all(Signer)))
    page.arrive()
    assert gaps(page)[0] == "signer"
    assert not page.export.isEnabled()
    assert "người ký" in page.export.toolTip()


def test_an_office_without_programme_is_told(qtbot: QtBot, tmp_path: Path, jobs: Jobs, gone: list[Any]) -> None:
    with desk_at(tmp_path / "hn") as desk:
        set_up(desk, declare("00004", "nd09", "A", "CHỦ TỊCH"))
        page = opened(qtbot, desk, jobs, gone)
        assert page.notice.words.startswith("Chưa có hồ sơ chương trình cho Thành phố Hà Nội.")
        assert page.notice.property("level") == "warning"
        assert seen(page) == [page.verify]
        assert not page.export.isVisible()
        page.resize(500, 500)
        assert seen(page) == [page.verify]
        page.close()
        page.flush()


# -- words


def test_words_are_drafted_within_a_second_and_kept_on_leaving(
    qtbot: QtBot, page: Report, desk: Desk, vntype: Type
) -> None:
    words(page, "I").setFocus()
    vntype(words(page, "I"), "Đã chỉ đạo các ấp.")
    qtbot.waitUntil(lambda: desk.store.draft("narrative/2025-Q4/I") == "Đã chỉ đạo các ấp.", timeout=1000)
    assert desk.store.all(Narrative) == []
    words(page, "III").setFocus()
    assert [item.text for item in desk.store.all(Narrative)] == ["Đã chỉ đạo các ấp."]
    assert desk.store.drafts() == []
    assert gaps(page).count("section") == 3


def test_what_a_power_cut_left_is_shown_and_kept(qtbot: QtBot, desk: Desk, jobs: Jobs, gone: list[Any]) -> None:
    preparing.draft_words(desk, Q4, "V", "Kiến nghị d")
    preparing.draft_base(desk, Q4, Kind.CITIZEN, {"total": 842, "source": "Công an xã", "as_of": "2025-12-10"})
    page = opened(qtbot, desk, jobs, gone)
    assert page.words.boxes["V"].text == "Kiến nghị d"
    page.hide()
    assert [item.text for item in desk.store.all(Narrative)] == ["Kiến nghị d"]
    assert [item.total for item in desk.store.all(BaseFigure)] == [842]
    assert desk.store.drafts() == []


def test_another_period_has_its_own_words(page: Report, desk: Desk, vntype: Type) -> None:
    words(page, "V").setFocus()
    vntype(words(page, "V"), "Của quý.")
    page.period.box.setCurrentIndex(2)
    page.period.box.activated.emit(2)
    assert [(item.period, item.text) for item in desk.store.all(Narrative)] == [(Q4, "Của quý.")]
    assert page.words.boxes["V"].text == ""
    assert page.period.days.text().startswith("Số liệu từ 03/10/2025")


def test_sentences_from_facts_are_put_below_what_stands_there(
    qtbot: QtBot, page: Report, desk: Desk, jobs: Jobs, vntype: Type
) -> None:
    put(desk, SESSION)
    words(page, "I").setFocus()
    vntype(words(page, "I"), "Lời của tôi.")
    page.words.boxes["I"].write.click()
    assert not page.words.boxes["I"].write.isEnabled()
    wait(qtbot, jobs)
    lines = page.words.boxes["I"].text.splitlines()
    assert lines[0] == "Lời của tôi."
    assert "1 buổi tuyên truyền" in lines[1]
    assert desk.store.all(Narrative)[0].text == page.words.boxes["I"].text
    assert page.words.boxes["I"].line.level == "ok"


def test_a_section_that_went_while_its_sentences_were_sought_does_no_harm(
    qtbot: QtBot, page: Report, jobs: Jobs
) -> None:
    page.words.boxes["I"].write.click()
    page.period.box.setCurrentIndex(1)
    page.period.box.activated.emit(1)
    let_go(QApplication.instance())
    wait(qtbot, jobs)
    assert page.words.boxes["I"].write.isEnabled()


def test_where_nothing_is_recorded_that_is_said(qtbot: QtBot, page: Report, jobs: Jobs) -> None:
    page.words.boxes["V"].write.click()
    wait(qtbot, jobs)
    assert page.words.boxes["V"].text == ""
    assert "chưa có số liệu" in page.words.boxes["V"].line.text


# -- base figures


def test_a_total_is_kept_on_leaving(page: Report, desk: Desk, vntype: Type) -> None:
    type_base(page, vntype, "1.264", "10122025", "Công an xã")
    (kept,) = desk.store.all(BaseFigure)
    assert (kept.kind, kept.total, kept.source, kept.as_of) == ("citizen", 1264, "Công an xã", "2025-12-10")
    assert [gap.ids for gap in page.period.gaps if gap.what is Missing.BASE] == [("household", "enterprise")]


def test_a_total_half_typed_says_what_lacks_and_is_not_lost(
    qtbot: QtBot, page: Report, desk: Desk, jobs: Jobs, vntype: Type, gone: list[Any]
) -> None:
    type_base(page, vntype, "842", "mai", "")
    total, as_of, source = page.base.boxes[Kind.CITIZEN]
    assert total.message[1] == ""
    assert as_of.message[0] == "error"
    assert source.message == ("error", "Chưa có nguồn. Hãy bổ sung trước khi lưu.")
    assert desk.store.all(BaseFigure) == []
    again = opened(qtbot, desk, jobs, gone)
    assert again.base.boxes[Kind.CITIZEN][0].editor.text() == "842"


# -- preview


def test_the_preview_shows_the_report_and_follows_changes(qtbot: QtBot, page: Report, jobs: Jobs, vntype: Type) -> None:
    before = page.preview.view.pdf
    assert page.preview.view.pages == len(page_sizes(before)) >= 2
    words(page, "I").setFocus()
    vntype(words(page, "I"), "Đã chỉ đạo.")
    words(page, "III").setFocus()
    qtbot.waitUntil(lambda: page.preview.view.pdf != before)
    wait(qtbot, jobs)


def test_a_narrow_window_shows_words_and_pages_in_turn(
    qtbot: QtBot, qapp: QApplication, page: Report, jobs: Jobs, vntype: Type
) -> None:
    window = QStackedWidget()
    window.addWidget(page)
    present(qtbot, window, 1000, 700)
    assert page.preview.isVisible()
    assert not page.look.isVisible()
    window.resize(600, 600)
    QApplication.processEvents()
    assert page.width() == 600
    assert (page.preview.isVisible(), page.words.isVisible()) == (False, True)
    before = page.preview.view.pdf
    words(page, "I").setFocus()
    vntype(words(page, "I"), "Đã chỉ đạo.")
    page.look.click()
    assert (page.preview.isVisible(), page.words.isVisible()) == (True, False)
    assert QApplication.focusWidget() is page.preview.view
    wait(qtbot, jobs)
    assert page.preview.view.pdf != before
    page.look.click()
    assert (page.preview.isVisible(), page.words.isVisible()) == (False, True)
    window.resize(1000, 700)
    QApplication.processEvents()
    assert (page.preview.isVisible(), page.words.isVisible()) == (True, True)
    assert not page.look.isVisible()
    apply(qapp, Theme(scale=1.75))
    qtbot.waitUntil(page.look.isVisible)
    page.setParent(None)


def test_what_can_t_be_drawn_is_told(qtbot: QtBot, page: Report, desk: Desk, jobs: Jobs) -> None:
    put(desk, *(replace(one, until="2025-01-01") for one in desk.store.all(Signer)))
    page.arrive()
    wait(qtbot, jobs)
    assert "người ký" in page.preview.notice.words
    assert page.preview.view.pages == 0
    assert not page.preview.print_button.isEnabled()
    assert page.preview.print_button.toolTip()


def test_the_preview_is_printed_in_the_background(qtbot: QtBot, page: Report, jobs: Jobs, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    page.preview.print_to(printer)
    wait(qtbot, jobs)
    assert len(page_sizes((tmp_path / "in.pdf").read_bytes())) == page.preview.view.pages
    assert f"{page.preview.view.pages} trang" in page.preview.notice.words
    assert page.preview.print_button.isEnabled()


# -- export


def test_the_files_are_shown_with_their_folder(
    qtbot: QtBot, page: Report, jobs: Jobs, tmp_path: Path, gone: list[Any], vntype: Type
) -> None:
    words(page, "V").setFocus()
    vntype(words(page, "V"), "Kiến nghị.")
    page.export.click()
    assert not page.export.isEnabled()
    wait(qtbot, jobs)
    assert page.export.isEnabled()
    assert "31299_2025-Q4_L1_BaoCao.pdf" in page.result.notice.words
    assert "Còn để trống mục I, III, IV:" in page.result.notice.words
    assert page.result.verdicts.notices == []
    offered(page.result.notice).click()
    assert gone == [tmp_path / "bao-cao"]
    assert {file.suffix for file in gone[0].iterdir()} == {".pdf", ".xlsx"}


def test_the_keyboard_comes_back_to_the_export(qtbot: QtBot, page: Report, jobs: Jobs) -> None:
    page.export.setFocus()
    page.export.click()
    assert QApplication.focusWidget() is None
    wait(qtbot, jobs)
    assert page.export.hasFocus()


def test_while_exporting_nothing_is_exported_twice(qtbot: QtBot, page: Report, jobs: Jobs) -> None:
    page.export.click()
    page.arrive()
    assert not page.export.isEnabled()
    assert page.export.toolTip() == "Đang xuất"
    wait(qtbot, jobs)
    assert page.export.isEnabled()


def test_a_register_that_can_t_be_read_is_told(qtbot: QtBot, page: Report, desk: Desk, jobs: Jobs) -> None:
    for office in desk.store.all(Office):
        with desk.store.unit() as unit:
            unit.delete(Kind.OFFICE, office.id)
    page.period.box.activated.emit(0)
    assert "Chưa khai báo cơ quan" in page.notice.words
    assert not page.export.isEnabled()


def test_signed_files_are_verified_at_once(qtbot: QtBot, page: Report, jobs: Jobs) -> None:
    page.signing.choice.buttons["local"].click()
    page.export.click()
    wait(qtbot, jobs)
    said = [notice.words for notice in page.result.verdicts.notices]
    assert [text.split(":")[0] for text in said] == ["HỢP LỆ", "HỢP LỆ"]
    assert all("15/12/2025 08:30" in text for text in said)


def test_a_key_file_is_asked_for_and_its_password_forgotten(
    qtbot: QtBot, page: Report, jobs: Jobs, tmp_path: Path, vntype: Type
) -> None:
    assert not page.signing.path.isVisible()
    page.signing.choice.buttons["p12"].click()
    assert page.signing.path.isVisible()
    page.export.click()
    wait(qtbot, jobs)
    assert page.signing.line.level == "error"
    qtbot.waitUntil(lambda: whole(page.signing.line))  # what stopped it is seen, wherever the page was scrolled to
    (tmp_path / "khoa.p12").write_bytes(b"no key")
    vntype(page.signing.path, str(tmp_path / "khoa.p12"))
    vntype(page.signing.password, "bí mật")
    page.export.click()
    assert page.signing.password.text() == ""
    wait(qtbot, jobs)
    assert "Tệp khóa bị hỏng" in page.notice.words
    assert not page.result.isVisible()
    assert page.export.isEnabled()


def test_another_period_speaks_no_more_of_the_files_before(qtbot: QtBot, page: Report, jobs: Jobs) -> None:
    page.export.click()
    wait(qtbot, jobs)
    assert page.result.isVisible()
    page.period.box.activated.emit(0)
    assert not page.result.isVisible()


# -- the whole


def test_the_road_goes_by_keyboard_alone(page: Report) -> None:
    page.period.box.setFocus()
    seen = set()
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {
        words(page, "I"), words(page, "V"), page.base.boxes[Kind.CITIZEN][2].editor.widget, page.words.boxes["I"].write,
        page.signing.choice.buttons["none"], page.verify.zone.choose, page.preview.view, page.preview.larger,
        page.preview.print_button, page.export, *page.period.buttons,
    }  # fmt: skip
    assert wanted <= seen


def test_everything_that_takes_keys_has_a_name(page: Report) -> None:
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_nothing_ticks_or_stays_after_it_is_closed(
    qtbot: QtBot, qapp: QApplication, desk: Desk, jobs: Jobs, vntype: Type
) -> None:
    page = report_page(desk, jobs)
    page.show()
    wait(qtbot, jobs)
    vntype(words(page, "I"), "Dở")
    page.hide()
    assert not any(timer.isActive() for timer in page.findChildren(QTimer))
    wait(qtbot, jobs)
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    page.deleteLater()
    let_go(qapp)
    assert gone == [True]


def test_tab_goes_through_the_page_as_it_is_read(page: Report) -> None:
    assert page.period.buttons
    stops = [page.period.buttons[0], page.base.boxes[Kind.HOUSEHOLD][0].editor.widget, words(page, "V"), page.export]
    met, widget = [], page.period.nextInFocusChain()
    while widget is not page.period and len(met) < 1000:
        met.append(widget)
        widget = widget.nextInFocusChain()
    places = [met.index(stop) for stop in stops]
    assert places == sorted(places)


def test_a_programme_that_comes_later_brings_the_cards(
    qtbot: QtBot, desk: Desk, jobs: Jobs, gone: list[Any], tmp_path: Path
) -> None:
    (office,) = desk.store.all(Office)
    put(desk, replace(office, commune="00004"))
    page = opened(qtbot, desk, jobs, gone)
    assert seen(page) == [page.verify]
    put(desk, office)
    page.arrive()
    wait(qtbot, jobs)
    assert len(seen(page)) == 6
    assert not page.notice.isVisible()
    assert page.export.isEnabled()


def test_a_folder_that_can_t_be_written_is_told_with_what_to_do(
    qtbot: QtBot, page: Report, jobs: Jobs, tmp_path: Path
) -> None:
    (tmp_path / "bao-cao").write_text("no folder", encoding="utf-8")
    page.export.click()
    wait(qtbot, jobs)
    assert page.notice.isVisible()
    assert page.notice.property("level") == "error"
    assert "Hãy" in page.notice.words
    assert not page.result.isVisible()
    assert page.export.isEnabled()
