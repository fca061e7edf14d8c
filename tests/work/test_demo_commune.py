"""The demo is the same everywhere, every record can be saved, and the office is ready to report."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from tests.work.demo_view import canonical
from vnpresence_desktop import assets
from vnpresence_desktop.domain.checks import check, missing
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.fields import from_values, to_values
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.periods import Preset, parse_period, reported_days
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.domain.programme import parse_programme
from vnpresence_desktop.domain.records import Candidate, Reach, Record, reach_id
from vnpresence_desktop.work.demo_commune import DAY, PERIOD, DemoCommune, make_commune

FROZEN = "e27fff65b4045d7310bec406c4962f639799ea4b74c6f8883c5926bc638a3b64"
"""SHA-256 of every record of the demo. A change of the demo is a change of this line, on purpose."""


BEGUN = date(2025, 10, 3)


class TestSameEverywhere:
    def test_the_demo_is_frozen(self, commune: DemoCommune) -> None:
        assert hashlib.sha256(canonical(commune)).hexdigest() == FROZEN

    def test_twice_in_a_process_and_once_in_another_it_is_the_same(self, commune: DemoCommune) -> None:
        code = (
            "import hashlib; from tests.work.demo_view import canonical;"
            "from vnpresence_desktop.work.demo_commune import make_commune;"
            "print(hashlib.sha256(canonical(make_commune())).hexdigest())"
        )
        other = subprocess.run(
            [sys.executable, "-X", "utf8=0", "-c", code],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": "4", "TZ": "America/Lima", "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        assert other == hashlib.sha256(canonical(make_commune())).hexdigest()
        assert make_commune() == commune

    def test_another_seed_gives_other_people_in_the_same_commune(self, commune: DemoCommune) -> None:
        other = make_commune(104)
        assert other.office.commune == commune.office.commune
        assert len(other.households) == len(commune.households)
        numbers = {item.id_number for item in (*commune.households, *commune.citizens) if item.id_number}
        assert not numbers & {item.id_number for item in (*other.households, *other.citizens)}
        assert not {item.id for item in commune.records()} & {item.id for item in other.records()}


class TestRecords:
    def test_there_are_as_many_as_promised(self, commune: DemoCommune) -> None:
        counts = Counter(record.KIND for record in commune.records())
        assert counts == {
            Kind.OFFICE: 1,
            Kind.SIGNER: 2,
            Kind.HAMLET: 11,
            Kind.HOUSEHOLD: 1200,
            Kind.ENTERPRISE: 90,
            Kind.CITIZEN: 800,
            Kind.SESSION: 18,
            Kind.REACH: len(commune.reaches),
            Kind.REGISTRATION: 660 + 54 + 592,
            Kind.SUPPORT: 60,
            Kind.CONFIRMATION: 3,
            Kind.TASK_REPORT: 10,
            Kind.NARRATIVE: 4,
            Kind.BASE_FIGURE: 3,
        }

    def test_every_record_can_be_saved(self, commune: DemoCommune) -> None:
        assert [
            (record, missing(record, Need.SAVE)) for record in commune.records() if missing(record, Need.SAVE)
        ] == []

    def test_a_partial_birth_date_is_the_worst_fault_of_a_candidate(self, candidates: dict[str, Candidate]) -> None:
        prefixes = {line.split(",")[0] for line in assets.text("id_province_codes.csv").splitlines()[1:]}
        found = {
            problem.code
            for record in candidates.values()
            for problem in check(record, DAY, prefixes)
            if problem.severity is not Severity.HINT
        }
        assert found == {"birth_date_partial"}

    def test_what_is_written_is_read_back(self, commune: DemoCommune) -> None:
        for record in commune.records():
            values = json.loads(json.dumps(to_values(record)))
            lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
            assert from_values(record.KIND, values | lists) == record

    def test_every_text_is_composed_and_tidy(self, commune: DemoCommune) -> None:
        for text in texts(commune.records()):
            assert unicodedata.is_normalized("NFC", text)
            assert text == text.strip()
            assert "  " not in text

    def test_every_date_is_past_and_every_day_exists(self, commune: DemoCommune) -> None:
        ahead = {"expires_on"}
        for record in commune.records():
            for name, value in to_values(record).items():
                if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                    assert full(value), (name, value)
                    assert name in ahead or value <= DAY.isoformat(), (record.KIND, name, value)

    def test_codes_have_words(self, commune: DemoCommune) -> None:
        words = tomllib.loads(assets.text("texts.toml"))
        assert {session.form for session in commune.sessions} == set(words["form"])
        assert {support.channel for support in commune.supports} == set(words["channel"])
        states = {item.state for item in (*commune.households, *commune.enterprises, *commune.citizens)}
        assert {"active", "ceased", "moved", "suspended"} <= states <= set(words["state"])

    def test_codes_are_those_agreed_on(self, commune: DemoCommune) -> None:
        assert {item.legal_form for item in commune.enterprises} == {"llc1", "llc", "jsc", "private"}
        assert {item.sex for item in (*commune.households, *commune.citizens)} == {"male", "female"}
        assert {item.matter for item in commune.supports} == {"register", "website", "email", "content", "other"}
        wishes = {item.wish for item in (*commune.households, *commune.enterprises, *commune.citizens)}
        assert wishes == {"unknown", "wants", "declined", "has_site", "unreachable"}


def texts(records: Iterator[Record]) -> Iterator[str]:
    for record in records:
        yield from (value for value in to_values(record).values() if isinstance(value, str))


class TestIds:
    def test_no_id_is_given_twice(self, commune: DemoCommune) -> None:
        ids = [record.id for record in commune.records()]
        assert len(ids) == len(set(ids))

    def test_an_id_is_a_uuid_of_the_demo_s_days(self, commune: DemoCommune) -> None:
        for record in commune.records():
            made = uuid.UUID(record.id)
            assert str(made) == record.id
            if isinstance(record, Reach):
                assert record.id == reach_id(record.session, record.candidate)
            else:
                assert made.version == 7
                assert BEGUN <= datetime.fromtimestamp((made.int >> 80) / 1000, tz=UTC).date() <= DAY

    def test_nothing_refers_to_what_is_saved_later(self, commune: DemoCommune) -> None:
        saved: set[str] = set()
        for record in commune.records():
            values = to_values(record)
            named = {str(values[name]) for name in ("candidate", "session") if values.get(name)}
            assert named <= saved
            saved.add(record.id)


class TestOffice:
    def test_the_commune_is_a_real_one_and_the_register_a_sample(self, commune: DemoCommune) -> None:
        assert f"\n{commune.office.commune},Xã Phong Điền," in assets.text("communes.csv")
        assert commune.office.sample is True
        assert commune.office.parent == "Sở Khoa học và Công nghệ thành phố Cần Thơ"

    def test_the_day_is_the_last_of_its_period(self, commune: DemoCommune) -> None:
        days = reported_days(parse_period(PERIOD), Preset(commune.office.preset), BEGUN)
        assert days == (BEGUN, DAY)

    def test_one_chairwoman_signs_on_the_day(self, commune: DemoCommune) -> None:
        signing = [s for s in commune.signers if s.from_ <= DAY.isoformat() and DAY.isoformat() <= (s.until or "9999")]
        assert [signer.title for signer in signing] == ["CHỦ TỊCH"]

    def test_every_task_of_the_programme_is_reported(self, commune: DemoCommune) -> None:
        programme = parse_programme(assets.text("plan/kh-103-can-tho.toml"))
        assert commune.office.programme == programme.id
        tasks = {task.id for task in programme.tasks}
        assert {report.task for report in commune.task_reports} == tasks
        served = {task for session in commune.sessions for task in session.tasks}
        assert served <= tasks
        assert {"I.1", "I.2", "I.3", "I.4", "I.6", "II.1", "II.2", "II.3", "III"} <= served

    def test_no_section_waits_for_words(self, commune: DemoCommune) -> None:
        programme = parse_programme(assets.text("plan/kh-103-can-tho.toml"))
        waiting = {section.id for section in programme.sections if section.content == "narrative"}
        assert {narrative.section for narrative in commune.narratives} == waiting
        for text in (narrative.text for narrative in commune.narratives):
            assert len(text) > 150
            assert "{" not in text
            assert "bạn" not in text.split()

    def test_everything_of_the_period_names_it(self, commune: DemoCommune) -> None:
        papers = (*commune.task_reports, *commune.narratives, *commune.base_figures)
        assert {paper.period for paper in papers} == {PERIOD}

    def test_official_totals_exceed_the_register(self, commune: DemoCommune) -> None:
        totals = {figure.kind: figure.total for figure in commune.base_figures}
        assert totals == {"household": 1264, "enterprise": 96, "citizen": 842}
