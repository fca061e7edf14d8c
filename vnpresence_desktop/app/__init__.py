"""The composition root: finds the folders, opens the store, hands each act its desk; the only one to ask for the time."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnpresence_desktop.work.demo import Demo
    from vnpresence_desktop.work.desk import Desk

REGISTER = "register.db"
"""Name of the register's file in its folder."""
SAMPLE_FOLDER = "xa-mau"
"""Folder beside the register for the made-up commune."""


def now() -> datetime:
    """This moment in Vietnam's time."""
    from vnpresence_desktop.domain.dates import VIETNAM

    return datetime.now(VIETNAM)


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is announced."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def data_folder(argument: str | None) -> Path:
    """Where the register lies: as asked for, else ``VNPRESENCE_DATA``, else the user's own data folder."""
    if chosen := argument or os.environ.get("VNPRESENCE_DATA"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("VNPresence", appauthor=False)


def pc_folder() -> Path:
    """This PC's own folder: keys that don't travel with the data."""
    from platformdirs import user_config_path

    return user_config_path("VNPresence", appauthor=False, roaming=False)


@contextmanager
def open_desk(folder: Path, clock: Callable[[], datetime] = now, code: str | None = None) -> "Iterator[Desk]":
    """Open the register in a folder, by this PC's key or a recovery code; raises UserError as the store does."""
    from vnpresence_desktop.store.store import Store
    from vnpresence_desktop.work.desk import Desk, load_rules

    with Store.open(folder / REGISTER, pc_folder(), now=clock, actor=_account(), code=code) as store:
        yield Desk(folder, store, load_rules(folder), clock)


@contextmanager
def new_desk(folder: Path, clock: Callable[[], datetime] = now) -> "Iterator[tuple[Desk, str]]":
    """Make a register in a folder, or take one that was begun and never declared.

    Gives the desk and the recovery code to print, which is kept nowhere; raises UserError as the store does.
    """
    from vnpresence_desktop.store.store import Store
    from vnpresence_desktop.work.desk import Desk, load_rules
    from vnpresence_desktop.work.office import is_declared, renew_code

    if (folder / REGISTER).exists():
        with open_desk(folder, clock) as desk:
            if not is_declared(desk):
                yield desk, renew_code(desk)
                return
    store, code = Store.create(folder / REGISTER, pc_folder(), now=clock, actor=_account())
    with store:
        yield Desk(folder, store, load_rules(folder), clock), code


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return "officer"


def make_sample(folder: Path) -> "Demo":
    """Make the made-up commune in a folder of its own, anew where there was one already.

    Raises:
        UserError: a real register lies there.
    """
    from vnpresence_desktop.work.demo import clock, discard, make_demo, require_sample

    register = folder / REGISTER
    if register.exists():
        with open_desk(folder) as desk:
            require_sample(desk)
        discard(register, pc_folder())
    with new_desk(folder, clock) as (desk, _):
        return make_demo(desk)
