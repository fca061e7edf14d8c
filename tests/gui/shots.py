"""Pictures of every page of the program with the made-up commune, 1366×768: ``python3 dev.py shots [FOLDER]``.

The real window on a real register, without a screen: light, dark and letters of 150 %. What belongs to the user who asks
for them (keys, choices of the window) is left alone where the system lets a process have a home of its own (Linux).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.gui.shots_domains import domains
from tests.gui.shots_entry import entering
from tests.gui.shots_import import importing
from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Household
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.first_start import FirstStart
from vnpresence_desktop.gui.pages.history import HistoryPage
from vnpresence_desktop.gui.pages.late_code import LateCode
from vnpresence_desktop.gui.pages.list_making import ListMaking
from vnpresence_desktop.gui.pages.report import Report
from vnpresence_desktop.gui.pages.sessions import SessionsPage
from vnpresence_desktop.gui.pages.settings import Settings
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.gui.pages.tasks import TasksPage
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.theme import Theme
from vnpresence_desktop.gui.undo_keys import UndoKeys
from vnpresence_desktop.gui.vietnamese import speak_vietnamese
from vnpresence_desktop.work.candidates import keep
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.exporting import Signing
from vnpresence_desktop.work.list_filters import Part
from vnpresence_desktop.work.office import declare, set_up

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"
LOOKS = {"light": Theme(), "dark": Theme(dark=True), "150": Theme(scale=1.5)}
GROUPS = ("household", "enterprise", "citizen")
Scenes = Iterator[str]
"""A scene is what the picture is called, given when the window shows it."""


def settle(app: QApplication, rounds: int = 20) -> None:
    for _ in range(rounds):
        app.processEvents()


def rest(app: QApplication, window: Window) -> None:
    """Until no job runs and nothing waits to be painted."""
    settle(app)
    while window._jobs.busy:
        app.processEvents()
    settle(app)


def scroll_to(card: QWidget) -> None:
    """The card's top at the top of what is seen."""
    area = card.parentWidget()
    while area and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    assert inside is not None
    area.verticalScrollBar().setValue(card.mapTo(inside, QPoint(0, 0)).y())


def first_start(window: Window) -> Scenes:
    page = window.shell.page()
    assert isinstance(page, FirstStart)
    yield "first-1-empty"
    page.make.click()
    yield "first-2-refused"
    page.search.line.setText("phong dien")
    page.search.line.textEdited.emit("phong dien")
    yield "first-3-search"
    page.search.list.itemClicked.emit(page.search.list.item(1))
    for name, text in (("signer", "Nguyễn Văn An"), ("title", "CHỦ TỊCH"), ("hamlets", "Ấp Thới An\nẤp Thới Bình")):
        page.boxes[name].editor.put(text)
        page._judge(name)
    yield "first-4-filled"
    page.make.click()
    yield "first-5-code"
    page.code.typed.setText(page.code.code.text().lower())
    yield "first-6-confirmed"
    page.begin.click()
    for entry in window.pages.entries():
        window.shell.open_page(entry.id)
        yield f"empty-{entry.id}"


def cut_short(dialog: Path, window: Window) -> Scenes:
    """The code was never typed back, the province has no programme; at the end a bug, its dialog in a file of its own."""
    page = window.shell.page()
    assert isinstance(page, LateCode)
    yield "late-1-asked"
    page.renew.click()
    yield "late-2-new-code"
    page.code.typed.setText("8qx0t ab3de")
    page.code.typed.editingFinished.emit()
    yield "late-3-wrong"
    page.later.click()
    yield "late-4-reminded"
    for entry in ("report", "tasks"):
        window.shell.open_page(entry)
        yield f"without-programme-{entry}"

    def shut() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        box.grab().save(str(dialog))
        box.close()

    QTimer.singleShot(0, shut)
    window.broke(RuntimeError())


def group(window: Window, kind: str) -> Scenes:
    page = window.shell.open_page(kind)
    assert isinstance(page, CandidatesPage)
    yield f"{kind}-1-list"
    page.list.search.setText("ngoc")
    page.list.refresh()
    yield f"{kind}-2-search"
    page.list.search.setText("không có ai tên thế này")
    page.list.refresh()
    yield f"{kind}-3-nobody"
    page.list.search.clear()
    page.list.refresh()
    first = page.list.rows.ids[1]
    page.open_record(first)
    yield f"{kind}-4-kept"
    kept = page._acts.get(first)
    assert kept is not None
    page.open_record()
    yield f"{kind}-5-new"
    page.form.form.fill(
        {"name": kept.name, "phone": kept.phone, "birth_date": "2003-02-31", "id_number": "09220300123"}
    )
    page.form.form.fill({"email": "a@", "hamlet": kept.hamlet})
    page.form.form.flush()
    page.form.judge()
    page.form._settled()
    yield f"{kind}-6-typed"
    page.form.save()
    yield f"{kind}-7-refused"
    page.form.form.focus_field("note")
    yield f"{kind}-8-end"
    page.form.leave()
    yield f"{kind}-9-draft"


