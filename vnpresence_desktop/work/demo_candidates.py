"""The demo's register of candidates: household businesses, enterprises, young citizens, with the gaps real lists have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vnpresence_desktop.domain.dates import birthday
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household
from vnpresence_desktop.work.demo_chance import Chance, Taken, Weighted, stamped_id
from vnpresence_desktop.work.demo_people import People, Person, Place

DAY = date(2025, 12, 14)
"""The day of the demo: last day of quý IV/2025 (preset nd09)."""
LISTED = date(2025, 10, 4)
"""Day on which the lists were taken into the register; who came later was typed in on its own day."""

_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_AGES = Weighted.of({17: 4, 18: 32, 19: 37, 20: 38, 21: 36, 22: 33, 23: 10, 24: 4, 25: 3, 26: 1, 27: 2})
_ELDER = date(1966, 1, 1)


def tax_code(chance: Chance, start: str) -> str:
    """Ten digits that begin with ``start`` and end with a right check digit (mã số thuế)."""
    while True:
        body = start + chance.digits(9 - len(start))
        rest = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, body, strict=True)) % 11
        if rest:
            return f"{body}{10 - rest}"


def _state(chance: Chance, begun: date, states: tuple[str, ...], percent: float) -> dict[str, Any]:
    """State and its day: nearly all are active."""
    first = max(begun, date(2025, 7, 1))
    if not chance.happens(percent) or first >= date(2025, 12, 10):
        return {}
    return {"state": chance.one(states), "state_on": chance.day(first, date(2025, 12, 10)).isoformat()}


def _contact(chance: Chance, person: Person, *, no_phone: float, no_email: float) -> dict[str, Any]:
    """Phone and e-mail, missing in that percentage of the lists."""
    return {
        "phone": "" if chance.happens(no_phone) else person.phone,
        "email": "" if chance.happens(no_email) else person.email,
    }


def _origin(begun: date, file: str) -> tuple[str, date]:
    """Source and day of entry of a record."""
    return (f"file:{file}", LISTED) if begun <= LISTED else ("typed", begun)


class Households:
    """Makes household businesses; some owners have a second one."""

    def __init__(self, seed: int, people: Mapping[str, Any], businesses: Mapping[str, Any], place: Place) -> None:
        self._seed = seed
        self._chance = Chance(seed, "households")
        self._taken = Taken()
        self._people = People(self._chance, people, self._taken)
        self._place = place
        self._trades = Weighted.rows(businesses["trades"])
        self._prefix: str = businesses["households"]["prefix"]
        self._ranks: list[str] = businesses["households"]["ranks"]
        self._certificates: list[dict[str, Any]] = businesses["certificates"]

    def make(self, count: int) -> tuple[Household, ...]:
        """That many, every 34th being the second one of an owner before it."""
        made: list[Household] = []
        owners: list[Person] = []
        for number in range(count):
            second = number % 34 == 33
            owner = owners[-7] if second else self._people.born_between(date(1950, 1, 1), date(2004, 6, 30))
            owners.append(owner)
            made.append(self._household(number, owner, made[-7] if second else None))
        return tuple(made)

    def _household(self, number: int, owner: Person, first: Household | None) -> Household:
        chance = self._chance
        trade = chance.pick(self._trades)
        begun = self._begun(owner)
        hamlet = first.hamlet if first else chance.pick(self._place.hamlets)
        home = first.home_address if first else self._place.address(chance, hamlet)
        source, entered = _origin(begun, "ho_kinh_doanh.xlsx")
        return Household(
            id=stamped_id(self._seed, "household", number, entered),
            source=source,
            name=self._name(owner, trade["sign"]),
            owner=owner.name,
            hamlet=hamlet,
            birth_date=str(owner.born.year) if chance.happens(2) else owner.born.isoformat(),
            sex=owner.sex,
            business_address=home if not first and chance.happens(70) else self._place.address(chance, hamlet),
            home_address=home,
            trade=trade["trade"],
            **self._numbers(owner, begun),
            **_contact(chance, owner, no_phone=3, no_email=24 if owner.born < _ELDER else 7),
            **_state(chance, begun, ("ceased", "ceased", "suspended", "moved"), 2.5),
        )

    def _begun(self, owner: Person) -> date:
        """Day of the certificate: the owner is of age, later days are likelier."""
        first = max(date(2006, 1, 3), birthday(owner.born, 18))
        last = date(2025, 12, 5)
        return max(self._chance.day(first, last), self._chance.day(first, last))

    def _name(self, owner: Person, sign: str) -> str:
        chance = self._chance
        middle = owner.name.split()[-2]
        before = chance.one(("", middle, chance.one(self._ranks)))
        own = owner.given if before in ("", "Thị", "Văn", owner.given) else f"{before} {owner.given}"
        if chance.happens(6):
            return f"{self._prefix} {owner.name}"
        return f"{self._prefix} {sign} {own}" if chance.happens(22) else f"{sign} {own}"

    def _numbers(self, owner: Person, begun: date) -> dict[str, Any]:
        """Certificate, ID number and tax code, of the forms in use when the certificate was issued."""
        chance = self._chance
        form = next(entry for entry in self._certificates if begun.isoformat() <= entry["until"])
        old_tax = self._taken.fresh(lambda: tax_code(chance, "8"))
        plain = self._taken.fresh(lambda: f"57{chance.one('GGGGAC')}8{chance.digits(6)}")
        number = {"district": plain, "tax_code": old_tax, "id_number": owner.id_number}[form["number"]]
        tax = chance.one(("", old_tax, old_tax, *[owner.id_number] * 6))
        known = {
            "certificate_no": number,
            "certificate_date": begun.isoformat(),
            "certificate_issuer": form["issuer"],
        }
        return {
            **({} if chance.happens(1.5) else known),
            "id_number": "" if chance.happens(2) else owner.id_number,
            "tax_code": tax,
        }


class Enterprises:
    """Makes enterprises; some are older than one year on the day of the demo."""

    def __init__(self, seed: int, people: Mapping[str, Any], businesses: Mapping[str, Any], place: Place) -> None:
        self._seed = seed
        self._chance = Chance(seed, "enterprises")
        self._taken = Taken()
        self._people = People(self._chance, people, self._taken)
        self._place = place
        source = businesses["enterprises"]
        self._forms = Weighted.rows(source["forms"])
        self._fields = Weighted.rows(source["fields"])
        self._brands: list[str] = source["brands"]
        self._tax_prefix: str = source["tax_prefix"]

    def make(self, count: int) -> tuple[Enterprise, ...]:
        """That many, 18 % of them founded more than a year ago, a quarter of those only just."""
        old = count * 18 // 100
        spans = [(date(2019, 3, 1), date(2024, 9, 30))] * (old - old // 4)
        spans += [(date(2024, 10, 20), date(2024, 12, 10))] * (old // 4)
        spans += [(date(2024, 12, 20), date(2025, 12, 5))] * (count - old)
        return tuple(
            self._enterprise(number, self._chance.day(*span))
            for number, span in enumerate(self._chance.shuffled(spans))
        )

    def _enterprise(self, number: int, founded: date) -> Enterprise:
        chance = self._chance
        form, field = chance.pick(self._forms), chance.pick(self._fields)
        person = self._people.born_between(date(1965, 1, 1), date(2001, 12, 31))
        hamlet = chance.pick(self._place.hamlets)
        source, entered = _origin(founded, "doanh_nghiep.xlsx")
        return Enterprise(
            id=stamped_id(self._seed, "enterprise", number, entered),
            source=source,
            name=self._name(form["prefix"], field["name"], person),
            tax_code=self._taken.fresh(lambda: tax_code(chance, self._tax_prefix)),
            legal_form=form["code"],
            founded=founded.isoformat(),
            address=self._place.address(chance, hamlet),
            representative=person.name,
            representative_title=form["title"],
            hamlet=hamlet,
            trade=field["trade"],
            **_contact(chance, person, no_phone=2, no_email=5),
            **_state(chance, founded, ("suspended", "ceased"), 2.5),
        )

    def _name(self, prefix: str, field: str, person: Person) -> str:
        brands = [*self._brands, f"{person.name.split()[-2].replace('Thị', 'Cô')} {person.given}"]
        return self._taken.fresh(lambda: f"{prefix} {field} {self._chance.one(brands)}")


@dataclass(frozen=True, slots=True)
class _Schools:
    pupil: Weighted[str]
    student: Weighted[str]
    worker: Weighted[str]

    def of_age(self, age: int) -> Weighted[str]:
        if age < 18:
            return self.pupil
        return self.student if age < 24 else self.worker


class Citizens:
    """Makes young citizens from 17 to 27, most of them from 18 to 23."""

    def __init__(self, seed: int, people: Mapping[str, Any], commune: Mapping[str, Any], place: Place) -> None:
        self._seed = seed
        self._chance = Chance(seed, "citizens")
        self._people = People(self._chance, people, Taken())
        self._place = place
        self._schools = _Schools(**{name: Weighted.of(weights) for name, weights in commune["schools"].items()})

    def make(self, count: int) -> tuple[Citizen, ...]:
        """That many."""
        return tuple(self._citizen(number) for number in range(count))

    def _citizen(self, number: int) -> Citizen:
        chance = self._chance
        age = chance.pick(_AGES)
        person = self._people.born_on(birthday(DAY, -age) - timedelta(days=chance.below(365)))
        hamlet = chance.pick(self._place.hamlets)
        scanned = chance.happens(12)
        entered = chance.day(date(2025, 10, 11), date(2025, 11, 22)) if scanned else LISTED
        return Citizen(
            id=stamped_id(self._seed, "citizen", number, entered),
            source="scan" if scanned else "file:thanh_nien.xlsx",
            name=person.name,
            birth_date=person.born.isoformat()[: 10 if scanned else chance.one((10,) * 58 + (4, 7))],
            sex=person.sex,
            id_number="" if not scanned and chance.happens(2) else person.id_number,
            home_address=self._place.address(chance, hamlet),
            hamlet=hamlet,
            school=chance.pick(self._schools.of_age(age)),
            union_member=chance.one((True, True, True, False, False, None)),
            **_contact(chance, person, no_phone=2, no_email=4),
            **_state(chance, person.born, ("moved",), 1.5),
        )
