"""A form within a card: as high as its fields, scrolled by the page around it."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.domains_setting import settle
from vnpresence_desktop.domain.problems import problem
from vnpresence_desktop.gui.form import Field, Group, Input
from vnpresence_desktop.gui.pages.inset_form import InsetForm
from vnpresence_desktop.gui.parts import Card, scrolling
from vnpresence_desktop.gui.theme import Theme, apply

FIELDS = [Field(name=f"f{at}", label=f"Ô thứ {at}") for at in range(8)]


def around(qtbot: QtBot, form: InsetForm) -> QScrollArea:
    card, held = Card("Thẻ"), QWidget()
    card.body.addWidget(form)
    column = QVBoxLayout(held)
    column.addWidget(card)
    column.addWidget(QLabel("cuối"))
    column.addStretch(1)
    area = scrolling(held)
    present(qtbot, area, 300, 400)
    settle()
    return area


@pytest.fixture
def form() -> InsetForm:
    return InsetForm([Group(title="", fields=FIELDS)], lambda: date(2026, 11, 24))


def test_it_is_as_high_as_its_fields_whatever_they_say(qtbot: QtBot, qapp: QApplication, form: InsetForm) -> None:
    area = around(qtbot, form)
    inner = form.findChild(QScrollArea)
    assert inner
    assert inner is not area
    assert inner.verticalScrollBar().maximum() == 0
    before = form.height()
    form.show_problems([problem("f0", "x")], lambda _: "Một câu thật dài để phải xuống dòng nhiều lần " * 3)
    form.demand()
    settle()
    assert form.height() > before
    assert inner.verticalScrollBar().maximum() == 0
    apply(qapp, Theme(scale=1.5))
    settle()
    assert inner.verticalScrollBar().maximum() == 0


def test_alt_and_letters_stay_with_the_page(qtbot: QtBot) -> None:
    form = InsetForm(
        [Group(title="", fields=[Field(name="a", label="Tên miền"), Field(name="b", label="Ngày", input=Input.DATE)])],
        lambda: date(2026, 11, 24),
    )
    qtbot.addWidget(form)
    assert not [item.text() for item in form.findChildren(QLabel) if "&" in item.text()]