def many(window: Window) -> Scenes:
    """Filters, saved lists, columns, many records at once, a list on paper."""
    page = window.shell.open_page("citizen")
    assert isinstance(page, CandidatesPage)
    tools, table = page.list.tools, page.list.table
    table.scrollToBottom()
    yield "many-01-end"
    tools.filters.click()
    yield "many-02-filters"
    for part in (
        Part("condition", "eligible"),
        Part("domain", "none"),
        Part("reached", "no"),
        Part("missing", "phone"),
    ):
        tools.narrowing.put(part)
    yield "many-03-filtered"
    tools.side.shut()
    yield "many-04-chips"
    tools.lists.click()
    yield "many-05-saved"
    tools.narrowing.clear()
    tools.narrowing.show_columns(("name", "phone", "reached", "domain", "condition", "unconfirmed"))
    tools.columns.click()
    yield "many-06-columns"
    tools.narrowing.show_columns(())
    tools.side.shut()
    table.select(table.ids[0])
    table.tick_places(range(2, 9))
    yield "many-07-ticked"
    tools.bar.change.click()
    QTest.qWait(300)
    yield "many-08-bulk"
    tools.bar.copy.click()
    yield "many-09-copy"
    tools.bar.remove.click()
    yield "many-10-remove"
    tools.side.shut()
    tools._copy()
    yield "many-11-copied"
    tools.make_list()
    yield "many-12-paper"
    making = page.findChild(ListMaking)
    assert making is not None
    making.make.click()
    yield "many-13-made"
    making.back.click()
    tools.bar.none.click()
    page.show_ids("Đủ điều kiện, quý IV năm 2025", list(table.ids)[:40])
    yield "many-14-from-figure"
    tools.narrowing.clear()


def sessions(window: Window) -> Scenes:
    page = window.shell.open_page("session")
    assert isinstance(page, SessionsPage)
    yield "session-1-list"
    page.open(page._acts.session_ids("")[0])
    yield "session-2-kept"
    page.editor.picker.search.setText("ngoc")
    yield "session-3-search"
    page.editor.picker.from_list.click()
    page.editor.picker.paste.lines.setPlainText("Nguyễn Văn Không Có\n092204000001")
    page.editor.picker.paste.search.click()
    yield "session-4-paste"
    page.editor.form.focus_field("note")
    yield "session-5-end"
    page.add()
    yield "session-6-new"
    page.editor.keep()
    yield "session-7-refused"
    page.editor.leave()


def report(window: Window) -> Scenes:
    page = window.shell.open_page("report")
    assert isinstance(page, Report)
    yield "report-1-usual"
    page.period.box.setCurrentIndex(page.period.box.findData("2025-Q4"))
    page.period.box.activated.emit(0)
    yield "report-2-period"
    for place, card in enumerate((page.base, page.words, page.signing, page.verify), 3):
        scroll_to(card)
        yield f"report-{place}-{type(card).__name__.removesuffix('Card').lower()}"
    scroll_to(page.figures)
    yield "report-7-figures"
    page.signing.choice.buttons[Signing.FILE.value].click()
    scroll_to(page.signing)
    yield "report-7-key-file"
    page.signing.choice.buttons[Signing.LOCAL.value].click()
    page.export.click()
    yield "report-8-done"
    page.verify.check(sorted((window.pages._folder / "bao-cao").glob("31299*")))
    yield "report-9-verified"


