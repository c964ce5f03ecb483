"""The lines of a note go into the fields of the debrief, and what isn't clear stays a note."""

from datetime import date, time
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.capture.days import day_before, day_said, days_at_odds
from lib.capture.lines import lines_of
from lib.capture.marks import strip_marks
from lib.capture.sorting import DebriefField, PersonMet, SortedLine, looks_like_heading, sort_lines
from lib.capture.values import ParseContext, next_round_in, parse_value

TODAY = date(2026, 11, 24)
ASKED = "Why do you want to leave?"
MET = "Met Ana Diaz, HR"
MEMO_LINES = ("Corvane Freight, depot planner, Tuesday", ASKED, "tell me about a conflict", MET)
"""After a line about people, a note's list of questions is over."""


def sort(*lines: str, known: tuple[str, ...] = ()) -> tuple[SortedLine, ...]:
    return sort_lines(lines, TODAY, known)


def places(*lines: str) -> list[DebriefField]:
    return [line.field for line in sort(*lines)]


def among_questions(line: str) -> SortedLine:
    return sort("They asked:", "- why us", line, "- notice period")[2]


def after_questions(line: str) -> SortedLine:
    return sort(*MEMO_LINES, line)[-1]


def read_as(place: DebriefField, line: str) -> SortedLine:
    """What the line comes to once its place is known."""
    return parse_value(line, strip_marks(line).words, place, False, ParseContext(TODAY))


@pytest.mark.parametrize("words", ["energy 4/10 by then", "felt 7/10 walking out", "nerves 6/10", "mood 5/10", "8/10"])
def test_a_rating_of_something_else_is_not_how_much_the_job_is_wanted(words: str) -> None:
    assert places(words) == [DebriefField.NOTES]


@pytest.mark.parametrize(
    "words", ["interest 8/10", "would take it, 8/10", "8/10 keen", "dream job 8/10", "want it: 8/10"]
)
def test_a_rating_that_speaks_of_wanting_the_job_is_the_interest(words: str) -> None:
    (line,) = sort(words)
    assert (line.field, line.number) == (DebriefField.INTEREST, 8)


@pytest.mark.parametrize(
    "line",
    [
        "tell me abt a conflict",
        "walk me thru my cv",
        "why leaving?",
        "no band on the gel, what now",
        "how u handle stress",
        "They asked why I left",
        "Priya wanted to know how I plan a week",
        "WHY U WANT NIGHTS",
        "TUPE experience?",
    ],
)
def test_a_question_is_found_with_and_without_a_question_mark(line: str) -> None:
    assert among_questions(line).field == DebriefField.ASKED


@pytest.mark.parametrize(
    "line",
    ["1. why us", "Q2: why us", "[ ] why us", "- why us", "• why us", "☐ why us", "3) why us", "Q4 (bonus): why us"],
)
def test_numbers_and_boxes_are_left_out_of_the_question(line: str) -> None:
    assert among_questions(line).value == "why us"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("they asked why I left", "Why I left"),
        ("Tom asked me to design a rate limiter.", "Design a rate limiter"),
        ("She wanted to know if I can drive", "If I can drive"),
    ],
)
def test_what_only_says_that_they_asked_is_left_out(line: str, value: str) -> None:
    assert among_questions(line).value == value


def test_a_hard_question_says_so() -> None:
    line = among_questions("hard: cost of a dish with 30% margin")
    assert (line.value, line.hard) == ("cost of a dish with 30% margin", True)


def test_the_questions_under_the_heading_hard_are_hard() -> None:
    assert [line.hard for line in sort("Asked", "- languages?", "Hard", "- upsell me a room")][1::2] == [False, True]


def test_a_rating_behind_a_question_is_my_answers() -> None:
    line = among_questions("Why us? 2/5")
    assert (line.value, line.rating, line.hard) == ("Why us?", 2, True)


def test_among_their_questions_mine_is_mine_and_an_answer_is_a_note() -> None:
    assert among_questions("I asked about the team size").field == DebriefField.ASKED_THEM
    assert among_questions("A: about forty people").field == DebriefField.NOTES


