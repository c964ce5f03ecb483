"""The lines of a note taken into a debrief: added to what is typed, never over it, and none is lost."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

import pytest

from lib.capture.reading.note import Note
from lib.capture.sorting import DebriefField, PersonMet, SortedLine
from lib.capture.values import ParseContext, parse_value
from lib.store import Draft, JsonValue
from lib.workflows import form_values
from lib.workflows.draft_kinds import DEBRIEF
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.brought_lines import (
    HARD,
    LEARNED,
    add_lines,
    interview_meant,
    met_by,
    reassigned,
    target_field,
    when_written,
)

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def draft(**values: JsonValue) -> Draft:
    return Draft(id="iv-1", kind=DEBRIEF, record_id="iv-1", token="dt-1", screen="asked", values=values)


def line(place: DebriefField, value: str, **more: object) -> SortedLine:
    return SortedLine(value, place, value, **more)  # type: ignore[arg-type]


def put(to_move: SortedLine, spot: str) -> SortedLine:
    """The line as it is once the person has put it there."""
    return reassigned(to_move, spot, ParseContext(NOW.date()))


def after(before: Draft, *lines: SortedLine) -> Mapping[str, object]:
    return with_answers(before.values, add_lines(before, lines).answers)


def people(values: Mapping[str, object]) -> list[tuple[str, str]]:
    return [
        (
            form_values.row_text(values, "people", row, "name"),
            form_values.row_text(values, "people", row, "talked_about"),
        )
        for row in form_values.items(values, "people")
    ]


@pytest.mark.parametrize(
    ("place", "field"),
    [
        (DebriefField.WENT_WELL, "went_well"),
        (DebriefField.WENT_BADLY, "went_badly"),
        (DebriefField.ENERGISED_BY, "energised_by"),
        (DebriefField.WORRIED_BY, "worried_by"),
        (DebriefField.WISH, "wish"),
        (DebriefField.NOTES, "notes"),
    ],
)
def test_lines_come_below_what_is_typed(place: DebriefField, field: str) -> None:
    before = draft(**{field: "typed before"})
    assert after(before, line(place, "one"), line(place, "two"))[field] == "typed before\none\ntwo"


@pytest.mark.parametrize(("place", "field"), [(DebriefField.UNSAID, "unsaid"), (DebriefField.PAY, "pay_said")])
def test_a_field_of_one_line_stays_one_line(place: DebriefField, field: str) -> None:
    assert after(draft(**{field: "the rota"}), line(place, "the award"))[field] == "the rota; the award"


def test_the_same_line_twice_is_there_once() -> None:
    twice = (
        line(DebriefField.ASKED, "Why us?"),
        line(DebriefField.WENT_WELL, "calm"),
        line(DebriefField.PROMISES, "send the deck"),
    )
    once = after(draft(), *twice)
    again = Draft(id="iv-1", kind=DEBRIEF, record_id="iv-1", token="dt-1", screen="asked", values=dict(once))  # type: ignore[arg-type]
    assert add_lines(again, twice).answers == {}


def test_a_hard_question_is_asked_and_hard() -> None:
    values = after(draft(asked="Why us?", hard=["Why us?"]), line(DebriefField.ASKED, "Why leave?", hard=True))
    assert (values["asked"], values["hard"]) == ("Why us?\nWhy leave?", ["Why us?", "Why leave?"])


def test_a_question_that_is_there_in_other_capitals_is_made_hard() -> None:
    values = after(draft(asked="Why us?"), line(DebriefField.ASKED, "why us?", hard=True))
    assert (values["asked"], values["hard"]) == ("Why us?", ["Why us?"])


def test_what_i_asked_them_is_a_list_of_its_own() -> None:
    asked = (
        line(DebriefField.ASKED, "Why us?"),
        line(DebriefField.ASKED_THEM, "Is there a rota?"),
        line(DebriefField.ASKED_THEM, "About pay"),
    )
    values = after(draft(), *asked)
    assert (values["asked"], values["asked_them"]) == ("Why us?", "Is there a rota?\nAbout pay")


def test_what_i_learned_is_below_its_heading_and_last_in_the_note() -> None:
    learned = line(DebriefField.NOTES, "team of 6", is_learned=True)
    values = after(
        draft(notes="mine"),
        learned,
        line(DebriefField.NOTES, "odd"),
        put(line(DebriefField.NOTES, "uses SAP"), LEARNED),
    )
    assert values["notes"] == "mine\nodd\nWhat I learned about the job:\nteam of 6\nuses SAP"
    assert (target_field(learned), put(learned, DebriefField.NOTES).is_learned) == (LEARNED, False)


def test_a_rating_of_an_answer_is_kept_in_the_note() -> None:
    rated = SortedLine("Why us? 2/5", DebriefField.ASKED, "Why us?", rating=2)
    values = after(draft(), rated)
    assert (values["asked"], values["notes"]) == ("Why us?", "Why us? 2/5")


def test_what_a_question_adds_about_my_answer_is_kept_in_the_note() -> None:
    commented = SortedLine("Why us? - i froze", DebriefField.ASKED, "Why us?", comment="i froze")
    values = after(draft(), commented)
    assert (values["asked"], values["notes"]) == ("Why us?", "Why us? - i froze")


@pytest.mark.parametrize("went", [DebriefField.WENT_WELL, DebriefField.WENT_BADLY])
def test_how_an_answer_went_is_in_the_box_for_it(went: DebriefField) -> None:
    asked = SortedLine("Why us? - so so", DebriefField.ASKED, "Why us?", comment="so so", went=went)
    values = after(draft(), asked)
    assert (values["asked"], values[went.value], values.get("notes", "")) == ("Why us?", "Why us? so so", "")


def test_a_question_that_is_moved_keeps_what_it_adds_about_my_answer() -> None:
    asked = SortedLine(
        "Why us? - i froze", DebriefField.ASKED, "Why us?", comment="i froze", went=DebriefField.WENT_BADLY
    )
    assert put(asked, "went_badly").value == "Why us? - i froze"


def test_people_are_merged_by_name() -> None:
    before = draft(**{"people": ["pe-1"], "people.pe-1.name": "Priya Raman", "people.pe-1.talked_about": "billing"})
    met = line(
        DebriefField.PEOPLE, "priya raman, team lead, the new site", people=(PersonMet("Priya Raman", "team lead"),)
    )
    assert people(after(before, met)) == [("Priya Raman, team lead", "billing; the new site")]


def test_a_first_name_is_whoever_has_it_where_it_is_one_person() -> None:
    one = draft(**{"people": ["pe-1"], "people.pe-1.name": "Priya Raman"})
    two = draft(**{"people": ["pe-1", "pe-2"], "people.pe-1.name": "Priya Raman", "people.pe-2.name": "Priya Nair"})
    met = line(DebriefField.PEOPLE, "Priya", people=(PersonMet("Priya"),))
    assert len(people(after(one, met))) == 1
    assert len(people(after(two, met))) == 3


def test_several_people_of_one_line_are_several_rows() -> None:
    met = line(DebriefField.PEOPLE, "with Priya and Mark", people=(PersonMet("Priya", "team lead"), PersonMet("Mark")))
    assert people(after(draft(), met)) == [("Priya, team lead", ""), ("Mark", "")]


def test_a_line_put_to_people_by_hand_is_a_name_and_a_title() -> None:
    met = put(line(DebriefField.NOTES, "Priya Raman, team lead"), DebriefField.PEOPLE)
    assert people(after(draft(), met)) == [("Priya Raman, team lead", "")]


def test_what_was_talked_about_is_what_comes_after_name_and_title() -> None:
    met = line(
        DebriefField.PEOPLE,
        "Priya Raman, team lead, the move to the new site",
        people=(PersonMet("Priya Raman", "team lead"),),
    )
    assert people(after(draft(), met)) == [("Priya Raman, team lead", "the move to the new site")]


def test_what_is_left_of_a_line_about_somebody_is_a_note_and_no_topic() -> None:
    words = "2pm today w/ Denise Okafor (service mgr), 30ish min"
    found = after(draft(), line(DebriefField.PEOPLE, words, people=(PersonMet("Denise Okafor", "service mgr"),)))
    assert people(found) == [("Denise Okafor, service mgr", "")]
    assert found["notes"] == words


def test_who_somebody_is_becomes_their_title_and_no_topic() -> None:
    named = line(DebriefField.PEOPLE, "Tom Brandt - HR lady", people=(PersonMet("Tom Brandt"),))
    assert people(after(draft(), named)) == [("Tom Brandt, HR lady", "")]


@pytest.mark.parametrize(
    "words",
    [
        "Sarah (HR, didn't catch surname)",
        "met Sarah - HR, didnt get last name",
        "Sarah (didn't catch surname), HR",
        "Sarah HR, forgot her name",
        "spoke to Sarah in HR, surname??",
    ],
)
def test_that_i_missed_the_rest_of_a_name_is_a_note_and_no_part_of_the_title(words: str) -> None:
    found = after(draft(), put(line(DebriefField.NOTES, words), DebriefField.PEOPLE))
    assert people(found) == [("Sarah, HR", "")]
    assert found["notes"] == words


def test_a_title_with_a_missed_name_is_that_of_the_person_named_before() -> None:
    words = "HR, didnt get last name"
    sarah = line(DebriefField.PEOPLE, "met Sarah", people=(PersonMet("Sarah"),))
    found = after(draft(), sarah, put(line(DebriefField.NOTES, words), DebriefField.PEOPLE))
    assert (people(found), found["notes"]) == ([("Sarah, HR", "")], words)
    assert people(after(draft(), put(line(DebriefField.NOTES, words), DebriefField.PEOPLE))) == [("HR", "")]


def test_somebody_met_without_a_name_is_a_note_and_no_person() -> None:
    words = "met a woman from HR, didn't get her last name"
    assert after(draft(), put(line(DebriefField.NOTES, words), DebriefField.PEOPLE)) == {"notes": words}


def test_what_was_talked_about_is_no_part_of_the_title() -> None:
    found = after(draft(), put(line(DebriefField.NOTES, "Sarah, HR, talked about the rota"), DebriefField.PEOPLE))
    assert people(found) == [("Sarah, HR", "the rota")]


def test_a_name_that_i_was_not_sure_of_comes_without_its_marks_and_my_words_into_the_note() -> None:
    words = "Met Tom?? Tom Brandt, HR lady"
    found = after(
        draft(), line(DebriefField.PEOPLE, words, people=(PersonMet("Tom Brandt", "HR lady", is_unsure=True),))
    )
    assert people(found) == [("Tom Brandt, HR lady", "")]
    assert found["notes"] == words


def test_promises_are_rows_with_their_day() -> None:
    values = after(draft(), line(DebriefField.PROMISES, "Send the deck", day=date(2026, 11, 24)))
    (row,) = form_values.items(values, "promises")
    assert form_values.row_text(values, "promises", row, "what") == "Send the deck"
    assert form_values.row_text(values, "promises", row, "by") == "2026-11-24"


MET = line(DebriefField.PEOPLE, "Ingrid Vik (ops), Tom", people=(PersonMet("Ingrid Vik", "ops"), PersonMet("Tom")))


def promise(words: str, *around: SortedLine) -> tuple[str, str]:
    """What the promise of a line is in the form, and to whom: by the name there."""
    values = after(draft(), put(line(DebriefField.NOTES, words), DebriefField.PROMISES), *around)
    (row,) = form_values.items(values, "promises")
    whom = form_values.row_text(values, "promises", row, "person_id")
    name = form_values.row_text(values, "people", whom, "name") if whom else ""
    return form_values.row_text(values, "promises", row, "what"), name


@pytest.mark.parametrize(
    "words",
    [
        "send Ingrid the pic",
        "send ingrid the pic",
        "the pic to Ingrid by Friday",
        "owe Ms Vik a pic",
        "share that article w Ingrid",
        "and text Ingrid ref number for Kev Brad at Tarmac",
    ],
)
def test_a_promise_that_names_one_of_the_people_met_is_promised_to_them(words: str) -> None:
    assert promise(words, MET)[1] == "Ingrid Vik, ops"


def test_who_was_told_of_a_promise_is_beside_it_unless_it_is_promised_to_them() -> None:
    words = "told Ingrid I'd email my certificate"
    assert promise(words, MET) == ("Email my certificate", "Ingrid Vik, ops")
    assert promise(words) == ("Email my certificate (told Ingrid)", "")


def test_a_promise_to_somebody_who_was_not_met_keeps_its_words_and_makes_nobody_up() -> None:
    values = after(draft(), put(line(DebriefField.NOTES, "promised Ingrid the pic"), DebriefField.PROMISES))
    assert promise("promised Ingrid the pic") == ("Give Ingrid the pic", "")
    assert form_values.items(values, "people") == ()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("told renaud id send him 3 menu ideas", "Send Renaud 3 menu ideas"),
        ("and told Renaud I'd email him the menu", "Email Renaud the menu"),
        ("promised renaud id share my menu", "Share my menu (told Renaud)"),
        ("and said id let Renaud know notice period", "Let Renaud know notice period"),
        ("also to get the form to the office", "Get the form to the office"),
    ],
)
def test_a_promise_keeps_the_name_of_who_gets_it_without_how_it_was_said(words: str, what: str) -> None:
    assert promise(words) == (what, "")


def test_a_promise_is_addressed_once_who_gets_it_is_among_the_people_met() -> None:
    renaud = line(DebriefField.PEOPLE, "Renaud", people=(PersonMet("Renaud"),))

    assert promise("told renaud id send him 3 menu ideas", MET)[1] == ""
    assert promise("told renaud id send him 3 menu ideas", MET, renaud)[1] == "Renaud"
    assert promise("and said id let renaud know notice period", MET, renaud)[1] == "Renaud"


def test_a_promise_that_names_two_of_the_people_met_is_left_to_choose() -> None:
    assert promise("send Tom and Ingrid the pic", MET)[1] == ""


FILLED = [
    ("reply_by", line(DebriefField.REPLY_BY, "by Friday", day=date(2026, 11, 27)), "2026-11-27", "2026-12-01"),
    ("interest_after", line(DebriefField.INTEREST, "want it 8/10", number=8), "8", "3"),
    ("forecast", line(DebriefField.FORECAST, "70% they say yes", number=70), "70", "20"),
    ("next_step", line(DebriefField.NEXT_STEP, "panel with Mark", next_step="round"), "round", "decision"),
    ("new_plan", line(DebriefField.NEW_PLAN, "give a range"), "give a range", "sleep first"),
]


@pytest.mark.parametrize(("field", "brought", "value", "_typed"), FILLED)
def test_an_empty_field_is_filled_in(field: str, brought: SortedLine, value: str, _typed: str) -> None:
    assert after(draft(), brought)[field] == value


@pytest.mark.parametrize(("field", "brought", "_value", "typed"), FILLED)
def test_a_filled_field_stays_and_the_line_becomes_a_note(
    field: str, brought: SortedLine, _value: str, typed: str
) -> None:
    before = draft(**{field: typed})
    result = add_lines(before, [brought])
    assert result.landed == (DebriefField.NOTES,)
    assert result.answers == {"notes": brought.value}


def test_the_words_about_the_next_step_are_kept_in_the_note() -> None:
    assert (
        after(draft(), line(DebriefField.NEXT_STEP, "panel with Mark", next_step="round"))["notes"] == "panel with Mark"
    )


def test_a_number_that_was_not_found_leaves_the_line_a_note() -> None:
    assert after(draft(), put(line(DebriefField.NOTES, "probably fine"), DebriefField.FORECAST)) == {
        "notes": "probably fine"
    }


@pytest.mark.parametrize(
    ("brought", "field"),
    [
        (line(DebriefField.REPLY_BY, "if I hear nothing by Friday call Ms Aydin", day=date(2026, 11, 27)), "reply_by"),
        (line(DebriefField.INTEREST, "8/10 overall good but not sure about Saturdays", number=8), "interest_after"),
        (line(DebriefField.FORECAST, "60% unless the other one is cheaper", number=60), "forecast"),
        (line(DebriefField.PEOPLE, "Tom Brandt (late)", people=(PersonMet("Tom Brandt"),)), "people"),
    ],
)
def test_what_a_line_tells_beside_its_day_number_or_name_is_kept_in_the_note(brought: SortedLine, field: str) -> None:
    values = after(draft(), brought)

    assert values[field]
    assert values["notes"] == brought.text


def test_a_line_that_tells_no_more_than_its_field_is_no_note_as_well() -> None:
    short = (
        line(DebriefField.REPLY_BY, "by Friday", day=date(2026, 11, 27)),
        line(DebriefField.INTEREST, "8/10", number=8),
    )
    met = line(
        DebriefField.PEOPLE,
        "Met Ana Diaz, HR and Tom Brandt",
        people=(PersonMet("Ana Diaz", "HR"), PersonMet("Tom Brandt")),
    )

    assert "notes" not in after(draft(), *short, met)


def test_the_day_in_the_note_comes_before_the_one_that_a_new_debrief_begins_with() -> None:
    today, before = {"date": "2026-11-20"}, {"date": "2026-11-18"}
    yesterday = line(DebriefField.WHICH, "yesterday 9:00", day=date(2026, 11, 19), begins=time(9))

    assert add_lines(draft(**today), [yesterday], ["2026-11-20"]).answers["date"] == "2026-11-19"
    assert "date" not in add_lines(draft(**before), [yesterday], ["2026-11-20"]).answers
    assert "date" not in add_lines(draft(**today), [yesterday]).answers


def test_headings_and_what_is_left_out_change_nothing() -> None:
    result = add_lines(
        draft(asked="Why us?"), [line(DebriefField.NOTHING, "Asked:"), put(line(DebriefField.ASKED, "x?"), "nothing")]
    )
    assert (result.answers, result.landed) == ({}, (DebriefField.NOTHING, DebriefField.NOTHING))


def test_type_and_length_of_a_note_are_taken() -> None:
    which = line(DebriefField.WHICH, "Northwind, panel, 55 min", company="Northwind", stage="panel", minutes=55)
    values = after(draft(), which)
    assert (values["stage"], values["minutes"]) == ("panel", "55")


def test_which_interview_it_was_is_not_asked_again() -> None:
    which = line(DebriefField.WHICH, "Northwind, analyst", company="Northwind", role="Analyst")
    assert after(draft(application="ap-1"), which) == {"application": "ap-1"}
    assert after(draft(), which) == {"company": "Northwind", "role": "Analyst"}


def test_day_and_time_of_the_interview_fill_what_is_empty() -> None:
    which = line(DebriefField.WHICH, "Northwind, 2pm", company="Northwind", day=date(2026, 11, 20), begins=time(14))
    assert after(draft(), which) == {"company": "Northwind", "date": "2026-11-20", "time": "14:00"}


def test_two_types_of_interview_are_left_to_choose_and_kept_in_the_note() -> None:
    words = "Northwind, phone screen then panel"
    values = after(draft(), SortedLine(words, DebriefField.WHICH, words, company="Northwind"))
    assert values == {"company": "Northwind", "notes": words}


def test_whom_a_title_names_is_met_and_all_its_words_are_kept() -> None:
    words = "Larkspur, sous chef trial + chat w chef Renaud"
    which = line(DebriefField.WHICH, words, company="Larkspur", role="sous chef", people=(PersonMet("Renaud", "chef"),))
    values = after(draft(), which)
    assert (values["company"], values["role"], values["notes"]) == ("Larkspur", "sous chef", words)
    assert "Renaud, chef" in values.values()


def test_another_time_than_the_one_typed_is_kept_in_the_note() -> None:
    which = line(DebriefField.WHICH, "Northwind, 2pm", company="Northwind", begins=time(14))
    values = after(draft(company="Northwind", time="09:00"), which)
    assert (values["time"], values["notes"]) == ("09:00", "Northwind, 2pm")


def test_of_a_line_that_names_no_company_the_words_are_kept_beside_its_time() -> None:
    values = after(draft(), line(DebriefField.WHICH, "Harbor Kitchen today 2pm", begins=time(14)))
    assert values == {"time": "14:00", "notes": "Harbor Kitchen today 2pm"}


@pytest.mark.parametrize(
    "place", [place for place in DebriefField if place not in (DebriefField.NOTHING, DebriefField.WHICH)]
)
def test_no_line_is_lost_wherever_it_is_put(place: DebriefField) -> None:
    """Its words are in the answers, whatever the place makes of them."""
    brought = put(SortedLine("Zanzibar", DebriefField.NOTES, "Zanzibar"), place)
    assert "Zanzibar" in str(after(draft(), brought))


@pytest.mark.parametrize("place", list(DebriefField))
def test_whatever_is_brought_what_was_typed_is_still_there(place: DebriefField) -> None:
    typed: dict[str, JsonValue] = {
        **{
            field: f"my {field}"
            for field in ("asked", "asked_them", "wish", "went_well", "went_badly", "unsaid", "notes", "pay_said")
        },
        "next_step": "round",
        "reply_by": "2026-12-01",
        "forecast": "50",
        "interest_after": "5",
        "new_plan": "plan",
        "people": ["pe-1"],
        "people.pe-1.name": "Priya",
        "promises": ["pr-1"],
        "promises.pr-1.what": "deck",
    }
    values = after(
        draft(**typed), line(place, "Priya", number=9, day=date(2026, 1, 1), next_step="decision", hard=True)
    )
    for field, before in typed.items():
        held = values[field]
        assert held == before or str(before) in str(held) or (isinstance(before, list) and before[0] in str(held))


def test_a_spot_tells_a_hard_question_from_another() -> None:
    assert [target_field(line(DebriefField.ASKED, "x?", hard=hard)) for hard in (True, False)] == [HARD, "asked"]
    assert put(line(DebriefField.NOTES, "x?"), HARD).hard


DAYS = {"iv-1": date(2026, 11, 19), "iv-2": date(2026, 11, 20), "iv-3": date(2026, 11, 20)}


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        (Note(("x",), interview_id="iv-2"), "iv-2"),
        (Note(("x",), date(2026, 11, 19)), "iv-1"),
        (Note(("x",), date(2026, 11, 20)), ""),
        (Note(("x",)), ""),
        (Note(("x",), date(2026, 11, 19), interview_id="iv-gone"), "iv-1"),
    ],
)
def test_the_interview_is_the_one_named_or_the_only_one_of_the_day(note: Note, meant: str) -> None:
    assert interview_meant([note], DAYS, UTC) == meant


@pytest.mark.parametrize(
    ("at", "fields"),
    [
        (date(2026, 11, 19), {"date": "2026-11-19", "time": ""}),
        (datetime(2026, 11, 19, 18, 5, tzinfo=UTC), {"date": "2026-11-19", "time": "18:05"}),
        (datetime(2026, 11, 19, 18, 5), {"date": "2026-11-19", "time": "18:05"}),  # noqa: DTZ001
        (date(2026, 11, 21), {}),
        (None, {}),
    ],
)
def test_a_new_debrief_is_of_the_day_of_the_note(at: date | None, fields: dict[str, str]) -> None:
    assert when_written([Note(("x",), at)], NOW, UTC) == fields


@pytest.mark.parametrize("words", ["asked how many lads on shop floor - 14, 2 apprentices", "I asked about the rota"])
def test_a_line_that_is_moved_to_the_note_keeps_all_its_words(words: str) -> None:
    for place in (DebriefField.ASKED, DebriefField.ASKED_THEM, DebriefField.PROMISES):
        sorted_there = parse_value(words, words, place, False, ParseContext(NOW.date()))
        assert after(draft(), put(sorted_there, DebriefField.NOTES))["notes"] == words


def test_a_next_step_that_the_form_lacks_is_kept_in_the_note() -> None:
    brought = put(line(DebriefField.NOTES, "next: a medical"), DebriefField.NEXT_STEP)
    assert add_lines(draft(), [brought]).landed == (DebriefField.NOTES,)
    assert after(draft(), brought) == {"notes": "next: a medical"}


def test_a_panel_of_people_is_the_type_unless_one_is_typed() -> None:
    panel = line(DebriefField.PEOPLE, "panel: Ana Diaz", people=(PersonMet("Ana Diaz"),), stage="panel")
    assert after(draft(), panel)["stage"] == "panel"
    assert after(draft(stage="final"), panel)["stage"] == "final"


def test_somebody_without_a_name_is_kept_in_the_note() -> None:
    met = parse_value(
        *2 * ("panel: Ana Diaz, + HR, didnt get last name",), DebriefField.PEOPLE, False, ParseContext(NOW.date())
    )
    assert met_by(met).tells_more
    assert after(draft(), met)["notes"] == met.text
    assert not met_by(line(DebriefField.PEOPLE, "Ana Diaz, HR", people=(PersonMet("Ana Diaz", "HR"),))).tells_more


def test_how_it_went_is_beside_the_question_that_it_is_about() -> None:
    values = after(draft(), line(DebriefField.WENT_BADLY, "v weak", about="why us"))
    assert values["went_badly"] == "why us: v weak"


def test_a_better_answer_is_that_of_its_question() -> None:
    first = line(
        DebriefField.ASKED, "why us", comment="waffled", went=DebriefField.WENT_BADLY, wish="shouldve said the rota"
    )
    second = line(DebriefField.ASKED, "why leave?", wish="wish id said the hours")
    values = after(draft(), first, second)
    assert (values["wish_of"], values["went_badly"]) == ("why us", "why us: waffled")
    assert values["wish"] == "shouldve said the rota\nwhy leave? wish id said the hours"


def test_a_better_answer_to_no_question_comes_below() -> None:
    assert after(draft(wish="typed", wish_of="why us"), line(DebriefField.WISH, "more"))["wish"] == "typed\nmore"


def test_a_gut_feeling_is_chosen_and_its_words_are_kept() -> None:
    brought = put(line(DebriefField.NOTES, "gut feel - good lot, would take it"), DebriefField.LEANING)
    assert after(draft(), brought) == {"leaning": "go_on", "notes": "gut feel - good lot, would take it"}


@pytest.mark.parametrize("words", ["w/ Priya Ramanath.. (FC) & Tom - finance partner", "panel: Ana Diaz, Tom Becker"])
def test_names_and_titles_alone_tell_no_more(words: str) -> None:
    assert not met_by(parse_value(words, words, DebriefField.PEOPLE, False, ParseContext(NOW.date()))).tells_more


def test_a_question_that_is_moved_keeps_its_better_answer() -> None:
    words = "tell me about a time you failed. should have said the Oslo one"
    asked = parse_value(words, words, DebriefField.ASKED, False, ParseContext(NOW.date()))
    assert after(draft(), put(asked, DebriefField.WENT_BADLY))["went_badly"] == words
