"""The `vnpresence` command."""

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from vnpresence_desktop import app
from vnpresence_desktop.commands import answers, parser
from vnpresence_desktop.commands.answers import Answer
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.office import declare

_FAILED, _BUG = 1, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: as typed after the command's name; None: those of this process.

    Returns:
        Exit code: 0 only on success, 1 for what a person can mend, 70 for a bug of ours.
    """
    _speak_utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    wants_json = "--json" in arguments
    try:
        answer = _answer(arguments)
        _print(answer, wants_json=wants_json)
        if answer.window is not None:
            from vnpresence_desktop.app.window import open_window

            return open_window(answer.window)
    except UserError as error:
        return _refused(error, wants_json=wants_json)
    except KeyboardInterrupt:
        return _refused(UserError("Đã dừng theo yêu cầu."), wants_json=wants_json)
    except BrokenPipeError:  # the reader of our output has gone
        return _FAILED
    except Exception as error:  # a bug of ours: noted, told without its trace, nothing half-written
        return _refused(_bug(error), wants_json=wants_json, code=_BUG)
    return 0 if answer.success else _FAILED


def _answer(arguments: Sequence[str]) -> Answer:
    args = parser.build().parse_args(arguments)
    if args.command is None:
        return Answer(None, window=app.data_folder(None))
    return _COMMANDS[args.command](app.data_folder(args.data), args)


def _bug(error: Exception) -> UserError:
    from vnpresence_desktop.work.mishaps import note_bug

    file = note_bug(error, app.data_folder(None), app.now())
    advice = f"Hãy gửi tệp {file} cho người hỗ trợ." if file else "Hãy báo cho người hỗ trợ."
    return UserError("Chương trình gặp lỗi của chính nó; việc vừa làm không được ghi.", advice)


def _print(answer: Answer, *, wants_json: bool) -> None:
    if wants_json:
        print(json.dumps(answer.json, ensure_ascii=False, indent=1))
    elif answer.lines:
        print("\n".join(answer.lines))


def _refused(error: UserError, *, wants_json: bool, code: int = _FAILED) -> int:
    if wants_json:
        print(json.dumps({"error": error.title, "advice": error.advice}, ensure_ascii=False))
    print("\n".join(filter(None, (error.title, error.advice))), file=sys.stderr)
    return code


def _speak_utf8() -> None:
    """Vietnamese needs UTF-8 also where Windows' console would take its old code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


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
        return answers.set_up(desk, code, declared)


def _demo(folder: Path, args: argparse.Namespace) -> Answer:
    folder = folder if args.data else folder / app.SAMPLE_FOLDER
    answer = answers.demo(app.make_sample(folder), folder)
    return answer if args.no_window or not app.has_screen() else dataclasses.replace(answer, window=folder)


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

if __name__ == "__main__":
    sys.exit(main())