def test_what_is_under_my_questions_is_not_theirs() -> None:
    assert places("My questions:", "Who owns the budget?") == [DebriefField.NOTHING, DebriefField.ASKED_THEM]


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Asked:", DebriefField.ASKED),
        ("Hard:", DebriefField.ASKED),
        ("Went well:", DebriefField.WENT_WELL),
        ("Went badly:", DebriefField.WENT_BADLY),
        ("They said next / I promised:", DebriefField.NEXT_STEP),
        ("Qs:", DebriefField.ASKED),
        ("## Good", DebriefField.WENT_WELL),
        ("BAD", DebriefField.WENT_BADLY),
        ("Next:", DebriefField.NEXT_STEP),
        ("[ ] todo", DebriefField.PROMISES),
        ("What I promised", DebriefField.PROMISES),
        ("a word on the rota", None),
    ],
)
def test_headings_are_known_in_many_words(heading: str, place: DebriefField | None) -> None:
    assert looks_like_heading(heading) == place


def test_a_line_under_a_heading_belongs_there() -> None:
    assert places("Good:", "- the ward story") == [DebriefField.NOTHING, DebriefField.WENT_WELL]


def test_a_line_that_is_clearly_something_else_leaves_its_heading() -> None:
    assert places("Went badly:", "- the maths", "- they will ring by friday")[1:] == [
        DebriefField.WENT_BADLY,
        DebriefField.REPLY_BY,
    ]


def test_a_label_before_a_line_tells_its_place() -> None:
    assert places(ASKED, "GOOD - the pick rate story")[1:] == [DebriefField.WENT_WELL]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("met Elena R (editor in chief), Tom - art", [("Elena R", "editor in chief"), ("Tom", "art")]),
        ("Matron = Angela Dowd, other one was Kev (educator)", [("Angela Dowd", "Matron"), ("Kev", "educator")]),
        (
            "I met Priya Raman, she is the hiring manager, and Tom Becker from the data platform team.",
            [("Priya Raman", "hiring manager"), ("Tom Becker", "data platform team")],
        ),
        ("Head gardener Mr Whitcombe", [("Mr Whitcombe", "Head gardener")]),
        ("owner is called Mirela", [("Mirela", "owner")]),
        ("met steve the contracts manager", [("Steve", "contracts manager")]),
        ("panel: Ingrid Sol... (control room mgr), Pete", [("Ingrid Sol", "control room mgr"), ("Pete", "")]),
        ("w/ Priya Ramanath.. (FC) & Joe Mc…", [("Priya Ramanath", "FC"), ("Joe Mc", "")]),
        ("Marta Kowal... head of design, Ana Fer… HR", [("Marta Kowal", "head of design"), ("Ana Fer", "HR")]),
        ("Ellie recruiter sat in first 5 min", [("Ellie", "recruiter")]),
    ],
)
def test_people_are_named_with_their_titles(line: str, people: list[tuple[str, str]]) -> None:
    assert read_as(DebriefField.PEOPLE, line).people == tuple(PersonMet(*one) for one in people)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Met Tom?? Tom Brandt, HR lady", [PersonMet("Tom Brandt", "HR lady", is_unsure=True)]),
        ("Tom?? Tom Brandt (HR lady)", [PersonMet("Tom Brandt", "HR lady", is_unsure=True)]),
        ("there: Tom??, Anna! (HR lady)", [PersonMet("Tom", is_unsure=True), PersonMet("Anna", "HR lady")]),
        ("Tom (??) Brandt, HR", [PersonMet("Tom Brandt", "HR", is_unsure=True)]),
        (
            "Bea + volunteer coordinator (Stan?)",
            [PersonMet("Bea"), PersonMet("Stan", "volunteer coordinator", is_unsure=True)],
        ),
    ],
)
def test_a_name_with_question_marks_is_noted_without_them_and_as_unsure(line: str, people: list[PersonMet]) -> None:
    assert read_as(DebriefField.PEOPLE, line).people == tuple(people)


