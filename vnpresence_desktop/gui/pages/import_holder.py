"""What holds a card within an area that scrolls: the area makes its content plain, and the card shall stay one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Holder(QWidget):
    """Holds one widget."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(held)
