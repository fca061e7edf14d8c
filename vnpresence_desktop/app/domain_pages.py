"""The page "Tên miền" and the card of a candidate's domains, each handed the functions it needs.

What is imported inside is imported when the page is first shown, as `vnpresence_desktop.app.pages` says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vnpresence_desktop.domain.kinds import Kind

if TYPE_CHECKING:
    from vnpresence_desktop.app.history import HistoryDesk
    from vnpresence_desktop.gui.pages.domain_acts import DomainActs, DomainsActs
    from vnpresence_desktop.gui.pages.domain_card import DomainsCard
    from vnpresence_desktop.gui.pages.domains import DomainsPage


def domains_card(desks: HistoryDesk) -> DomainsCard:
    """The card for the form of one kept candidate, see there how it is told whom to show."""
    from vnpresence_desktop.gui.pages.domain_card import DomainsCard

    return DomainsCard(domain_acts(desks))


def domain_acts(desks: HistoryDesk) -> DomainActs:
    """What the card needs."""
    from vnpresence_desktop.gui.pages.domain_acts import DomainActs
    from vnpresence_desktop.work import candidates, deleting, domain_life, domains, registrars

    here = desks.here
    return DomainActs(
        candidate=here(domains.candidate),
        registrations=here(domains.registrations),
        life=here(domain_life.life),
        new_proposal=here(domains.new_proposal),
        suggestions=here(domains.suggestions),
        registrars=here(lambda desk: [one.name for one in registrars.registrars(desk)]),
        judge=here(domains.judge),
        propose=here(domains.propose),
        advance=here(domains.advance),
        keep=here(domains.keep),
        remove=lambda record_id: here(deleting.remove)(Kind.REGISTRATION, [record_id]),
        undo=desks.undo_acts(),
        draft=here(candidates.draft),
        keep_draft=here(candidates.keep_draft),
        drop_draft=here(candidates.drop_draft),
        today=here(lambda desk: desk.today),
    )


def domains_page(desks: HistoryDesk, go_to: Callable[[str], QWidget]) -> DomainsPage:
    """The page; ``go_to`` shows another page by its id."""
    from vnpresence_desktop.gui.pages.candidates import CandidatesPage
    from vnpresence_desktop.gui.pages.domains import DomainsPage

    def open_candidate(kind: Kind, record_id: str) -> None:
        page = go_to(kind.value)
        if isinstance(page, CandidatesPage):
            page.open_record(record_id)

    return DomainsPage(domains_acts(desks, open_candidate))


def domains_acts(desks: HistoryDesk, open_candidate: Callable[[Kind, str], object]) -> DomainsActs:
    """What the page needs."""
    from vnpresence_desktop.gui.pages.domain_acts import DomainsActs
    from vnpresence_desktop.work import domain_listing, domains

    return DomainsActs(
        book=desks.here(domain_listing.RegistrationBook),
        lines=desks.here(domain_listing.registration_lines),
        endings=desks.in_job(domains.about_to_lose),
        match=desks.in_job(domain_listing.match_file),
        take=desks.in_job(domain_listing.take_shown),
        start=desks.jobs.start,
        broke=desks.broke,
        undo=desks.undo_acts(),
        open=open_candidate,
        today=desks.here(lambda desk: desk.today),
    )
