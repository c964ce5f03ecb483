"""Answers as text, questions out of jottings, applications by name, preferences, stable ids."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.application import Application
from lib.records.dimension import active_dimensions, all_dimensions
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows import form_values
from lib.workflows.drafts.questions import hard_first, is_question, sort_jottings
from lib.workflows.entries.applications import find_application, namesakes, near_companies
from lib.workflows.entries.preferences import add_dimension, reword_dimension, set_setting, turn_dimension
from lib.workflows.errors import Incomplete
from lib.workflows.ids import stable_id
from tests.workflows.evening import NOW, debriefed, edited, workbook

KNOWN = Workbook(
    applications=(
        Application(id="ap-1", company="Northwind Traders", role="Data engineer"),
        Application(id="ap-2", company="Contoso", role="Analyst"),
    )
)


def test_lines_that_end_in_a_question_mark_are_questions_and_the_rest_are_notes() -> None:
    jotted = "- Why us?\nPriya, team lead\n\n• “Where do you see yourself?”\n你为什么离开？\nforgot the on-call work"

    assert sort_jottings(jotted) == (
        ("Why us?", "“Where do you see yourself?”", "你为什么离开？"),
        ("Priya, team lead", "forgot the on-call work"),
    )


@given(st.text())
def test_no_line_that_was_jotted_is_lost(jotted: str) -> None:
    questions, notes = sort_jottings(jotted)

    words = [line.strip().lstrip("-*•–").strip() for line in jotted.splitlines()]
    assert sorted([*questions, *notes]) == sorted(word for word in words if word)


@pytest.mark.parametrize("line", ["Why?", "Why? ", "„Warum?“", "لماذا؟", "(why?)"])
def test_a_question_mark_of_any_script_makes_a_question(line: str) -> None:
    assert is_question(line)


def test_the_worst_question_is_the_one_that_was_tapped_first() -> None:
    assert hard_first(["a", "b", "c"], ["c", "gone", "a", "c"]) == ("c", "a")


def test_a_time_is_wall_time_with_its_offset_and_without_one_it_is_the_bare_date() -> None:
    zone = ZoneInfo("Europe/Berlin")

    with_time = form_values.moment({"date": "2026-07-01", "time": "09:30"}, zone)
    assert with_time is not None
    assert with_time.isoformat() == "2026-07-01T09:30:00+02:00"
    assert form_values.moment({"date": "2026-07-01"}, zone) == date(2026, 7, 1)
    assert form_values.moment({"time": "09:30"}, zone) is None


@pytest.mark.parametrize(
    ("moment", "fields"),
    [
        (date(2026, 7, 1), {"date": "2026-07-01", "time": "", "zone": ""}),
        (datetime(2026, 7, 1, 9, 5, tzinfo=ZoneInfo("UTC")), {"date": "2026-07-01", "time": "09:05", "zone": ""}),
    ],
)
def test_a_moment_fills_its_fields(moment: date, fields: dict[str, str]) -> None:
    assert form_values.when_fields(moment) == fields


def test_an_application_is_known_by_company_and_role_without_case_and_doubled_blanks() -> None:
    found = namesakes(KNOWN, " northwind  TRADERS ", "DATA engineer")

    assert found == (KNOWN.applications[0],)


def test_another_role_at_a_known_company_is_another_application() -> None:
    made = find_application(KNOWN, {"company": "Contoso", "role": "Engineer"}, "dt-1")

    assert made.id not in {"ap-1", "ap-2"}
    assert made == find_application(KNOWN, {"company": "Contoso", "role": "Engineer"}, "dt-1")


@pytest.mark.parametrize("typed", ["Northwind Traders, Inc.", "Northwind Tradrs", "northwind traders gmbh"])
def test_a_name_that_looks_like_a_known_company_s_is_offered_it(typed: str) -> None:
    assert near_companies(KNOWN, typed) == ("Northwind Traders",)


@pytest.mark.parametrize("typed", ["", "Northwind Traders", "Northwind", "CONTOSO", "Fabrikam"])
def test_nothing_is_offered_where_the_name_is_known_or_like_none(typed: str) -> None:
    assert near_companies(KNOWN, typed) == ()


@given(st.text(min_size=1), st.text())
def test_an_id_is_the_same_at_every_try_and_differs_by_part(token: str, part: str) -> None:
    assert stable_id("qu", token, part) == stable_id("qu", token, part)
    assert stable_id("qu", token, part) != stable_id("qu", token, part + "x")


def labels(store: Store) -> list[str]:
    return [dimension.label for dimension in active_dimensions(workbook(store).dimensions)]


def test_five_dimensions_are_on_at_first() -> None:
    assert [dimension.label for dimension in active_dimensions(())] == [
        "Preparation",
        "Clear answers",
        "Examples",
        "Calm",
        "My questions",
    ]


def test_a_dimension_switched_off_is_not_asked_for_and_keeps_its_ratings(store: Store) -> None:
    edited(store, debriefed(store), "ratings", {"ratings.clarity.score": "3"})

    turn_dimension(store, "clarity", False, NOW)

    assert "Clear answers" not in labels(store)
    assert [rating.score for rating in workbook(store).ratings] == [3]
    turn_dimension(store, "clarity", True, NOW)
    assert "Clear answers" in labels(store)


def test_a_renamed_dimension_keeps_its_key(store: Store) -> None:
    reword_dimension(store, "clarity", "Brevity", "long", "short", NOW)

    (own,) = workbook(store).dimensions
    assert (own.key, own.label, own.low, own.high) == ("clarity", "Brevity", "long", "short")


def test_a_dimension_of_my_own_comes_last(store: Store) -> None:
    add_dimension(store, "Energy", "flat", "lively", NOW)

    assert labels(store)[-1] == "Energy"


@pytest.mark.parametrize("name", ["", "  ", "clear answers", "CALM"])
def test_a_dimension_needs_a_name_of_its_own(store: Store, name: str) -> None:
    with pytest.raises(Incomplete, match=r"no name yet|has that name already"):
        add_dimension(store, name, "", "", NOW)


def test_a_name_that_another_dimension_once_bore_makes_a_new_one(store: Store) -> None:
    add_dimension(store, "Energy", "", "", NOW)
    key = workbook(store).dimensions[0].key
    reword_dimension(store, key, "Drive", "", "", NOW)

    add_dimension(store, "Energy", "", "", NOW)

    assert {"Drive", "Energy"} <= set(labels(store))
    assert len(all_dimensions(workbook(store).dimensions)) == 12


def test_a_dimension_cannot_lose_its_name(store: Store) -> None:
    with pytest.raises(Incomplete, match="needs a name"):
        reword_dimension(store, "clarity", " ", "", "", NOW)


def test_a_name_that_no_file_can_keep_is_refused_with_a_sentence(store: Store) -> None:
    with pytest.raises(Incomplete, match="cannot be kept"):
        add_dimension(store, "a\x00b", "", "", NOW)


def test_a_setting_emptied_is_the_default_again(store: Store) -> None:
    set_setting(store, "timezone", "Asia/Tokyo", NOW)
    assert workbook(store).setting("timezone") == "Asia/Tokyo"

    set_setting(store, "timezone", "", NOW)
    assert workbook(store).setting("timezone", "here") == "here"
