"""The command line's composition: which act a command is, and the desk it is done at."""

import argparse
import dataclasses
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from vnpresence_desktop import app
from vnpresence_desktop.commands import answers, parser
from vnpresence_desktop.commands.answers import Answer
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.office import confirm_code, declare


def answer(arguments: Sequence[str]) -> Answer:
    """Do what a command line asks; raises UserError for what a person can mend."""
    args = parser.build().parse_args(arguments)
    if args.command is None:
        return Answer(None, window=app.data_folder(None))
    return _COMMANDS[args.command](app.data_folder(args.data), args)


def _with_desk(act: Callable[[Desk, argparse.Namespace], Answer]) -> Callable[[Path, argparse.Namespace], Answer]:
    def run(folder: Path, args: argparse.Namespace) -> Answer:
        from vnpresence_desktop.work.keeping import daily_copy

        with app.open_desk(folder) as desk:
            if hindered := daily_copy(desk):
                print(hindered, file=sys.stderr)
            return act(desk, args)

    return run


def _setup(folder: Path, args: argparse.Namespace) -> Answer:
    declared = declare(args.commune, args.preset, args.signer, args.title)
    with app.new_desk(folder) as (desk, code):
        answer = answers.set_up(desk, code, declared)
        # Who runs this keeps what it prints: a code that was written down must not be replaced by the window.
        confirm_code(desk.store.path, code)
    return answer


def _demo(folder: Path, args: argparse.Namespace) -> Answer:
    folder = folder if args.data else folder / app.SAMPLE_FOLDER
    made = answers.demo(app.make_sample(folder), folder)
    return made if args.no_window or not app.has_screen() else dataclasses.replace(made, window=folder)


def _restore(folder: Path, args: argparse.Namespace) -> Answer:
    from vnpresence_desktop.work.keeping import restore

    done = restore(args.file, folder / app.REGISTER, app.pc_folder(), moment=app.now(), code=args.code)
    return answers.restored(done)


_COMMANDS: dict[str, Callable[[Path, argparse.Namespace], Answer]] = {
    "setup": _setup,
    "demo": _demo,
    "import": _with_desk(answers.import_list),
    "list": _with_desk(answers.list_records),
    "report": _with_desk(answers.report),
    "verify": answers.verify,
    "backup": _with_desk(answers.back_up),
    "restore": _restore,
    "check": _with_desk(answers.check),
}
