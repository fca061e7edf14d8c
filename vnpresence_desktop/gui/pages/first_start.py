"""The first page ever seen: whose register this is, who signs, and the code on paper that opens it when the PC is gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError, problem
from vnpresence_desktop.gui.fields import Field, FieldBox, Input
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.commune_search import CommuneSearch
from vnpresence_desktop.gui.pages.recovery_code import CodeActs, CodeCard
from vnpresence_desktop.gui.pages.settings_preset import preset_choice
from vnpresence_desktop.gui.pages.step import column, step
from vnpresence_desktop.gui.parts import Card, button, into_sight, label
from vnpresence_desktop.gui.resting import Rest
from vnpresence_desktop.work.desk import Commune
from vnpresence_desktop.work.office import TITLES

_WELCOME = (
    "Sổ theo dõi Chương trình hiện diện trực tuyến của xã, phường: hộ kinh doanh, doanh nghiệp, công dân; "
    "cuối quý có sẵn báo cáo. Mọi thứ nằm trên máy này, không cần mạng. Khai báo một lần, sau này sửa được ở Cài đặt."
)
_TYPE_IT = "Gõ lại đúng mã để bắt đầu."
_PRACTICE = "Chưa nhập thật? Tập dùng với một xã mẫu ở thư mục riêng; mọi trang đều ghi rõ DỮ LIỆU MẪU."


@dataclass(frozen=True, slots=True)
class Wish:
    """What was declared: code of the commune, "nd09" or "calendar", name and title of who signs, names of hamlets."""

    commune: str
    preset: str
    signer: str
    title: str
    hamlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstStartActs:
    """What the page needs.

    Attributes:
        find: text → communes, the best first (`work.office.find_communes`).
        has_programme: whether reports can be made there.
        create: makes the register with its office and closes it, returns the recovery code; in a job's thread, raises
            UserError, then nothing is left.
        make_sample: makes the practice folder and closes it; in a job's thread, raises UserError.
        confirm: notes that the code is on paper; raises UserError while what was typed is not the code.
        begin: opens what was made and shows the pages; True for the sample.
        broke: a bug in a job, to be logged and told by app.py.
    """

    find: Callable[[str], Sequence[Commune]]
    has_programme: Callable[[Commune], bool]
    create: Callable[[Wish], str]
    make_sample: Callable[[], object]
    confirm: Callable[[str], object]
    begin: Callable[[bool], object]
    broke: Callable[[Exception], object]


class FirstStart(QWidget):
    """Shown alone before there is a register."""

    def __init__(self, acts: FirstStartActs, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._acts, self._jobs = acts, jobs
        self.notice, self.search, self.preset = Notice(), CommuneSearch(acts.find), preset_choice()
        # None of the fields is a date: no clock is needed.
        self.boxes = {field.name: FieldBox(field, lambda: date.min) for field in _FIELDS}
        self.make = button("Tạo sổ", self._create, "check", "primary")
        self.sample = button("Dùng dữ liệu mẫu", self._sample)
        self._resting = Rest(self.make, self.sample)
        self.code, self.begin = CodeCard(CodeActs(acts.confirm)), button("Bắt đầu", self._begin, kind="primary")
        self._why = label(_TYPE_IT, "muted", wrap=True)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._declaring())
        self._steps.addWidget(self._confirming())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._steps)
        self._connect()

    def _connect(self) -> None:
        self.search.chosen.connect(self._chosen)
        self.code.confirmed.connect(self._confirmed)
        for box in self.boxes.values():
            box.edited.connect(self._judge)
        self.begin.setEnabled(False)
        self.begin.setToolTip(self._why.text())

    # -- laid out

    def _declaring(self) -> QWidget:
        office, signing, hamlets = (
            Card("Cơ quan", "building-2"),
            Card("Người ký và kỳ báo cáo", "pencil"),
            Card("Ấp, khu vực", "map-pin", "Có thể để sau"),
        )
        office.body.addWidget(self.search)
        people = QHBoxLayout()
        people.setSpacing(16)
        people.addWidget(self.boxes["signer"], 1)
        people.addWidget(self.boxes["title"], 1)
        signing.body.addLayout(people)
        signing.body.addWidget(label("Kỳ báo cáo quý", "label"))
        signing.body.addWidget(self.preset)
        hamlets.body.addWidget(self.boxes["hamlets"])
        made = column(
            label("Chào mừng đến với VN Presence", "title", wrap=True),
            label(_WELCOME, "muted", wrap=True),
            self.notice, office, signing, hamlets,
        )  # fmt: skip
        return step(made, label(_PRACTICE, "muted", wrap=True), self.sample, self.make)

    def _confirming(self) -> QWidget:
        title = label("Đã tạo sổ. Còn một việc: cất mã khôi phục", "title", wrap=True)
        return step(column(title, self.code), self._why, self.begin)

    # -- what happens

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The keyboard is in the first line at once."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._steps.currentIndex() == 0:
            self.search.line.setFocus()

    def _chosen(self) -> None:
        commune = self.search.commune
        if commune and self._acts.has_programme(commune):
            self.search.message.say("ok", f"Mã {commune.code}. Đã có hồ sơ chương trình của {commune.province}.")
        elif commune:
            lacking = f"Chưa có hồ sơ chương trình của {commune.province}: sổ dùng được, báo cáo thì chưa."
            self.search.message.say("warning", f"Mã {commune.code}. {lacking}")
        self.boxes["signer"].editor.widget.setFocus()

    def _judge(self, name: str) -> bool:
        box = self.boxes[name]
        lacking = box.field.required and not box.editor.text().strip()
        box.show_problems([problem(name, "missing")] if lacking else [], lambda _: _LACKING[name])
        return not lacking

    def _create(self) -> None:
        self.notice.clear()
        faulty = [box for name, box in self.boxes.items() if not self._judge(name)]
        for box in faulty:
            box.leave()
        if self.search.demand() and not faulty and self.search.commune:
            wish = Wish(
                self.search.commune.code,
                self.preset.value(),
                self.boxes["signer"].editor.text(),
                self.boxes["title"].editor.text(),
                tuple(line for line in self.boxes["hamlets"].editor.text().splitlines() if line.strip()),
            )
            self._run(lambda: self._acts.create(wish), self._created, "Đang tạo sổ…")
        elif faulty and self.search.commune:
            faulty[0].editor.widget.setFocus()
            into_sight(faulty[0])
        else:
            into_sight(self.search)

    def _sample(self) -> None:
        self._run(self._acts.make_sample, lambda _: self._acts.begin(True), "Đang tạo xã mẫu, chừng mười giây…")  # noqa: FBT003

    def _run(self, act: Callable[[], object], done: Callable[[object], object], word: str) -> None:
        self._resting.begin(word)
        self._say("info", word)
        job = self._jobs.start(lambda _: act())
        job.done.connect(done)
        job.failed.connect(self._failed)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._ended)

    def _say(self, level: str, title: str, text: str = "") -> None:
        """Above the cards, also when the end of the page is in sight."""
        self.notice.say(level, title, text)
        into_sight(self.notice)

    def _ended(self) -> None:
        self._resting.end()
        if self.notice.property("level") == "info":
            self.notice.clear()

    def _failed(self, error: UserError) -> None:
        self._say("error", error.title, error.advice)

    def _created(self, code: object) -> None:
        commune = self.search.commune
        self._steps.setCurrentIndex(1)
        self.code.show_code(str(code), f"{commune.name}, {commune.province}" if commune else "")

    def _confirmed(self, right: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.begin.setEnabled(right)
        self.begin.setToolTip("" if right else _TYPE_IT)
        self._why.setText("Mã đúng. Cất tờ giấy rồi bấm Bắt đầu." if right else _TYPE_IT)

    def _begin(self) -> None:
        self.code.forget()
        self._acts.begin(False)  # noqa: FBT003


_FIELDS = (
    Field(name="signer", label="Họ và tên người ký báo cáo", required=True, hint="Không ghi học hàm, học vị"),
    Field(
        name="title", label="Chức vụ", input=Input.SUGGEST, required=True, choices=[(title, title) for title in TITLES]
    ),
    Field(name="hamlets", label="Mỗi dòng một ấp, khu vực", input=Input.PARAGRAPHS, lines=4),
)
_LACKING = {"signer": "Hãy ghi họ tên người ký.", "title": "Hãy chọn hoặc ghi chức vụ.", "hamlets": ""}
