"""The page "Cài đặt" and the first start, where the office is declared: each handed the functions it needs.

What is imported inside is imported when the page is first shown, as `vnpresence_desktop.app.pages` says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop import app as composition

if TYPE_CHECKING:
    from vnpresence_desktop.app.history import HistoryDesk
    from vnpresence_desktop.domain.records import Hamlet, Office, Signer
    from vnpresence_desktop.gui.pages.first_start import FirstStartActs, Wish
    from vnpresence_desktop.gui.pages.settings import Settings
    from vnpresence_desktop.gui.pages.settings_rows import RowsActs
    from vnpresence_desktop.work.desk import Commune, Desk


def settings_page(
    desks: HistoryDesk,
    folder: Path,
    open_folder: Callable[[Path], object],
    *,
    renew: Callable[[], str],
    confirm: Callable[[str], None],
) -> Settings:
    """The page; ``folder`` is the register's, ``renew`` and ``confirm`` see to its recovery code."""
    from vnpresence_desktop.gui.pages.settings import Settings, SettingsActs
    from vnpresence_desktop.work import exporting, keeping, office

    acts = SettingsActs(
        office=desks.here(_office),
        change_office=desks.here(_change_office),
        signers=_dated(desks, office.signers),
        hamlets=_dated(desks, office.hamlets),
        today=desks.here(lambda desk: desk.today),
        folder=folder,
        open_folder=open_folder,
        back_up=desks.in_job(keeping.back_up),
        fingerprint=desks.in_job(exporting.own_fingerprint),
        renew_code=renew,
        confirm=confirm,
        broke=desks.broke,
    )
    return Settings(acts, desks.jobs)


def _change_office(desk: Desk, preset: str, preparer: str) -> Office:
    from vnpresence_desktop.work import office

    return office.change_office(desk, preset=preset, preparer=preparer)


def _dated(desks: HistoryDesk, load: Callable[[Desk], Sequence[Signer] | Sequence[Hamlet]]) -> RowsActs:
    from vnpresence_desktop.gui.pages.settings_rows import RowsActs
    from vnpresence_desktop.work import office
    from vnpresence_desktop.work.texts import message

    return RowsActs(
        load=desks.here(load),
        check=office.check_dated,
        keep=desks.here(office.keep_dated),
        remove=desks.here(office.remove_dated),
        undo=desks.undo_acts(),
        message=message,
    )


def _office(desk: Desk) -> tuple[Office, Commune]:
    from vnpresence_desktop.work.desk import communes

    kept = desk.office()
    return kept, communes()[kept.commune]


# -- before there is a register


def first_start_acts(
    folder: Path, begin: Callable[[bool], object], broke: Callable[[Exception], object]
) -> FirstStartActs:
    """What the first page needs.

    Args:
        folder: where the register will lie.
        begin: opens what was made, True for the sample.
        broke: told of a bug.
    """
    from vnpresence_desktop.gui.pages.first_start import FirstStartActs
    from vnpresence_desktop.work import office

    return FirstStartActs(
        find=office.find_communes,
        has_programme=_has_programme,
        create=partial(_create, folder),
        make_sample=partial(_make_sample, folder),
        confirm=partial(office.confirm_code, folder / composition.REGISTER),
        begin=begin,
        broke=broke,
    )


def _create(folder: Path, wish: Wish) -> str:
    from vnpresence_desktop.work import office

    declared = office.declare(wish.commune, wish.preset, wish.signer, wish.title, wish.hamlets)
    with composition.new_desk(folder) as (desk, code):
        office.set_up(desk, declared)
    return code


def _make_sample(folder: Path) -> None:
    composition.make_sample(folder / composition.SAMPLE_FOLDER)


def _has_programme(commune: Commune) -> bool:
    from vnpresence_desktop.work.desk import programmes

    return commune.province_code in programmes()
