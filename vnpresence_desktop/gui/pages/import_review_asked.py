"""The words of what is asked once for a column or the file, and of its answers."""

from collections.abc import Mapping, Sequence

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.candidate_kinds import choices
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Ask, Question
from vnpresence_desktop.work.texts import label

Answers = tuple[tuple[str, str], ...]
"""Answer → its words."""

_ANSWERS: Mapping[Ask, Answers] = {
    Ask.ZEROS: (
        ("restore", "Thêm lại, chắc chắn đúng"),
        ("unsure", "Thêm lại, đối chiếu sau"),
        ("leave", "Để nguyên như tệp"),
    ),
    Ask.DAYS: (("day", "Ngày trước, tháng sau"), ("month", "Tháng trước, ngày sau")),
    Ask.SWAPPED: (("keep", "Đúng như tệp"), ("swap", "Đổi lại ngày và tháng")),
    Ask.SPELLING: (("mend", "Đổi sang Unicode"), ("keep", "Giữ như tệp")),
    Ask.CAPITALS: (("mend", "Chỉ viết hoa chữ đầu"), ("keep", "Giữ như tệp")),
}
_USUAL: Mapping[Ask, str] = {Ask.DAYS: "day", Ask.SWAPPED: "keep", Ask.SPELLING: "mend", Ask.CAPITALS: "mend"}
"""What is done while nothing is said."""
_SPELLINGS: Mapping[str, str] = {
    "tcvn3": "gõ bằng phông cũ TCVN3 (.VnTime)",
    "vni": "gõ bằng phông cũ VNI",
    "mojibake": "bị lỗi mã chữ",
    "combining": "có dấu gõ rời (tổ hợp)",
    "invisible": "có khoảng trắng lạ, ký tự ẩn",
}
_NOTHING = "Để trống"


def asked(question: Question) -> str:
    """What is asked, or what was answered."""
    count, name = number(question.count), label(question.field)
    if question.ask is Ask.ZEROS:
        return _zeros(question, count, name)
    if question.ask is Ask.WORD:
        return f"“{_shown(question)}” ở cột {name} ({count} dòng) nghĩa là:"
    if question.ask is Ask.DAYS:
        return f"Cột {name}: {count} ô chỉ đọc được khi tháng đứng trước ngày. Cột này ghi:"
    if question.ask is Ask.SWAPPED:
        if question.answer == "swap":
            return f"Đã đổi lại ngày và tháng của {count} ô ở cột {name}."
        return f"Excel có thể đã lấy ngày làm tháng ở {count} ô của cột {name}. Hãy so vài dòng với giấy tờ."
    if question.ask is Ask.SPELLING:
        if question.answer == "keep":
            return f"Giữ nguyên những ô {_SPELLINGS.get(question.word, question.word)}."
        return f"{count} ô {_SPELLINGS.get(question.word, question.word)}; đã đổi sang Unicode."
    if question.answer == "keep":
        return f"Giữ cách viết hoa của {name} như trong tệp."
    return f"{count} {name} viết toàn chữ hoa hoặc chữ thường; đã viết hoa chữ đầu."


def _zeros(question: Question, count: str, name: str) -> str:
    example = f", ví dụ {question.examples[0][0]} → {question.examples[0][1]}" if question.examples else ""
    if question.answer == "restore":
        return f"Đã thêm lại số 0 cho {count} {name}{example}."
    if question.answer == "unsure":
        return f"Đã thêm lại số 0 cho {count} {name}{example}; ghi là chờ đối chiếu."
    if question.answer == "leave":
        return f"Giữ {name} như trong tệp, không thêm số 0."
    return f"{count} {name} mất số 0 ở đầu (do Excel){example}."


def _shown(question: Question) -> str:
    return question.examples[0][0] if question.examples else question.word


def answers(question: Question, kind: Kind, hamlets: Sequence[str] = ()) -> Answers:
    """The answers there are; of a word what it may mean, nothing last."""
    if question.ask is not Ask.WORD:
        return _ANSWERS[question.ask]
    if question.field == "hamlet":
        meant: Answers = tuple((name, name) for name in hamlets)
    elif question.field == "union_member":
        meant = (("yes", "Có"), ("no", "Không"))
    else:
        meant = tuple((str(code), text) for code, text in choices(kind, question.field) if code)
    return (*meant, ("", _NOTHING))


def answer(question: Question) -> str | None:
    """The answer as given, or what is done while there is none; None where it waits."""
    return question.answer if question.answer is not None else _USUAL.get(question.ask)


def waiting(questions: Sequence[Question]) -> str:
    """Why nothing can be taken in yet; "" where nothing hinders."""
    first = next((one for one in questions if one.must), None)
    if first is None:
        return ""
    return f"Hãy trả lời câu hỏi về {number(first.count)} {label(first.field)} mất số 0."
