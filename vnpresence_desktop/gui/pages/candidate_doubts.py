"""What the program mended by itself and nobody has compared with the papers: said above the form until it is settled."""

from collections.abc import Collection

from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.work.texts import label


class Doubts(Notice):
    """Tells the form's ``unconfirmed`` fields; a field typed anew is confirmed by that."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form

    @property
    def _fields(self) -> tuple[str, ...]:
        value = self._form.value("unconfirmed")
        return value if isinstance(value, tuple) else ()

    def tell(self) -> None:
        """Say which fields they are; hidden where there are none."""
        if not (doubtful := self._fields):
            self.clear()
            return
        self.say(
            "warning",
            f"Chưa đối chiếu với giấy tờ: {', '.join(map(label, doubtful))}.",
            "Chương trình đã tự sửa khi nhập danh sách. Hãy xem lại từng ô.",
            action=("Đã đối chiếu, đúng", lambda: self.settle(doubtful)),
        )

    def settle(self, names: Collection[str]) -> None:
        """These fields are right as they stand now."""
        left = tuple(name for name in self._fields if name not in names)
        if left != self._fields:
            self._form.fill({"unconfirmed": left})
            self.tell()
