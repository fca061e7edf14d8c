"""Columns share the room: nothing is lost, nobody falls below the least, what is left goes to the one that stretches."""

from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.gui.widths import Span, shared

SPANS = st.lists(
    st.tuples(st.integers(1, 400), st.integers(1, 400)).map(lambda two: Span(max(two), min(two))), min_size=1
)


@given(SPANS, st.integers(0, 3000), st.booleans())
def test_the_room_is_shared(spans: list[Span], room: int, stretches: bool) -> None:
    widths = shared(spans, room, 0 if stretches else None)
    wanted, least = sum(span.wanted for span in spans), sum(span.least for span in spans)
    assert all(width >= span.least for width, span in zip(widths, spans, strict=True))
    if least <= room <= wanted or (stretches and room > wanted):
        assert sum(widths) == room
    else:
        assert sum(widths) == (least if room < least else wanted)
    if not stretches or room <= wanted:
        assert all(width <= span.wanted for width, span in zip(widths, spans, strict=True))


def test_who_has_more_to_give_gives_more() -> None:
    assert shared([Span(100, 50), Span(100, 100), Span(200, 50)], 300) == [75, 100, 125]
