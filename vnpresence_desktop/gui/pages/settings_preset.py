"""Where periods are cut: one choice, explained in a sentence each. First start and settings use it."""

from vnpresence_desktop.domain.periods import Preset
from vnpresence_desktop.gui.pages.explained_choice import ExplainedChoice

_CHOICES = (
    (
        Preset.ND09.value,
        "Theo Nghị định 09/2019/NĐ-CP",
        "Quý bắt đầu ngày 15 của tháng cuối quý trước, hết ngày 14 của tháng cuối quý; quý IV là 15/9 đến 14/12.",
    ),
    (Preset.CALENDAR.value, "Theo quý dương lịch", "Quý tròn ba tháng; quý IV là 01/10 đến 31/12."),
)


def preset_choice() -> ExplainedChoice:
    """The choice between the presets, by their codes."""
    return ExplainedChoice(_CHOICES)
