"""The line above every page says what is known of today, and no more."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.free_period import known_today


@pytest.mark.parametrize(
    ("day", "level", "said", "unsaid"),
    [
        ((2025, 10, 3), "ok", "biz.vn: miễn phí đến hết ngày 31/12/2025; id.vn: miễn phí", "chưa xác minh"),
        ((2025, 12, 31), "ok", "id.vn: miễn phí đến hết ngày 31/12/2025", "không có thời gian"),
        ((2026, 1, 1), "warning", "id.vn: thông tin gia hạn miễn phí đến 31/12/2026 chưa xác minh", "id.vn: miễn phí"),
        ((2026, 11, 24), "warning", "biz.vn: không có thời gian miễn phí nào được biết", "biz.vn: miễn phí"),
        ((2027, 1, 1), "warning", "id.vn: không có thời gian miễn phí nào được biết", "chưa xác minh"),
        ((2025, 10, 2), "warning", "biz.vn: không có thời gian miễn phí nào được biết", "đến hết ngày"),
    ],
)
def test_what_is_known_of_a_day(tmp_path: Path, day: tuple[int, int, int], level: str, said: str, unsaid: str) -> None:
    def clock() -> datetime:
        return datetime(*day, 8, tzinfo=UTC)

    store, _ = Store.create(tmp_path / "register.db", tmp_path / "pc", now=clock, actor="Lan")
    with store:
        found, words = known_today(Desk(tmp_path, store, load_rules(tmp_path), clock))
    assert found == level
    assert said in words
    assert unsaid not in words
    assert ("Mọi việc khác vẫn ghi nhận" in words) is (level == "warning")


def test_an_extension_brought_by_usb_is_known_from_its_first_day(tmp_path: Path) -> None:
    from vnpresence_desktop import assets

    shipped = assets.text("rules/kh-103-can-tho.toml").split("[[rule]]")[1]
    extension = "[[rule]]" + shipped.replace("kh103-household-2025", "gia-han-2026").replace(
        "2025-10-03", "2026-02-01"
    ).replace("2025-12-31", "2026-12-31")
    (tmp_path / "quy-dinh").mkdir()
    (tmp_path / "quy-dinh" / "gia-han.toml").write_text(extension, encoding="utf-8")
    rules = load_rules(tmp_path)
    assert "gia-han-2026" in {rule.id for rule in rules}

    def clock() -> datetime:
        return datetime(2026, 3, 1, tzinfo=UTC)

    store, _ = Store.create(tmp_path / "register.db", tmp_path / "pc", now=clock, actor="Lan")
    with store:
        assert "biz.vn: miễn phí đến hết ngày 31/12/2026" in known_today(Desk(tmp_path, store, rules, clock))[1]
