"""Whether a fault may yet be mended by typing on: then it is a neutral hint while the officer types, an error on leaving.

Pure functions of the problem's code and the text typed so far; nothing here knows a widget.
"""

import re
from collections.abc import Callable, Mapping

_BARE = re.compile(r"[\s.\-()]")


def unfinished(code: str, text: str) -> str | None:
    """What to say of a problem while its field is being typed in.

    Args:
        code: the problem's code, see ``resources/texts.toml``.
        text: what stands in the field.

    Returns:
        A neutral hint ("" says nothing), or None where the fault is certain already and shows at once.
    """
    judge = _JUDGES.get(code)
    return judge(text.strip()) if judge else None


def _digits(*goals: int, start: str = "") -> Callable[[str], str | None]:
    """Numbers of one of the lengths, ascending, beginning as the pattern ``start`` says."""

    def judge(text: str) -> str | None:
        digits = _BARE.sub("", text)
        if not re.fullmatch(r"\d*", digits, re.ASCII) or (digits and not re.match(start, digits)):
            return None
        rest = [goal - len(digits) for goal in goals if goal > len(digits)]
        return " hoặc ".join(f"{count}" for count in rest).join(("Còn thiếu ", " chữ số")) if rest else None

    return judge


def _form(beginning: str, hint: str) -> Callable[[str], str | None]:
    """Texts of which what is typed matches the pattern of a beginning."""
    pattern = re.compile(beginning, re.ASCII | re.IGNORECASE)
    return lambda text: hint if pattern.fullmatch(text) else None


_JUDGES: Mapping[str, Callable[[str], str | None]] = {
    "missing": lambda text: "",
    "missing_to_propose": lambda text: "",
    "id_length": _digits(12),
    "id_old_card": _digits(12),
    "phone_form": _digits(10, start=r"0(?:[235789]|$)"),
    "tax_form": _digits(10, 12),
    "certificate_form": _form(r"\d{1,12}|\d{2}[A-ZĐ](?:8\d{0,6})?", "Chưa đủ, ví dụ 57A8012345"),
    "email_form": _form(r"[^@\s,;]*(?:@[^@\s,;]*)?", "Chưa đủ, ví dụ ten@example.vn"),
    "date_unclear": _form(r"[-+]?\d{0,8}|h|\d{1,2}[/. \-](?:\d{0,2}(?:[/. \-]\d{0,4})?)?", "ngày/tháng/năm"),
    "birth_date_partial": lambda text: "",
    "label_ends": _form(r"[^-\s.](?:[^\s.]*)-", "Tiếp tục gõ sau dấu gạch nối"),
}
