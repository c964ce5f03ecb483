"""Bringing other tools' files in: what is new, what is here already, what differs, and that it is all or nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.dates import DAY_FIRST
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.fields import NO_ROLE
from lib.exchange.importing.parsed_rows import FileReading
from lib.records.application import Application
from lib.records.history import status_history
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.workbook import Workbook
from lib.store import Receipt, SaveFailed, Store
from lib.workflows.importing.bring_in import BACKUP, back_up, bring_in, plan
from lib.workflows.importing.comparison import ImportComparison, PairDecision, compare
from lib.workflows.importing.previews import previews
from lib.workflows.importing.rows import Decisions, ambiguous_applications, rows_of
from tests.exchange.importing import samples
from tests.exchange.importing.samples import NOW, readings
from tests.workflows.evening import put, workbook

EVERYTHING = (
    (samples.linkedin(), ""),
    (samples.HUNTR, "huntr.csv"),
    (samples.SIMPLIFY, "simplify.csv"),
    (samples.TEAL_LONG, "teal.csv"),
    (samples.JOBSYNC, "jobs.csv"),
    (samples.INTERVIEW_LOG, "log.csv"),
)
BY_HAND = Application(
    id="ap-hand",
    company="Quill",
    role="analyst",
    applied_on=date(2026, 8, 4),
    status="interviewing",
    status_on=date(2026, 8, 18),
    notes="Ask about the team.",
)


def everything() -> list[FileReading]:
    return [found for data, name in EVERYTHING for found in readings(data, name)]


def bring(store: Store, found: list[FileReading], token: str = "one", decisions: Decisions | None = None) -> Receipt:
    return bring_in(store, found, decisions or Decisions(), token, NOW)


def compared(store: Store, found: list[FileReading]) -> ImportComparison:
    return compare(found, workbook(store))


def rows_again(store: Store, found: list[FileReading]) -> int:
    here = workbook(store)
    return len(rows_of(compare(found, here), Decisions(), here, NOW + timedelta(hours=1)))


def company(store: Store, name: str) -> Application:
    (found,) = (entry for entry in workbook(store).applications if entry.company == name)
    return found


def steps(store: Store, application: Application) -> list[tuple[str, str, date]]:
    return [(row.kind, row.note, row.on) for row in status_history(workbook(store), application.id)]


def decided(found: list[FileReading], here: Store, verdict: PairDecision) -> Decisions:
    return Decisions(of={pair.key: verdict for pair in compared(here, found).pairs})


def test_a_linkedin_archive_comes_in_with_counts_that_match(store: Store) -> None:
    found = readings(samples.linkedin())
    comparison = compared(store, found)

    bring(store, found)

    assert (len(comparison.new), len(comparison.same), len(comparison.pairs)) == (6, 0, 0)
    assert len(workbook(store).applications) == 4
    assert [person.name for person in workbook(store).people] == ["Priya Raman", "Tomasz Nowak"]
    assert store.load().problems == ()


def test_what_occurs_twice_comes_in_once_and_is_listed(store: Store) -> None:
    reasons = [left.reason for left in compared(store, readings(samples.linkedin())).left]

    for place in ("Jobs/Job Applications.csv, line 2", "Jobs/Job Applications.csv, line 3"):
        assert len([reason for reason in reasons if place in reason]) == 1


def test_a_connection_who_recommended_me_is_one_person_and_a_possible_reference(store: Store) -> None:
    bring(store, readings(samples.linkedin()))

    tomasz = workbook(store).people[1]
    assert (tomasz.kind, tomasz.company, tomasz.connected_on) == ("reference", "Quill", date(2023, 2, 1))
    assert "billing system" in tomasz.notes


def test_each_change_of_status_is_dated_as_if_it_had_been_entered_here(store: Store) -> None:
    bring(store, readings(samples.SIMPLIFY))

    quill = company(store, "Quill")
    assert (quill.status, quill.status_on, quill.applied_on) == ("rejected", date(2026, 8, 20), date(2026, 8, 4))
    assert steps(store, quill) == [
        ("application", "Analyst", date(2026, 8, 4)),
        ("status", "rejected", date(2026, 8, 20)),
    ]


def test_a_day_that_is_not_known_is_not_made_up(store: Store) -> None:
    bring(store, readings(samples.TEAL_SHORT))

    gone = company(store, "Brightwater")
    assert (gone.status, gone.status_on, steps(store, gone)) == ("withdrawn", None, [])


def test_the_same_files_again_bring_nothing_new(store: Store) -> None:
    bring(store, everything())
    again = compared(store, everything())

    assert (again.new, again.pairs) == ((), ())
    assert rows_again(store, everything()) == 0


def test_each_file_for_itself_brings_nothing_new_after_all_of_them(store: Store) -> None:
    bring(store, everything())

    for path in ("Jobs/Saved Jobs.csv", "Recommendations_Received.csv", "Connections.csv"):
        content = {
            "Jobs/Saved Jobs.csv": samples.LINKEDIN_SAVED,
            "Recommendations_Received.csv": samples.LINKEDIN_RECOMMENDATIONS,
            "Connections.csv": samples.LINKEDIN_CONNECTIONS,
        }[path]
        assert rows_again(store, readings(content, path)) == 0, path


def test_an_import_is_taken_back_whole_and_may_be_brought_in_again(store: Store) -> None:
    put(store, BY_HAND)
    before = tuple(workbook(store))
    receipt = bring(store, everything())

    store.undo(receipt.id, NOW)
    assert tuple(row for row in workbook(store) if row.file != "settings.csv") == tuple(
        row for row in before if row.file != "settings.csv"
    )
    assert bring(store, everything()).written == receipt.written


def test_the_second_of_two_clicks_gets_the_first_one_s_receipt(store: Store) -> None:
    first = bring(store, everything(), "same")

    again = bring(store, everything(), "same")
    assert (again.id, again.repeated) == (first.id, True)


def test_what_was_corrected_here_since_is_not_asked_about_when_the_file_is_the_same(store: Store) -> None:
    bring(store, readings(samples.SIMPLIFY))
    put(store, company(store, "Quill").changed(location="Bremen", role="Senior analyst"))

    again = compared(store, readings(samples.SIMPLIFY))
    assert (len(again.same), again.pairs, again.new) == (2, (), ())


def test_a_row_entered_by_hand_is_laid_beside_the_file_s_and_stays_unless_chosen(store: Store) -> None:
    put(store, BY_HAND)
    found = readings(samples.SIMPLIFY)
    (pair,) = compared(store, found).pairs

    assert {one.field: (one.mine, one.theirs) for one in pair.differences} == {"status": ("interviewing", "rejected")}
    assert {one.field for one in pair.additions} == {"url", "notes"}
    assert pair.usual == "keep"

    bring(store, found)
    kept = company(store, "Quill")
    assert kept.changed(import_ref="") == BY_HAND
    assert compared(store, found).pairs == ()


def test_taking_the_file_s_words_dates_the_status_and_keeps_the_notes_of_before(store: Store) -> None:
    put(store, BY_HAND)
    found = readings(samples.SIMPLIFY)

    bring(store, found, decisions=decided(found, store, "take"))

    taken = company(store, "Quill")
    assert (taken.id, taken.status, taken.status_on) == ("ap-hand", "rejected", date(2026, 8, 20))
    assert taken.notes.startswith("Ask about the team.\n")
    assert ("status", "rejected", date(2026, 8, 20)) in steps(store, taken)
    assert rows_again(store, found) == 0


def test_both_are_kept_as_two_entries_and_the_same_file_knows_them_again(store: Store) -> None:
    put(store, BY_HAND)
    found = readings(samples.SIMPLIFY)

    bring(store, found, decisions=decided(found, store, "both"))

    assert sum(entry.company == "Quill" for entry in workbook(store).applications) == 2
    assert rows_again(store, found) == 0


def test_an_earlier_status_in_the_file_contradicts_nothing(store: Store) -> None:
    put(store, BY_HAND)
    text = "Company,Role,Status,Applied\nQuill,Analyst,Applied,2026-08-04\n"

    assert compared(store, readings(text)).pairs == ()


def test_an_application_of_another_year_is_another_one(store: Store) -> None:
    put(store, BY_HAND.changed(applied_on=date(2025, 1, 1)))

    assert len(compared(store, readings(samples.SIMPLIFY)).new) == 2


def test_what_is_empty_here_is_filled_in(store: Store) -> None:
    put(store, BY_HAND.changed(status="rejected", status_on=date(2026, 8, 20), notes="Said they hired inside"))
    text = "Company,Role,Link,Applied\nQuill,Analyst,https://quill.example/1,2026-08-04\n"

    bring(store, readings(text))

    assert company(store, "Quill").url == "https://quill.example/1"


def test_a_namesake_elsewhere_is_shown_and_stays_another_person(store: Store) -> None:
    put(store, Person(id="pe-1", name="Priya Raman", kind="interviewer", company="Tessera"))
    found = readings(samples.LINKEDIN_CONNECTIONS)
    (pair,) = compared(store, found).pairs

    assert pair.usual == "both"
    bring(store, found)
    assert sum(person.name == "Priya Raman" for person in workbook(store).people) == 2


def test_who_is_known_here_gains_what_the_file_adds(store: Store) -> None:
    put(store, Person(id="pe-1", name="Priya Raman", kind="interviewer", company="northwind"))

    bring(store, readings(samples.LINKEDIN_CONNECTIONS))

    priya = next(person for person in workbook(store).people if person.id == "pe-1")
    assert (priya.kind, priya.company, priya.title) == ("interviewer", "northwind", "Head of data")


def test_an_interview_log_brings_applications_interviews_people_and_questions(store: Store) -> None:
    bring(store, readings(samples.INTERVIEW_LOG))
    here = workbook(store)

    northwind = company(store, "Northwind")
    assert northwind.role == NO_ROLE
    assert [(entry.state, entry.stage) for entry in here.interviews] == [
        ("done", "technical"),
        ("done", "final"),
        ("scheduled", "recruiter_screen"),
    ]
    assert sorted(person.name for person in here.people) == ["Omar Haddad", "Priya Raman"]
    assert [row.talked_about for row in here.conversations] == ["billing migration", "", ""]
    assert [(question.asked_by, question.asked, question.prepared) for question in here.questions] == [
        ("me", None, True),
        ("me", None, True),
        ("me", False, True),
    ]
    assert northwind.status == "rejected"
    assert company(store, "Lanternfish").status == "interviewing"
    assert store.load().problems == ()


def test_an_interview_without_a_role_joins_the_one_application_there(store: Store) -> None:
    put(store, BY_HAND.changed(company="Northwind"))

    bring(store, readings(samples.INTERVIEW_LOG))

    assert {entry.application_id for entry in workbook(store).interviews} >= {"ap-hand"}
    assert company(store, "Northwind").status == "rejected"


def test_where_there_are_several_applications_the_person_chooses(store: Store) -> None:
    put(store, BY_HAND.changed(company="Northwind"), BY_HAND.changed(id="ap-two", company="Northwind", role="Lead"))
    found = readings(samples.INTERVIEW_LOG)
    offered = ambiguous_applications(compared(store, found), workbook(store))

    assert {entry.id for entry in offered["northwind"]} == {"ap-hand", "ap-two"}
    bring(store, found, decisions=Decisions(applications={"northwind": "ap-hand"}))
    assert [entry.application_id for entry in workbook(store).interviews[:2]] == ["ap-hand", "ap-hand"]


def test_an_interview_that_is_here_already_is_laid_beside_it(store: Store) -> None:
    put(
        store,
        BY_HAND.changed(company="Northwind"),
        Interview.model_validate(
            {
                "id": "iv-1",
                "application_id": "ap-hand",
                "state": "done",
                "held_at": "2026-10-05",
                "stage": "technical",
                "outcome": "no_reply",
            }
        ),
    )
    found = readings(samples.INTERVIEW_LOG)
    (pair,) = compared(store, found).pairs

    assert [(one.field, one.mine, one.theirs) for one in pair.differences] == [("outcome", "no_reply", "advanced")]
    bring(store, found)
    assert workbook(store).interview("iv-1").outcome == "no_reply"  # type: ignore[union-attr]


def test_a_status_that_was_explained_is_dated(store: Store) -> None:
    choices = ImportChoices(words={("status", "second coffee"): "interviewing"})

    bring(store, readings(samples.HUNTR, choices=choices))

    assert steps(store, company(store, "Meridian")) == [("status", "interviewing", date(2026, 9, 8))]


def test_a_backup_is_kept_before_and_none_of_nothing(store: Store) -> None:
    back_up(store, NOW)
    assert store.backups.list() == ()

    put(store, BY_HAND)
    back_up(store, NOW)
    assert store.backups.list()[0].reason == BACKUP


def test_a_formula_from_outside_is_guarded_in_the_file(store: Store) -> None:
    bring(store, readings('company,role\n"=1+1",Analyst\n'))

    assert '"\'=1+1"' in (store.folder / "applications.csv").read_text("utf-8-sig")
    assert workbook(store).applications[0].company == "=1+1"


def test_where_the_disk_refuses_nothing_is_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from lib.store import disk

    monkeypatch.setattr(disk, "stage", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(SaveFailed, match="no space left"):
        bring(store, everything())

    assert workbook(store).is_empty


def test_what_is_entered_elsewhere_meanwhile_is_seen_at_the_save(store: Store) -> None:
    found = readings(samples.SIMPLIFY)
    assert compared(store, found).pairs == ()
    put(store, BY_HAND)  # in another window, between the look and the click

    bring(store, found)

    assert sum(entry.company == "Quill" for entry in workbook(store).applications) == 1


def test_the_plan_shows_what_would_come_in(store: Store) -> None:
    put(store, BY_HAND)
    here = workbook(store)

    found = plan(compare(readings(samples.SIMPLIFY), here), here, Decisions(), NOW)

    assert found.sentence == "1 application, 1 dated step, 1 change to what is here"


_WORDS = some.text(some.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
_ROWS = some.lists(
    some.fixed_dictionaries(
        {
            "company": some.sampled_from(["Quill", "QUILL ", "Tessera", "=x"]) | _WORDS,
            "role": some.sampled_from(["Analyst", "analyst"]) | _WORDS,
            "status": some.sampled_from(["Applied", "rejected", "Phone screen", "", "odd"]),
            "applied": some.sampled_from(["2026-01-02", "02.01.2026", "1/13/2026", "later", ""]),
            "notes": _WORDS,
        }
    ),
    max_size=8,
)


@given(rows=_ROWS, by_hand=some.booleans(), verdict=some.sampled_from(["keep", "take", "both", None]))
def test_a_second_import_changes_nothing(
    rows: list[dict[str, str]], by_hand: bool, verdict: PairDecision | None
) -> None:
    import csv
    import io

    text = io.StringIO()
    table = csv.DictWriter(text, ("company", "role", "status", "applied", "notes"))
    table.writeheader()
    table.writerows(rows)
    found = readings(text.getvalue())
    here = Workbook(applications=(BY_HAND,)) if by_hand else Workbook()

    after = _with(here, rows_of(compare(found, here), Decisions(for_all=verdict), here, NOW))

    assert rows_of(compare(found, after), Decisions(), after, NOW) == ()


def _with(here: Workbook, put: tuple[object, ...]) -> Workbook:
    """The workbook after these rows were put."""
    tables = {}
    for name, model in Workbook.MODELS.items():
        rows = {row.identity: row for row in getattr(here, name)}
        rows |= {row.identity: row for row in put if isinstance(row, model)}
        tables[name] = tuple(rows.values())
    return Workbook(**tables)  # type: ignore[arg-type]


def test_two_postings_for_one_role_are_two_applications(store: Store) -> None:
    bring(store, readings(samples.LINKEDIN_APPLICATIONS))
    another = samples.LINKEDIN_APPLICATIONS.replace("4000000001", "4000000777").replace("4000000002", "4000000778")

    assert len(compared(store, readings(another)).new) == 2


def test_another_day_of_the_same_status_corrects_the_step_that_remembers_it(store: Store) -> None:
    bring(store, readings(samples.SIMPLIFY))
    moved = readings(samples.SIMPLIFY.replace("REJECTED,2026-08-20", "REJECTED,2026-08-25"))

    bring(store, moved, "two", decided(moved, store, "take"))

    quill = company(store, "Quill")
    assert quill.status_on == date(2026, 8, 25)
    assert [step for step in steps(store, quill) if step[0] == "status"] == [("status", "rejected", date(2026, 8, 25))]


def test_an_interview_brought_in_moves_no_application_back(store: Store) -> None:
    put(store, BY_HAND.changed(company="Northwind", status="offer", status_on=date(2026, 11, 1)))

    bring(store, readings(samples.INTERVIEW_LOG))

    assert company(store, "Northwind").status == "offer"


def test_the_same_instant_on_another_clock_is_no_difference_and_brings_its_zone(store: Store) -> None:
    interview = {"id": "iv-1", "application_id": "ap-hand", "state": "done", "stage": "technical"}
    put(store, BY_HAND, Interview.model_validate(interview | {"held_at": "2026-10-05T15:00:00+02:00"}))

    (pair,) = compared(
        store, readings("company,role,interview_date,time,timezone\nQuill,analyst,2026-10-05,09:00,New York\n", "o.csv")
    ).pairs

    assert pair.differences == ()
    assert [(one.field, one.theirs) for one in pair.additions] == [("zone", "America/New_York")]


LOOP = (
    "company,role,interview date,type,interviewer,questions asked,outcome\n"
    "Quill,Analyst,2026-09-17,Panel,Ann Bo,Why us?,\n"
    "Quill,Analyst,2026-09-17,Panel,Cy Do,Design a queue?,Offer\n"
)
GROWN = LOOP.replace("Panel,Ann Bo,Why us?,", "Panel,Ann Bo,Why us?;Why now?,") + (
    "Quill,Analyst,2026-09-17,Panel,Di Fu,Reverse a list?,\nQuill,Analyst,2026-09-30,Final,Ed Gu,,\n"
)


def talks(store: Store) -> dict[str, list[str]]:
    """The questions of each interview, by whom one met there."""
    here = workbook(store)
    names = {person.id: person.name for person in here.people}
    return {
        names[row.person_id]: [one.text for one in here.questions if one.interview_id == row.interview_id]
        for row in here.conversations
    }


def test_talks_of_one_day_are_told_apart_by_people_and_questions(store: Store) -> None:
    bring(store, readings(LOOP, "own.csv"))

    assert talks(store) == {"Ann Bo": ["Why us?"], "Cy Do": ["Design a queue?"]}
    assert len(workbook(store).interviews) == 2
    assert rows_again(store, readings(LOOP, "own.csv")) == 0


@pytest.mark.parametrize("turned", [False, True])
def test_a_file_that_grew_brings_only_what_is_new_at_the_right_interviews(store: Store, turned: bool) -> None:
    bring(store, readings(LOOP, "own.csv"))
    header, *lines = GROWN.splitlines()
    grown = "\n".join([header, *(reversed(lines) if turned else lines)]) + "\n"

    bring(store, readings(grown, "own.csv"), "two")

    assert talks(store) == {
        "Ann Bo": ["Why us?", "Why now?"],
        "Cy Do": ["Design a queue?"],
        "Di Fu": ["Reverse a list?"],
        "Ed Gu": [],
    }
    assert len(workbook(store).interviews) == 4
    assert rows_again(store, readings(grown, "own.csv")) == 0


def test_a_row_that_differs_is_not_dropped_as_already_there(store: Store) -> None:
    text = "Company,Role,Applied,Status\nQuill,Analyst,2026-08-01,Rejected\nQuill,Analyst,2026-08-01,Offer\n"
    comparison = compared(store, readings(text))

    assert [one.fields["status"] for one in comparison.new] == ["rejected", "offer"]
    bring(store, readings(text))
    assert rows_again(store, readings(text)) == 0


def test_a_row_that_adds_to_another_goes_with_it(store: Store) -> None:
    text = "Company,Role,Applied,Location,Notes\nQuill,Analyst,2026-08-01,,one\nQuill,Analyst,2026-08-01,Bremen,two\n"
    bring(store, readings(text))

    (entry,) = workbook(store).applications
    assert (entry.location, entry.notes) == ("Bremen", "one\ntwo")


def test_a_talk_of_another_kind_on_the_same_day_comes_in_as_its_own(store: Store) -> None:
    bring(store, readings("company,interview date,type\nQuill,2026-09-17,Phone screen\n"))
    found = readings("company,interview date,type\nQuill,2026-09-17,Technical\n")

    assert [pair.usual for pair in compared(store, found).pairs] == ["both"]
    bring(store, found, "two")
    assert sorted(one.stage for one in workbook(store).interviews) == ["recruiter_screen", "technical"]


def test_a_person_that_is_met_gains_the_title_that_the_file_tells(store: Store) -> None:
    put(store, Person(id="pe-1", name="Ann Bo", kind="contact", company="Quill"))

    bring(store, readings('company,interview date,interviewer\nQuill,2026-09-17,"Ann Bo, CTO"\n'))

    assert [(person.id, person.title) for person in workbook(store).people] == [("pe-1", "CTO")]


@given(rows=_ROWS)
def test_every_row_of_a_file_is_in_here_already_or_left_out_with_its_reason(rows: list[dict[str, str]]) -> None:
    import csv
    import io

    text = io.StringIO()
    table = csv.DictWriter(text, ("company", "role", "status", "applied", "notes"))
    table.writeheader()
    table.writerows(rows)
    if not rows:
        return
    found = readings(text.getvalue())

    told = previews(found, compare(found, Workbook()), Decisions(), dates=DAY_FIRST)

    assert len(told) == sum(reading.size for reading in found)
    assert all(preview.says for preview in told)
