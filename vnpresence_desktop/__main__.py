"""The `vnpresence` command: without arguments the window, else one answer a command."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop import app
from vnpresence_desktop.domain.problems import UserError

if TYPE_CHECKING:
    from vnpresence_desktop.commands.answers import Answer

_FAILED, _BUG = 1, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window.

    Args:
        arguments: as typed after the command's name; None: those of this process.

    Returns:
        Exit code: 0 only on success, 1 for what a person can mend, 70 for a bug of ours.
    """
    _speak_utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    wants_json = "--json" in arguments
    try:
        # The window needs nothing of the command line, and it is to be seen soon.
        return _command(arguments, wants_json=wants_json) if arguments else _window(app.data_folder(None))
    except UserError as error:
        return _refused(error, wants_json=wants_json)
    except KeyboardInterrupt:
        return _refused(UserError("Đã dừng theo yêu cầu."), wants_json=wants_json)
    except BrokenPipeError:  # the reader of our output has gone
        return _FAILED
    except Exception as error:  # a bug of ours: noted, told without its trace, nothing half-written
        return _refused(_bug(error), wants_json=wants_json, code=_BUG)


def _window(folder: Path) -> int:
    import gc

    # Modules, enums and widgets made until the first page is there stay: looking for garbage among them costs 15 ms.
    gc.disable()
    from vnpresence_desktop.app.window import open_window

    return open_window(folder)


def _command(arguments: Sequence[str], *, wants_json: bool) -> int:
    from vnpresence_desktop.app.command_line import answer

    given = answer(arguments)
    _print(given, wants_json=wants_json)
    if given.window is not None:
        return _window(given.window)
    return 0 if given.success else _FAILED


def _bug(error: Exception) -> UserError:
    from vnpresence_desktop.work.mishaps import note_bug

    file = note_bug(error, app.data_folder(None), app.now())
    advice = f"Hãy gửi tệp {file} cho người hỗ trợ." if file else "Hãy báo cho người hỗ trợ."
    return UserError("Chương trình gặp lỗi của chính nó; việc vừa làm không được ghi.", advice)


def _print(answer: "Answer", *, wants_json: bool) -> None:
    import json

    if wants_json:
        print(json.dumps(answer.json, ensure_ascii=False, indent=1))
    elif answer.lines:
        print("\n".join(answer.lines))


def _refused(error: UserError, *, wants_json: bool, code: int = _FAILED) -> int:
    if wants_json:
        import json

        print(json.dumps({"error": error.title, "advice": error.advice}, ensure_ascii=False))
    print("\n".join(filter(None, (error.title, error.advice))), file=sys.stderr)
    return code


def _speak_utf8() -> None:
    """Vietnamese needs UTF-8 also where Windows' console would take its old code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