def test_a_name_on_file_is_a_person() -> None:
    found = sort(ASKED, "priya, the move to the new site", known=("Priya Raman",))[1]
    assert (found.field, found.people[0].name) == (DebriefField.PEOPLE, "priya")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("they'll let me know by fri", date(2026, 11, 27)),
        ("they'll let me know next week?", date(2026, 12, 4)),
        ("decision in 2 weeks she said", date(2026, 12, 8)),
        ("letter within ten working days", date(2026, 12, 8)),
        ("Ola back to me tues", date(2026, 12, 1)),
        ("EOW", date(2026, 11, 27)),
        ("Results by the tenth of December", date(2026, 12, 10)),
        ("she'll email tmrw", date(2026, 11, 25)),
        ("they will write me until 30.11.", date(2026, 11, 30)),
        ("she said shed come back to me by end of next week, another person trialing thurs", date(2026, 12, 4)),
        ("another person trialing thurs, she'll let me know by end of next week", date(2026, 12, 4)),
        ("they ring on Tues, Dec 15", date(2026, 12, 15)),
        ("they decide soon, prob fri", date(2026, 11, 27)),
    ],
)
def test_when_they_answer_is_a_day(line: str, day: date) -> None:
    assert read_as(DebriefField.REPLY_BY, line).day == day


@pytest.mark.parametrize(
    "line",
    ["tues 14th", "Tuesday the 14th", "Tuesday 14 December", "Tue, Dec 14", "14 Dec (Tues)", "tue 14.12.", "14/12 tue"],
)
def test_a_weekday_that_contradicts_its_date_is_no_day_but_two(line: str) -> None:
    both = date(2026, 12, 14), date(2026, 12, 15)
    assert (day_said(line, TODAY, day_first=True), days_at_odds(line, TODAY, day_first=True)) == (None, both)


@pytest.mark.parametrize("line", ["mon 14th", "Monday 14 Dec", "by fri", "wed 2pm", "14 Dec, sat with Daz"])
def test_a_weekday_that_fits_its_date_leaves_no_choice(line: str) -> None:
    assert day_said(line, TODAY) is not None
    assert days_at_odds(line, TODAY) is None


@pytest.mark.parametrize("line", ["Pete will email the training dates by fri", "Priya to send the case study tmrw"])
def test_what_somebody_sends_is_not_when_they_answer(line: str) -> None:
    assert sort(line)[0].field != DebriefField.REPLY_BY


@pytest.mark.parametrize("line", ["they'll email the outcome by fri", "they email the decision on Tuesday"])
def test_an_answer_that_somebody_sends_still_is(line: str) -> None:
    assert sort(line)[0].field == DebriefField.REPLY_BY


@pytest.mark.parametrize(
    ("line", "value", "day"),
    [
        ("I'll send my GDC number", "Send my GDC number", None),
        ("promised to send portfolio by wed", "Send portfolio by wed", date(2026, 11, 25)),
        ("I said I'd email Judith the article", "Email Judith the article", None),
        ("bring own knives", "bring own knives", None),
        ("I'll let Holly know my notice period, 4 wks prob", "Let Holly know my notice period, 4 wks prob", None),
        ("I'll tell them my 2 months notice by wed", "Tell them my 2 months notice by wed", date(2026, 11, 25)),
        ("I'll send it in a couple of days", "Send it in a couple of days", date(2026, 11, 26)),
        ("I'll send it within 2 wks", "Send it within 2 wks", date(2026, 12, 8)),
    ],
)
def test_a_promise_is_what_i_send_or_do(line: str, value: str, day: date | None) -> None:
    found = read_as(DebriefField.PROMISES, line)
    assert (found.value, found.day) == (value, day)


@pytest.mark.parametrize(
    "line",
    [
        "Ambulance control interview wed 2pm",
        "Panel interview, Tuesday 7.30am",
        "2nd interview Tues 2pm",
        "Kestrel Insurance / data scientist / 3rd round / Fri 9am",
        "trial day tue 8:00",
    ],
)
def test_the_title_of_this_interview_is_never_the_next_one(line: str) -> None:
    assert next_round_in(line, ParseContext(TODAY)) is None


def test_a_further_one_on_the_same_weekday_is_known_by_next_or_its_date() -> None:
    assert next_round_in("second round next Tuesday", ParseContext(TODAY)) is not None
    assert next_round_in("second round Tuesday 1 Dec", ParseContext(TODAY)) is not None


@pytest.mark.parametrize("line", ["70-75k ok?", "£13.50 + tips", "55 base 90 ote"])
def test_pay_is_known_by_its_amount(line: str) -> None:
    assert after_questions(line).field == DebriefField.PAY


