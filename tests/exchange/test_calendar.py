"""Interviews and due dates go out as a calendar that can be imported again and again."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from lib.dates import DateStyle
from lib.exchange.calendar import FRESH, DueTask, Titles, calendar_file, due_tasks
from lib.followup.task_rows import snooze
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.promise import Promise
from lib.records.record import Record
from lib.records.task import Task
from lib.workflows.entries.calendar import calendar_of
from lib.workflows.entries.tasks import LocalTime
from tests.followup.searches import ADA, BERLIN, HELD, KESTREL, at, met, plan, workbook
from tests.followup.searches import interview as held
from tests.followup.searches import only as only_kind

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
APPLICATION = Application(id="ap-1", company="Kestrel Mills; Söhne, Ltd", role="Data Analyst", location="Hall 2\nLeeds")
TASK = DueTask(
    "tk-abc", datetime(2026, 11, 20, 20, 0, tzinfo=ZoneInfo("Europe/Berlin")), "Thank Ada", "You met yesterday."
)


def interview(**cells: str) -> Interview:
    row = {
        "id": "iv-1",
        "application_id": "ap-1",
        "state": "scheduled",
        "held_at": "2026-12-01T14:00:00+01:00",
        "stage": "panel",
        "minutes": "45",
        "format": "in_person",
    }
    return Interview.from_cells({**row, **cells})


def events(content: bytes) -> dict[str, Event]:
    return {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def only(
    *interviews: Interview, tasks: tuple[DueTask, ...] = (), now: datetime = NOW, titles: Titles = "neutral"
) -> Event:
    """The one event of an interview or task; the one that asks for notes is left aside."""
    found = events(calendar_file(interviews, (APPLICATION,), tasks, now, titles))
    [event] = [event for uid, event in found.items() if not uid.endswith("-fresh@afterword")]
    return event


def notes(interview: Interview, now: datetime = NOW) -> Event | None:
    """The event that asks for notes after an interview."""
    return events(calendar_file([interview], [APPLICATION], [], now)).get(f"{interview.id}-fresh@afterword")


def test_the_same_data_gives_the_same_file() -> None:
    assert calendar_file([interview()], [APPLICATION], [TASK], NOW) == calendar_file(
        [interview()], [APPLICATION], [TASK], NOW
    )


def test_a_second_import_updates_the_same_events_instead_of_doubling_them() -> None:
    first = events(calendar_file([interview()], [APPLICATION], [TASK], NOW))
    moved = interview(held_at="2026-12-02T14:00:00+01:00")
    second = events(calendar_file([moved], [APPLICATION], [TASK], NOW + timedelta(hours=1)))

    assert first.keys() == second.keys() == {"iv-1@afterword", "iv-1-fresh@afterword", "tk-abc@afterword"}
    for uid, event in second.items():
        assert event["SEQUENCE"] > first[uid]["SEQUENCE"]
        assert event["DTSTAMP"].dt > first[uid]["DTSTAMP"].dt
        assert event["LAST-MODIFIED"].dt >= first[uid]["LAST-MODIFIED"].dt


def test_unchanged_data_a_day_later_differs_in_nothing_but_its_stamps() -> None:
    stamps = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")
    today, later = (only(interview(), now=NOW + timedelta(days=days)) for days in (0, 1))

    assert [line for line in today.property_items() if line[0] not in stamps] == [
        line for line in later.property_items() if line[0] not in stamps
    ]


@pytest.mark.parametrize(
    "held_at", ["2026-12-01T14:00:00+01:00", "2026-12-01T08:00:00-05:00", "2026-07-01T13:00:00+02:00"]
)
def test_an_interview_is_at_its_instant_whatever_its_zone(held_at: str) -> None:
    event = only(interview(held_at=held_at))

    assert event.start == datetime.fromisoformat(held_at)
    assert event.end - event.start == timedelta(minutes=45)
    assert event["DTSTART"].dt.tzinfo is not None


def test_an_interview_with_a_zone_of_its_own_is_on_that_clock_and_the_file_shows_its_rules() -> None:
    content = calendar_file([interview(held_at="2026-12-01T15:00:00+01:00", zone="America/New_York")], [], [], NOW)
    text = content.decode()

    assert "DTSTART;TZID=America/New_York:20261201T090000" in text
    assert "DTEND;TZID=America/New_York:20261201T094500" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert events(content)["iv-1@afterword"].start == datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


def test_without_a_zone_of_its_own_the_file_names_none() -> None:
    content = calendar_file(
        [
            interview(),
            interview(id="iv-2", zone="Gotham"),
            interview(id="iv-3", held_at="2026-12-01", zone="Asia/Tokyo"),
        ],
        [],
        [TASK],
        NOW,
    )

    assert b"TZID" not in content


@pytest.mark.parametrize("held_at", ["2026-11-01T01:30:00-05:00", "2026-11-01T01:30:00-04:00"])
def test_an_interview_in_the_hour_that_comes_twice_keeps_its_instant(held_at: str) -> None:
    event = only(interview(held_at=held_at, zone="America/New_York"))

    assert event.start == datetime.fromisoformat(held_at)


def test_a_quarter_of_an_hour_after_the_interview_an_event_rings_and_asks_for_notes() -> None:
    event = notes(interview())

    assert event is not None
    assert (event["SUMMARY"], event.start) == (FRESH, datetime(2026, 12, 1, 14, 0, tzinfo=UTC))
    [alarm] = event.alarms.times
    assert alarm.trigger == event.start


def test_the_notes_are_asked_for_in_five_lines_with_room_below_each() -> None:
    event = notes(interview())

    assert event is not None
    assert event["DESCRIPTION"].split("\n") == [
        *("Asked:", "", "Hard:", "", "Went well:", "", "Went badly:", "", "They said next / I promised:", "")
    ]


@pytest.mark.parametrize(
    ("lengths", "minutes_after_start"),
    [({"minutes": "", "planned_minutes": "90"}, 105), ({"minutes": "", "planned_minutes": ""}, 75)],
)
def test_notes_are_asked_for_after_the_planned_length_or_an_hour(
    lengths: dict[str, str], minutes_after_start: int
) -> None:
    event = notes(interview(**lengths))

    assert event is not None
    assert event.start == datetime(2026, 12, 1, 13, 0, tzinfo=UTC) + timedelta(minutes=minutes_after_start)


def test_a_moved_interview_moves_the_event_that_asks_for_notes() -> None:
    moved = notes(interview(held_at="2026-12-02T09:00:00+01:00"), NOW + timedelta(hours=1))

    assert moved is not None
    assert moved.start == datetime(2026, 12, 2, 9, 0, tzinfo=UTC)


def test_a_cancelled_interview_cancels_the_event_that_asks_for_notes() -> None:
    event = notes(interview(state="cancelled"))

    assert event is not None
    assert event["STATUS"] == "CANCELLED"
    assert not event.walk("VALARM")


@pytest.mark.parametrize("state", ["short", "done", "no_show"])
def test_after_a_debrief_no_notes_are_asked_for(state: str) -> None:
    assert notes(interview(state=state)) is None


@pytest.mark.parametrize("state", ["scheduled", "cancelled"])
def test_notes_written_into_the_event_of_a_past_interview_are_never_overwritten(state: str) -> None:
    ends = datetime(2026, 12, 1, 13, 45, tzinfo=UTC)

    assert notes(interview(state=state), ends - timedelta(minutes=1)) is not None
    assert notes(interview(state=state), ends) is None


def test_where_the_time_is_unknown_notes_are_asked_for_in_the_evening() -> None:
    event = notes(interview(held_at="2026-12-01"))

    assert event is not None
    assert (event.start, event.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert timedelta(hours=18) == event.walk("VALARM")[0].TRIGGER
    assert notes(interview(held_at="2026-12-01"), datetime(2026, 12, 1, 18, 0, tzinfo=UTC)) is None


def test_a_take_home_that_is_still_worked_on_asks_for_no_notes() -> None:
    given = interview(format="take_home", held_at="2026-12-01", due_on="2026-12-04")

    assert notes(given) is None
    assert notes(given.changed(handed_in_on=date(2026, 12, 1))) is not None


def test_an_interview_of_unknown_length_is_taken_to_last_an_hour() -> None:
    assert only(interview(minutes="")).end == datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


def test_the_planned_length_counts_until_the_real_one_is_known() -> None:
    planned = only(interview(minutes="", planned_minutes="90"))

    assert planned.end - planned.start == timedelta(minutes=90)


def test_link_and_place_go_out_with_full_titles() -> None:
    event = only(interview(link="https://meet.example/abc", place="Room 4, Mill Lane"), titles="full")

    assert (str(event["LOCATION"]), str(event["URL"])) == ("Room 4, Mill Lane", "https://meet.example/abc")


@pytest.mark.parametrize("link", ["meet.example.com/abc-defg", "Zoom.example:8443/j/1?pwd=x", "meet.example.com"])
def test_a_link_without_a_scheme_is_an_address_all_the_same(link: str) -> None:
    event = only(interview(link=link, place="Room 4"), titles="full")

    assert (str(event["URL"]), str(event["LOCATION"])) == (f"https://{link}", "Room 4")


def test_a_number_to_dial_is_the_place_and_never_the_address() -> None:
    event = only(interview(format="phone", link="+44 20 7946 0000, code 12"), titles="full")

    assert (str(event["LOCATION"]), "URL" in event) == ("+44 20 7946 0000, code 12", False)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://a.example/\r\nSUMMARY:evil", "https://a.example/\nX", "file:///etc"]
)
def test_a_link_that_is_no_plain_address_adds_no_line_and_no_address(link: str) -> None:
    content = calendar_file([interview(link=link)], [APPLICATION], [], NOW, "full")

    assert b"\r\nURL" not in content
    assert b"\r\nSUMMARY:evil" not in content


def test_neutral_titles_show_neither_link_nor_place() -> None:
    content = calendar_file([interview(link="https://kestrel.example/x", place="Leeds")], [APPLICATION], [], NOW)

    assert b"kestrel" not in content
    assert b"Leeds" not in content


def test_an_interview_of_unknown_time_is_an_event_of_the_whole_day() -> None:
    event = only(interview(held_at="2026-12-01"))

    assert (event.start, event.end) == (date(2026, 12, 1), date(2026, 12, 2))


def test_titles_are_neutral_unless_asked_for() -> None:
    content = calendar_file([interview()], [APPLICATION], [TASK], NOW)

    assert [str(event["SUMMARY"]) for event in events(content).values()] == [*("Appointment", FRESH, "Reminder")]
    for private in (b"Kestrel", b"Analyst", b"Leeds", b"Ada", b"yesterday"):
        assert private not in content


def test_full_titles_name_the_company_and_the_person() -> None:
    event = only(interview(), titles="full")

    assert event["SUMMARY"] == "Interview at Kestrel Mills; Söhne, Ltd"
    assert event["DESCRIPTION"] == "Panel, Data Analyst"
    assert event["LOCATION"] == "Hall 2\nLeeds"
    assert only(tasks=(TASK,), titles="full")["SUMMARY"] == "Thank Ada"


def test_the_event_that_asks_for_notes_names_the_company_with_full_titles_alone() -> None:
    def title(titles: Titles) -> str:
        made = events(calendar_file([interview()], [APPLICATION], [], NOW, titles))
        return str(made["iv-1-fresh@afterword"]["SUMMARY"])

    assert title("full") == f"{FRESH}: Kestrel Mills; Söhne, Ltd"
    assert title("neutral") == FRESH


def test_a_title_with_line_breaks_cannot_add_a_line_to_the_file() -> None:
    task = DueTask("tk-x", date(2026, 11, 21), "Thank\r\nBEGIN:VEVENT\nUID:evil", "x\r\nEND:VCALENDAR")
    content = calendar_file([], [], [task], NOW, "full")

    assert content.count(b"\r\nBEGIN:VEVENT") == 1
    assert set(events(content)) == {"tk-x@afterword"}


def test_a_task_due_on_a_day_is_an_event_of_the_whole_day() -> None:
    event = only(tasks=(DueTask("tk-x", date(2026, 11, 30), "Follow up"),))

    assert (event.start, event.end) == (date(2026, 11, 30), date(2026, 12, 1))
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_deadline_rings_in_the_morning_of_the_day_before_and_of_the_day() -> None:
    event = only(tasks=(DueTask("tk-x", date(2026, 11, 30), "Answer the offer", deadline=True),))

    assert (event.start, event.end) == (date(2026, 11, 30), date(2026, 12, 1))
    assert [alarm.TRIGGER for alarm in event.walk("VALARM")] == [timedelta(hours=-15), timedelta(hours=9)]
    assert {str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")} == {"Reminder"}


def test_a_task_of_a_day_rings_in_its_morning() -> None:
    event = only(tasks=(DueTask("tk-x", date(2026, 11, 30), "Follow up"),))

    assert [alarm.TRIGGER for alarm in event.walk("VALARM")] == [timedelta(hours=9)]


def test_a_task_of_a_time_rings_at_that_time() -> None:
    assert [alarm.TRIGGER for alarm in only(tasks=(TASK,)).walk("VALARM")] == [timedelta()]


def test_an_interview_rings_once_an_hour_before_it_starts() -> None:
    assert [alarm.TRIGGER for alarm in only(interview()).walk("VALARM")] == [timedelta(hours=-1)]


@pytest.mark.parametrize(
    ("due_at", "left"),
    [
        (datetime(2026, 11, 20, 9, 29, tzinfo=UTC), 0),
        (date(2026, 11, 20), 0),
        (date(2026, 11, 21), 1),
        (date(2026, 11, 22), 2),
    ],
)
def test_alarms_of_the_past_are_left_out_so_that_an_import_rings_none(due_at: datetime | date, left: int) -> None:
    event = only(tasks=(DueTask("tk-x", due_at, "Answer the offer", deadline=True),))

    assert len(event.walk("VALARM")) == left


def test_an_interview_of_the_past_rings_no_more() -> None:
    assert not only(interview(held_at="2026-11-20T10:00:00+00:00")).walk("VALARM")


@pytest.mark.parametrize(
    "cells", [{"state": "cancelled"}, {"held_at": "2026-12-01"}, {"format": "take_home", "due_on": "2026-12-04"}]
)
def test_an_interview_that_nobody_waits_at_rings_at_no_hour(cells: dict[str, str]) -> None:
    assert not only(interview(**cells)).walk("VALARM")


@pytest.mark.parametrize(
    ("held_at", "minutes", "asked_at"),
    [
        ("2026-11-19T14:00:00+01:00", "60", "2026-11-19 19:00"),
        ("2026-11-19T14:00:00-05:00", "60", "2026-11-20 01:00"),  # in New York, at 19:00 there
        ("2026-11-19T15:00:00-08:00", "60", "2026-11-20 04:00"),
        ("2026-11-19T18:30:00+01:00", "60", "2026-11-20 09:00"),
        ("2026-11-19T23:14:00+01:00", "60", "2026-11-20 09:00"),
        ("2026-11-19", "", "2026-11-20 09:00"),
    ],
)
def test_thanks_are_asked_for_at_seven_the_same_evening_or_at_nine_in_the_morning(
    held_at: str, minutes: str, asked_at: str
) -> None:
    book = workbook(held(held_at=held_at, minutes=minutes), met(ADA))
    (asked,) = (task for task in due_tasks(plan(book, "2026-11-20 08:00"), BERLIN) if task.title == "Thank Ada Okafor")

    assert asked.due_at == at(asked_at)


def descriptions(now: str, dates: DateStyle) -> str:
    """All texts of the calendar of a search in which much happened on Thu 19 Nov, made at that moment."""
    thanked = Task(
        id="tk-1",
        application_id="ap-k",
        interview_id="iv-1",
        person_id="pe-ada",
        rule="thank_you",
        kind="thank_you",
        status="done",
        done_at=at("2026-11-19 18:00"),
    )
    promised = Promise(id="pr-1", interview_id="iv-1", person_id="pe-ada", what="Send it", by=date(2026, 11, 20))
    another = held(id="iv-2", state="scheduled", held_at=HELD, stage="panel")
    book = workbook(held(), met(ADA), thanked, promised, another)
    made = calendar_of(book, (), LocalTime(at(now), BERLIN, "DE", dates=dates), "full")
    return "\n".join(str(event.get("DESCRIPTION", "")) for event in events(made).values())


def test_descriptions_name_days_that_are_right_on_any_day_they_are_read() -> None:
    told = descriptions("2026-11-19 19:30", DateStyle())

    assert "You thanked Ada Okafor on Thursday 19 November" in told
    assert "The interview was on Thursday 19 November" in told
    assert "You promised Ada Okafor this at Kestrel Mills on Thursday 19 November." in told
    for word in ("today", "tomorrow", "yesterday"):
        assert word not in told


def test_days_in_descriptions_are_in_the_order_of_settings() -> None:
    assert "on Thursday, November 19" in descriptions("2026-11-19 19:30", DateStyle("month"))


OFFERED = KESTREL.changed(status="offer")


def deadlines(*records: Record) -> list[tuple[str, object]]:
    """The deadlines for the calendar of a search, on Sat 28 Nov."""
    found = due_tasks(plan(workbook(*records), "2026-11-28 09:00"), BERLIN)
    return [(task.title, task.due_at) for task in found if task.deadline]


def offer(**values: object) -> Offer:
    cells = {"id": "of-1", "kind": "offer", "application_id": "ap-k", "decide_by": "2026-12-04"}
    return Offer.from_cells(cells | {name: str(value) for name, value in values.items()})


def test_the_day_to_answer_an_offer_by_is_a_deadline() -> None:
    assert deadlines(OFFERED, offer()) == [("Answer the offer from Kestrel Mills", date(2026, 12, 4))]


def test_snoozing_the_answer_to_an_offer_leaves_its_deadline_in_the_calendar() -> None:
    answer = only_kind(plan(workbook(OFFERED, offer()), "2026-11-28 09:00").tasks, "answer_offer")
    later = snooze(answer, date(2026, 12, 3), at("2026-11-28 09:00"))

    assert deadlines(OFFERED, offer(), later) == [("Answer the offer from Kestrel Mills", date(2026, 12, 4))]


@pytest.mark.parametrize("ended", ["withdrawn_on", "turned_down_on"])
def test_an_offer_that_is_gone_has_no_deadline(ended: str) -> None:
    assert deadlines(OFFERED, offer(**{ended: "2026-11-27"})) == []


def test_an_offer_of_a_closed_application_has_no_deadline() -> None:
    assert deadlines(KESTREL.changed(status="withdrawn", status_on=date(2026, 11, 27)), offer()) == []


def test_a_cancelled_interview_goes_out_as_cancelled() -> None:
    assert only(interview(state="cancelled"))["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("state", ["short", "done", "no_show"])
def test_an_interview_that_is_over_does_not_go_out_again(state: str) -> None:
    assert events(calendar_file([interview(state=state)], [APPLICATION], [], NOW)) == {}


def test_lines_are_folded_to_75_bytes() -> None:
    content = calendar_file([], [], [DueTask("tk-x", date(2026, 11, 30), "Grüße an Zoë " * 30)], NOW, "full")

    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_clock_set_back_or_the_last_day_of_the_calendar_is_no_error() -> None:
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)

    assert only(tasks=(DueTask("tk-x", date.max, "x"),), now=long_ago)["SEQUENCE"] == 0
