"""What the officer pinned goes into the next new record, for as long as the program runs."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice


class CarriedOver(QObject):
    """Remembers the pinned values: as they stood when pinned, then as each new record was saved."""

    def __init__(self, form: Form, notice: Notice) -> None:
        super().__init__(form)
        self._form, self._notice, self._values = form, notice, dict[str, Value]()
        form.pins.changed.connect(self._pinned)
        form.pins.refused.connect(self._refused)

    @property
    def values(self) -> dict[str, Value]:
        """Field → value for the next new record."""
        return {name: self._values[name] for name in self._form.pins.pinned if self._values.get(name)}

    def remember(self, values: Mapping[str, Value]) -> None:
        """A new record was saved with these values."""
        self._values |= {name: values[name] for name in self._form.pins.pinned}

    def _pinned(self, name: str) -> None:
        self._values[name] = self._form.value(name)

    def _refused(self, field: str) -> None:
        self._notice.say("info", f"Ô “{field}” không giữ cho hồ sơ sau được: mỗi hồ sơ một khác.")