@pytest.mark.parametrize(
    ("line", "percent"),
    [
        ("60% I think", 60),
        ("7/10 chance", 70),
        ("fifty fifty", 50),
        ("Odds 3 in 5", 60),
        ("I'd say seventy percent", 70),
        ("chances 65", 65),
        ("65ish", 65),
    ],
)
def test_a_guess_is_a_percentage(line: str, percent: int) -> None:
    assert read_as(DebriefField.FORECAST, line).number == percent


def test_how_much_i_want_it_is_a_number() -> None:
    assert read_as(DebriefField.INTEREST, "want it 7/10").number == 7


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("wish i said the territory got cut in half", DebriefField.WISH),
        ("didnt mention my phonics training!!", DebriefField.UNSAID),
        ("rambled about my cv", DebriefField.WENT_BADLY),
        ("next time slow down", DebriefField.NEW_PLAN),
        ("final round with the vp", DebriefField.NEXT_STEP),
        ("parking is round the back", DebriefField.NOTES),
        ("<Media omitted>", DebriefField.NOTHING),
    ],
)
def test_the_other_fields_are_known_by_their_words(line: str, place: DebriefField) -> None:
    assert after_questions(line).field == place


def test_the_title_of_a_note_says_company_role_and_day() -> None:
    found = sort("Ostrava Logistics / transport planner / 19.11.", ASKED)[0]
    assert (found.field, found.company, found.role) == (DebriefField.WHICH, "Ostrava Logistics", "transport planner")
    assert found.day == date(2026, 11, 19)


def test_the_stamp_of_a_chat_is_no_part_of_the_line() -> None:
    assert among_questions("24/11/2026, 15:03 - Me: whats dhcp").value == "whats dhcp"


MEMO = (
    "Right, that was the second round at Corvane Freight. I met Lucia Ferrant, she runs the depot, and Omar Hadi from "
    "finance. Lucia asked me to plan a week with two drivers missing. I got stuck when Omar asked about fuel costs. "
    "I wish I had said that I would ask the yard first. What worries me is that nobody stays a year. "
    "She'll get back to me by Thursday. I promised to send my licence. I would say sixty percent."
)


def test_a_dictated_memo_is_sorted_sentence_by_sentence() -> None:
    assert places(*lines_of(MEMO)) == [
        DebriefField.WHICH,
        DebriefField.PEOPLE,
        DebriefField.ASKED,
        DebriefField.WENT_BADLY,
        DebriefField.WISH,
        DebriefField.WORRIED_BY,
        DebriefField.REPLY_BY,
        DebriefField.PROMISES,
        DebriefField.FORECAST,
    ]


PIECES = st.sampled_from(
    [
        "Asked:",
        "why",
        "?",
        "60%",
        "met Ana (HR)",
        "- ",
        "2/5",
        "£",
        "by fri",
        "Good",
        "I'll send",
        "1)",
        "\t",
        "🎉",
        "(",
        "—",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), max_size=12))
def test_every_line_is_sorted_once_in_its_order(lines: list[str]) -> None:
    assert [line.text for line in sort_lines(lines, TODAY)] == lines


@pytest.mark.parametrize("words", ["Thurs 2pm", "thursday, 14:00", "Thursday at 2 o'clock"])
def test_the_weekday_of_the_interview_is_the_last_one_whatever_time_it_began(words: str) -> None:
    assert day_before(words, TODAY) == date(2026, 11, 19)


@pytest.mark.parametrize(
    "words", ["Corvane Freight, depot planner, yesterday 2pm", "Yesterday", "last night, by phone"]
)
def test_yesterday_is_a_day_of_the_interview(words: str) -> None:
    assert day_before(words, TODAY) == date(2026, 11, 23)


def test_a_day_of_the_interview_in_figures_may_be_ahead() -> None:
    assert day_before("Thursday 3 Dec, 2pm", TODAY) == date(2026, 12, 3)


@pytest.mark.parametrize("today", [date.min, date.max])
def test_days_beyond_the_calendar_are_no_days(today: date) -> None:
    found = sort_lines([ASKED, "they will ring in 9 weeks", "EOM", "by next tues", "mon 23rd"], today)
    assert len(found) == 5


