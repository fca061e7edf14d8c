"""What each command does and answers: one function a command, text and JSON from the same facts."""

import argparse
import getpass
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vnpresence_desktop.domain.dates import full, parse_date, show
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.desk import Desk, communes
from vnpresence_desktop.work.office import Declared
from vnpresence_desktop.work.office import set_up as keep_office
from vnpresence_desktop.work.texts import label, message, say

if TYPE_CHECKING:
    from vnpresence_desktop.documents.verifying.verdict import FileVerdict
    from vnpresence_desktop.store.backup import Restored
    from vnpresence_desktop.work.demo import Demo
    from vnpresence_desktop.work.importing import Imported

_SHOWN_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers.

    Attributes:
        json: for programs, see the commands' table in README.
        lines: for people.
        success: the command's exit code is 0.
        window: data folder to open the window on afterwards, None for no window.
    """

    json: object
    lines: list[str] = field(default_factory=list)
    success: bool = True
    window: Path | None = None


def set_up(desk: Desk, code: str, declared: Declared) -> Answer:
    """`setup`: the office, and the recovery code that is shown this once."""
    office = keep_office(desk, declared)
    commune = communes()[office.commune]
    lines = [
        f"Đã tạo sổ cho {commune.name}, {commune.province} tại {desk.folder}.",
        "",
        f"MÃ KHÔI PHỤC: {code}",
        "Hãy in hoặc chép mã này ra giấy và cất riêng. Khi máy hỏng, chỉ mã này mở được bản sao lưu; mã không hiện lại.",
    ]
    if not office.programme:
        lines += ["", f"Chưa có hồ sơ chương trình cho {commune.province}: sổ vẫn dùng được, báo cáo thì chưa."]
    return Answer({**to_values(office), "recovery_code": code}, lines)


def import_list(desk: Desk, args: argparse.Namespace) -> Answer:
    """`import`: every row accounted for."""
    from vnpresence_desktop.work.importing import Choices, PasswordNeeded
    from vnpresence_desktop.work.importing import import_list as take

    def done_with(password: str) -> "Imported":
        choices = Choices(sheet=args.sheet)
        return take(desk, args.file, Kind(args.kind), dry_run=args.dry_run, choices=choices, password=password)

    try:
        done = done_with("")
    except PasswordNeeded:
        done = done_with(_list_password())
    problems = [
        {
            "row": item.row,
            "field": item.problem.field,
            "code": item.problem.code,
            "severity": item.problem.severity.value,
            "message": message(item.problem),
        }
        for item in done.problems
    ]
    counts = {"rows": done.rows, "imported": done.imported, "updated": done.updated, "skipped": done.skipped}
    title = "Xem trước, chưa ghi gì vào sổ:" if args.dry_run else "Đã nhập xong:"
    lines = [
        f"{title} {done.rows} dòng; thêm mới {done.imported}, bổ sung {done.updated}, bỏ qua {done.skipped}.",
        *(f"  dòng {item['row']}{_of(str(item['field']))}: {item['message']}" for item in problems[:_SHOWN_PROBLEMS]),
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"  … và {len(problems) - _SHOWN_PROBLEMS} điểm khác; xem đủ bằng --json.")
    return Answer(counts | {"problems": problems, "columns": done.columns}, lines)


def _list_password() -> str:
    """Password of a list: from ``VNPRESENCE_LIST_PASSWORD``, else asked without showing it."""
    given = os.environ.get("VNPRESENCE_LIST_PASSWORD")
    return given if given is not None else getpass.getpass("Mật khẩu tệp danh sách: ")


def _of(field: str) -> str:
    """Names the field; a problem of the whole list has none."""
    return f", {label(field)}" if field else ""


def list_records(desk: Desk, args: argparse.Namespace) -> Answer:
    """`list`: the register with verdicts."""
    from vnpresence_desktop.work.listing import list_records as look

    day = desk.today
    if args.day is not None:
        read = full(parse_date(args.day) or "")
        if read is None:
            raise UserError(f"Không hiểu ngày “{args.day}”.", "Hãy ghi theo mẫu 14/12/2025 hoặc 2025-12-14.")
        day = read
    rows = look(desk, Kind(args.kind), day, full=args.full)
    lines = [f"{row.get('name') or row.get('topic') or row['id']}{_condition(row)}" for row in rows]
    return Answer(rows, [*lines, "", f"Cộng: {len(rows)} {say('kind', args.kind)}, xét ngày {show(day.isoformat())}."])


def _condition(row: dict[str, object]) -> str:
    verdict = row.get("verdict")
    return f" – {say('condition', str(verdict['condition']))}" if isinstance(verdict, dict) else ""


def report(desk: Desk, args: argparse.Namespace) -> Answer:
    """`report`: PDF and Excel of a period."""
    from vnpresence_desktop.work import signing
    from vnpresence_desktop.work.quarter import export_report, figures_json

    ways: dict[str, Callable[[], signing.Signature]] = {
        "none": signing.unsigned,
        "local": lambda: signing.with_identity(desk),
        "p12": lambda: signing.with_file(_key_file(args.key), password, desk.now()),
        "token": _no_token,
    }
    done = export_report(desk, args.period, args.out, ways[args.sign]())
    lines = [f"Đã lập báo cáo {done.report.period_title}:", f"  {done.pdf}", f"  {done.xlsx}"]
    if done.unwritten:
        lines.append(f"Còn để trống nội dung mục {', '.join(done.unwritten)}.")
    answer = {"pdf": str(done.pdf), "xlsx": str(done.xlsx), "figures": figures_json(done.report.figures)}
    return Answer(answer | {"unwritten": list(done.unwritten)}, lines)


def _key_file(path: Path | None) -> Path:
    if path is None:
        raise UserError("Chưa chỉ tệp khóa.", "Hãy thêm --key và đường dẫn tới tệp .p12 hoặc .pfx.")
    return path


def _no_token() -> NoReturn:
    raise UserError(
        "Bản này chưa ký được bằng USB token.", "Hãy xuất bản trình ký (--sign none) rồi ký bằng phần mềm của cơ quan."
    )


def password() -> str:
    """Password of a key file: from ``VNPRESENCE_KEY_PASSWORD``, else asked without showing it."""
    given = os.environ.get("VNPRESENCE_KEY_PASSWORD")
    return given if given is not None else getpass.getpass("Mật khẩu tệp khóa: ")


def demo(made: "Demo", folder: Path) -> Answer:
    """`demo`: succeeds where both signed files are found valid."""
    lines = [
        f"Đã tạo xã mẫu (dữ liệu không có thật) tại {folder}, lập và ký báo cáo {made.exported.report.period_title}:",
        f"  {made.exported.pdf}",
        f"  {made.exported.xlsx}",
        *_verdict_lines(made.verdicts),
    ]
    answer = {
        "data": str(folder),
        "pdf": str(made.exported.pdf),
        "xlsx": str(made.exported.xlsx),
        "verify": _verdicts_json(made.verdicts),
    }
    return Answer(answer, lines, all(item.verdict == "valid" for item in made.verdicts))


def verify(folder: Path, args: argparse.Namespace) -> Answer:
    """`verify`: verdict of each file; succeeds only where all are valid."""
    from vnpresence_desktop.work.signing import TRUST_FOLDER, verify_files

    folders = [folder / TRUST_FOLDER, *([args.trust] if args.trust else [])]
    if args.trust and not args.trust.is_dir():
        raise UserError(f"Không có thư mục tin cậy “{args.trust}”.", "Hãy kiểm tra lại đường dẫn.")
    verdicts = verify_files(args.files, folders, args.require)
    success = all(item.verdict == "valid" for item in verdicts)
    return Answer(_verdicts_json(verdicts), _verdict_lines(verdicts), success)


def _verdicts_json(verdicts: Iterable["FileVerdict"]) -> dict[str, object]:
    return {"files": [asdict(item) for item in verdicts]}


def _verdict_lines(verdicts: Iterable["FileVerdict"]) -> list[str]:
    lines = []
    for item in verdicts:
        lines.append(f"{say('verdict', item.verdict.value)}: {item.file}")
        lines += [f"  người ký {one.name}, lúc {one.time}, dấu vân tay {one.fingerprint}" for one in item.signers]
        lines += [f"  {reason}" for reason in item.reasons]
    return lines


def back_up(desk: Desk, args: argparse.Namespace) -> Answer:
    """`backup`: the checked copy."""
    from vnpresence_desktop.work.keeping import back_up as copy

    file = copy(desk, args.folder)
    return Answer({"file": str(file)}, [f"Đã sao lưu và kiểm tra bản sao: {file}"])


def check(desk: Desk, args: argparse.Namespace) -> Answer:
    """`check`: succeeds where the register is whole."""
    from vnpresence_desktop.work.keeping import check as inspect

    found = inspect(desk)
    lines = [line for finding in found.findings for line in (finding.title, f"  {finding.advice}")]
    answer = {"whole": not lines, "findings": [asdict(finding) for finding in found.findings], "done": found.done}
    return Answer(answer, [*found.done, *(lines or ["Sổ còn nguyên vẹn."])], not lines)


def restored(done: "Restored") -> Answer:
    """`restore`: what came back and where the register before it lies."""
    lines = [f"Đã khôi phục sổ, gồm {done.operations} thao tác."]
    if done.aside:
        lines.append(f"Sổ trước khi khôi phục được giữ ở: {done.aside}")
    return Answer({"operations": done.operations, "aside": str(done.aside) if done.aside else None}, lines)
