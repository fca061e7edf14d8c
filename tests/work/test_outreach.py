"""Sessions and whom they reached: kept in one act, found again, matched from a pasted list."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.registers import CAFE, FIRM, OFFICE, PEOPLE, SESSION, SHOP, TWIN, YOUTH, desk_with
from vnpresence_desktop import assets
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate, Hamlet, Reach, Session
from vnpresence_desktop.work import outreach
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.outreach import FORMS, Matched, Person


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, *PEOPLE]) as opened:
        yield opened


def id_of(desk: Desk, record: Candidate) -> str:
    (found,) = [kept.id for kept in desk.store.all(record.KIND) if replace(kept, id="") == record]
    return found


def acts(desk: Desk) -> set[str]:
    everything = [*desk.store.all(Session), *desk.store.all(Reach)]
    return {item.act for record in everything for item in desk.store.history(record.id)}


# -- keeping


def test_a_session_and_its_reaches_are_kept_in_one_act(desk: Desk) -> None:
    shop, youth = id_of(desk, SHOP), id_of(desk, YOUTH)
    saved = outreach.record_session(desk, SESSION, [shop, youth])
    assert desk.store.get(Session, saved.id) == saved
    assert outreach.reached_by(desk, saved.id) == {shop, youth}
    assert len(acts(desk)) == 1


def test_who_was_unticked_is_reached_no_more_and_who_stays_is_not_written_again(desk: Desk) -> None:
    shop, cafe, youth = (id_of(desk, one) for one in (SHOP, CAFE, YOUTH))
    saved = outreach.record_session(desk, SESSION, [shop, youth])
    outreach.record_session(desk, saved, {youth, cafe})
    assert outreach.reached_by(desk, saved.id) == {youth, cafe}
    (stays,) = desk.store.find(Reach, candidate=youth)
    assert len(desk.store.history(stays.id)) == 1
    outreach.record_session(desk, saved, {shop})  # ticked again after all
    assert outreach.reached_by(desk, saved.id) == {shop}


def test_who_is_gone_by_now_is_not_reached(desk: Desk) -> None:
    shop, youth = id_of(desk, SHOP), id_of(desk, YOUTH)
    with desk.store.unit() as unit:
        unit.delete(Kind.CITIZEN, youth)
    saved = outreach.record_session(desk, SESSION, [shop, youth, "never"])
    assert outreach.reached_by(desk, saved.id) == {shop}


def test_sessions_do_not_share_their_reaches(desk: Desk) -> None:
    shop = id_of(desk, SHOP)
    first = outreach.record_session(desk, SESSION, [shop])
    second = outreach.record_session(desk, SESSION, [shop])
    outreach.record_session(desk, second, [])
    assert outreach.reached_by(desk, first.id) == {shop}
    assert outreach.reached_by(desk, second.id) == set()
    assert outreach.reached_by(desk, "") == set()


def test_a_session_with_an_error_is_refused_and_nothing_is_written(desk: Desk) -> None:
    with pytest.raises(UserError):
        outreach.record_session(desk, replace(SESSION, others=None), [id_of(desk, SHOP)])
    assert desk.store.count(Session) == desk.store.count(Reach) == 0


def test_a_session_recorded_by_mistake_goes_with_its_reaches(desk: Desk) -> None:
    saved = outreach.record_session(desk, SESSION, [id_of(desk, SHOP)])
    other = outreach.record_session(desk, SESSION, [id_of(desk, SHOP)])
    remove(desk, Kind.SESSION, [saved.id])
    assert outreach.session_ids(desk) == [other.id]
    assert [reach.session for reach in desk.store.all(Reach)] == [other.id]


# -- judging


def test_more_reached_by_name_than_came_is_told_group_by_group(desk: Desk) -> None:
    counts = {Kind.HOUSEHOLD: 3, Kind.ENTERPRISE: 1, Kind.CITIZEN: 0}
    told = outreach.judge_session(desk, SESSION, counts)
    assert [(item.field, item.code, dict(item.values)) for item in told] == [
        ("households", "reached_more", {"reached": "3", "counted": "2", "group": "hộ kinh doanh"})
    ]


def test_tasks_are_asked_for_only_where_the_province_has_a_plan(tmp_path: Path) -> None:
    without = replace(SESSION, tasks=())
    with desk_with(tmp_path, [replace(OFFICE, commune="00004", programme="")]) as elsewhere:
        assert outreach.tasks(elsewhere) == ()
        assert outreach.judge_session(elsewhere, without) == []
        assert outreach.record_session(elsewhere, without, []).id


def test_tasks_of_the_plan_are_offered(desk: Desk) -> None:
    assert [task.id for task in outreach.tasks(desk)] == [task.id for task in desk.programme().tasks]
    assert [item.code for item in outreach.judge_session(desk, replace(SESSION, tasks=()))] == ["missing"]


def test_every_form_has_words_and_every_word_a_form() -> None:
    import tomllib

    assert set(FORMS) == tomllib.loads(assets.text("texts.toml"))["form"].keys()


# -- listing


def test_sessions_are_listed_newest_first_with_audience_and_reached(desk: Desk) -> None:
    old = outreach.record_session(desk, replace(SESSION, date="2025-12-01", place="Bến phà"), [])
    new = outreach.record_session(desk, SESSION, [id_of(desk, SHOP), id_of(desk, YOUTH)])
    assert outreach.session_ids(desk) == [new.id, old.id]
    assert outreach.session_ids(desk, "ben PHÀ") == [old.id]
    assert outreach.session_ids(desk, "bến không") == []
    newest, gone = outreach.session_lines(desk, [new.id, "nobody"])
    assert newest is not None
    assert (newest.session, newest.audience, newest.reached, gone) == (new, 8, 2, None)


def test_a_new_session_begins_with_what_is_usual(desk: Desk) -> None:
    blank = outreach.blank_session(desk)
    assert (blank.id, blank.date, blank.host) == ("", "2026-11-24", "Ủy ban nhân dân xã Phong Điền")
    assert blank.recorder == "Lê Thị Mai"
    outreach.record_session(desk, replace(SESSION, recorder="Võ Thành"), [])
    assert outreach.blank_session(desk).recorder == "Võ Thành"


# -- whom it reached


def test_candidates_of_all_groups_are_searched_without_marks_and_filtered(desk: Desk) -> None:
    shop, cafe, firm, youth, twin = (id_of(desk, one) for one in PEOPLE)
    assert outreach.candidate_ids(desk)[:3] == [cafe, shop, firm]
    assert set(outreach.candidate_ids(desk)[3:]) == {youth, twin}
    assert outreach.candidate_ids(desk, "dong") == [cafe]
    assert set(outreach.candidate_ids(desk, "thuy", Kind.CITIZEN)) == {youth, twin}
    assert set(outreach.candidate_ids(desk, hamlet="Ấp Một")) == {shop, firm, twin}
    assert outreach.candidate_ids(desk, "thuy", Kind.CITIZEN, "Ấp Hai") == [youth]
    assert outreach.candidate_ids(desk, "thuy", Kind.HOUSEHOLD) == []


def test_people_are_told_apart_by_owner_representative_or_birth_date(desk: Desk) -> None:
    ids = [id_of(desk, one) for one in (YOUTH, SHOP, FIRM)]
    shown = outreach.people(desk, [*ids, "nobody"])
    assert shown == [
        Person(ids[0], "Nguyễn Thị Thủy", "06/05/2004", "Ấp Hai", Kind.CITIZEN),
        Person(ids[1], "Tạp hóa Hòa", "Lê Thị Hòa", "Ấp Một", Kind.HOUSEHOLD),
        Person(ids[2], "Công ty TNHH Vĩnh Thạnh", "Võ An", "Ấp Một", Kind.ENTERPRISE),
        None,
    ]


def test_ticked_candidates_are_counted_by_group(desk: Desk) -> None:
    ids = {id_of(desk, one) for one in (SHOP, CAFE, YOUTH)} | {"nobody"}
    assert outreach.count_kinds(desk, ids) == {Kind.HOUSEHOLD: 2, Kind.ENTERPRISE: 0, Kind.CITIZEN: 1}


def test_hamlets_are_those_declared_else_those_lived_in(desk: Desk) -> None:
    assert outreach.hamlets(desk) == ["Ấp Hai", "Ấp Một"]
    with desk.store.unit() as unit:
        unit.put(Hamlet(name="Ấp Ba"))
    assert outreach.hamlets(desk) == ["Ấp Ba"]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("tap hoa hoa", SHOP),
        ("LÊ THỊ HOÀ", SHOP),
        ("57A8000001", SHOP),
        ("92080000123", CAFE),  # Excel ate the zero
        ("1801234564", FIRM),
        ("1\tNguyễn Thị Thủy\t06/05/2004\t092304000456", YOUTH),
    ],
)
def test_a_pasted_line_names_a_candidate(desk: Desk, line: str, named: Candidate) -> None:
    assert outreach.match_lines(desk, f"\n  {line} \n") == Matched((id_of(desk, named),), (), ())


def test_pasted_lines_that_fit_several_or_none_are_told(desk: Desk) -> None:
    text = "Nguyễn Thị Thủy\nAi đó\t0909\n092305000789\n092305000789\n"
    matched = outreach.match_lines(desk, text)
    assert matched == Matched((id_of(desk, TWIN),), ("Nguyễn Thị Thủy",), ("Ai đó · 0909",))
