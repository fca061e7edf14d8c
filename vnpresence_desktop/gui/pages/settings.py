"""Settings: the office, who signs when, hamlets, where the data lies, copies, keys."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Hamlet, Office, Signer
from vnpresence_desktop.gui.fields import Field, Input
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.recovery_code import CodeActs, CodeCard
from vnpresence_desktop.gui.pages.settings_preset import preset_choice
from vnpresence_desktop.gui.pages.settings_rows import DatedRows, RowsActs
from vnpresence_desktop.gui.parts import GAP, Card, Page, button, label, reveal, row, scrolling
from vnpresence_desktop.work.desk import Commune
from vnpresence_desktop.work.office import TITLES

_SIGNER = (
    Field(name="name", label="Họ và tên", span=3),
    Field(name="title", label="Chức vụ", input=Input.SUGGEST, span=3, choices=[(title, title) for title in TITLES]),
    Field(name="from", label="Từ ngày", input=Input.DATE, span=2),
    Field(name="until", label="Đến ngày", input=Input.DATE, span=2),
)
_HAMLET = (
    Field(name="name", label="Tên ấp, khu vực", span=4),
    Field(name="from", label="Từ ngày", input=Input.DATE, span=2),
    Field(name="until", label="Đến ngày", input=Input.DATE, span=2),
)


@dataclass(frozen=True, slots=True)
class SettingsActs:
    """What the page needs.

    Attributes:
        office: the office and its commune.
        change_office: preset, preparer → kept; raises UserError.
        signers, hamlets: see `RowsActs`.
        today: for dates.
        folder: where the data lies.
        open_folder: shows a folder in the system's file manager.
        back_up: folder, or None for the usual one → the file; in a job's thread, raises UserError.
        fingerprint: of this machine's technical identity; in a job's thread, raises UserError.
        renew_code: a new recovery code; raises UserError.
        confirm: notes that the code is on paper; raises UserError while what was typed is not the code.
        broke: a bug in a job, to be logged and told by app.py.
    """

    office: Callable[[], tuple[Office, Commune]]
    change_office: Callable[[str, str], object]
    signers: RowsActs
    hamlets: RowsActs
    today: Callable[[], date]
    folder: Path
    open_folder: Callable[[Path], object]
    back_up: Callable[[Path | None], Path]
    fingerprint: Callable[[], str]
    renew_code: Callable[[], str]
    confirm: Callable[[str], object]
    broke: Callable[[Exception], object]


class Settings(Page):
    """The page; what is changed is kept at once, there is no button to save."""

    def __init__(self, acts: SettingsActs, jobs: Jobs) -> None:
        super().__init__("Cài đặt")
        self._acts = acts
        self.office = OfficeCard(acts)
        self.signers = DatedRows(
            "Người ký báo cáo", "pencil", "Thêm người ký", Signer(), _SIGNER, acts.signers, acts.today
        )
        self.hamlets = DatedRows(
            "Ấp, khu vực", "map-pin", "Thêm ấp, khu vực", Hamlet(), _HAMLET, acts.hamlets, acts.today
        )
        self.data, self.keys = DataCard(acts, jobs), KeysCard(acts, jobs)
        column = QWidget()
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(GAP)
        for card in (self.office, self.signers, self.data, self.keys, self.hamlets):
            cards.addWidget(card)
        cards.addStretch(1)
        self._area = scrolling(column)
        self.body.addWidget(self._area, 1)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_seen)

    def _keep_seen(self) -> None:
        """Words that appear above or below the line with the keyboard do not push it out of sight."""
        place = self.focusWidget()
        for line in (*self.signers.rows, *self.hamlets.rows):
            if place and line.isAncestorOf(place):
                self._area.ensureWidgetVisible(line, 0, GAP)

    def arrive(self) -> None:
        """Show what is kept now."""
        self.office.load()
        self.signers.load()
        self.hamlets.load()
        self.keys.load()

    def show_signers(self) -> None:
        """Go to the signers, where somebody is missing."""
        self._area.ensureWidgetVisible(self.signers, 0, GAP)
        self.signers.add_button.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing typed waits while the page is out of sight; the code is shown no longer."""
        super().hideEvent(event)
        self.office.keep()
        self.signers.flush()
        self.hamlets.flush()
        self.keys.forget()


class OfficeCard(Card):
    """Commune, preset, preparer."""

    def __init__(self, acts: SettingsActs) -> None:
        super().__init__("Cơ quan", "building-2")
        self._acts = acts
        self.commune, self.notice = label("", wrap=True), Notice()
        self.preset, self.preparer = preset_choice(), QLineEdit()
        self.preparer.setAccessibleName("Người lập báo cáo")
        asked = label("Người &lập báo cáo", "label")
        asked.setBuddy(self.preparer)
        self.body.addWidget(self.commune)
        self.body.addWidget(self.notice)
        self.body.addWidget(asked)
        self.body.addWidget(self.preparer)
        self.body.addWidget(label("Kỳ báo cáo quý", "label"))
        self.body.addWidget(self.preset)
        self.preset.chosen.connect(self.keep)
        self.preparer.editingFinished.connect(self.keep)
        self._kept = ("", "")

    def load(self) -> None:
        """Show what is kept."""
        try:
            office, commune = self._acts.office()
        except UserError as error:
            self.notice.show_error(error)
            return
        self.commune.setText(f"{commune.name}, {commune.province} · mã {commune.code}")
        self.preset.put(office.preset)
        self.preparer.setText(office.preparer)
        self._kept = (office.preset, office.preparer)

    def keep(self) -> None:
        """Keep what was changed."""
        now = (self.preset.value(), self.preparer.text().strip())
        if now == self._kept or not self._kept[0]:
            return
        try:
            self._acts.change_office(*now)
        except UserError as error:
            self.notice.show_error(error)
            return
        self.notice.clear()
        self._kept = now


