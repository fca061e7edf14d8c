import pytest

from vnpresence_desktop.work.desk import commune, communes


def test_one_commune_is_the_same_as_in_the_whole_list() -> None:
    places = communes()
    assert len(places) > 3_000
    for code in (next(iter(places)), "31299", [*places][-1]):
        assert commune(code) == places[code]


@pytest.mark.parametrize("code", ["", "3129", "31299,", "99999", "code"])
def test_what_is_no_code_of_a_commune_is_refused(code: str) -> None:
    with pytest.raises(KeyError):
        commune(code)
