"""A card scanned into an open form leaves nothing of it in the draft, however unluckily the draft is written meanwhile."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import let_go, present
from tests.gui.pages.candidates_setting import HOA, RECORDS, acts, register, text_of
from tests.gui.scanner_hands import LINE, Hands
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.scanner import Scanner


@pytest.fixture
def drafts() -> list[dict[str, Value]]:
    """Every draft that is written."""
    return []


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path, drafts: list[dict[str, Value]]) -> Iterator[CandidatesPage]:
    with register(tmp_path, RECORDS) as desk:
        plain = acts(desk, Kind.HOUSEHOLD)

        def keep_draft(key: str, values: dict[str, Value]) -> None:
            drafts.append(dict(values))
            plain.keep_draft(key, values)

        made = CandidatesPage(Kind.HOUSEHOLD, dataclasses.replace(plain, keep_draft=keep_draft))
        present(qtbot, made, 1100, 700)
        made.arrive()
        yield made
        made.may_leave()
        made.hide()
        assert desk.store.drafts() == []
        let_go(qapp)


@pytest.mark.parametrize("field", ["owner", "certificate_date", "hamlet", "phone", "note"])
def test_no_draft_holds_what_was_on_the_card(
    field: str, page: CandidatesPage, drafts: list[dict[str, Value]], qtbot: QtBot, qapp: QApplication
) -> None:
    hands, heard = Hands(), list[str]()
    scanner = Scanner(qapp, hands.stamp)
    scanner.scanned.connect(heard.append)
    page.open_record("hoa")
    hands.window = page.window()
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    page.form.form.widget(field).setFocus()
    before = page.form.form.values()
    for letter in LINE:
        hands.press(letter)
        page.form.draft.keep()  # as if its time came at every key
    hands.key(Qt.Key.Key_Return)
    page.form.draft.keep()
    assert heard == [LINE]
    assert page.form.form.values() == before
    assert text_of(page, "owner") == HOA.owner
    kept = " ".join(str(value) for draft in drafts for value in draft.values())
    assert not [part for part in ("0922", "2030", "361234567", "NGUY", "1508", "2021", "|") if part in kept]
    assert page.form.form.widget(field).hasFocus()
    scanner.stop()
