"""Made-up people of the demo: names, birth dates, ID numbers, phones, e-mail addresses that fit each other."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vnpresence_desktop import assets
from vnpresence_desktop.domain.text import fold, words
from vnpresence_desktop.work.demo_chance import Chance, Taken, Weighted


def data(name: str) -> dict[str, Any]:
    """Content of `resources/demo/<name>.toml`."""
    return tomllib.loads(assets.text(f"demo/{name}.toml"))


@dataclass(frozen=True, slots=True)
class Person:
    """One person; everyone has an address and a phone here, the register may lack them.

    Attributes:
        name: full name, family name first.
        sex: "male" or "female".
        born: birth date.
        id_number: twelve digits that agree with sex and birth year.
        phone: ten digits.
        email: at a domain set apart for examples.
    """

    name: str
    sex: str
    born: date
    id_number: str
    phone: str
    email: str

    @property
    def given(self) -> str:
        """Given name (tên), the last word."""
        return self.name.split()[-1]


class People:
    """Makes people; no two have the same ID number or e-mail address."""

    def __init__(self, chance: Chance, source: Mapping[str, Any], taken: Taken) -> None:
        self._chance = chance
        self._taken = taken
        self._families = Weighted.of(source["families"])
        self._middles = {
            (sex, age): Weighted.of(source["middles"][sex][age])
            for sex in ("male", "female")
            for age in ("old", "young")
        }
        self._given: Mapping[str, Any] = source["given"]
        self._provinces = Weighted.of(source["provinces"])
        self._phones = Weighted.of(source["phones"])
        self._emails = Weighted.of(source["emails"])

    def born_between(self, first: date, last: date) -> Person:
        """A person born in that span, most likely in its middle."""
        half = (last - first).days // 2
        return self.born_on(first + timedelta(days=self._chance.below(half + 1) + self._chance.below(half + 1)))

    def born_on(self, born: date) -> Person:
        """A person born on that day."""
        sex = "female" if self._chance.happens(48) else "male"
        name = self._name(sex, "young" if born.year >= self._given["young_from"] else "old")
        return Person(
            name=name,
            sex=sex,
            born=born,
            id_number=self._id_number(sex, born),
            phone=self._chance.pick(self._phones) + self._chance.digits(7),
            email=self._email(name, born),
        )

    def _name(self, sex: str, age: str) -> str:
        family = self._chance.pick(self._families)
        middle = self._chance.pick(self._middles[sex, age])
        choices: Sequence[str] = self._given[sex][age]
        given = self._chance.one(choices)
        while fold(given) in fold(f"{family} {middle}").split():
            given = self._chance.one(choices)
        return f"{family} {middle} {given}"

    def _id_number(self, sex: str, born: date) -> str:
        century_and_sex = (born.year // 100 - 19) * 2 + (sex == "female")
        start = f"{self._chance.pick(self._provinces)}{century_and_sex}{born.year % 100:02d}"
        return self._taken.fresh(lambda: start + self._chance.digits(6))

    def _email(self, name: str, born: date) -> str:
        family, *_, given = words(name).split()
        user = self._taken.claim(f"{given}{family}{born.year % 100:02d}", f"{given}.{family}.{born.year}")
        return f"{user}@{self._chance.pick(self._emails)}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the demo's people live.

    Attributes:
        commune: e.g. "xã Phong Điền".
        province: e.g. "thành phố Cần Thơ".
        hamlets: names with the weight of their people.
        roads: names of roads.
    """

    commune: str
    province: str
    hamlets: Weighted[str]
    roads: tuple[str, ...]

    @classmethod
    def of(cls, source: Mapping[str, Any]) -> "Place":
        """From `resources/demo/commune.toml`."""
        place = source["place"]
        return cls(place["commune"], place["province"], Weighted.of(source["hamlets"]), tuple(place["roads"]))

    def address(self, chance: Chance, hamlet: str) -> str:
        """An address in that hamlet: house or group (tổ) and road where they are known."""
        parts = [] if chance.happens(25) else [_house(chance)]
        if parts and chance.happens(45):
            parts.append(chance.one(self.roads))
        return ", ".join([*parts, hamlet[0].lower() + hamlet[1:], self.commune, self.province])


def _house(chance: Chance) -> str:
    if chance.happens(20):
        return f"Tổ {chance.below(14) + 1}"
    number = f"Số {chance.below(380) + 1}"
    return f"{number}/{chance.below(40) + 1}" if chance.happens(20) else number + chance.one(("", "", "", "A", "B"))
