"""Sheets as offices make them, by chance but always the same for a seed, each with what is true about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.documents.reading.made_headings import ALWAYS, OVER, SOMETIMES, STRANGE, TITLE, UNDER
from tests.documents.reading.made_values import cell, hamlet, person
from tests.documents.reading.spellings import SPELLINGS
from vnpresence_desktop.documents.reading.sheets import Sheet, Span
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.text import fold

Row = list[Any]

HEADINGS = ("plain", "capitals", "no marks", "line breaks", "two rows", "merged", "typing errors", "mixed", "none")
TITLES = ("none", "title", "national", "preface", "column D, row 15")
BETWEEN = ("none", "groups", "groups and totals", "pages", "blank rows")
FOOTERS = ("none", "total", "signature", "three signatures", "remark")
OTHERS = ("none", "none", "none", "below", "beside", "above")


@dataclass
class Made:
    """A sheet and the truth about it: the (last) row of the heading, field → column, rows of the records."""

    kind: Kind
    style: dict[str, str]
    rows: list[Row] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    header_row: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    records: list[int] = field(default_factory=list)

    @property
    def sheet(self) -> Sheet:
        return Sheet("Danh sách", hidden=False, rows=self.rows, merged=tuple(self.merged))


def make(seed: int) -> Made:
    """The sheet of a seed."""
    return _Maker(seed).made


class _Maker:
    def __init__(self, seed: int) -> None:
        self.pick = Random(seed)
        self.kind = (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN)[seed % 3]
        self.style = {
            "heading": HEADINGS[seed % len(HEADINGS)],
            "title": self.pick.choice(TITLES),
            "between": self.pick.choice(BETWEEN),
            "footer": self.pick.choice(FOOTERS),
            "other": self.pick.choice(OTHERS),
        }
        self.bare = self.style["heading"] == "none"
        self.numbered = self.pick.random() < 0.8
        self.made = Made(self.kind, self.style)
        self.left = 3 if self.style["title"] == "column D, row 15" else 0
        self.fields = self._order()
        self.width = self.left + len(self.fields)
        self._titles()
        self._above()
        self._heading()
        self._body()
        self._footer()
        self._below()
        self._beside()

    def _order(self) -> list[str]:
        """The columns from left to right: fields, "#" for the STT, "?" for one that no field asks for, "" for an empty one."""
        extra = [name for name in SOMETIMES[self.kind] if self.pick.random() < 0.5]
        fields = [*ALWAYS[self.kind], *extra]
        if self.bare:
            fields = [name for name in fields if name not in ("note", "website", "wish", "state", "home_address")]
            fields += ["home_address"] * (self.kind is Kind.CITIZEN)
        self.pick.shuffle(fields)
        for _, together in OVER[self.kind]:  # what belongs under one heading stands together
            place = min((fields.index(name) for name in together if name in fields), default=0)
            here = [name for name in together if name in fields]
            fields = [name for name in fields if name not in here]
            fields[place:place] = here
        if not self.bare and self.pick.random() < 0.4:
            fields.insert(self._gap(fields), "?")
        if not self.bare and self.pick.random() < 0.2:
            fields.insert(self._gap(fields), "")
        return ["#", *fields] if self.numbered else fields

    def _gap(self, fields: list[str]) -> int:
        """A place for another column that splits no common heading."""
        common = {name for _, together in OVER[self.kind] for name in together}
        places = [place for place, name in enumerate(fields) if place and name not in common]
        return self.pick.choice([*places, len(fields)])

    def _say(self, *texts: Any, at: int = 0) -> None:
        self.made.rows.append([None] * (self.left + at) + list(texts))

    def _titles(self) -> None:
        title = self.style["title"]
        if title == "title":
            self._say(f"DANH SÁCH {TITLE[self.kind]}")
            self._say("(Tính đến ngày 30/9/2025)")
        elif title == "national":
            self._say("UBND XÃ THỚI LAI", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            self._say("PHÒNG VĂN HÓA - XÃ HỘI", None, None, "Độc lập - Tự do - Hạnh phúc")
            self._say(None, None, None, "Thới Lai, ngày 05 tháng 10 năm 2025")
            self._say(f"DANH SÁCH {TITLE[self.kind]} TRÊN ĐỊA BÀN XÃ")
            self._say()
        elif title == "preface":
            self._say("Kính gửi:", "Ban nhân dân các ấp")
            for number in range(45):
                self._say(f"{number + 1}. Đề nghị rà soát, ghi đầy đủ thông tin, không bỏ trống cột.")
            self._say()
        elif title == "column D, row 15":
            self.made.rows += [[] for _ in range(11)]
            self._say(f"Danh sách {TITLE[self.kind].lower()}")
            self.made.rows += [[], []]

    def _above(self) -> None:
        if self.style["other"] == "above" and not self.bare:
            self._small()

    def _small(self) -> None:
        """A smaller list of other columns."""
        self._say("STT", "Tên ấp", "Họ và tên trưởng ấp", "Số điện thoại", "Ghi chú")
        for number in range(2):
            self._say(float(number + 1), hamlet(self.pick), person(self.pick), "0912345678", "")
        self._say()

    # -- the heading ------------------------------------------------------------------------------------------------------

    def _heading(self) -> None:
        self.made.columns = {
            name: self.left + place for place, name in enumerate(self.fields) if name not in ("#", "?", "")
        }
        if self.bare:
            return
        two = self.style["heading"] in ("two rows", "merged")
        lines = self._two_lines() if two else [[self._styled(self._text(name)) for name in self.fields]]
        self.lines = [[None] * self.left + line for line in lines]
        top = len(self.made.rows) + 1
        if self.style["heading"] == "merged":
            self._merge(top, self.lines)
        self.made.rows += self.lines
        self.made.header_row = len(self.made.rows)
        self._under_heading()

    def _text(self, name: str) -> str | None:
        if name == "#":
            return self.pick.choice(("STT", "TT", "Số TT", "Stt"))
        if name == "?":
            return self.pick.choice(STRANGE)
        return self.pick.choice(SPELLINGS.get((self.kind, name)) or self._shared(name)) if name else None

    def _shared(self, name: str) -> Sequence[str]:
        return next(texts for (_, field), texts in SPELLINGS.items() if field == name)

    def _styled(self, text: str | None) -> str | None:
        style = self.style["heading"]
        if style == "mixed":
            style = self.pick.choice(HEADINGS[:4])
        if not text:
            return text
        if style == "capitals":
            return text.upper()
        if style == "no marks":
            return fold(text).capitalize()
        if style == "line breaks":
            return text.replace(" ", "\n", 1).replace("(", "\n(")
        return self._mistyped(text) if style == "typing errors" and self.pick.random() < 0.25 else text

    def _mistyped(self, text: str) -> str:
        """One letter of a long word twice: what an office types most often is a doubled key."""
        words = [match for match in re.finditer(r"\w{4,}", text) if match[0].islower()]
        if not words or len(text) < 9:
            return text
        place = self.pick.choice(words).end()
        return text[:place] + text[place - 1] + text[place:]

    def _two_lines(self) -> list[Row]:
        above: Row = [self._text(name) for name in self.fields]
        below: Row = [None] * len(self.fields)
        for texts, together in OVER[self.kind]:
            here = [place for place, name in enumerate(self.fields) if name in together]
            if len(here) < 2:
                continue
            for place in here:
                above[place], below[place] = None, self.pick.choice(UNDER[self.fields[place]])
            above[here[0]] = self.pick.choice(texts)
        return [above, below] if any(below) else [above]

    def _merge(self, top: int, lines: list[Row]) -> None:
        if len(lines) < 2:
            return
        above, below = lines
        for place in range(self.left, len(above)):
            if above[place] and not below[place]:
                self.made.merged.append((top, place, top + 1, place))
            elif above[place]:
                right = place
                while right + 1 < len(above) and not above[right + 1] and below[right + 1]:
                    right += 1
                self.made.merged.append((top, place, top, right))

    def _under_heading(self) -> None:
        kind = self.pick.random()
        if kind < 0.3:
            self._say(*(f"({place})" for place in range(1, len(self.fields) + 1)))
        elif kind < 0.4:
            self._say(
                *("(đồng)" if name == "?" else "(dd/mm/yyyy)" if "date" in name else None for name in self.fields)
            )

    # -- the records ------------------------------------------------------------------------------------------------------

    def _body(self) -> None:
        between = self.style["between"]
        parts = 3 if between != "none" else 1
        for part in range(parts):
            if "groups" in between and not self.bare:
                self._say(("I", "II", "III")[part], hamlet(self.pick))
            elif between == "pages" and part and not self.bare:
                self.made.rows += [list(line) for line in self.lines]
            elif between == "blank rows" and part:
                self.made.rows += [[], []]
            count = self.pick.randint(4, 9)
            for number in range(count):
                self._record(number + 1)
            if between == "groups and totals" and not self.bare:
                self._say(None, f"Cộng: {count} người")

    def _record(self, number: int) -> None:
        row: Row = [None] * self.left
        for name in self.fields:
            if name == "#":
                row.append(float(number))
            elif name == "?":
                row.append(self.pick.choice((5.0, "", None)))
            else:
                row.append(self._cell(name) if name else None)
        self.made.rows.append(row)
        self.made.records.append(len(self.made.rows))

    def _cell(self, name: str) -> Any:
        hole = name not in ALWAYS[self.kind] and self.pick.random() < 0.1
        return "" if hole else cell(self.kind, name, self.pick)

    # -- what stands around -----------------------------------------------------------------------------------------------

    def _footer(self) -> None:
        footer = self.style["footer"]
        if footer == "total":
            self._say(None, "Tổng cộng", f"{len(self.made.records)} trường hợp")
        elif footer == "remark":
            self._say()
            self._say("Ghi chú: Số liệu do các ấp cung cấp.")
        elif "signature" in footer:
            self._say()
            self._say("Thới Lai, ngày 30 tháng 9 năm 2025", at=3)
            three = footer == "three signatures"
            self._say("NGƯỜI LẬP BIỂU", "KẾ TOÁN" if three else None, "TM. ỦY BAN NHÂN DÂN", at=1)
            self._say("(Ký, ghi rõ họ tên)", None, "CHỦ TỊCH", at=1)
            self._say()
            self._say("Trần Thị Kim Ngân", "Lê Văn Bảy" if three else None, "Nguyễn Văn Hùng", at=1)

    def _below(self) -> None:
        if self.style["other"] == "below" and not self.bare:
            self._say()
            self._say("DANH SÁCH TRƯỞNG ẤP")
            self._small()

    def _beside(self) -> None:
        if self.style["other"] != "beside" or self.bare or len(getattr(self, "lines", ())) > 1:
            return
        top = self.made.header_row - 1
        beside = [["STT", "Họ và tên", "Số điện thoại"]]
        beside += [[float(number), person(self.pick), "0912345678"] for number in (1, 2, 3)]
        rows = [top, *(row - 1 for row in self.made.records[:3])]
        for place, cells in zip(rows, beside, strict=True):
            row = self.made.rows[place]
            row += [None] * (self.width + 1 - len(row)) + cells
