"""A list of the department (Sở), VNNIC: read in a job, its rows beside the register, taken in one act and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import dragged
from tests.gui.pages.domains_setting import GRANTED, at_desk, kept, keys, page_over, press, settle, unnamed
from tests.work.desks import new_desk, put
from tests.work.test_domains import PEOPLE, SHOP, YOUTH
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.domains import DomainsPage
from vnpresence_desktop.gui.pages.domains_list import ListPart
from vnpresence_desktop.work import domains
from vnpresence_desktop.work.desk import Desk

HEAD = "Tên miền;Chủ thể;Số CCCD/MST;Nhà đăng ký;Ngày đăng ký;Ngày hết hạn\n"
ROWS = """lua.biz.vn;Công ty Lúa;1801234567;Mắt Bão;08/12/2025;08/12/2027
mo.id.vn;Lê Mơ;092302000001;iNET;09/12/2025;09/12/2027
tap-hoa-hoa.biz.vn;Tạp hóa Hòa;;iNET;10/12/2025;10/12/2027
la.biz.vn;Người lạ;;;1/12/2025;
x.com.vn;Ai đó;;;;
hoa.id.vn;Lê Mơ;;;;
"""
Opened = list[tuple[Kind, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        firm = domains.propose(made, "firm", label="lua", proposed_on="2025-12-01")
        domains.advance(made, firm.id, "registered", "2025-12-08", **(GRANTED | {"label": "lua"}))
        domains.propose(made, "shop", label="tap-hoa-hoa", proposed_on="2025-12-02")
        yield made


@pytest.fixture
def opened() -> Opened:
    return []


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk, jobs: Jobs, opened: Opened) -> Iterator[DomainsPage]:
    with page_over(qtbot, at_desk(desk, jobs), opened) as made:
        made.tabs.setCurrentWidget(made.list)
        made.arrive()
        yield made


@pytest.fixture
def part(page: DomainsPage) -> ListPart:
    return page.list


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "danh sách Sở.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8-sig")
    return path


def read(part: ListPart, qtbot: QtBot, file: Path | None = None) -> None:
    if file:
        part.file.take(file)
    qtbot.waitUntil(lambda: part._job is None, timeout=20_000)
    settle()


def outcomes(part: ListPart) -> dict[int, str]:
    return {at: item.outcome for at, item in part.matches.items()}


ALL = {2: "differs", 3: "new", 4: "granted", 5: "not_found", 6: "unreadable", 7: "invalid"}


def test_before_a_list_is_chosen_the_page_says_which(part: ListPart) -> None:
    assert part.file.open.hasFocus()
    assert "Tên miền, Chủ thể, Số CCCD/MST" in part.table.accessibleDescription()
    assert not part.take.isEnabled()
    assert part.take.toolTip() == part.told.text() == "Chọn tệp danh sách tên miền đã đăng ký của Sở hoặc VNNIC."


def test_each_row_says_what_it_is_beside_the_register(
    page: DomainsPage, part: ListPart, qtbot: QtBot, file: Path
) -> None:
    read(part, qtbot, file)
    assert outcomes(part) == ALL
    assert part.table.texts(0) == ["2", "lua.biz.vn", "Công ty Lúa", "Khác với sổ", "Nhà đăng ký, Ngày hết hạn"]
    assert page.pill.text() == "6 dòng"
    assert part.table.hasFocus()
    assert not kept_from_list(part)


def kept_from_list(part: ListPart) -> frozenset[int]:
    return part.table.ticked()


def test_differences_are_told_field_by_field(part: ListPart, qtbot: QtBot, file: Path, opened: Opened) -> None:
    read(part, qtbot, file)
    part.table.selectRow(0)
    assert part.card.lines == [
        "Nhà đăng ký: trong sổ “iNET”, trong danh sách “Mắt Bão”",
        "Ngày hết hạn: trong sổ “10/12/2027”, trong danh sách “08/12/2027”",
    ]
    assert part.card.why.text() == "Nhận thì sổ ghi theo danh sách."
    keys("Return")
    assert opened == [(Kind.ENTERPRISE, "firm")]
    part.table.selectRow(2)
    assert "Nhận thì đề xuất trong sổ thành đã được cấp" in part.card.why.text()
    assert part.card.lines[-1] == "Tình trạng: trong sổ “đã đề xuất”, trong danh sách “đã được cấp”"
    part.table.selectRow(5)
    assert part.card.why.text().startswith("Chưa có ngày được cấp.")


def test_several_records_that_fit_can_each_be_opened(
    part: ListPart, desk: Desk, qtbot: QtBot, tmp_path: Path, opened: Opened
) -> None:
    from dataclasses import replace

    put(desk, replace(SHOP, id="shop2", id_number="", hamlet="Ấp Hai"))
    file = tmp_path / "hai.csv"
    file.write_text(HEAD + "moi.biz.vn;Tạp hóa Hòa;;;1/12/2025;\n", encoding="utf-8-sig")
    read(part, qtbot, file)
    assert outcomes(part) == {2: "unclear"}
    keys("Return")
    assert sorted(link.text() for link in part.card.links) == [
        "Mở hồ sơ: Tạp hóa Hòa, Ấp Hai", "Mở hồ sơ: Tạp hóa Hòa, Ấp Một",
    ]  # fmt: skip
    keys("Space")
    assert [kind for kind, _ in opened] == [Kind.HOUSEHOLD]


def test_only_what_can_be_taken_can_be_ticked(part: ListPart, qtbot: QtBot, file: Path) -> None:
    read(part, qtbot, file)
    for place in range(part.table.count()):
        part.table.selectRow(place)
        keys("Space")
    assert part.table.ticked() == {2, 3, 4}
    assert part.take.text() == "Nhận 3 dòng"
    keys("Space")
    part.table.tick(part.table.ticked(), ticked=False)
    press(part, "Chọn hết")
    assert part.table.ticked() == {2, 3, 4}
    assert part.told.text() == "Đã chọn 3 trong 3 dòng nhận được."


def test_an_outcome_narrows_the_rows_and_their_ticking(part: ListPart, qtbot: QtBot, file: Path) -> None:
    read(part, qtbot, file)
    texts = [part.outcomes.itemText(at) for at in range(part.outcomes.count())]
    assert texts[:2] == ["Tất cả (6)", "Mới, chưa có trong sổ (1)"]
    part.outcomes.setCurrentIndex(part.outcomes.findData("new"))
    part.outcomes.activated.emit(1)
    assert part.table.count() == 1
    press(part, "Chọn hết")
    assert part.table.ticked() == {3}


def test_ticked_rows_are_taken_in_one_act_told_and_taken_back(
    part: ListPart, desk: Desk, qtbot: QtBot, file: Path
) -> None:
    before = {item.id: item for item in kept(desk)}
    read(part, qtbot, file)
    part.table.tick([2, 3, 4])
    part.take_now()
    assert not part.file.isEnabled()
    read(part, qtbot)
    assert part.notice.words == "Đã nhận 3 dòng: thêm 1 tên miền, cập nhật 2."
    assert {(item.label, item.state, item.registrar, item.confirmed_by) for item in kept(desk)} == {
        ("lua", "registered", "Mắt Bão", "list"), ("mo", "registered", "iNET", "list"),
        ("tap-hoa-hoa", "registered", "iNET", "list"),
    }  # fmt: skip
    assert {outcome for at, outcome in outcomes(part).items() if at < 5} == {"same"}
    assert not part.table.ticked()
    press(part.notice, "Hoàn tác")
    read(part, qtbot)
    assert {item.id: item for item in kept(desk)} == before
    assert outcomes(part) == ALL


def test_a_row_that_is_another_by_now_is_left_and_counted(part: ListPart, desk: Desk, qtbot: QtBot, file: Path) -> None:
    from dataclasses import replace

    read(part, qtbot, file)
    part.table.tick([2, 3])
    put(desk, replace(YOUTH, phone="0909999999"))
    part.take_now()
    read(part, qtbot)
    assert part.notice.words == (
        "Đã nhận 1 dòng: thêm 0 tên miền, cập nhật 1. 1 dòng không nhận vì sổ đã khác lúc đối chiếu; hãy xem lại."
    )
    assert {item.label for item in kept(desk)} == {"lua", "tap-hoa-hoa"}


def test_a_file_that_is_no_such_list_is_told_and_read_again_on_wish(
    part: ListPart, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "khác.csv"
    file.write_text("Họ tên;Ngày sinh\nLê Mơ;2002\n", encoding="utf-8-sig")
    read(part, qtbot, file)
    assert "không có cột tên miền" in part.notice.words
    assert part.table.count() == 0
    file.write_text(HEAD + ROWS, encoding="utf-8-sig")
    press(part.notice, "Đọc lại tệp")
    read(part, qtbot)
    assert outcomes(part) == ALL
    assert part.notice.isHidden()


def test_a_list_without_a_row_says_so(part: ListPart, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "rỗng.csv"
    file.write_text(HEAD, encoding="utf-8-sig")
    read(part, qtbot, file)
    assert part.table.accessibleDescription() == "Danh sách không có dòng nào."


def test_reading_can_be_stopped(part: ListPart, qtbot: QtBot, file: Path) -> None:
    part.file.take(file)
    assert part.stop.isVisible()
    keys("Escape")
    read(part, qtbot)
    assert part.notice.words == "Đã dừng. Chưa ghi gì vào sổ."
    assert part.stop.isHidden()
    assert part.file.open.hasFocus()


def test_a_file_is_dropped_or_chosen(part: ListPart, qtbot: QtBot, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    enter, drop = dragged(20, data)
    part.file.dragEnterEvent(enter)
    assert enter.isAccepted()
    part.file.dropEvent(drop)
    read(part, qtbot)
    assert outcomes(part) == ALL
    keys("Ctrl+O")
    dialog = part.file.findChild(QFileDialog)
    assert dialog
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.close()


def test_everything_that_takes_the_keyboard_has_a_name(
    page: DomainsPage, part: ListPart, qtbot: QtBot, file: Path
) -> None:
    read(part, qtbot, file)
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        assert unnamed(page) == []
    qtbot.waitUntil(lambda: page.ending._job is None, timeout=20_000)