@pytest.mark.parametrize("piece", ["a b ", "what ", "(", "x, ", "Ana ", "1 ", "i said ", "- ", "?", "is a "])
def test_a_very_long_line_takes_no_longer(piece: str) -> None:
    start = process_time()
    sort_lines([piece * 30_000 for _ in range(20)], TODAY)
    assert process_time() - start < 2


def test_five_thousand_lines_take_seconds() -> None:
    lines = [f"{number} {words}" for number in range(1250) for words in (ASKED, MET, "nailed the maths", "by friday")]
    start = process_time()
    sort_lines(lines, TODAY)
    assert process_time() - start < 10


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2026, 12, 11)), (False, date(2026, 11, 12)), (None, None)])
def test_a_day_in_figures_is_read_in_the_order_that_is_usual(day_first: bool | None, day: date | None) -> None:
    words = "they'll email by 11/12"
    assert parse_value(words, words, DebriefField.REPLY_BY, False, ParseContext(TODAY, day_first=day_first)).day == day


def test_without_a_plus_a_dash_below_questions_is_a_question() -> None:
    assert places("Q's", "why did you leave", "- cost a menu") == [
        DebriefField.NOTHING,
        DebriefField.ASKED,
        DebriefField.ASKED,
    ]


@pytest.mark.parametrize(
    ("line", "value", "is_hard"),
    [
        ("How do you cost a menu (hard - didnt know number)", "How do you cost a menu", True),
        ("How do you cost a menu - i froze a bit, that one was hard", "How do you cost a menu", True),
        ("How do you cost a menu, hard - i froze a bit", "How do you cost a menu", True),
        ("How do you cost a menu - i froze a bit, that one", "How do you cost a menu", False),
        ("Tell me about a menu - one that you made", "Tell me about a menu - one that you made", False),
    ],
)
def test_what_is_added_about_my_answer_is_no_part_of_the_question(line: str, value: str, is_hard: bool) -> None:
    found = among_questions(line)
    assert (found.field, found.value, found.hard) == (DebriefField.ASKED, value, is_hard)
    assert bool(found.comment) == (value != line)


@pytest.mark.parametrize(
    ("line", "place", "number"),
    [
        ("want it? yes 8/10", DebriefField.INTEREST, 8),
        ("gut: 7/10 want it", DebriefField.INTEREST, 7),
        ("gut: 7/10", DebriefField.FORECAST, 70),
        ("prob 50/50", DebriefField.FORECAST, 50),
    ],
)
def test_wanting_the_job_and_its_chance_are_numbers(line: str, place: DebriefField, number: int) -> None:
    assert read_as(place, line).number == number


def test_when_somebody_was_there_is_no_part_of_the_title() -> None:
    assert read_as(DebriefField.PEOPLE, "Priya, HR at start").people == (PersonMet("Priya", "HR"),)


@pytest.mark.parametrize("words", ["2 out of 5", "I'd give that a 2/5"])
def test_the_next_sentence_may_rate_the_answer(words: str) -> None:
    question, rating = sort("Why do you want to leave us?", words)
    assert (question.field, question.rating, question.hard) == (DebriefField.ASKED, 2, True)
    assert (rating.field, rating.value) == (DebriefField.NOTES, words)


def test_a_rating_that_follows_no_question_rates_nothing() -> None:
    assert sort("She liked the demo", "2 out of 5")[0].rating is None


def test_a_question_may_go_on_with_what_i_did() -> None:
    line = among_questions("They asked about a conflict, and I rambled")
    assert (line.field, line.value, line.comment) == (DebriefField.ASKED, "About a conflict", "I rambled")


def test_a_title_needs_no_comma_behind_the_name() -> None:
    assert read_as(DebriefField.PEOPLE, "met Marco exec chef").people == (PersonMet("Marco", "exec chef"),)


def test_a_blank_line_does_not_end_a_list_of_questions() -> None:
    assert (
        places("Questions:", "- why us", "", "- do you have your own tools", "- notice period")[3:]
        == [DebriefField.ASKED] * 2
    )


