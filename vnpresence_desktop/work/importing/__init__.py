"""Taking lists in: look, repair, decide, write, take back.

A file is opened once (`open_list`); how it is read (`Choices`) and what becomes of its rows (`Decisions`) are values that the
officer changes as often as wished, and each time everything is worked out anew from them (`work_out`), so that what is
shown is what `take_in` will write.
"""

from vnpresence_desktop.documents.reading.choices import Area, Choices, Options, Spelling
from vnpresence_desktop.documents.reading.lists import readable_fields, required_fields
from vnpresence_desktop.documents.reading.workbook import PasswordNeeded, Workbook
from vnpresence_desktop.work.importing.batches import batches, take_back
from vnpresence_desktop.work.importing.cells import in_file
from vnpresence_desktop.work.importing.decisions import Decisions, OnMatch
from vnpresence_desktop.work.importing.matching import Fate, Match
from vnpresence_desktop.work.importing.outlook import Imported, Line, Outlook, Progress, RowProblem
from vnpresence_desktop.work.importing.questions import Ask, Question, answered, questions
from vnpresence_desktop.work.importing.taking import import_list, look_again, open_list, take_in, work_out
from vnpresence_desktop.work.importing.wrong_rows import export_wrong

__all__ = [
    "Area", "Ask", "Choices", "Decisions", "Fate", "Imported", "Line", "Match", "OnMatch", "Options", "Outlook",
    "PasswordNeeded", "Progress", "Question", "RowProblem", "Spelling", "Workbook", "answered", "batches",
    "export_wrong", "import_list", "in_file", "look_again", "open_list", "questions", "readable_fields",
    "required_fields", "take_back", "take_in", "work_out",
]  # fmt: skip
