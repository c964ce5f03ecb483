"""The next interview's sheet."""

from datetime import date

from lib.followup.sheet import ASK_THEM, PrepSheet
from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.record import Record
from tests.day_first import sheet_for
from tests.followup.searches import ADA, BERLIN, KESTREL, at, day, interview, met, workbook

COMING = interview(id="iv-2", state="scheduled", held_at="2026-11-25T10:00:00+01:00", stage="final", format="in_person")
FIRST = interview(unsaid="That I built the alerting", pay_said="around 70")
BRIGHT = Application(id="ap-b", company="Brightwater", role="Analyst", status="interviewing")
ELSEWHERE = COMING.changed(application_id="ap-b")


def sheet(*records: Record, now: str = "2026-11-23 09:00") -> PrepSheet:
    coming = next(row for row in records if isinstance(row, Interview) and row.state == "scheduled")
    found = sheet_for(workbook(*records), coming.id, at(now), BERLIN)
    assert found is not None
    return found


def asked(text: str, rating: int, number: int = 1, interview_id: str = "iv-1") -> Question:
    return Question(
        id=f"qu-{interview_id}-{number}",
        interview_id=interview_id,
        text=text,
        rating=rating,
        position=number,
        asked_by="them",
    )


def test_it_shows_when_where_and_with_whom() -> None:
    found = sheet(
        KESTREL.changed(location="Mill Lane 4"), COMING, FIRST, met(ADA, "iv-2"), met(ADA, about="the data team")
    )

    assert found.when == "Wednesday 25 November at 10:00, 60 minutes"
    assert found.where == "In person, Mill Lane 4"
    assert [(who.person.name, who.talked_about) for who in found.with_whom] == [("Ada Okafor", ("the data team",))]


def test_it_tells_to_ask_how_soon_they_decide_and_how_to_be_reached_f1() -> None:
    assert sheet(COMING).ask_them == ASK_THEM == ("How soon do you decide?", "What comes next?", "How may I reach you?")


def test_what_earlier_rounds_left_open_is_named_f1() -> None:
    mine = Question(id="qu-1", interview_id="iv-1", text="Who would I report to?", asked_by="me", asked=False)

    found = sheet(COMING, FIRST, mine)

    assert found.still_unknown == ("Who would I report to?",)
    assert found.find_out == ("Whether you'd want to work for this manager",)


def went_well(number: int, words: str, stage: str = "technical") -> Interview:
    return interview(id=f"iv-w{number}", held_at=f"2026-11-{number:02}T10:00:00+01:00", stage=stage, went_well=words)


def test_it_opens_with_three_lines_of_what_went_well_those_of_this_type_first() -> None:
    lines = (
        went_well(1, "- Calm at the end\n- They laughed", "final"),
        went_well(2, "The port example"),
        went_well(3, "Clear numbers"),
        went_well(4, ""),
        went_well(5, "clear  numbers"),
    )
    found = sheet(COMING, *lines).went_well

    assert [said.text for said in found] == ["Calm at the end", "clear  numbers", "The port example"]
    assert found[0].source == "Kestrel Mills, final round"


def test_one_interview_gives_its_first_three_lines_and_nothing_is_invented() -> None:
    assert [said.text for said in sheet(COMING, went_well(1, "A\nB\n\nC\nD")).went_well] == ["A", "B", "C"]
    assert sheet(COMING, went_well(1, " \n")).went_well == ()


def test_what_went_well_later_is_not_on_the_sheet_of_an_earlier_interview() -> None:
    assert sheet(COMING, went_well(28, "The panel")).went_well == ()


def test_it_brings_what_i_claimed_and_the_pay_i_named_there() -> None:
    claims = (
        Claim(id="cl-1", interview_id="iv-1", claim="Ten years of SQL"),
        Claim(id="cl-2", interview_id="iv-1", claim="ten  years of sql"),
    )

    found = sheet(COMING, FIRST, *claims)

    assert [said.text for said in found.claims] == ["Ten years of SQL"]
    assert [(said.text, said.source) for said in found.pay_said] == [("around 70", "Kestrel Mills, technical")]


def test_it_brings_what_they_asked_what_was_unsaid_and_what_was_promised() -> None:
    promise = Promise(id="pr-1", interview_id="iv-1", what="A sketch", by=day("Nov 24"))

    found = sheet(COMING, FIRST, asked("Why us?", 4), promise)

    assert [said.text for said in found.they_asked] == ["Why us?"]
    assert [said.text for said in found.unsaid] == ["That I built the alerting"]
    assert found.promises == (promise,)


def test_for_a_new_company_it_draws_on_all_earlier_debriefs_but_not_on_their_pay() -> None:
    claim = Claim(id="cl-1", interview_id="iv-1", claim="Ten years of SQL")

    found = sheet(KESTREL, BRIGHT, ELSEWHERE, FIRST, claim)

    assert found.is_new_company
    assert [said.text for said in found.claims] == ["Ten years of SQL"]
    assert found.pay_said == ()


