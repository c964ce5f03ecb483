"""A copy for others: no name of a company or a person is left in it, and it lists what was left out."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.exchange.coach_copy import may_hold_text
from lib.exchange.known_names import known_names
from lib.exchange.search_report import SearchReport
from lib.exchange.stand_ins import StandIns
from lib.followup.proofreading.spelling import english
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.setting import Setting
from lib.records.workbook import Workbook
from tests.day_first import coach_copy, report_page, search_report
from tests.exchange.html import shown
from tests.exchange.workbooks import sample

TODAY = date(2026, 11, 20)
PEOPLE = (
    "Priya Raman",
    "Anna Müller",
    "José García-López",
    "Mark Will",
    "李小龍",
    "Dr. Ingrid van der Berg",
    "Zoë O'Hara",
)
COMPANIES = ("Northwind GmbH", "Velvet Badger", "Zwölfacker", "Target", "IBM Deutschland", "Harrow & Finch Insurance")


def workbook(*lessons: str, people: tuple[str, ...] = PEOPLE, companies: tuple[str, ...] = COMPANIES) -> Workbook:
    """One interview a lesson, at the companies in turn, everybody met in the first one."""
    base = {"state": "done", "stage": "panel"}
    return Workbook(
        applications=tuple(
            Application(id=f"ap-{at}", company=name, role=f"Analyst at {name}") for at, name in enumerate(companies)
        ),
        people=tuple(Person(id=f"pe-{at}", name=name) for at, name in enumerate(people)),
        interviews=tuple(
            Interview.from_cells(
                base
                | {"id": f"iv-{at}", "application_id": f"ap-{at % len(companies)}", "lesson": lesson}
                | {"held_at": date.fromordinal(738000 + at).isoformat()}
            )
            for at, lesson in enumerate(lessons)
        ),
        conversations=tuple(Conversation(interview_id="iv-0", person_id=f"pe-{at}") for at in range(len(people))),
    )


def replaced(text: str, **more: Any) -> str:
    return StandIns(known_names(workbook("x", **more), english().knows)).replace(text)


def copied(book: Workbook, *also: str) -> str:
    copy = coach_copy(book, TODAY, also)
    return report_page(copy.report, TODAY, "", copy.left_out).decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask Priya what she meant", "Ask Person 1 what she meant"),
        ("PRIYA RAMAN's team, priya's plan", "Person 1's team, Person 1's plan"),
        ("Raman, Priya", "Person 1, Person 1"),
        ("Priya\n Raman", "Person 1"),
        ("Annas Frage, and Anna’s", "Person 1s Frage, and Person 1’s"),
        ("Muller, Mueller and MÜLLER", "Person 1, Person 1 and Person 1"),
        ("Jose Garcia Lopez asked, Garcia-López too", "Person 1 asked, Person 1 too"),
        ("Then Mark said: I will mark it", "Then Person 1 said: I will mark it"),
        ("Mark Will asked. Will you?", "Person 1 asked. Will you?"),
        ("我和李小龍談過", "我和Person 1談過"),
        ("Ingrid van der Berg and Mrs Berg", "Person 1 and Mrs Person 1"),
        ("O'Hara, Zoe", "Person 1, Person 1"),
        ("northwind and Northwind GmbH, and NORTHWIND's", "Company A and Company A, and Company A's"),
        ("I met the badger. The Badger people, Velvet Badger", "I met the badger. The Company A people, Company A"),
        ("Off target at Target", "Off target at Company A"),
        ("ZwolfackerHandbook.pdf, #zwoelfacker_jobs", "Company A.pdf, #Company A_jobs"),
        ("IBM called, Harrow & Finch did not", "Company A called, Company B did not"),
        ("Write to priya.raman@northwind.com or +49 170 1234567", "Write to [email] or [phone]"),
        ("See https://northwind.com/x, www.x.org/y and jobs.northwind.io", "See [link] [link] and [link]"),
        ("On 2026-11-20 at 14:00, 65000 to 70000", "On 2026-11-20 at 14:00, 65000 to 70000"),
    ],
)
def test_a_name_is_replaced_however_it_is_written(text: str, expected: str) -> None:
    assert replaced(text) == expected


def test_a_decomposed_accent_hides_no_name() -> None:
    text = unicodedata.normalize("NFD", "With Zoë and Müller")
    assert replaced(text) == "With Person 1 and Person 2"


def test_two_of_one_first_name_are_not_taken_for_each_other() -> None:
    people = ("Sanna Birkholt", "Sanna Quandtner")
    text = replaced("Sanna Quandtner, then Birkholt, then Sanna", people=people)
    assert text == "Person 1, then Person 2, then Person 2 or Person 1"


def test_one_stand_in_is_one_name_in_all_texts_and_tables() -> None:
    book = workbook("Northwind again.", "Priya and Northwind", "priya", "x")
    text = shown(copied(book))
    assert "Company A again." in text
    assert "Person 1 and Company A" in text
    assert re.search(r"Company A\s+Analyst at Company A", text)


def test_contacts_who_were_never_met_do_not_turn_ordinary_words_into_people() -> None:
    book = workbook("Grace under fire. Hope for the best, with Kowalczyk", people=())
    contacts = (
        Person(id="pe-9", name="Grace Hope", import_ref="li"),
        Person(id="pe-8", name="Ola Kowalczyk", import_ref="li"),
    )
    copy = coach_copy(replace(book, people=contacts), TODAY)
    assert copy.report.lessons[0].words == "Grace under fire. Hope for the best, with Person 1"
    assert {"Grace", "Hope"} <= set(copy.remaining_words)


def test_words_with_a_capital_that_remain_are_listed_and_replaced_once_ticked() -> None:
    book = workbook("We talked of Erlangen and the KRAKEN project. Breathe first, on Monday.")
    copy = coach_copy(book, TODAY)
    assert set(copy.remaining_words) >= {"Erlangen", "KRAKEN"}
    assert not {"Breathe", "Monday", "We", "Company", "Person"} & set(copy.remaining_words)
    ticked = coach_copy(book, TODAY, ("Erlangen", "kraken"))
    assert ticked.report.lessons[0].words == (
        "We talked of (name 1) and the (name 2) project. Breathe first, on Monday."
    )
    assert "2 further words" in ticked.left_out[0]
    assert not {"Erlangen", "KRAKEN"} & set(ticked.remaining_words)


def test_my_own_name_is_not_in_it() -> None:
    book = replace(
        workbook("Say: I am Jolanda Linden, not Jo"), settings=(Setting(key="name", value="Jolanda Linden"),)
    )
    assert "Say: I am (my name), not Jo" in shown(copied(book))


def test_what_was_left_out_is_counted() -> None:
    left_out = " ".join(coach_copy(sample(), TODAY).left_out)
    book = sample()
    private = sum(bool(interview.private_note) for interview in book.interviews)
    assert f"{private} private note" in left_out
    assert "24 companies" in left_out or "25 companies" in left_out


def test_no_other_text_of_the_workbook_is_in_it() -> None:
    words = "SECRETWORD"
    cells = {"id": "iv-0", "application_id": "ap-0", "state": "done", "held_at": "2026-11-19", "stage": "panel"}
    shown_there = {"lesson", "id", "application_id", "seal", "plan_id"}
    texts = {
        name: words
        for name, field in Interview.model_fields.items()
        if field.annotation is str and name not in shown_there
    }
    book = replace(workbook(), interviews=(Interview.from_cells(cells | texts),))
    book = replace(book, people=tuple(person.changed(notes=words, title=words) for person in book.people))
    assert words not in copied(book)


@pytest.mark.parametrize(
    ("annotation", "holds"),
    [(str, True), (str | None, True), (tuple[str, ...], True), (Literal["yes", "no"], False), (int | None, False)],
)
def test_a_column_of_another_type_may_hold_text_too(annotation: object, holds: bool) -> None:
    assert may_hold_text(annotation) == holds


def test_the_sample_s_copy_names_nobody_whom_the_report_names() -> None:
    text = shown(copied(sample()))
    companies = {entry.company for entry in sample().applications}
    people = {person.name for person in sample().people}
    assert [name for name in companies | people if name in text] == []


def test_the_copy_finds_what_the_report_finds() -> None:
    told, copied_too = search_report(sample(), TODAY).learned, coach_copy(sample(), TODAY).report.learned
    assert copied_too.groups == told.groups
    assert copied_too.waiting == told.waiting != ""
    assert {entry.side for entry in copied_too.returning} == {"Do differently"}


def test_the_copy_and_the_report_agree_on_each_plan() -> None:
    told, copied_too = search_report(sample(), TODAY).plans, coach_copy(sample(), TODAY).report.plans
    assert [note.aside for note in copied_too] == [note.aside for note in told]


NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x24F), min_size=2, max_size=9).filter(
    lambda name: not english().knows(name)
)
FORMS = st.sampled_from(
    (str, str.upper, str.lower, lambda name: f"{name}'s", lambda name: f"({name})", lambda name: f"re:{name},")
)


def _of_returning_words(report: SearchReport) -> Iterator[str]:
    found = report.learned.returning
    assert found, "the same lesson twice has words that return"
    for entry in found:
        yield entry.sentence
        yield from (text for quote in entry.quotes for text in quote)


@given(
    st.lists(NAMES, min_size=2, max_size=2, unique_by=str.casefold),
    NAMES,
    st.lists(FORMS, min_size=1, max_size=4),
    st.data(),
)
def test_no_name_is_left_in_any_text(words: list[str], company: str, forms: list[Any], data: st.DataObject) -> None:
    person = " ".join(words)
    written = [form(data.draw(st.sampled_from((person, *words, company)))) for form in forms]
    lesson = " and ".join(("then we stumbled", *written))
    book = workbook(lesson, lesson, people=(person,), companies=(company,))
    plan = IfThenPlan(id="pl-1", if_when=lesson, then_do=lesson)
    report = coach_copy(replace(book, plans=(plan,)), TODAY).report
    texts = [
        report.lessons[0].words,
        report.plans[0].words,
        *_of_returning_words(report),
        *(str(cell) for row in report.interviews.rows for cell in row),
    ]
    left = {token.casefold() for text in texts for token in re.findall(r"[^\W_]+", text)}
    ours = {
        "person",
        "company",
        "a",
        "b",
        "1",
        "2",
        "or",
        "and",
        "s",
        "re",
        "if",
        "then",
        "we",
        "stumbled",
        "analyst",
        "at",
    }
    names = {word.casefold() for word in (*words, company)} - ours
    assert not (left - ours) & names


@pytest.mark.parametrize("salutation", ["Hi Vicky", "Vicky", "Liebe Vicky"])
def test_what_someone_is_called_in_letters_is_their_name_too(salutation: str) -> None:
    book = workbook("Vicky was kind, dear as she is. Hi.", people=("Orbán Viktória",))
    book = replace(book, people=tuple(person.changed(salutation=salutation) for person in book.people))
    text = shown(copied(book))
    assert "Person 1 was kind, dear as she is. Hi." in text
    assert "Vicky" not in text
