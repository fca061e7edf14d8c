"""Take a list into the register: who is already there is completed, who is new is added, all as one act."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

from vnpresence_desktop.documents.reading.lists import Choices, find_list, list_of
from vnpresence_desktop.documents.reading.workbook import Workbook, read_workbook
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Candidate, Hamlet, ImportBatch
from vnpresence_desktop.store.unit import Unit
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing.decisions import Decisions
from vnpresence_desktop.work.importing.matching import Change, complete
from vnpresence_desktop.work.importing.outlook import Imported, Outlook, Progress, settle
from vnpresence_desktop.work.importing.shapes import Remembered, kept_codes, kept_columns, remembered, shape
from vnpresence_desktop.work.texts import say


def _never() -> bool:
    return False


def open_list(path: Path, password: str = "", stopped: Callable[[], bool] = _never) -> Workbook:
    """The cells of a file, read once.

    Args:
        path: see `read_workbook`.
        password: of the file.
        stopped: asked often while the file is read; True breaks the reading off.

    Raises:
        PasswordNeeded: the file has a password, or another one.
        UserError: it can't be read.
    """
    return read_workbook(path, password=password, stopped=stopped)


def work_out(
    desk: Desk,
    book: Workbook,
    name: str,
    kind: Kind,
    choices: Choices | None = None,
    decisions: Decisions | None = None,
    report: Progress | None = None,
    *,
    anew: bool = False,
    strict: bool = False,
) -> Outlook:
    """Read the list in a workbook and say what taking it in would do; lists of its shape were perhaps read before.

    Args:
        desk: see `Desk`.
        book: see `open_list`.
        name: of the file.
        kind: household, enterprise or citizen.
        choices: how it is to be read.
        decisions: what becomes of rows.
        report: told row by row how far it is, as the first half of the work.
        anew: nothing is remembered of lists that were taken in before.
        strict: nobody looks, see `list_of`.

    Raises:
        UserError: there is no list of that kind.
    """
    desk.office()
    said = choices or Choices()
    said = replace(said, options=replace(said.options, hamlets=tuple(hamlet.name for hamlet in desk.store.all(Hamlet))))
    found = find_list(book, name, kind, said)
    before = Remembered() if anew else remembered(desk, kind, found.held.table.headings)
    said = before.under(said)
    read = list_of(found, name, kind, said, strict=strict)
    lines, changes = settle(desk, kind, read.rows, decisions or Decisions(), report)
    return Outlook(kind, read, said, before.batch, lines, changes, Counter(line.fate for line in lines))


def look_again(desk: Desk, outlook: Outlook, decisions: Decisions, report: Progress | None = None) -> Outlook:
    """The outlook of a list that need not be read again: with other decisions, over the register as it is now."""
    lines, changes = settle(desk, outlook.kind, outlook.found.rows, decisions, report)
    return replace(outlook, lines=lines, changes=changes, fates=Counter(line.fate for line in lines))


def take_in(desk: Desk, name: str, outlook: Outlook, report: Progress | None = None) -> Imported:
    """Write what an outlook says, all in one act that can be taken back whole; nothing where nothing would change.

    Args:
        desk: see `Desk`.
        name: of the file.
        outlook: what is to be done. What was changed in the register since is completed as it stands now.
        report: told how far it is, as the second half of the work.
    """
    outcome = outlook.outcome
    if not outlook.changes:
        return outcome
    total = 2 * len(outlook.changes)
    gone = 0
    with desk.store.unit(reason=f"Nhập danh sách {say('kind', outlook.kind)} từ tệp “{name}”") as unit:
        for place, change in enumerate(outlook.changes):
            if report:
                report(len(outlook.changes) + place, total)
            gone += not _write(desk, unit, change)
        outcome = replace(outcome, updated=outcome.updated - gone, skipped=outcome.skipped + gone)
        batch = unit.put(_batch(desk, name, outlook, outcome))
    return replace(outcome, batch=batch.id)


def _write(desk: Desk, unit: Unit, change: Change) -> bool:
    """Write a candidate; False for one that was deleted while the list was looked at."""
    if change.base is None:
        unit.put(change.result)
        return True
    now = cast("Candidate | None", desk.store.get(change.base.KIND, change.base.id))
    if now is None:
        return False
    if now == change.base:
        unit.put(change.result)
        return True
    for found, how in change.rows:
        now, _ = complete(now, found, how)
    unit.put(now)
    return True


def _batch(desk: Desk, name: str, outlook: Outlook, outcome: Imported) -> ImportBatch:
    return ImportBatch(
        of=outlook.kind.value,
        file=name,
        sheet=outlook.found.sheet,
        taken_at=desk.now().isoformat(timespec="seconds"),
        rows=outcome.rows,
        imported=outcome.imported,
        updated=outcome.updated,
        skipped=outcome.skipped,
        shape=shape(outlook.found.headings),
        columns=kept_columns(outlook.found, outlook.choices),
        codes=kept_codes(outlook.choices),
    )


def import_list(
    desk: Desk,
    path: Path,
    kind: Kind,
    *,
    dry_run: bool = False,
    password: str = "",
    choices: Choices | None = None,
    report: Progress | None = None,
) -> Imported:
    """Read a list that nobody looks at and take it in with the safe decisions.

    Args:
        desk: see `Desk`.
        path: workbook or text file.
        kind: household, enterprise or citizen.
        dry_run: only say what would happen.
        password: of the file.
        choices: how it is to be read.
        report: told row by row how far it is, twice over: while looking and while writing.

    Raises:
        UserError: the file can't be read or holds no list of that kind; then nothing is written.
    """
    desk.office()
    outlook = work_out(desk, open_list(path, password), path.name, kind, choices, report=report, strict=True)
    return outlook.outcome if dry_run else take_in(desk, path.name, outlook, report)
