"""Scenes of the domains: the page with its three parts, and the card of one candidate."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.app import domain_pages
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.domains import HELD, OPEN
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Registration
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.gui.pages.domains import DomainsPage
from vnpresence_desktop.gui.parts import Page, scrolling
from vnpresence_desktop.work.desk import Desk

Scenes = Iterator[str]
HEAD = "STT;Tên miền;Chủ thể;Số CCCD/MST;Nhà đăng ký;Ngày đăng ký;Ngày hết hạn"


def domains(window: Window) -> Scenes:
    page = window.shell.open_page("domains")
    assert isinstance(page, DomainsPage)
    yield "domains-1-all"
    page.all.search.setText("ngoc")
    yield "domains-2-search"
    page.all.search.setText("không có ai tên thế này")
    yield "domains-3-nobody"
    page.all.search.clear()
    page.tabs.setCurrentWidget(page.ending)
    page.ending.days.setCurrentIndex(2)
    page.ending.arrive()
    page.ending.take_keyboard()
    yield "domains-4-ending"
    page.tabs.setCurrentWidget(page.list)
    yield "domains-5-no-list"
    file = window.pages._folder / "danh-sach-ten-mien.csv"
    file.write_text(_listed(_desk(window)), encoding="utf-8-sig")
    page.list.file.take(file)
    yield "domains-6-list"
    page.list.table.select(5)
    yield "domains-7-differs"
    page.list.all.click()
    page.list.take_now()
    yield "domains-8-taken"
    page.list.file.take(Path("không có.xlsx"))
    yield "domains-9-failed"
    yield from _card(window)


def _desk(window: Window) -> Desk:
    return cast("Desk", window.pages._desk)


def _listed(desk: Desk) -> str:
    """A list of which some rows are as the register has them, some differ, some are new, some can't be read."""
    everything = desk.store.all(Registration)
    held = [item for item in everything if item.state in HELD]
    asked = [item for item in everything if item.state in OPEN and item.label]
    young = [one for one in desk.store.all(Citizen) if one.id not in {item.candidate for item in everything}]
    lines = [_line(desk, item) for item in held[:3]]
    lines += [_line(desk, replace(item, registrar="Nhà khác", expires_on="2029-02-01")) for item in held[3:6]]
    lines += [_line(desk, replace(item, registered_on="2026-11-20")) for item in asked[:3]]
    lines += [
        f"ten-moi-{at}.id.vn;{one.name};{one.id_number};iNET;10/10/2026;10/10/2028" for at, one in enumerate(young[:3])
    ]
    lines += [
        "nguoi-la.biz.vn;Người lạ;;iNET;1/1/2026;",
        "x.com.vn;Ai đó;;;;",
        f"thieu-ngay.id.vn;{young[4].name};{young[4].id_number};;;",
    ]
    return "\n".join([HEAD, *(f"{at};{line}" for at, line in enumerate(lines, 1)), ""])


def _line(desk: Desk, item: Registration) -> str:
    owner = next(found for kind in (Household, Enterprise, Citizen) if (found := desk.store.get(kind, item.candidate)))
    number = getattr(owner, "id_number", "") or getattr(owner, "tax_code", "")
    return f"{item.label}.{item.zone};{owner.name};{number};{item.registrar};{item.registered_on};{item.expires_on}"


def _card(window: Window) -> Scenes:
    """The card as wide as it is beside the form of a candidate."""
    card = domain_pages.domains_card(window.pages.history)
    window.shell.show_alone(_beside(card))
    desk = _desk(window)
    everything = desk.store.all(Registration)
    had = {item.candidate for item in everything}
    free = next(
        one for one in desk.store.all(Household) if one.id not in had and one.phone and one.email and one.certificate_no
    )
    poor = next(one for one in desk.store.all(Household) if one.id not in had and not one.email)
    card.show_candidate(free.id)
    yield "domain-card-1-none"
    card.propose.click()
    yield "domain-card-2-propose"
    step = card.step
    assert step
    step.form.fill({"label": "tạp hóa"})
    yield "domain-card-3-error"
    step.form.fill({"label": "tap-hoa-bay-dong-moi"})
    step.save()
    yield "domain-card-4-proposed"
    card.blocks[0].buttons[2].click()
    step = card.step
    assert step
    step.save()
    yield "domain-card-5-lacking"
    step.form.fill({"registrar": "iNET", "confirmed_by": "registrar", "services": ("website", "email")})
    step.end.click()
    step.save()
    yield "domain-card-6-registered"
    card.blocks[0].buttons[2].click()
    assert card.step
    card.step.form.fill({"note": "Không nộp phí duy trì", "confirmed_by": "list"})
    card.step.save()
    yield "domain-card-7-revoked"
    card.show_candidate(poor.id)
    card.propose.click()
    yield "domain-card-8-candidate-lacks"
    refused = next(item for item in everything if item.state == "refused")
    card.show_candidate(refused.candidate)
    yield "domain-card-9-refused"
    window.shell.ready("household")


def _beside(card: DomainsCard) -> QWidget:
    held, page = QWidget(), Page("Hộ kinh doanh")
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 6, 0)
    column.addWidget(card)
    column.addStretch(1)
    body = QHBoxLayout()
    body.addWidget(QWidget(), 5)
    body.addWidget(scrolling(held), 2)
    page.body.addLayout(body, 1)
    return page