@pytest.mark.parametrize(
    ("line", "on", "begins"),
    [
        ("second round Thursday 10am w/ the CFO", date(2026, 11, 26), time(10)),
        ("Next: trial shift on 3 Dec", date(2026, 12, 3), None),
        ("2nd interview = trial day on monday 14 dec 8:00", date(2026, 12, 14), time(8)),
        ("second round, they let me know by Thursday", None, None),
        ("final interview in two weeks", None, None),
        ("second round Friday 2pm", date(2026, 11, 27), time(14)),
        ("half a day on site with the crew", None, None),
        ("Fiona calls Weds", None, None),
        ("Priya to send case study task tmrw, due back monday 10am", None, None),
        ("take home dataset coming Mon, 4 hrs max", None, None),
    ],
)
def test_the_day_of_the_next_interview_is_told_apart_from_that_of_their_answer(
    line: str, on: date | None, begins: time | None
) -> None:
    assert (next_round_in(line, ParseContext(TODAY)) or (None, None))[:2] == (on, begins)


@pytest.mark.parametrize("line", ["- 3 people – why??", "why did I mention the divorce??", "salary question?"])
def test_a_doubt_of_my_own_under_what_went_badly_stays_there(line: str) -> None:
    assert places("Bad", "- rambled about the budget", line)[-1] == DebriefField.WENT_BADLY


@pytest.mark.parametrize(
    "line",
    ["They asked why I left - froze", "Why do you want to leave?", "Tell me about a conflict - blanked", '"Any gaps?"'],
)
def test_a_question_that_they_put_is_one_under_what_went_badly_too(line: str) -> None:
    assert places("Bad", "- rambled about the budget", line)[-1] == DebriefField.ASKED


@pytest.mark.parametrize(
    "line",
    [
        "didn't love the open office",
        "not a fan of the rota",
        "wasn't keen on nights",
        "i'm not keen on the commute",
        "wasn't sold on the hot desking",
    ],
)
def test_a_liking_that_is_denied_is_offered_as_a_drawback_first(line: str) -> None:
    found = after_questions(line)
    assert (found.field, found.alternatives[0]) == (DebriefField.NOTES, DebriefField.WORRIED_BY)
    under_heading = sort("Liked:", f"- {line}")[1]
    assert (under_heading.field, under_heading.alternatives[0]) == (DebriefField.NOTES, DebriefField.WORRIED_BY)


def test_a_liking_stays_one_and_how_much_i_want_the_job_too() -> None:
    assert sort("Liked:", "- loved the open office")[1].field == DebriefField.ENERGISED_BY
    assert DebriefField.WORRIED_BY not in after_questions("not so keen").alternatives


def test_that_i_am_not_happy_with_my_answer_is_offered_as_gone_badly_first() -> None:
    assert after_questions("not happy with how I explained it").alternatives[0] == DebriefField.WENT_BADLY


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("I asked: what's turnover like", "What's turnover like"),
        ("my qs: how big is the team", "How big is the team"),
        ("asked them about turnover", "About turnover"),
        ("I asked Tom how they train people", "How they train people"),
    ],
)
def test_what_i_asked_them_is_a_question_of_mine(line: str, question: str) -> None:
    found = after_questions(line)
    assert (found.field, found.value) == (DebriefField.ASKED_THEM, question)


def test_what_is_below_my_questions_is_one_unless_it_is_their_answer_or_still_to_ask() -> None:
    asked = sort("Why us?", "Asked them:", "- training budget?", "- they said it depends")
    assert [line.field for line in asked[2:]] == [DebriefField.ASKED_THEM, DebriefField.NOTES]
    assert DebriefField.ASKED_THEM not in places("Why us?", "To ask:", "- training budget?")
    assert after_questions("I asked for 45k").field != DebriefField.ASKED_THEM


@pytest.mark.parametrize("line", ["team of 6", "they use SAP", "12h shifts", "3 days in the office", "Stack: python"])
def test_what_i_learned_about_the_job_is_a_note_of_its_own(line: str) -> None:
    found = after_questions(line)
    assert (found.field, found.value, found.is_learned) == (DebriefField.NOTES, line, True)


