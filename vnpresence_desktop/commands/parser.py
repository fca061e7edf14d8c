"""The arguments of the `vnpresence` command, with every message in Vietnamese."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital

_FAULTS = (
    (r"the following arguments are required: (.*)", "Thiếu {0}."),
    (r"unrecognized arguments: (.*)", "Không hiểu “{0}”."),
    (r"argument (.*): expected .*argument.*", "Thiếu giá trị cho {0}."),
    (
        r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        "{0}: không có lựa chọn “{1}”; chọn một trong {2}.",
    ),
    (r"argument (.*): invalid .* value: '(.*)'", "{0}: “{1}” không hợp lệ."),
)


class Parser(argparse.ArgumentParser):
    """argparse that speaks Vietnamese and raises `UserError` instead of ending the program."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")
        self._positionals.title = "tham số"
        self._optionals.title = "tùy chọn"

    def format_help(self) -> str:
        """As argparse gives it, its one English word turned."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Say in Vietnamese what the command line lacks."""
        for pattern, words in _FAULTS:
            if match := re.fullmatch(pattern, message):
                raise UserError(words.format(*match.groups()), f"Xem hướng dẫn: {self.prog} --help")
        raise UserError("Lệnh chưa đúng.", f"Xem hướng dẫn: {self.prog} --help")


def build() -> Parser:
    """The whole command line (model of commands: `vnpresence LỆNH …`)."""
    parser = Parser(prog="vnpresence", description="Sổ theo dõi Chương trình hiện diện trực tuyến .biz.vn / .id.vn")
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", title="lệnh", parser_class=Parser)
    _setup(_command(commands, "setup", "khai báo cơ quan, tạo sổ mới và in mã khôi phục"))
    demo = _command(commands, "demo", "tạo xã mẫu trong thư mục riêng, ký và kiểm tra báo cáo quý")
    demo.add_argument("--no-window", action="store_true", help="không mở cửa sổ")
    _import(_command(commands, "import", "nhập danh sách từ Excel"))
    _list(_command(commands, "list", "xem sổ kèm kết luận điều kiện"))
    _report(_command(commands, "report", "lập báo cáo quý, năm"))
    _verify(_command(commands, "verify", "kiểm tra chữ ký của tệp PDF, Excel"))
    backup = _command(commands, "backup", "sao lưu sổ")
    backup.add_argument("folder", nargs="?", type=Path, metavar="THƯ_MỤC", help="nơi để bản sao, ví dụ USB")
    restore = _command(commands, "restore", "khôi phục sổ từ bản sao lưu")
    restore.add_argument("file", type=Path, metavar="TỆP")
    restore.add_argument("--code", metavar="MÃ", help="mã khôi phục, khi máy này chưa mở được sổ")
    _command(commands, "check", "kiểm tra sổ còn nguyên vẹn")
    return parser


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, purpose: str) -> Parser:
    command = commands.add_parser(name, help=purpose, description=capital(purpose) + ".")
    command.add_argument("--data", metavar="THƯ_MỤC", help="thư mục chứa sổ")
    command.add_argument("--json", action="store_true", help="trả lời bằng JSON")
    return command


def _setup(command: Parser) -> None:
    command.add_argument("--commune", required=True, metavar="MÃ", help="mã xã, phường (5 chữ số)")
    command.add_argument("--preset", default="nd09", choices=("nd09", "calendar"), help="cách chia kỳ báo cáo")
    command.add_argument("--signer", required=True, metavar="HỌ_TÊN", help="người ký báo cáo")
    command.add_argument("--title", required=True, metavar="CHỨC_VỤ", help="ví dụ “CHỦ TỊCH”, “PHÓ CHỦ TỊCH”")


def _import(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP")
    command.add_argument("--kind", required=True, choices=[kind.value for kind in CANDIDATES], help="nhóm đối tượng")
    command.add_argument("--sheet", default="", metavar="TRANG", help="tên trang tính, khi tệp có nhiều danh sách")
    command.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi vào sổ")


def _list(command: Parser) -> None:
    command.add_argument("--kind", required=True, choices=[kind.value for kind in Kind], help="loại bản ghi")
    command.add_argument("--day", metavar="NGÀY", help="ngày xét điều kiện, mặc định hôm nay")
    command.add_argument(
        "--full", action="store_true", help="hiện đầy đủ số định danh, điện thoại, email (có ghi nhật ký)"
    )


def _report(command: Parser) -> None:
    command.add_argument("--period", required=True, metavar="KỲ", help="2025-Q4 hoặc 2025")
    command.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi để tệp báo cáo")
    command.add_argument("--sign", default="none", choices=("none", "local", "p12", "token"), help="cách ký")
    command.add_argument("--key", type=Path, metavar="TỆP", help="tệp khóa .p12, .pfx khi ký bằng p12")


def _verify(command: Parser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    command.add_argument("--trust", type=Path, metavar="THƯ_MỤC", help="thư mục chứng thư, dấu vân tay được tin cậy")
    command.add_argument("--require", type=int, default=1, metavar="SỐ", help="số chữ ký hợp lệ cần có")
