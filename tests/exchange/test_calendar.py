"""Interviews and due dates go out as a calendar that can be imported again and again."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from lib.exchange.calendar import FIVE_LINES, DueTask, Titles, calendar_file
from lib.records.application import Application
from lib.records.interview import Interview

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
    [event] = events(calendar_file(interviews, (APPLICATION,), tasks, now, titles)).values()
    return event


def test_the_same_data_gives_the_same_file() -> None:
    assert calendar_file([interview()], [APPLICATION], [TASK], NOW) == calendar_file(
        [interview()], [APPLICATION], [TASK], NOW
    )


def test_a_second_import_updates_the_same_events_instead_of_doubling_them() -> None:
    first = events(calendar_file([interview()], [APPLICATION], [TASK], NOW))
    moved = interview(held_at="2026-12-02T14:00:00+01:00")
    second = events(calendar_file([moved], [APPLICATION], [TASK], NOW + timedelta(hours=1)))

    assert first.keys() == second.keys() == {"iv-1@afterword", "tk-abc@afterword"}
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
def test_an_interview_stands_at_its_instant_whatever_its_zone(held_at: str) -> None:
    event = only(interview(held_at=held_at))

    assert event.start == datetime.fromisoformat(held_at)
    assert event.end - event.start == timedelta(minutes=45)
    assert event["DTSTART"].dt.tzinfo is not None


def test_an_interview_with_a_zone_of_its_own_stands_on_that_clock_and_the_file_says_its_rules() -> None:
    content = calendar_file([interview(held_at="2026-12-01T15:00:00+01:00", zone="America/New_York")], [], [], NOW)
    text = content.decode()

    assert "DTSTART;TZID=America/New_York:20261201T090000" in text
    assert "DTEND;TZID=America/New_York:20261201T094500" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    [event] = events(content).values()
    assert event.start == datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


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


def test_an_alarm_rings_a_quarter_of_an_hour_after_the_interview_ends() -> None:
    [alarm] = only(interview()).alarms.times

    assert alarm.trigger == datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
    assert alarm.alarm["DESCRIPTION"] == FIVE_LINES
    assert "asked, hardest, who, promised, next date" in FIVE_LINES


def test_an_interview_of_unknown_length_is_taken_to_last_an_hour() -> None:
    assert only(interview(minutes="")).end == datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


def test_the_planned_length_counts_until_the_real_one_is_known() -> None:
    planned = only(interview(minutes="", planned_minutes="90"))

    assert planned.end - planned.start == timedelta(minutes=90)


def test_link_and_place_go_out_with_full_titles() -> None:
    event = only(interview(link="https://meet.example/abc", place="Room 4, Mill Lane"), titles="full")

    assert (str(event["LOCATION"]), str(event["URL"])) == ("Room 4, Mill Lane", "https://meet.example/abc")


def test_a_number_to_dial_stands_as_the_place_and_never_as_an_address() -> None:
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


def test_a_take_home_has_no_alarm_to_jot_five_lines_on_the_day_it_is_given() -> None:
    given = interview(format="take_home", held_at="2026-12-01", due_on="2026-12-04")

    assert not only(given).walk("VALARM")
    assert only(given.changed(handed_in_on=date(2026, 12, 1))).walk("VALARM")


def test_an_interview_of_unknown_time_is_an_event_of_the_whole_day_with_its_alarm_in_the_evening() -> None:
    event = only(interview(held_at="2026-12-01"))

    assert (event.start, event.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert timedelta(hours=18) == event.walk("VALARM")[0].TRIGGER
    assert event.walk("VALARM")[0]["TRIGGER"].params["RELATED"] == "START"


def test_titles_are_neutral_unless_asked_for() -> None:
    content = calendar_file([interview()], [APPLICATION], [TASK], NOW)

    assert [str(event["SUMMARY"]) for event in events(content).values()] == ["Appointment", "Reminder"]
    for private in (b"Kestrel", b"Analyst", b"Leeds", b"Ada", b"yesterday"):
        assert private not in content


def test_full_titles_name_the_company_and_the_person() -> None:
    event = only(interview(), titles="full")

    assert event["SUMMARY"] == "Interview at Kestrel Mills; Söhne, Ltd"
    assert event["DESCRIPTION"] == "Panel, Data Analyst"
    assert event["LOCATION"] == "Hall 2\nLeeds"
    assert only(tasks=(TASK,), titles="full")["SUMMARY"] == "Thank Ada"


def test_a_title_with_line_breaks_cannot_add_a_line_to_the_file() -> None:
    task = DueTask("tk-x", date(2026, 11, 21), "Thank\r\nBEGIN:VEVENT\nUID:evil", "x\r\nEND:VCALENDAR")
    content = calendar_file([], [], [task], NOW, "full")

    assert content.count(b"\r\nBEGIN:VEVENT") == 1
    assert set(events(content)) == {"tk-x@afterword"}


def test_a_task_due_on_a_day_is_an_event_of_the_whole_day() -> None:
    event = only(tasks=(DueTask("tk-x", date(2026, 11, 30), "Follow up"),))

    assert (event.start, event.end) == (date(2026, 11, 30), date(2026, 12, 1))
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_cancelled_interview_goes_out_as_cancelled_and_without_an_alarm() -> None:
    event = only(interview(state="cancelled"))

    assert event["STATUS"] == "CANCELLED"
    assert not event.walk("VALARM")


@pytest.mark.parametrize("state", ["short", "done", "no_show"])
def test_an_interview_that_is_over_does_not_go_out_again(state: str) -> None:
    assert events(calendar_file([interview(state=state)], [APPLICATION], [], NOW)) == {}


def test_lines_are_folded_to_75_bytes() -> None:
    content = calendar_file([], [], [DueTask("tk-x", date(2026, 11, 30), "Grüße an Zoë " * 30)], NOW, "full")

    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_clock_set_back_or_the_last_day_of_the_calendar_is_no_error() -> None:
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)

    assert only(tasks=(DueTask("tk-x", date.max, "x"),), now=long_ago)["SEQUENCE"] == 0
