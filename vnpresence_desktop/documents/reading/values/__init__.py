"""What a cell means in the column of a field: the stored value, what was doubtful about it, and what stood there.

Nothing here raises. Readers are made once a column and get cells that are not empty; numbers and dates that already are in
their stored form pass by a short way, since they are most of a list of 100,000 rows.
"""

from vnpresence_desktop.documents.reading.places import HamletNames
from vnpresence_desktop.documents.reading.values.cells import Reader, read_text
from vnpresence_desktop.documents.reading.values.codes import code_reader, hamlet_reader, member_reader
from vnpresence_desktop.documents.reading.values.contacts import phone_reader, read_email
from vnpresence_desktop.documents.reading.values.dates import date_reader
from vnpresence_desktop.documents.reading.values.names import person_reader
from vnpresence_desktop.documents.reading.values.numbers import certificate_reader, id_reader, tax_reader
from vnpresence_desktop.documents.reading.values.options import Options
from vnpresence_desktop.domain.kinds import Kind

DOUBTFUL = frozenset({
    "id_zero_restored", "id_ambiguous", "tax_zero_restored", "date_swapped", "date_day_first", "date_maybe_swapped",
    "date_unreadable", "name_from_owner",
})  # fmt: skip
"""Codes after which the record's field counts as not confirmed."""

PERSONS = {Kind.HOUSEHOLD: "owner", Kind.ENTERPRISE: "representative", Kind.CITIZEN: "name"}
"""The field that holds a person's name; names of businesses keep their letters."""

_NUMBERS = {
    "id_number": id_reader, "tax_code": tax_reader, "certificate_no": certificate_reader, "phone": phone_reader,
}  # fmt: skip
_DATES = frozenset({"certificate_date", "founded", "birth_date"})
_CODES = frozenset({"sex", "state", "wish"})


def column_reader(kind: Kind, field: str, heading: str, options: Options, hamlets: HamletNames) -> Reader:
    """The reader of a field's column.

    Args:
        kind: household, enterprise or citizen.
        field: name of the record's field.
        heading: text over the column.
        options: what a person answered for the file.
        hamlets: made from ``options``.
    """
    if field in _NUMBERS:
        return _NUMBERS[field](zeros=options.zeros.get(field))
    if field in _DATES:
        return date_reader(
            field,
            month_first=field in options.month_first,
            doubted=field in options.doubted_dates,
            swapped=field in options.swapped_dates,
        )
    if field == PERSONS[kind]:
        return person_reader(field, as_typed=field in options.as_typed)
    if field in _CODES:
        return code_reader(field, options.answers(field))
    if field == "hamlet":
        return hamlet_reader(heading, hamlets)
    if field == "union_member":
        return member_reader(options.answers(field))
    return read_email if field == "email" else read_text
