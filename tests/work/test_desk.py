from pathlib import Path

import pytest

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.desk import RULES_FOLDER, commune, communes, load_rules


def test_one_commune_is_the_same_as_in_the_whole_list() -> None:
    places = communes()
    assert len(places) > 3_000
    for code in (next(iter(places)), "31299", [*places][-1]):
        assert commune(code) == places[code]


@pytest.mark.parametrize("code", ["", "3129", "31299,", "99999", "code"])
def test_what_is_no_code_of_a_commune_is_refused(code: str) -> None:
    with pytest.raises(KeyError):
        commune(code)


@pytest.mark.parametrize("content", [b"[[rule]]\nid = 1\n", b"\xff\xfe", b"[[rule"])
def test_a_rules_file_that_can_t_be_read_is_named_with_its_folder(tmp_path: Path, content: bytes) -> None:
    (tmp_path / RULES_FOLDER).mkdir()
    (tmp_path / RULES_FOLDER / "gia-hạn.toml").write_bytes(content)
    with pytest.raises(UserError, match=r"“gia-hạn\.toml”.*“quy-dinh”") as caught:
        load_rules(tmp_path)
    assert "gia-hạn.toml" in caught.value.title
