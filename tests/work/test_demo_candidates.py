"""The people and businesses of the demo are believable, gaps included."""

import re
from collections import Counter, defaultdict
from datetime import date

import pytest
from stdnum.vn import mst

from tests.work.demo_view import person, share
from vnpresence_desktop.domain.dates import full, span, term_end
from vnpresence_desktop.domain.records import Candidate, Citizen, Household
from vnpresence_desktop.work.demo_commune import DAY, DemoCommune


class TestPeople:
    def test_family_names_are_as_frequent_as_in_the_delta(self, candidates: dict[str, Candidate]) -> None:
        names = Counter(person(candidate).split()[0] for candidate in candidates.values())
        assert [name for name, _ in names.most_common(4)] == ["Nguyễn", "Trần", "Lê", "Huỳnh"]
        assert 24 < share(names["Nguyễn"], len(candidates)) < 34
        assert {"Danh", "Thạch", "Khưu", "Quách"} <= set(names), "Khmer and Hoa families"

    def test_middle_names_go_with_the_sex(self, commune: DemoCommune) -> None:
        for item in (*commune.households, *commune.citizens):
            middle = person(item).split()[1]
            assert middle != ("Văn" if item.sex == "female" else "Thị"), item

    def test_the_old_are_named_as_the_old(self, commune: DemoCommune) -> None:
        women = [item for item in commune.households if item.sex == "female" and item.birth_date < "1975"]
        girls = [item for item in commune.citizens if item.sex == "female"]
        assert share(with_thi(women), len(women)) > 60
        assert share(with_thi(girls), len(girls)) < 45

    def test_a_name_does_not_repeat_itself(self, candidates: dict[str, Candidate]) -> None:
        for candidate in candidates.values():
            words = person(candidate).split()
            assert len(words) in (3, 4)
            assert words[-1] not in words[:-1]

    def test_both_sexes_are_there(self, commune: DemoCommune) -> None:
        women = sum(item.sex == "female" for item in (*commune.households, *commune.citizens))
        assert 43 < share(women, 2000) < 53

    def test_an_id_number_fits_the_person(self, commune: DemoCommune) -> None:
        numbers = [(item, item.id_number) for item in (*commune.households, *commune.citizens) if item.id_number]
        for item, number in numbers:
            year = int(item.birth_date[:4])
            assert len(number) == 12
            assert number[3:6] == f"{2 * (year // 100 - 19) + (item.sex == 'female')}{year % 100:02d}"
        home = sum(number[:3] in ("092", "093", "094") for _, number in numbers)
        assert 85 < share(home, len(numbers)) < 98

    def test_an_id_number_is_of_one_person(self, commune: DemoCommune) -> None:
        owners: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for item in (*commune.households, *commune.citizens):
            if item.id_number:
                owners[item.id_number].add((person(item), item.birth_date[:4]))
        assert max(len(names) for names in owners.values()) == 1

    def test_phones_are_of_real_networks(self, candidates: dict[str, Candidate]) -> None:
        network = re.compile(r"0(3[2-9]|5[2689]|7[06-9]|8[1-689]|9\d)\d{7}")
        phones = [candidate.phone for candidate in candidates.values() if candidate.phone]
        assert all(network.fullmatch(phone) for phone in phones)
        assert len({phone[:3] for phone in phones}) > 20

    def test_no_message_can_reach_anybody(self, candidates: dict[str, Candidate]) -> None:
        for candidate in candidates.values():
            assert re.fullmatch(r"([a-z]+\d\d|[a-z]+\.[a-z]+\.\d{4}\d?)@example\.(com|net|org)|", candidate.email)
            assert re.fullmatch(r"(https://[a-z0-9-]+\.example)?", candidate.website)


def with_thi(people: list[Household] | list[Citizen]) -> int:
    return sum("Thị" in person(item).split() for item in people)


class TestHouseholds:
    def test_certificates_look_as_they_did_when_issued(self, commune: DemoCommune) -> None:
        for item in commune.households:
            number, issued = item.certificate_no, item.certificate_date
            if not number:
                assert not issued
            elif issued < "2023-07-01":
                assert re.fullmatch(r"57[A-Z]8\d{6}", number)
            elif issued < "2025-07-01":
                assert mst.is_valid(number)
            else:
                assert item.certificate_issuer == "Phòng Kinh tế xã Phong Điền"
                assert item.id_number in (number, "")

    def test_a_tax_code_is_the_owner_s_number_or_a_right_code(self, commune: DemoCommune) -> None:
        codes = [(item.tax_code, item.id_number) for item in commune.households if item.tax_code]
        assert all(code == number or (not number and len(code) == 12) or mst.is_valid(code) for code, number in codes)
        assert 50 < share(sum(len(code) == 12 for code, _ in codes), 1200) < 75

    def test_some_owners_have_two(self, commune: DemoCommune) -> None:
        owners = Counter((item.owner, item.birth_date[:4], item.home_address) for item in commune.households)
        assert Counter(owners.values())[2] == 35
        assert max(owners.values()) == 2
        certificates = Counter(item.certificate_no for item in commune.households if item.certificate_no)
        assert max(certificates.values()) == 1, "each of them has its own certificate"

    def test_an_owner_was_of_age(self, commune: DemoCommune) -> None:
        for item in commune.households:
            if item.certificate_date:
                assert int(item.certificate_date[:4]) - int(item.birth_date[:4]) >= 18

    def test_trades_are_mixed(self, commune: DemoCommune) -> None:
        trades = Counter(item.trade for item in commune.households)
        assert len(trades) > 14
        assert 12 < share(trades.most_common(1)[0][1], 1200) < 25

    def test_everyone_lives_in_a_hamlet_of_the_commune(
        self, commune: DemoCommune, candidates: dict[str, Candidate]
    ) -> None:
        hamlets = {hamlet.name for hamlet in commune.hamlets}
        assert {candidate.hamlet for candidate in candidates.values()} == hamlets
        for item in commune.households:
            assert item.home_address.endswith(f"ấp {item.hamlet.removeprefix('Ấp ')}, xã Phong Điền, thành phố Cần Thơ")


