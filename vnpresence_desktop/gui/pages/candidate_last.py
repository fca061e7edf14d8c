"""The record before, which F7 copies from: the one saved last in this form, else the newest of the register."""

from collections.abc import Callable, Mapping

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.form import Form


class LastRecord:
    """Asks the register once, when it is first needed."""

    def __init__(self, form: Form, newest: Callable[[], Candidate | None]) -> None:
        self._form, self._newest = form, newest
        self._values: Mapping[str, Value] | None = None

    def remember(self, values: Mapping[str, Value]) -> None:
        """A record with these values was saved."""
        self._values = values

    def copy(self) -> None:
        """Put into the field with the keyboard what the record before says, if anything, and go on to the next."""
        if not (name := self._form.current()):
            return
        if (value := self._value(name)) not in (None, ""):
            self._form.put(name, value)
        self._form.go_on()

    def _value(self, field: str) -> Value:
        if self._values is None:
            record = self._newest()
            self._values = to_values(record) if record else {}
        return self._values.get(field)
