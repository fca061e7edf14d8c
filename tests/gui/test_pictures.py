"""What the states of a field look like, judged from its picture: colours, ring, icon, star, no text cut."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.pictures import LOOKS, Shot, cut_texts, looking, same, settle
from tests.gui.sample import HAMLETS, TODAY
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.gui.fields import FieldBox
from vnpresence_desktop.gui.form import Field, Form, Group, Input
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.parts import button
from vnpresence_desktop.gui.tokens import Tokens, contrast

WORDS = "Số giấy chứng nhận gồm 2 chữ số, 1 chữ cái rồi 8 và 6 chữ số; đang có 9 ký tự, hãy kiểm tra kỹ."
SEVERITIES = {"hint": Severity.HINT, "warning": Severity.WARNING, "error": Severity.ERROR}
MESSAGE_COLOURS = {"hint": "muted", "ok": "ok", "warning": "warning", "error": "error"}
GROUNDS = {"": ("edge", "surface"), "hint": ("edge", "surface"), "error": ("error", "error_soft"),
           "warning": ("warning", "warning_soft"), "disabled": ("line", "raised")}  # fmt: skip
"""By state: colours of the border and of what lies within."""
STATES = (*GROUNDS, "ok", "read-only")


@pytest.fixture(params=LOOKS)
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Tokens]:
    """Every look of the window in turn; the cursor stands still."""
    with looking(qapp, request.param) as shown:
        yield shown


@pytest.fixture
def form(qtbot: QtBot, colours: Tokens) -> Iterator[Form]:
    """A field of every kind, each required; the keyboard is elsewhere."""
    described = [
        Field(name=kind.value, label="Ngày cấp giấy, kỹ", input=kind, required=True, hint="ví dụ: gỹ", choices=HAMLETS)
        for kind in Input
    ]
    window = QWidget()
    qtbot.addWidget(window)
    made, column, other = Form([Group(title="Ô", fields=described)], lambda: TODAY), QVBoxLayout(window), QPushButton()
    column.addWidget(made)
    column.addWidget(other)
    window.resize(900, 1500)
    with qtbot.waitActive(window):
        window.show()
    made.set_values({"text": "Quán gỹ", "long": "Quán gỹ", "choice": "h2"})
    other.setFocus()
    settle()
    yield made
    window.hide()


def boxes(form: Form) -> list[FieldBox]:
    return form.findChildren(FieldBox)


def enter(form: Form, state: str) -> None:
    """Bring every field into a state."""
    problems = [problem(box.field.name, "any", SEVERITIES[state]) for box in boxes(form) if state in SEVERITIES]
    form.show_problems(problems, lambda _: WORDS)
    for box in boxes(form):
        box.leave()
        box.editor.widget.setEnabled(state != "disabled")
        if isinstance(box.editor.widget, QLineEdit | QPlainTextEdit):
            box.editor.widget.setReadOnly(state == "read-only")
        if state == "ok":
            line(box).say("ok", WORDS)
    settle()


def line(box: FieldBox) -> MessageLine:
    found = box.findChild(MessageLine)
    assert isinstance(found, MessageLine)
    return found


def part(widget: QWidget, kind: type[QWidget]) -> QWidget:
    found = widget.findChild(kind)
    assert isinstance(found, QWidget)
    return found


def test_a_border_of_one_pixel_and_the_ground_say_the_state(form: Form, colours: Tokens) -> None:
    for state, names in GROUNDS.items():
        enter(form, state)
        border, ground = (getattr(colours, name) for name in names)
        for box in boxes(form):
            shot = Shot(box.editor.widget)
            assert shot.ring(0) == {border}, (state, box.field.name)
            assert shot.ring(1) == {ground}, (state, box.field.name)
            assert shot.ground == ground, (state, box.field.name)


def test_the_keyboard_is_a_ring_of_two_pixels_all_round(form: Form, colours: Tokens) -> None:
    for state in ("", "error", "warning"):
        enter(form, state)
        for box in boxes(form):
            box.editor.widget.setFocus()
            settle()
            shot = Shot(box.editor.widget)
            assert shot.ring(0) == shot.ring(1) == {colours.focus}, (state, box.field.name)
            assert colours.focus not in shot.ring(2), (state, box.field.name)
            assert shot.ground == getattr(colours, GROUNDS[state][1]), (state, box.field.name)


def test_the_line_below_says_it_in_words_and_an_icon_of_one_colour(form: Form, colours: Tokens) -> None:
    for state, name in MESSAGE_COLOURS.items():
        enter(form, state)
        wanted = getattr(colours, name)
        for box in boxes(form):
            words, icon = part(line(box), QLabel), part(line(box), Picture)
            assert (Shot(words).ground, same(Shot(words).ink, wanted)) == (colours.surface, True), (
                state,
                box.field.name,
            )
            assert icon.isVisible() == (state != "hint")
            assert state == "hint" or same(Shot(icon).ink, wanted), (state, box.field.name)


def test_icons_differ_without_their_colour(form: Form) -> None:
    drawn = []
    for state in ("ok", "warning", "error"):
        enter(form, state)
        shot = Shot(part(line(boxes(form)[0]), Picture))
        drawn.append([[point == shot.rows[0][0] for point in row] for row in shot.rows])
    assert all(one != two for one, two in combinations(drawn, 2))


def test_the_star_of_what_is_required_is_red(form: Form, colours: Tokens) -> None:
    stars = [item for item in form.findChildren(QLabel) if item.text() == "*"]
    assert len(stars) == len(Input)
    assert all(same(Shot(star).ink, colours.error) for star in stars)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_can_only_be_read_looks_so(form: Form, colours: Tokens, kind: type[QWidget]) -> None:
    enter(form, "read-only")
    shot = Shot(part(form, kind))
    assert (shot.ring(0), shot.ground) == ({colours.edge}, colours.raised)


def test_in_every_state_what_was_typed_can_be_read_and_no_text_is_cut(form: Form) -> None:
    for state in STATES:
        enter(form, state)
        for name in ("text", "long", "choice"):
            assert Shot(form.widget(name), margin=4).contrast >= 4.5, (state, name)
        assert cut_texts(form) == [], state


def test_a_text_without_room_is_found(form: Form) -> None:
    words = part(line(boxes(form)[0]), QLabel)
    for width, height in ((words.width(), words.height() - 3), (20, words.height())):
        words.setFixedSize(width, height)
        settle()
        assert len(cut_texts(form)) == 1


@pytest.mark.parametrize("name", ["text", "suggest", "long", "many"])
def test_every_state_has_a_picture_of_its_own_and_always_the_same(form: Form, name: str) -> None:
    box = next(item for item in boxes(form) if item.field.name == name)
    first, second = ([state_shot(form, box, state) for state in shown_states(box)] for _ in range(2))
    assert first == second
    assert all(one != two for one, two in combinations(first, 2))


def shown_states(box: FieldBox) -> list[str]:
    """All states there are for this kind of field, and the keyboard in it."""
    readable = isinstance(box.editor.widget, QLineEdit | QPlainTextEdit)
    return [state for state in (*STATES, "focused") if readable or state != "read-only"]


def state_shot(form: Form, box: FieldBox, state: str) -> Shot:
    enter(form, state)
    if state == "focused":
        box.editor.widget.setFocus()
    else:
        part(form.window(), QPushButton).setFocus()
    settle()
    return Shot(box)


# -- the one main action


def test_the_main_action_stands_out_only_while_it_can_be_done(qtbot: QtBot, colours: Tokens) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    usual, main, other = (button("Lưu và nhập tiếp", window.close, kind=kind) for kind in ("", "primary", ""))
    for item in (usual, main, other):
        column.addWidget(item)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    settle()
    can, plain = Shot(main), Shot(usual)
    main.setEnabled(False)
    settle()
    cannot = Shot(main)
    assert (can.ground, can.ring(0), same(can.ink, colours.on_primary)) == (colours.primary, {colours.primary}, True)
    assert (cannot.ground, cannot.ring(0), same(cannot.ink, colours.muted)) == (colours.raised, {colours.line}, True)
    assert min(can.contrast, cannot.contrast, plain.contrast) >= 4.5
    assert min(contrast(can.ground, other) for other in (plain.ground, cannot.ground)) >= 3
