"""Files dropped are verified: the word, who signed and when, and why not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import dragged, present
from tests.gui.pages.office_parts import desk_at, verify_acts
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.verify import VerifyCard
from vnpresence_desktop.work.exporting import Order, Signing, export
from vnpresence_desktop.work.office import declare, set_up


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register's folder with a report signed by its machine."""
    folder = tmp_path_factory.mktemp("signed")
    with desk_at(folder) as desk:
        set_up(desk, declare("31299", "nd09", "Trần Thị Mỹ Hạnh", "CHỦ TỊCH"))
        export(desk, Order("2025-Q4", Signing.LOCAL))
    return folder


@pytest.fixture
def card(qtbot: QtBot, jobs: Jobs, signed: Path) -> VerifyCard:
    made = VerifyCard(verify_acts(signed), jobs)
    present(qtbot, made, 600, 500)
    return made


def drop(card: VerifyCard, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(list(urls))
    enter, let_fall = dragged(20, data)
    QApplication.sendEvent(card.zone, enter)
    if enter.isAccepted():
        QApplication.sendEvent(card.zone, let_fall)
    return enter.isAccepted()


def files(folder: Path) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(file)) for file in sorted((folder / "bao-cao").iterdir())]


def test_good_files_are_said_good_with_signer_time_and_fingerprint(
    qtbot: QtBot, card: VerifyCard, jobs: Jobs, signed: Path
) -> None:
    assert drop(card, *files(signed))
    assert not card.zone.isEnabled()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert card.zone.isEnabled()
    said = [notice.words for notice in card.verdicts.notices]
    assert [text.partition(" VN Presence")[0] for text in said] == [
        "HỢP LỆ: 31299_2025-Q4_L1_BaoCao.pdf Người ký:",
        "HỢP LỆ: 31299_2025-Q4_L1_SoLieu.xlsx Người ký:",
    ]
    for notice in card.verdicts.notices:
        assert notice.property("level") == "ok"
        assert "lúc 15/12/2025 08:30" in notice.words
        assert len(notice.words.rpartition("Dấu vân tay: ")[2].split()) == 16


def test_bad_ones_say_why(qtbot: QtBot, card: VerifyCard, jobs: Jobs, signed: Path, tmp_path: Path) -> None:
    data = bytearray((signed / "bao-cao" / "31299_2025-Q4_L1_BaoCao.pdf").read_bytes())
    data[len(data) // 3] ^= 1
    (tmp_path / "sua.pdf").write_bytes(data)
    (tmp_path / "ghi-chu.txt").write_text("không phải báo cáo", encoding="utf-8")
    card.check([tmp_path / "sua.pdf", tmp_path / "ghi-chu.txt"])
    qtbot.waitUntil(lambda: not jobs.busy)
    altered, unreadable = card.verdicts.notices
    assert altered.words.startswith("BỊ SỬA: sua.pdf ")
    assert unreadable.words.startswith("KHÔNG ĐỌC ĐƯỢC: ghi-chu.txt ")
    assert {altered.property("level"), unreadable.property("level")} == {"error"}
    assert len(altered.words) > len("BỊ SỬA: sua.pdf ")


def test_other_files_take_the_place_of_those_before(qtbot: QtBot, card: VerifyCard, jobs: Jobs, signed: Path) -> None:
    for urls in (files(signed), files(signed)[:1]):
        drop(card, *urls)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert len(card.verdicts.notices) == 1
    assert card.verdicts.notices[0].isVisible()


def test_a_file_that_is_gone_is_told(qtbot: QtBot, card: VerifyCard, jobs: Jobs, tmp_path: Path) -> None:
    card.check([tmp_path / "mat.pdf"])
    qtbot.waitUntil(lambda: not jobs.busy)
    assert "Không mở được tệp “mat.pdf”" in card.notice.words
    assert card.zone.isEnabled()


def test_a_failure_leaves_no_verdict_of_other_files(
    qtbot: QtBot, card: VerifyCard, jobs: Jobs, signed: Path, tmp_path: Path
) -> None:
    drop(card, *files(signed))
    qtbot.waitUntil(lambda: not jobs.busy)
    card.check([tmp_path / "mat.pdf"])
    qtbot.waitUntil(lambda: not jobs.busy)
    assert card.verdicts.notices == []


def test_the_keyboard_comes_back_to_the_choice_of_files(
    qtbot: QtBot, card: VerifyCard, jobs: Jobs, signed: Path
) -> None:
    card.zone.choose.setFocus()
    drop(card, *files(signed))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert card.zone.choose.hasFocus()


def test_what_is_no_file_of_this_machine_is_not_taken(card: VerifyCard) -> None:
    assert not drop(card, QUrl("https://example.vn/bao-cao.pdf"))