def test_the_sheet_shows_up_to_three_open_plans_the_newest_first() -> None:
    plans = [IfThenPlan(id=f"pl-{day}", then_do="stop", made_on=date(2026, 11, day)) for day in range(1, 6)]
    away = plans[4].changed(put_away_on=FIRST.held_on)

    assert [plan.id for plan in sheet(COMING, FIRST, *plans[:2]).plans] == ["pl-2", "pl-1"]
    assert [plan.id for plan in sheet(COMING, FIRST, *plans[:4], away).plans] == ["pl-4", "pl-3", "pl-2"]


def test_what_only_makes_sense_elsewhere_is_not_among_what_others_asked() -> None:
    book = workbook(KESTREL, BRIGHT, ELSEWHERE, FIRST, asked("Why our mill?", 1), asked("Why data?", 1, 2))

    found = sheet_for(book, "iv-2", at("2026-11-23 09:00"), BERLIN, leaving_out=("qu-iv-1-1",))

    assert found is not None
    assert [said.text for said in found.they_asked] == ["Why data?"]


def test_questions_of_other_companies_are_not_called_theirs() -> None:
    assert sheet(COMING, FIRST, asked("Why?", 1)).asked_heading == "What they asked"
    assert sheet(KESTREL, BRIGHT, ELSEWHERE, FIRST, asked("Why?", 1)).asked_heading == "What other companies asked"


def test_the_sheet_of_any_interview_can_be_had() -> None:
    book = workbook(COMING)

    assert sheet_for(book, "iv-2", at("2026-10-01 09:00"), BERLIN) is not None
    assert sheet_for(book, "iv-none", at("2026-10-01 09:00"), BERLIN) is None


def test_an_interview_without_a_time_reports_it() -> None:
    assert sheet(COMING.changed(held_at=day("Nov 25"))).when == "Wednesday 25 November, time not noted"


PASTRY = Application(id="ap-p", company="Brioche & Sons", role="Pastry chef", status="interviewing")
HEATING = KESTREL.changed(role="Heating technology engineer")
TRIAL = COMING.changed(application_id="ap-p")


def test_nothing_of_another_line_of_work_is_on_the_sheet_but_what_any_interview_asks() -> None:
    heating = FIRST.changed(went_well="Explained the heat pump")
    plan = IfThenPlan(id="pl-1", interview_id="iv-1", then_do="name the boiler")
    own = IfThenPlan(id="pl-2", then_do="slow down", made_on=date(2026, 11, 1))
    claim = Claim(id="cl-1", interview_id="iv-1", claim="Ten years of heat pumps")
    rows = (TRIAL, heating, plan, own, claim, asked("Tell me about yourself", 4))

    found = sheet(HEATING, PASTRY, *rows)

    assert (found.went_well, found.claims, found.unsaid) == ((), (), ())
    assert [one.id for one in found.plans] == ["pl-2"]
    assert [said.text for said in found.they_asked] == ["Tell me about yourself"]

    same_work = sheet(HEATING.changed(role="Sous-chef"), PASTRY, *rows)

    assert [said.text for said in same_work.claims] == ["Ten years of heat pumps"]
    assert [one.id for one in same_work.plans] == ["pl-1", "pl-2"]


def test_what_went_badly_at_this_company_is_on_the_sheet_to_be_revised() -> None:
    muddled = FIRST.changed(went_badly="muddled on the divert policy\nblanked on AMPDS")
    found = sheet(COMING, muddled).went_badly
    assert [said.text for said in found] == ["muddled on the divert policy", "blanked on AMPDS"]


def test_of_my_notes_what_points_ahead_comes_first_and_their_titles_last() -> None:
    weekday = f"{FIRST.held_on:%a}".lower()
    lines = (f"Mill interview {weekday} 2pm", "analyst - Kestrel Mills", "What I learned about the job:", "cold room")
    noted = FIRST.changed(
        private_note="\n".join((*lines, *"abcdefgh", "next one is a sit along", "find out about parking"))
    )

    notes = sheet(COMING, noted).notes

    assert notes[:3] == ("next one is a sit along", "find out about parking", "cold room")
    assert notes[-2:] == lines[:2]


def test_the_lines_of_my_own_notes_on_this_company_are_on_the_sheet() -> None:
    lines = ("- bring own knives", "must ask: who does the ordering", "", *"abcdefgh")
    noted = FIRST.changed(private_note="\n".join(lines))

    assert sheet(COMING, noted).notes == ("bring own knives", "must ask: who does the ordering", *"abcdefgh")
    assert sheet(KESTREL, BRIGHT, ELSEWHERE, noted).notes == ()