class TestEnterprises:
    def test_tax_codes_are_right_and_given_to_nobody(self, commune: DemoCommune) -> None:
        codes = [item.tax_code for item in commune.enterprises]
        assert all(mst.is_valid(code) and code.startswith("1809") for code in codes)
        assert len(set(codes)) == 90

    def test_every_sixth_is_older_than_a_year(self, commune: DemoCommune) -> None:
        ends = [term_end(founded, 1) for item in commune.enterprises if (founded := full(item.founded))]
        assert len(ends) == 90
        assert sum(end < DAY for end in ends) == 16
        assert sum(date(2025, 10, 15) < end < DAY for end in ends) == 4, "entitled in autumn, no longer in December"

    def test_names_tell_the_form_and_differ(self, commune: DemoCommune) -> None:
        starts = {
            "llc1": "Công ty TNHH MTV ",
            "llc": "Công ty TNHH ",
            "jsc": "Công ty Cổ phần ",
            "private": "Doanh nghiệp tư nhân ",
        }
        assert all(item.name.startswith(starts[item.legal_form]) for item in commune.enterprises)
        assert len({item.name for item in commune.enterprises}) == 90
        titles = {item.representative_title for item in commune.enterprises if item.legal_form == "private"}
        assert titles == {"Chủ doanh nghiệp"}


class TestCitizens:
    def test_most_are_of_the_programme_s_age(self, commune: DemoCommune) -> None:
        ages = Counter(age(days[0]) for item in commune.citizens if (days := span(item.birth_date)))
        assert set(ages) <= set(range(17, 29))
        assert {17, 18, 22, 23, 24, 25, 26} <= set(ages)
        assert 85 < share(sum(ages[year] for year in range(18, 24)), 800) < 97

    def test_schools_go_with_the_age(self, commune: DemoCommune) -> None:
        pupils = [item for item in commune.citizens if item.birth_date > "2007-12-14" and item.birth_date[:4] == "2008"]
        assert pupils
        assert all("THPT" in item.school or "GDNN" in item.school for item in pupils)

    def test_some_cards_were_scanned(self, commune: DemoCommune) -> None:
        scanned = [item for item in commune.citizens if item.source == "scan"]
        assert 60 < len(scanned) < 140
        assert all(item.id_number and len(item.birth_date) == 10 for item in scanned)


def age(born: date) -> int:
    return DAY.year - born.year - ((DAY.month, DAY.day) < (born.month, born.day))


class TestImperfections:
    """What real lists lack, lacks here too, now and then."""

    @pytest.mark.parametrize(
        ("group", "field", "least", "most"),
        [
            ("households", "email", 80, 200),
            ("households", "phone", 20, 60),
            ("households", "id_number", 10, 45),
            ("households", "certificate_no", 8, 35),
            ("households", "tax_code", 80, 190),
            ("enterprises", "email", 1, 12),
            ("citizens", "email", 15, 60),
            ("citizens", "phone", 5, 35),
            ("citizens", "id_number", 4, 35),
        ],
    )
    def test_a_field_is_empty_here_and_there(
        self, commune: DemoCommune, group: str, field: str, least: int, most: int
    ) -> None:
        assert least <= sum(not getattr(item, field) for item in getattr(commune, group)) <= most

    def test_some_birth_dates_are_partial(self, commune: DemoCommune) -> None:
        lengths = Counter(len(item.birth_date) for item in (*commune.households, *commune.citizens))
        assert set(lengths) == {4, 7, 10}
        assert 20 < lengths[4] < 70

    @pytest.mark.parametrize(
        ("group", "least", "most"), [("households", 12, 40), ("enterprises", 1, 5), ("citizens", 4, 20)]
    )
    def test_a_few_are_no_longer_active_since_a_day(
        self, commune: DemoCommune, group: str, least: int, most: int
    ) -> None:
        gone = [item for item in getattr(commune, group) if item.state != "active"]
        assert least <= len(gone) <= most
        assert all(item.state_on for item in gone)
        assert all(not item.state_on for item in getattr(commune, group) if item.state == "active")