def support(window: Window) -> Scenes:
    page = window.shell.open_page("support")
    assert isinstance(page, SupportPage)
    yield "support-1-list"
    part = page.support
    part.list.remove()
    yield "support-2-removed"
    part.add()
    yield "support-3-new"
    line = page.who[0].line
    line.setFocus()
    line.setText("ngoc")
    line.textEdited.emit("ngoc")
    yield "support-4-who"
    page.who[0].list.itemClicked.emit(page.who[0].list.item(0))
    part.editor.form.fill({"date": "2027-01-01", "matter": "sửa trang bán hàng {lần 2}", "helper": ""})
    part.editor.save()
    yield "support-5-refused"
    part.editor.leave()
    yield "support-6-draft"
    kept = part._acts.get(part._acts.ids()[0])
    assert kept is not None
    part.begin(replace(kept, id=""), "again")
    part.editor.save()
    yield "support-6-twice"
    part.editor.give_up()
    part.editor.leave()
    part.open(part._acts.ids()[0])
    yield "support-7-kept"
    part.editor.leave()
    page.show_part(page.difficulty)
    yield "support-8-difficulties"
    page.difficulty.add()
    yield "support-9-difficulty"
    page.difficulty.editor.leave()
    page.show_part(page.confirmation)
    yield "support-10-confirmations"
    page.confirmation.open(page.confirmation._acts.ids()[0])
    yield "support-11-confirmation"
    page.confirmation.editor.leave()


def tasks(window: Window) -> Scenes:
    page = window.shell.open_page("tasks")
    assert isinstance(page, TasksPage)
    yield "tasks-1-usual"
    page.show_period("2025-Q4")
    yield "tasks-2-period"
    first = page.cards[0]
    first.evidence.widget.setFocus()
    first.result.put("")
    first.evidence.put("Kế hoạch số 12/KH-UBND ngày 20/11/2025")
    first.evidence.edited.emit()
    first._timer.timeout.emit()
    page.cards[1].result.widget.setFocus()
    yield "tasks-3-evidence-alone"
    scroll_to(page.cards[-1])
    yield "tasks-4-end"


def settings(window: Window) -> Scenes:
    page = window.shell.open_page("settings")
    assert isinstance(page, Settings)
    yield "settings-1-office"
    page.data.back_up(None)
    for place, card in enumerate((page.signers, page.data, page.keys, page.hamlets), 2):
        scroll_to(card)
        yield f"settings-{place}-{('signers', 'data', 'keys', 'hamlets')[place - 2]}"


def history(window: Window) -> Scenes:
    desk = window.pages._desk
    assert desk
    shops = desk.store.all(Household)
    keep(desk, replace(shops[0], phone="0912345678", wish="wants", trade="Bán lẻ hàng tạp hóa, vật tư nông nghiệp"))
    keep(desk, replace(shops[0], phone="0912345999"))
    remove(desk, Kind.CITIZEN, [person.id for person in desk.store.all(Citizen)[:3]])
    remove(desk, Kind.HOUSEHOLD, [shops[1].id])
    while not (keys := window.shell.findChildren(UndoKeys)):  # they come a moment after the first page
        QApplication.processEvents()
    window.shell.open_page("household").setFocus()
    keys[0].undo()
    yield "history-1-undone"
    page = window.shell.open_page("history")
    assert isinstance(page, HistoryPage)
    yield "history-2-acts"
    page.list.table.selectRow(4)
    page.list.chosen.turn.click()
    yield "history-3-hindered"
    page.list.table.selectRow(page.list.table.count() - 1)
    yield "history-4-fixed"
    page.show_bin()
    page.bin.table.tick_shown()
    yield "history-5-bin"
    page.bin.back.click()
    yield "history-6-empty"


def working(window: Window) -> Scenes:
    for kind in GROUPS:
        yield from group(window, kind)
    for scenes in (entering, many, domains, sessions, support, report, tasks, importing, settings, history):
        yield from scenes(window)


def shoot(app: QApplication, register: Path, look: str, scenes: Callable[[Window], Scenes], folder: Path) -> None:
    """One run of the window on a data folder."""
    Preferences(composition.pc_folder() / "cua-so.ini").keep_theme(LOOKS[look])
    window = Window(app, register)
    window.shell.setFixedSize(1366, 768)
    window.show()
    window.shell.activateWindow()
    rest(app, window)
    for name in scenes(window):
        rest(app, window)
        window.shell.grab().save(str(folder / f"{name}-{look}.png"))
    window.shell.close()
    window.shell.deleteLater()
    settle(app)


def main(folder: Path, looks: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    speak_vietnamese(app)
    for look in looks or LOOKS:
        with tempfile.TemporaryDirectory() as home:
            for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
                os.environ[variable] = home
            shoot(app, Path(home) / "so", look, first_start, folder)
            with composition.new_desk(Path(home) / "so-khac") as (desk, _):
                set_up(desk, declare("00004", "nd09", "Nguyễn Văn An", "CHỦ TỊCH"))
            dialog = folder / f"fatal-{look}.png"
            shoot(app, Path(home) / "so-khac", look, partial(cut_short, dialog), folder)
            composition.make_sample(Path(home) / "xa-mau")
            shoot(app, Path(home) / "xa-mau", look, working, folder)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
