"""Values in DER: one way to write each (ITU-T X.690 §10). Readers of BER take several, and a changed byte might pass."""

_MANY_BYTES = 0x80
_CONSTRUCTED = 0x20
_LONG_TAG = 0x1F
_LENGTH_BYTES = 4


def first_value(data: bytes) -> bytes:
    """The first value in `data`, its head included, checked to be in DER down to its leaves.

    Raises:
        ValueError: cut short, or written in another way than DER.
    """
    start, stop = _span(data, 0, len(data))
    _walk(data, 0, stop, start)
    return data[:stop]


def children(value: bytes) -> list[bytes]:
    """The values that a constructed value consists of. Raises ValueError, see `first_value`."""
    start, stop = _span(value, 0, len(value))
    found = []
    while start < stop:
        _, end = _span(value, start, stop)
        found.append(value[start:end])
        start = end
    return found


def _walk(data: bytes, place: int, stop: int, start: int) -> None:
    """Check the value whose head begins at `place`, whose content goes from `start` to `stop`."""
    if not data[place] & _CONSTRUCTED:
        return
    while start < stop:
        place = start
        inner, start = _span(data, place, stop)
        _walk(data, place, start, inner)


def _span(data: bytes, place: int, limit: int) -> tuple[int, int]:
    """Where the content of the value at `place` begins and ends."""
    if place + 2 > limit or data[place] & _LONG_TAG == _LONG_TAG:
        raise ValueError("no DER value")
    length, start = data[place + 1], place + 2
    if length >= _MANY_BYTES:
        count = length - _MANY_BYTES
        length = int.from_bytes(data[start : start + count], "big")
        start += count
        if not 1 <= count <= _LENGTH_BYTES or length < _MANY_BYTES or length.bit_length() <= 8 * (count - 1):
            raise ValueError("a length that is not in DER")
    if start + length > limit:
        raise ValueError("a value cut short")
    return start, start + length
