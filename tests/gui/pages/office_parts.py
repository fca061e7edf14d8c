"""The report page, settings and first start as app.py wires them, over a real register."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from tests.gui.pages.history_parts import undo_acts
from vnpresence_desktop.documents.preview import draw_page, page_sizes
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.first_start import FirstStart, FirstStartActs, Wish
from vnpresence_desktop.gui.pages.report import Report, ReportActs
from vnpresence_desktop.gui.pages.settings import Settings, SettingsActs
from vnpresence_desktop.gui.pages.settings_rows import RowsActs
from vnpresence_desktop.gui.pages.verify import VerifyActs
from vnpresence_desktop.gui.preview import Renderer
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work import drafting, exporting, keeping, office, preparing
from vnpresence_desktop.work.demo import clock
from vnpresence_desktop.work.demo_commune import make_commune
from vnpresence_desktop.work.desk import Desk, communes, load_rules, programmes
from vnpresence_desktop.work.office import confirm_code, declare, find_communes, set_up
from vnpresence_desktop.work.quarter import figures_of
from vnpresence_desktop.work.texts import message

R = TypeVar("R")
RENDERER = Renderer(page_sizes, draw_page)


def nothing(*_: object) -> None:
    """An act that need not happen."""


def raised(error: Exception) -> None:
    """A bug in a job fails the test."""
    raise error


def create(folder: Path, wish: Wish) -> str:
    """Make a register as app.py does."""
    declared = declare(wish.commune, wish.preset, wish.signer, wish.title, wish.hamlets)
    store, code = Store.create(folder / "register.db", folder / "pc", now=clock, actor="test")
    with store:
        set_up(Desk(folder, store, load_rules(folder), clock), declared)
    return code


def first_start(
    jobs: Jobs,
    make: Callable[[Wish], str] = lambda _: "",
    sample: Callable[[], object] = nothing,
    begin: Callable[[bool], object] = nothing,
    confirm: Callable[[str], object] = nothing,
) -> FirstStart:
    """The page of the first start."""
    acts = FirstStartActs(
        find=find_communes,
        has_programme=lambda commune: commune.province_code in programmes(),
        create=make,
        make_sample=sample,
        confirm=confirm,
        begin=begin,
        broke=raised,
    )
    return FirstStart(acts, jobs)


@contextmanager
def desk_at(folder: Path) -> Iterator[Desk]:
    """The register in a folder, opened as app.py opens it; made with nothing in it where there is none."""
    register, pc = folder / "register.db", folder / "pc"
    if register.exists():
        store = Store.open(register, pc, now=clock, actor="test")
    else:
        store, _ = Store.create(register, pc, now=clock, actor="test")
    with store:
        yield Desk(folder, store, load_rules(folder), clock)


def fill(desk: Desk) -> None:
    """The made-up commune."""
    with desk.store.unit() as unit:
        for record in make_commune().records():
            unit.put(record)


def in_job(act: Callable[..., R], folder: Path) -> Callable[..., R]:
    """An act for a job's thread: it opens its own desk."""

    def run(*arguments: Any) -> R:
        with desk_at(folder) as desk:
            return act(desk, *arguments)

    return run


def verify_acts(folder: Path) -> VerifyActs:
    """The card of signed files over a register's trust folder."""
    return VerifyActs(partial(exporting.check_files, folder), raised)


def report_acts(
    desk: Desk,
    go: Callable[[preparing.Gap, str], object] = nothing,
    opened: Callable[[Path], object] = nothing,
    open_figure: Callable[[str, str], object] = nothing,
) -> ReportActs:
    """The report page's acts over a desk."""
    return ReportActs(
        periods=partial(preparing.periods, desk),
        outlook=partial(preparing.outlook, desk),
        draft_words=partial(preparing.draft_words, desk),
        keep_words=partial(preparing.keep_words, desk),
        write_words=in_job(drafting.draft_section, desk.folder),
        draft_base=partial(preparing.draft_base, desk),
        keep_base=partial(preparing.keep_base, desk),
        message=message,
        figures=in_job(figures_of, desk.folder),
        open_figure=open_figure,
        draw=in_job(exporting.draw, desk.folder),
        export=in_job(exporting.export, desk.folder),
        renderer=RENDERER,
        verify=verify_acts(desk.folder),
        go=go,
        open_folder=opened,
        today=lambda: desk.today,
        broke=raised,
    )


def report_page(desk: Desk, jobs: Jobs, **acts: Any) -> Report:
    """The report page over a desk, arrived at."""
    page = Report(report_acts(desk, **acts), jobs)
    page.arrive()
    return page


def rows_acts(desk: Desk, load: Callable[[Desk], Sequence[Any]]) -> RowsActs:
    """Signers or hamlets over a desk."""
    return RowsActs(
        load=partial(load, desk),
        check=office.check_dated,
        keep=partial(office.keep_dated, desk),
        remove=partial(office.remove_dated, desk),
        undo=undo_acts(desk, desk.folder, Jobs()),
        message=message,
    )


def settings_page(desk: Desk, jobs: Jobs, opened: Callable[[Path], object] = nothing) -> Settings:
    """The settings over a desk, arrived at."""
    acts = SettingsActs(
        office=lambda: (desk.office(), communes()[desk.office().commune]),
        change_office=lambda preset, preparer: office.change_office(desk, preset=preset, preparer=preparer),
        signers=rows_acts(desk, office.signers),
        hamlets=rows_acts(desk, office.hamlets),
        today=lambda: desk.today,
        folder=desk.folder,
        open_folder=opened,
        back_up=in_job(keeping.back_up, desk.folder),
        fingerprint=in_job(exporting.own_fingerprint, desk.folder),
        renew_code=partial(office.renew_code, desk),
        confirm=partial(confirm_code, desk.store.path),
        broke=raised,
    )
    page = Settings(acts, jobs)
    page.arrive()
    return page
