"""Several files together: all of them, or none has changed."""

import os
from pathlib import Path

import pytest

from vnpresence_desktop.documents.files import write_together, written_together
from vnpresence_desktop.domain.problems import UserError


def test_files_and_their_folder_are_made(tmp_path: Path) -> None:
    one, two = tmp_path / "mới" / "một.pdf", tmp_path / "mới" / "hai.xlsx"
    write_together({one: b"1", two: b"2"})
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    assert sorted(path.name for path in one.parent.iterdir()) == ["hai.xlsx", "một.pdf"]


def test_when_one_place_is_taken_by_a_folder_nothing_changes(tmp_path: Path) -> None:
    one, two = tmp_path / "a.pdf", tmp_path / "b.xlsx"
    one.write_bytes(b"old")
    two.mkdir()
    with pytest.raises(UserError) as told:
        write_together({one: b"new", two: b"new"})
    assert told.value.advice
    assert one.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.xlsx"]


def test_the_file_that_was_asked_for_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a file open in Excel can't be replaced; the error then names the file beside it first."""

    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(UserError, match=r"“Báo cáo\.xlsx”"):
        write_together({tmp_path / "Báo cáo.xlsx": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_taken_back_when_its_companion_fails(tmp_path: Path) -> None:
    two = tmp_path / "b.xlsx"
    two.mkdir()
    with pytest.raises(UserError):
        write_together({tmp_path / "a.pdf": b"new", two: b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(UserError) as told:
        write_together({tmp_path / "x" / "a.pdf": b""})
    assert os.strerror(20) not in str(told.value)


def test_files_stand_while_what_is_kept_of_them_is_committed_and_are_taken_back_where_it_is_not(tmp_path: Path) -> None:
    old, new = tmp_path / "a.pdf", tmp_path / "b.xlsx"
    old.write_bytes(b"old")
    with pytest.raises(LookupError), written_together({old: b"new", new: b"new"}):  # noqa: PT012 - read inside the block
        assert (old.read_bytes(), new.read_bytes()) == (b"new", b"new")
        raise LookupError
    assert old.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
