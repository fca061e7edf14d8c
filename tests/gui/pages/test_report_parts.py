"""Parts of the office's pages by themselves: the choice explained, the gaps in words, the preview that never lags behind."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.gui.conftest import present
from tests.gui.pages.office_parts import desk_at, report_acts
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.explained_choice import ExplainedChoice
from vnpresence_desktop.gui.pages.report_export import ResultCard, SigningCard
from vnpresence_desktop.gui.pages.report_missing import PeriodCard, words_of
from vnpresence_desktop.gui.pages.report_preview import PreviewPanel
from vnpresence_desktop.gui.pages.settings_preset import preset_choice
from vnpresence_desktop.work.exporting import Checked, Done, Order, SeenSigner, Signing
from vnpresence_desktop.work.preparing import Gap, Missing, Offered

OFFERED = Offered("2025-Q4", "quý IV năm 2025", date(2025, 10, 3), date(2025, 12, 14), usual=True)


# -- the choice


def test_a_choice_tells_only_what_the_hand_chose(qtbot: QtBot) -> None:
    told: list[str] = []
    choice = ExplainedChoice([("a", "A", "Cách A."), ("b", "B", "Cách B.")])
    qtbot.addWidget(choice)
    choice.chosen.connect(told.append)
    assert choice.value() == "a"
    choice.put("b")
    assert (choice.value(), told) == ("b", [])
    choice.buttons["a"].click()
    assert (choice.value(), told) == ("a", ["a"])
    assert choice.buttons["b"].accessibleDescription() == "Cách B."


def test_a_choice_goes_by_arrow_keys(qtbot: QtBot) -> None:
    choice = preset_choice()
    present(qtbot, choice, 500, 200)
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.buttons["nd09"].setFocus()
    qtbot.waitUntil(choice.buttons["nd09"].hasFocus)
    QTest.keyClick(choice.buttons["nd09"], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: choice.value() == "calendar")
    assert told == ["calendar"]


# -- gaps


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (Gap(Missing.SECTION, ("III",), ("III. ĐÁNH GIÁ",)), "Chưa viết mục III"),
        (Gap(Missing.BASE, ("household", "citizen")), "Chưa có số liệu nền: hộ kinh doanh, công dân"),
        (Gap(Missing.TASK, ("I.4",), ("I.4",)), "1 nhiệm vụ chưa có kết quả trong kỳ: I.4"),
        (
            Gap(Missing.TASK, tuple("abcdefgh"), tuple("abcdefgh")),
            "8 nhiệm vụ chưa có kết quả trong kỳ: a, b, c, d, e, f, g, h",
        ),
        (Gap(Missing.SESSION, ("x", "y"), ("Họp", "Họp")), "2 buổi tuyên truyền chưa ghi số người dự"),
        (Gap(Missing.SIGNER), "Hôm nay chưa có người ký báo cáo: chưa xuất được"),
    ],
)
def test_every_gap_has_its_words_and_its_button(qtbot: QtBot, gap: Gap, words: str) -> None:
    assert words_of(gap)[0] == words
    wanted: list[Gap] = []
    card = PeriodCard()
    qtbot.addWidget(card)
    card.wanted.connect(wanted.append)
    card.show_gaps([gap])
    card.buttons[0].click()
    assert wanted == [gap]
    assert words in card.buttons[0].accessibleName()


def test_gaps_that_stay_keep_their_buttons_and_those_mended_go(qtbot: QtBot) -> None:
    card = PeriodCard()
    qtbot.addWidget(card)
    gaps = [Gap(Missing.SIGNER), Gap(Missing.BASE, ("citizen",))]
    card.show_gaps(gaps)
    first = card.buttons[0]
    card.show_gaps(gaps)
    assert card.buttons[0] is first
    card.show_gaps(gaps[1:])
    assert len(card.buttons) == 1


def test_the_period_chosen_stays_when_periods_are_offered_again(qtbot: QtBot) -> None:
    card = PeriodCard()
    qtbot.addWidget(card)
    year = Offered("2025", "năm 2025", date(2025, 10, 3), date(2025, 12, 14))
    card.box.offer([year, OFFERED])
    assert card.box.period == "2025-Q4"
    card.box.setCurrentIndex(0)
    card.box.offer([Offered("2026", "năm 2026", date(2025, 12, 15), date(2026, 12, 14)), year, OFFERED])
    assert card.box.period == "2025"


# -- signing and what came of it


def test_the_usual_way_is_not_to_sign_here(qtbot: QtBot) -> None:
    card = SigningCard()
    qtbot.addWidget(card)
    assert card.order("2025") == Order("2025", Signing.NONE)
    card.choice.buttons["local"].click()
    assert card.order("2025") == Order("2025", Signing.LOCAL)
    assert "Không phải chữ ký số của cơ quan" in card.choice.buttons["local"].accessibleDescription()


def test_a_key_file_goes_with_its_password_once(qtbot: QtBot) -> None:
    card = SigningCard()
    qtbot.addWidget(card)
    card.choice.buttons["p12"].click()
    card.path.setText(" /a/khoa.p12 ")
    card.password.setText("một lần")
    assert card.order("2025") == Order("2025", Signing.FILE, Path("/a/khoa.p12"), "một lần")
    assert card.order("2025") == Order("2025", Signing.FILE, Path("/a/khoa.p12"), "")
    assert card.password.echoMode() is card.password.EchoMode.Password


def test_what_came_of_it_replaces_what_stood_there(qtbot: QtBot) -> None:
    opened: list[Path] = []
    card = ResultCard(opened.append)
    qtbot.addWidget(card)
    signer = SeenSigner("Máy", "15/12/2025 08:30", "AB12")
    good = Checked("a.pdf", "valid", "HỢP LỆ", (signer,))
    done = Done("quý IV năm 2025", Path("/r/a.pdf"), Path("/r/a.xlsx"), ("V",), (good,))
    card.show_done(done)
    assert card.notice.property("level") == "warning"
    assert "Người ký: Máy, lúc 15/12/2025 08:30" in card.verdicts.notices[0].words
    card.show_done(Done("năm 2025", Path("/r/b.pdf"), Path("/r/b.xlsx")))
    assert card.notice.property("level") == "ok"
    assert card.verdicts.notices == []
    assert "b.pdf" in card.notice.words
    card.notice._close.click()
    assert not card.isVisible()


# -- the preview


def test_a_change_while_it_is_drawn_is_drawn_after_it(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    may_go, begun = Event(), []

    def draw(period: str) -> bytes:
        begun.append(period)
        may_go.wait(10)
        return made[period]

    with desk_at(tmp_path) as desk:
        made: dict[str, bytes] = {"2025": pdf(1), "2025-Q4": pdf(2)}
        panel = PreviewPanel(replace(report_acts(desk), draw=draw), jobs)
        qtbot.addWidget(panel)
        panel.show()
        panel.show_period("2025")
        panel.show_period("2025-Q4")
        panel.show_period("2025-Q4")
        may_go.set()
        qtbot.waitUntil(lambda: not jobs.busy and panel.view.pages == 2)
    assert begun == ["2025", "2025-Q4"]
    assert panel.print_button.isEnabled()


def test_out_of_sight_nothing_is_drawn(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    begun: list[str] = []

    def draw(period: str) -> bytes:
        begun.append(period)
        return pdf(1)

    with desk_at(tmp_path) as desk:
        panel = PreviewPanel(replace(report_acts(desk), draw=draw), jobs)
        qtbot.addWidget(panel)
        panel.show_period("2025")
        panel.refresh()
        assert begun == []
        assert not jobs.busy
        panel.show()
        qtbot.waitUntil(lambda: panel.view.pages == 1)
        assert begun == ["2025"]


def pdf(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(pages):
        canvas.drawString(100, 100, str(page))
        canvas.showPage()
    canvas.save()
    return out.getvalue()