def test_what_is_below_what_i_learned_is_learned_also_behind_my_questions() -> None:
    found = sort("My questions:", "- how big is the team?", "what I learned", "team of 6", "12h shifts, 4 on 4 off")
    assert [line.field for line in found] == [
        DebriefField.NOTHING,
        DebriefField.ASKED_THEM,
        DebriefField.NOTHING,
        DebriefField.NOTES,
        DebriefField.NOTES,
    ]
    assert [line.is_learned for line in found[3:]] == [True, True]


def test_a_first_line_that_tells_the_role_is_which_interview_it_was() -> None:
    first = sort("Dispatcher, ambulance control", "panel of 3, 45 min", "why us?")[0]
    assert (first.field, first.company, first.role) == (DebriefField.WHICH, "", "Dispatcher")


def test_lines_below_a_heading_about_the_job_are_learned_and_other_notes_are_not() -> None:
    assert sort("About the job:", "- laptop on day one")[1].is_learned
    assert not after_questions("the lift was broken").is_learned


@pytest.mark.parametrize("line", ["$85k + super", "17.50 + OT", "32k plus overtime", "£12 an hour + tips"])
def test_an_amount_with_what_comes_beside_it_is_pay_in_its_words(line: str) -> None:
    found = after_questions(line)
    assert (found.field, found.value) == (DebriefField.PAY, line)


def test_hours_with_overtime_are_no_pay() -> None:
    assert after_questions("40h + overtime").field != DebriefField.PAY


@pytest.mark.parametrize(
    ("line", "question", "went"),
    [
        ('"why did you leave?" nailed this one', "why did you leave?", DebriefField.WENT_WELL),
        ('"biggest weakness" - nailed', "biggest weakness", DebriefField.WENT_WELL),
        ("'why us' - nailed this one", "why us", DebriefField.WENT_WELL),
        ('"tell me about a conflict" bombed that', "tell me about a conflict", DebriefField.WENT_BADLY),
    ],
)
@pytest.mark.parametrize("heading", ["", "Went well:", "Went badly:", "How it went:"])
def test_a_quoted_question_with_a_remark_stays_a_question_wherever_it_is(
    line: str, question: str, went: DebriefField, heading: str
) -> None:
    found = sort(heading, f"- {line}")[1]
    assert (found.field, found.value, found.went) == (DebriefField.ASKED, question, went)
    assert found.comment in line
    assert found.hard == (went == DebriefField.WENT_BADLY)


def test_a_quotation_that_is_no_question_stays_praise() -> None:
    found = sort("Went well:", '"best answer all day", nailed it')[1]
    assert found.field == DebriefField.WENT_WELL


def test_a_line_that_goes_on_with_a_promise_is_one_too() -> None:
    found = sort("I said id drop my old certs in by friday", "and text Daz ref number for Kev Brad", "and they laughed")

    assert [line.field for line in found][:2] == [DebriefField.PROMISES, DebriefField.PROMISES]
    assert found[1].value == "Text Daz ref number for Kev Brad"
    assert found[2].field != DebriefField.PROMISES


def test_a_promise_behind_a_label_is_taken_without_it() -> None:
    (found,) = sort("I owe them: exam transcript + notice period confirmation")

    assert (found.field, found.value) == (DebriefField.PROMISES, "exam transcript + notice period confirmation")


@pytest.mark.parametrize(
    "line",
    [
        "Priya to send case study task tmrw, due back monday 10am",
        "Ellie to get back to me Thurs w next steps",
        "shes sending the tronc breakdown too",
    ],
)
def test_what_they_will_do_is_not_offered_as_a_promise(line: str) -> None:
    (found,) = sort(line)

    assert DebriefField.PROMISES not in (found.field, *found.alternatives)


@pytest.mark.parametrize(("line", "stage"), [("panel: Ana Diaz, Tom", "panel"), ("met Ana Diaz and Tom", None)])
def test_a_panel_is_a_type_of_interview(line: str, stage: str | None) -> None:
    assert read_as(DebriefField.PEOPLE, line).stage == stage


def test_a_title_with_its_article_is_that_of_the_name_behind_it() -> None:
    found = sort_lines(["panel: Mrs Adeyemi (head), Tom B (deputy), + a governor, Pauline smth"], TODAY)[0]
    assert [(met.name, met.title) for met in found.people][2:] == [("Pauline", "governor")]
