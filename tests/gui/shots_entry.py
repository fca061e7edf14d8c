"""Scenes of typing many records in a row: a scanned card, pins, the session, reasons, twins, the sheet of keys."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.card import Card, read_card
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.key_sheet import KeySheet
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.parts import into_sight
from vnpresence_desktop.gui.scans import ScanLine

P = TypeVar("P", bound=QWidget)
Scenes = Iterator[str]
LINE = "092203001234||NGUYỄN VĂN ĐỨC|15082003|Nam|Ấp Nhơn Lộc 1, xã Phong Điền, Cần Thơ|01052021"


def entering(window: Window) -> Scenes:
    page = window.shell.open_page("household")
    assert isinstance(page, CandidatesPage)
    yield from typed(window, page)
    yield from doubtful(page)
    yield from twice(window, page)
    yield from asked(window)


def typed(window: Window, page: CandidatesPage) -> Scenes:
    card = read_card(LINE)
    assert isinstance(card, Card)
    page.open_record()
    page.form.form.fill({"owner": "Nguyễn Văn Dức", "birth_date": "16/08/2003", "hamlet": "Ấp Nhơn Lộc 1"})
    page.form.form.pins.toggle("hamlet")
    page.form.side.session.box.setCurrentIndex(1)
    page.take_card(card)
    yield "entry-1-card"
    page.form.side.offers.clear()
    page.form.form.focus_field("trade")
    yield "entry-2-pins"
    sheet = _part(window, KeySheet)
    sheet.turn()
    yield "entry-3-keys"
    sheet.turn()
    page.form.form.fill({"name": "Quán Đức", "birth_date": "15/08/2003", "id_number": "092203001234", "email": ""})
    page.form.form.flush()
    page.form.save(go_on=True)
    yield "entry-4-saved"
    page.form.leave()


def doubtful(page: CandidatesPage) -> Scenes:
    page.open_record()
    page.form.form.fill({"owner": "Lê A", "name": "Quán A", "hamlet": "Ấp Nhơn Lộc 1", "phone": "123", "email": "a@"})
    page.form.form.flush()
    page.form.save()
    yield "entry-5-reasons"
    page.form.form.reasons.take()
    yield "entry-6-one-given"
    page.form.give_up()


def twice(window: Window, page: CandidatesPage) -> Scenes:
    desk = window.pages._desk
    assert desk
    one = next(item for item in desk.store.all(Household) if item.certificate_no and item.phone and item.trade)
    with desk.store.unit() as unit:
        again = unit.put(replace(one, id="", owner=f"{one.owner} Em", trade="", email="moi@example.vn"))
    page.open_record(again.id)
    yield "entry-7-twins"
    page.form.twins.merge_wanted.emit(one.id)
    yield "entry-8-merge"
    page.form.merging.shut()
    page.form.kept.show_history.click()
    into_sight(page.form.kept.history)
    yield "entry-11-history"
    page.form.kept.history.shut()
    page.form.kept.delete.click()
    yield "entry-12-delete"
    page.form.notice.clear()
    page.form.twins.apart_wanted.emit(one.id)
    yield "entry-9-apart"
    page.form.leave()


def asked(window: Window) -> Scenes:
    window.shell.open_page("report")
    line = _part(window, ScanLine)
    line.ask("Đã quét thẻ. Ghi vào hồ sơ nào?", [("Hộ kinh doanh", line.put_away), ("Công dân", line.put_away)])
    yield "entry-10-for-whom"
    line.put_away()


def _part(window: Window, kind: type[P]) -> P:
    """A part of the window that is made once there is time."""
    while not (found := window.shell.findChild(kind)):
        QApplication.processEvents()
    assert isinstance(found, kind)
    return found
