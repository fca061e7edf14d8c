"""Writes the register of the present schema version that the tests keep for ever: ``python -m tests.databases.keep``.

Run it once when a migration is added, never again for a version that was released. Three files a version:
``register-N.db``, ``register-N.keys.json`` and ``register-N.json`` with the recovery code and every record as it must read.
"""

import json
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Citizen,
    Confirmation,
    Difficulty,
    Distinction,
    Enterprise,
    Hamlet,
    Household,
    ImportBatch,
    ListView,
    Narrative,
    Office,
    Reach,
    Record,
    Registration,
    ReportRecord,
    Session,
    Signer,
    Support,
    TaskReport,
)
from vnpresence_desktop.store.keys import slots_file
from vnpresence_desktop.store.migrations import STEPS
from vnpresence_desktop.store.store import Store

HERE = Path(__file__).parent
NOW = datetime(2026, 1, 5, 8, 30, tzinfo=timezone(timedelta(hours=7)))


def people() -> tuple[Record, ...]:
    """Candidates and what stands alone."""
    return (
        Household(
            name="Tạp hóa Bảy Đông", owner="Nguyễn Văn Đức", hamlet="Khu vực 1", certificate_no="64A8012345",
            certificate_date="2024-03-02", id_number="092080001234", birth_date="1980", sex="male",
            business_address="12/3 Hoà Bình, phường Ninh Kiều", phone="0912345678", unconfirmed=("id_number", "phone"),
            accepted=("phone:phone_form:số của con",), originals=("id_number:92080001234",),
        ),
        Enterprise(name="Công ty TNHH Ánh Dương", tax_code="1801234567", founded="2025-12-01", address="1 Trần Phú"),
        Citizen(name="Trần Thị Ánh Nguyệt", birth_date="2005-05", hamlet="Ấp Thới Hòa", union_member=False),
        Session(
            date="2025-11-20", form="conference", topic="Tên miền .id.vn", place="Hội trường", host="UBND",
            tasks=("I.2", "I.6"), officials=0, households=35, recorder="Lan", cost=1_500_000,
        ),
        Confirmation(date="2025-12-01", requester="Thuế cơ sở", households=3, result="đã xác nhận"),
        TaskReport(task="I.2", period="2025-Q4", result="đã phát loa 12 lượt"),
        Narrative(period="2025-Q4", section="III", text="Người dân còn e ngại."),
        BaseFigure(period="2025-Q4", kind="household", total=1204, source="Thuế cơ sở", as_of="2025-12-14"),
        Difficulty(date="2025-11-20", matter="Hộ chưa có email", proposal="Sở hỗ trợ mẫu đăng ký", answer="đã gửi"),
        ListView(name="Chưa có điện thoại", of="household", filter='{"blank":["phone"]}', columns=("name", "hamlet")),
        ImportBatch(
            of="household", file="hộ kd.xlsx", sheet="Sheet1", taken_at="2025-12-20T08:00:00+07:00", rows=3, imported=2,
            updated=0, skipped=1, shape="ho ten|so cccd", columns=("owner:ho ten",), codes=("sex:gai:female",),
        ),
        Hamlet(name="Khu vực 1", from_="2025-07-01"),
        Signer(name="Lê Văn Ánh", title="KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", from_="2025-07-01", until="2026-12-31"),
        Office(commune="31135", parent="Sở Khoa học và Công nghệ", programme="can-tho", sample=True),
        ReportRecord(period="2025-Q4", issue=1, content="{}", content_hash="0" * 64, rules=("biz-2025",)),
    )  # fmt: skip


def write(database: Path) -> str:
    """Make the register; its recovery code."""
    store, code = Store.create(database, database.parent / "pc", now=lambda: NOW, actor="Lan")
    with store, store.unit("mẫu") as unit:
        saved = {record.KIND: record for record in map(unit.put, people())}
        someone, meeting = saved[Kind.HOUSEHOLD].id, saved[Kind.SESSION].id
        unit.put(Distinction(one=someone, other=saved[Kind.CITIZEN].id))
        unit.put(Reach(session=meeting, candidate=someone))
        unit.put(Registration(candidate=someone, zone="biz.vn", label="bay-dong", services=("website", "email")))
        gone = unit.put(Support(date="2025-12-01", candidate=someone, channel="phone", matter="hỏi", helper="officer"))
        unit.put(Support(date="2025-12-02", person="Bà Sáu", channel="visit", matter="cài đặt", helper="officer"))
        unit.delete(Kind.SUPPORT, gone.id)
    return code


def main() -> None:
    """Put the three files of the present version beside this script."""
    name = f"register-{len(STEPS)}"
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "register.db"
        code = write(database)
        with Store.open(database, database.parent / "pc", now=lambda: NOW, actor="Lan") as store:
            records = {kind.value: [to_values(record) for record in store.all(kind)] for kind in Kind}
        (HERE / f"{name}.db").write_bytes(database.read_bytes())
        (HERE / f"{name}.keys.json").write_bytes(slots_file(database).read_bytes())
    content = {"code": code, "records": records}
    (HERE / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
