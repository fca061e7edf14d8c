"""Settings: the office, who signs when, hamlets, where the data lies, copies, keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.records import Hamlet, Signer
from vnpresence_desktop.gui.fields import Field, Input
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.settings_acts import SettingsActs
from vnpresence_desktop.gui.pages.settings_keys import KeysCard
from vnpresence_desktop.gui.pages.settings_preset import preset_choice
from vnpresence_desktop.gui.pages.settings_rows import DatedRows
from vnpresence_desktop.gui.parts import GAP, Card, Page, button, into_sight, label, row, scrolling, tab_through
from vnpresence_desktop.gui.resting import Rest
from vnpresence_desktop.work.office import TITLES

__all__ = ["Settings", "SettingsActs"]

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
        self.data = DataCard(acts, jobs)
        self.keys = KeysCard(acts, jobs, self.data.back_up)
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
        for rows in (self.signers, self.hamlets):
            rows.add_button.clicked.connect(self._order)

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
        self._order()

    def _order(self) -> None:
        """Tab goes from above to below, also through lines that were made later than what stands below them."""
        signers, hamlets = self.signers, self.hamlets
        tab_through(
            self.office, *signers.rows, signers.add_button, self.data, self.keys, *hamlets.rows, hamlets.add_button
        )

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
        asked = label("Người &lập báo cáo", "label", buddy=self.preparer)
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
        with self.notice.telling():
            office, commune = self._acts.office()
            self.commune.setText(f"{commune.name}, {commune.province} · mã {commune.code}")
            self.preset.put(office.preset)
            self.preparer.setText(office.preparer)
            self._kept = (office.preset, office.preparer)

    def keep(self) -> None:
        """Keep what was changed."""
        now = (self.preset.value(), self.preparer.text().strip())
        if now == self._kept or not self._kept[0]:
            return
        with self.notice.telling():
            self._acts.change_office(*now)
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
        self.here = button("Sao lưu ngay", self.back_up, "save")
        self.elsewhere = button("Sao lưu ra USB…", self._choose)
        self._rest = Rest(self.here, self.elsewhere)
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

    def back_up(self, folder: Path | None = None) -> None:
        """Write a checked copy in the background, to the usual place or another folder; the result is told in place."""
        self._rest.begin("Đang sao lưu")
        self._say("info", "Đang sao lưu và kiểm tra bản sao…")
        job = self._jobs.start(lambda _: self._acts.back_up(folder))
        job.done.connect(self._done)
        job.failed.connect(lambda error: self._say("error", error.title, error.advice))
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._rest.end)

    def _done(self, file: Path) -> None:
        self._say(
            "ok",
            "Đã sao lưu và kiểm tra bản sao.",
            str(file),
            action=("Mở thư mục", lambda: self._acts.open_folder(file.parent)),
        )

    def _say(
        self, level: str, title: str, text: str = "", *, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        self.notice.say(level, title, text, action=action)
        into_sight(self.notice)
