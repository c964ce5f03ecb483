"""Interviews in other time zones, before and after a journey, and over a change of the clocks."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lib.dates import DAY_FIRST
from lib.records.interview import Interview
from lib.store import Draft, Store
from lib.workflows import form_values
from lib.workflows.drafts.debrief import begin_debrief
from lib.workflows.drafts.editing import begin_edit
from lib.workflows.drafts.scheduled_interviews import debrief_of_scheduled, has_begun, scheduled_match
from lib.workflows.drafts.upcoming import begin_upcoming, save_upcoming
from lib.workflows.entries.tasks import LocalTime, plan_for
from lib.workflows.entries.when_said import clock_in_words, said_of_time
from lib.workflows.errors import Incomplete
from tests.day_first import save_debrief, save_edit, sheet_for
from tests.workflows.evening import NOW, WHICH, answered, from_outside, the, workbook

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
NEXT_DAY = NOW + timedelta(days=1)
NEW_YORK = {"date": "2026-11-20", "time": "09:00", "zone": "America/New_York"}


def noted(store: Store, now: datetime = NOW - timedelta(days=3), mine: ZoneInfo = BERLIN, **answers: Any) -> Interview:
    draft = store.drafts.save(answered(begin_upcoming(Random(9)), {**WHICH, **answers}), now)
    save_upcoming(store, draft, now, mine)
    return the(store, draft.record_id)


def debriefed(store: Store, draft: Draft, mine: ZoneInfo, now: datetime = NOW, **answers: Any) -> Interview:
    draft = store.drafts.save(answered(draft, answers), now)
    save_debrief(store, draft, now.astimezone(mine), mine)
    return the(store, draft.record_id)


def blank(**answers: Any) -> Draft:
    return answered(Draft(id="iv-new", kind="debrief", record_id="iv-new", token="dt-new", screen="which"), answers)


def corrected(store: Store, interview: Interview, mine: ZoneInfo, section: str = "basics", **answers: Any) -> Interview:
    draft = answered(begin_edit(workbook(store), the(store, interview.id), section, NEXT_DAY, Random(4)), answers)
    save_edit(store, store.drafts.save(draft, NEXT_DAY), NEXT_DAY.astimezone(mine), mine)
    return the(store, interview.id)


def when(interview: Interview) -> tuple[str, str]:
    cells = interview.cells()
    return cells["held_at"], cells["zone"]


def test_nine_in_new_york_is_kept_as_that_with_its_zone(store: Store) -> None:
    assert when(noted(store, **NEW_YORK)) == ("2026-11-20T09:00:00-05:00", "America/New_York")


def test_a_time_without_a_zone_is_my_own_and_names_none(store: Store) -> None:
    assert when(noted(store)) == ("2026-11-20T14:00:00+01:00", "")


def test_an_interview_noted_before_a_journey_is_debriefed_at_the_same_instant_and_day(store: Store) -> None:
    interview = noted(store, time="15:00")
    draft = begin_debrief(workbook(store), interview.id, NOW.astimezone(TOKYO), Random(1))

    kept = debriefed(store, draft, TOKYO, went_well="The incident story.")

    assert (kept.held_at, kept.held_on) == (interview.held_at, interview.held_on)
    assert when(kept) == ("2026-11-20T15:00:00+01:00", "")


def test_a_time_corrected_after_a_journey_stays_on_the_clock_that_it_was_noted_by(store: Store) -> None:
    interview = noted(store, time="15:00")
    draft = begin_debrief(workbook(store), interview.id, NOW.astimezone(TOKYO), Random(1))

    assert when(debriefed(store, draft, TOKYO, time="15:30")) == ("2026-11-20T15:30:00+01:00", "")


def test_a_debrief_typed_before_a_journey_and_saved_after_it_keeps_its_instant(store: Store) -> None:
    draft = blank(**WHICH | {"time": "15:00", "typed_in": "Europe/Berlin"})

    assert when(debriefed(store, draft, TOKYO))[0] == "2026-11-20T15:00:00+01:00"


@pytest.mark.parametrize("section", ["basics", "notes"])
def test_editing_after_a_journey_does_not_move_an_interview(store: Store, section: str) -> None:
    interview = noted(store, time="15:00")
    debriefed(store, begin_debrief(workbook(store), interview.id, NOW, Random(1)), BERLIN)
    answers = {"basics": {"stage": "panel"}, "notes": {"went_well": "The numbers."}}[section]

    kept = corrected(store, interview, TOKYO, section, **answers)

    assert when(kept) == ("2026-11-20T15:00:00+01:00", "")
    assert kept.stage == "panel" or kept.went_well == "The numbers."


def test_saying_later_that_it_was_new_york_time_moves_it_there(store: Store) -> None:
    interview = noted(store, time="09:00")

    assert when(corrected(store, interview, BERLIN, zone="America/New_York")) == (
        "2026-11-20T09:00:00-05:00",
        "America/New_York",
    )


def test_taking_the_zone_back_makes_the_time_mine_again(store: Store) -> None:
    interview = noted(store, **NEW_YORK)

    assert when(corrected(store, interview, BERLIN, zone="")) == ("2026-11-20T09:00:00+01:00", "")


def test_an_interview_noted_now_for_after_the_clocks_change_has_the_offset_of_that_day(store: Store) -> None:
    assert when(noted(store, date="2027-04-05"))[0] == "2027-04-05T14:00:00+02:00"


def test_one_debriefed_after_the_clocks_changed_has_the_offset_that_held_then(store: Store) -> None:
    draft = blank(**WHICH | {"date": "2026-10-24"})

    assert when(debriefed(store, draft, BERLIN))[0] == "2026-10-24T14:00:00+02:00"


def test_an_interview_moved_over_a_clock_change_keeps_its_wall_time(store: Store) -> None:
    interview = noted(store, **NEW_YORK)

    assert when(corrected(store, interview, BERLIN, date="2027-07-01"))[0] == "2027-07-01T09:00:00-04:00"


def test_a_time_on_the_night_that_skips_it_is_kept_as_the_next_and_reported(store: Store) -> None:
    night = WHICH | {"date": "2027-03-28", "time": "02:30"}

    assert when(noted(store, **night))[0] == "2027-03-28T03:30:00+02:00"
    assert said_of_time(night, BERLIN, NOW.date(), dates=DAY_FIRST) == (
        "The clocks go forward that night and skip 02:30. It's kept as 03:30.",
    )


def test_a_time_that_comes_twice_is_the_first_and_the_second_can_be_said(store: Store) -> None:
    night = WHICH | {"date": "2027-10-31", "time": "02:30"}

    assert when(noted(store, **night))[0] == "2027-10-31T02:30:00+02:00"
    assert said_of_time(night, BERLIN, NOW.date(), dates=DAY_FIRST) == (
        "The clocks go back that night, so 02:30 comes twice. The first one counts; "
        "for the second, enter 01:30 with the time zone UTC.",
    )


def test_the_second_of_two_equal_times_stays_the_second_when_it_is_edited(store: Store) -> None:
    interview = noted(store, date="2027-10-31", time="02:30", zone="Europe/Berlin")
    from_outside(store, "interviews.csv", "02:30:00+02:00", "02:30:00+01:00")

    assert when(corrected(store, interview, BERLIN, stage="panel"))[0] == "2027-10-31T02:30:00+01:00"


def test_a_zone_that_does_not_exist_is_reported_and_nothing_is_lost(store: Store) -> None:
    draft = store.drafts.save(answered(begin_upcoming(Random(9)), WHICH | {"zone": "Gotham"}), NOW)

    with pytest.raises(Incomplete, match="There's no time zone called ‘Gotham’"):
        save_upcoming(store, draft, NOW, BERLIN)

    kept = store.drafts.load(draft.id)
    assert kept
    assert kept.values["zone"] == "Gotham"
    assert said_of_time(draft.values, BERLIN, NOW.date(), dates=DAY_FIRST)[0].startswith(
        "There's no time zone called ‘Gotham’."
    )


def test_a_row_whose_zone_is_unknown_is_read_and_edited_as_it_is(store: Store) -> None:
    interview = noted(store, **NEW_YORK)
    from_outside(store, "interviews.csv", "America/New_York", "Mars/Olympus")

    assert when(corrected(store, interview, BERLIN, stage="panel")) == ("2026-11-20T09:00:00-05:00", "Mars/Olympus")


def test_a_file_from_before_the_column_is_read_as_it_is_and_gets_it_with_the_next_save(store: Store) -> None:
    interview = noted(store)
    path = store.folder / "interviews.csv"
    path.write_bytes(path.read_bytes().replace(b',"zone"', b"").replace(b',""\r\n', b"\r\n"))
    assert when(the(store, interview.id)) == ("2026-11-20T14:00:00+01:00", "")

    assert when(corrected(store, interview, BERLIN, zone="Asia/Tokyo"))[1] == "Asia/Tokyo"


def test_a_bare_day_in_another_zone_begins_with_the_day_there(store: Store) -> None:
    day = WHICH | {"date": "2026-11-21", "time": "", "zone": "Asia/Tokyo"}
    interview = noted(store, **day)

    assert not has_begun(interview, NOW - timedelta(hours=4))  # 15:00 in Berlin, 23:00 in Tokyo
    assert has_begun(interview, NOW)  # 19:00 in Berlin, 03:00 on the 21st in Tokyo
    assert debriefed(store, blank(**day), BERLIN).held_on.isoformat() == "2026-11-21"


def test_a_call_at_night_is_found_again_by_the_day_that_it_was_here(store: Store) -> None:
    interview = noted(store, date="2026-11-19", time="20:00", zone="America/New_York")  # Friday 02:00 in Berlin

    assert scheduled_match(workbook(store), blank(**WHICH | {"time": ""}), NOW) == interview


@pytest.mark.parametrize(
    ("typed", "held_at"),
    [
        ({"time": ""}, "2026-11-20T09:00:00-05:00"),
        ({"time": "15:00"}, "2026-11-20T09:00:00-05:00"),
        ({"time": "15:30"}, "2026-11-20T09:30:00-05:00"),
        ({"time": "09:15", "zone": "America/New_York"}, "2026-11-20T09:15:00-05:00"),
    ],
)
def test_a_debrief_that_turns_out_to_be_of_a_noted_call_takes_its_zone_along(
    store: Store, typed: dict[str, str], held_at: str
) -> None:
    interview = noted(store, **NEW_YORK)
    draft = store.drafts.save(blank(**WHICH | typed), NOW)

    turned = debrief_of_scheduled(store, draft, interview, NOW, Random(3))

    assert when(debriefed(store, turned, BERLIN)) == (held_at, "America/New_York")


def test_thanks_for_a_call_to_new_york_are_due_by_my_own_evening(store: Store) -> None:
    answers = {**WHICH, **NEW_YORK, "people.pe-1.name": "Priya Raman"}
    draft = blank(**answers)
    here = LocalTime(NOW - timedelta(hours=2), BERLIN, dates=DAY_FIRST)
    before = [due for due in plan_for(workbook(store), [draft], here).dated if due.kind == "thank_you"]

    debriefed(store, draft, BERLIN)
    after = [due for due in plan_for(workbook(store), [], here).dated if due.kind == "thank_you"]

    assert [due.timing for due in (*before, *after)] == ["by 20:00 today", "by 20:00 today"]


def test_the_prep_sheet_tells_both_clocks(store: Store) -> None:
    interview = noted(store, **NEW_YORK | {"date": "2026-11-21"})
    sheet = sheet_for(workbook(store), interview.id, NOW, BERLIN)

    assert sheet
    assert sheet.when == "Tomorrow at 09:00 New York, 15:00 your time"


@pytest.mark.parametrize(
    ("answers", "mine", "clock", "said"),
    [
        (WHICH, BERLIN, "mine", ()),
        (WHICH | NEW_YORK, BERLIN, "New York", ("09:00 New York is 15:00 your time.",)),
        (
            WHICH | NEW_YORK | {"time": "20:00"},
            BERLIN,
            "New York",
            ("20:00 New York is tomorrow, 02:00 your time.",),
        ),
        (
            WHICH | {"typed_in": "Europe/Berlin"},
            TOKYO,
            "as noted, UTC+1",
            ("14:00 UTC+1 is 22:00 your time.",),
        ),
    ],
)
def test_the_form_names_whose_clock_a_time_is_on(
    answers: dict[str, str], mine: ZoneInfo, clock: str, said: tuple[str, ...]
) -> None:
    assert clock_in_words(form_values.when(answers, mine), mine) == clock
    assert said_of_time(answers, mine, NOW.date(), dates=DAY_FIRST) == said