class DataCard(Card):
    """Where the register lies, and a copy of it now."""

    def __init__(self, acts: SettingsActs, jobs: Jobs) -> None:
        super().__init__("Dữ liệu và sao lưu", "save")
        self._acts, self._jobs = acts, jobs
        where = label(str(acts.folder), wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        where.setAccessibleName(f"Sổ nằm ở {acts.folder}")
        self.open = button("Mở thư mục", lambda: acts.open_folder(acts.folder), "folder-open")
        self.here = button("Sao lưu ngay", lambda: self.back_up(None), "save")
        self.elsewhere = button("Sao lưu ra USB…", self._choose)
        self.notice = Notice()
        self.body.addWidget(label("Sổ nằm trên máy này, ở thư mục", "label"))
        self.body.addWidget(where)
        self.body.addLayout(row(self.open, self.here, self.elsewhere, None))
        self.body.addWidget(
            label("Mỗi ngày chương trình tự sao lưu một lần, giữ bảy bản gần nhất.", "muted", wrap=True)
        )
        self.body.addWidget(self.notice)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Chọn thư mục hoặc USB để sao lưu")
        if chosen:
            self.back_up(Path(chosen))

    def back_up(self, folder: Path | None) -> None:
        """Write a checked copy in the background; the result is told in place."""
        self._wait(waiting=True)
        self.notice.say("info", "Đang sao lưu và kiểm tra bản sao…")
        job = self._jobs.start(lambda _: self._acts.back_up(folder))
        job.done.connect(self._done)
        job.failed.connect(self.notice.show_error)
        job.broke.connect(self._acts.broke)
        job.ended.connect(lambda: self._wait(waiting=False))

    def _done(self, file: Path) -> None:
        act = ("Mở thư mục", lambda: self._acts.open_folder(file.parent))
        self.notice.say("ok", "Đã sao lưu và kiểm tra bản sao.", str(file), action=act)

    def _wait(self, *, waiting: bool) -> None:
        for one in (self.here, self.elsewhere):
            one.setEnabled(not waiting)
            one.setToolTip("Đang sao lưu" if waiting else "")


class KeysCard(Card):
    """This machine's technical identity and the recovery code."""

    def __init__(self, acts: SettingsActs, jobs: Jobs) -> None:
        super().__init__("Khóa", "key-round")
        self._acts, self._jobs = acts, jobs
        self.fingerprint, self.notice = label("Đang đọc…", wrap=True), Notice()
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.renew = button("Cấp mã khôi phục mới", self._renew, "key-round")
        self.code = CodeCard(CodeActs(acts.confirm))
        self.code.hide()
        self.code.confirmed.connect(self._confirmed)
        self.body.addWidget(label("Dấu vân tay danh tính kỹ thuật của máy này", "label", wrap=True))
        self.body.addWidget(self.fingerprint)
        self.body.addWidget(
            label(
                "Nơi nhận so dấu này để biết tệp do máy này ký. Không phải chữ ký số của cơ quan.", "muted", wrap=True
            )
        )
        self.body.addLayout(row(self.renew, None))
        self.body.addWidget(label("Cấp mã mới khi tờ giấy cũ bị mất hoặc lộ; mã cũ hết dùng được.", "muted", wrap=True))
        self.body.addWidget(self.notice)
        self.body.addWidget(self.code)
        self._asked = False

    def load(self) -> None:
        """Read the fingerprint, once, in the background."""
        if self._asked:
            return
        self._asked = True
        job = self._jobs.start(lambda _: self._acts.fingerprint())
        job.done.connect(self._seen)
        job.failed.connect(lambda error: self.fingerprint.setText(f"{error.title} {error.advice}"))
        job.broke.connect(self._acts.broke)

    def _seen(self, fingerprint: object) -> None:
        self.fingerprint.setText(str(fingerprint))

    def _renew(self) -> None:
        try:
            code = self._acts.renew_code()
        except UserError as error:
            self.notice.show_error(error)
            return
        self.notice.say("warning", "Mã cũ không còn dùng được.", "Hãy in mã mới, cất đi, và bỏ tờ giấy cũ.")
        reveal(self.code)
        self.code.show_code(code, str(self._acts.folder))

    def _confirmed(self, right: bool) -> None:  # noqa: FBT001 - Qt's signal
        if right:
            self.forget()
            self.notice.say("ok", "Đã chép đúng mã khôi phục mới.", "Cất tờ giấy cùng con dấu, bỏ tờ giấy cũ.")

    def forget(self) -> None:
        """Show the code no longer."""
        if self.code.isVisibleTo(self):
            self.code.hide()
            self.code.forget()
            self.notice.say("warning", "Mã khôi phục mới chưa được gõ lại.", "Nếu chưa chép đúng, hãy cấp mã khác.")
