"""Opening the sample workbook: a copy in a folder of its own, its dates moved close to today."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lib.records.interview import Interview
from lib.records.record import Record
from lib.records.seal import seal_of
from lib.records.workbook import Workbook
from lib.records.zones import zone_named
from lib.store import JsonValue, Store, Transaction


def open_sample(source: Store, copy: Store, now: datetime) -> None:
    """Fill the empty ``copy`` with the sample, moved by whole weeks so that the last debrief is of the past seven days.

    The sample itself is only read. A copy that holds something already is left as it is: it is being looked around in.
    """
    if not copy.load().workbook.is_empty:
        return
    workbook = source.load().workbook
    shift = weeks_to(workbook, now)
    copy.commit(
        Transaction(
            label="The sample data", put=tuple(shift_dates(workbook, shift, ZoneInfo(workbook.setting("timezone"))))
        ),
        now,
    )
    for draft in source.drafts.list():
        copy.drafts.save(replace(draft, values=_moved_answers(draft.values, shift), revision=0), now)


def weeks_to(workbook: Workbook, now: datetime) -> timedelta:
    """The whole weeks that bring the newest debrief into the past seven days, without any of it in the future.

    Clocks are compared by what they show, since the moved sample shows the same in the person's zone.
    """
    newest = [(entry.updated_at or now).replace(tzinfo=None) for entry in workbook.debriefed]
    return timedelta(weeks=(now.replace(tzinfo=None) - max(newest)) // timedelta(weeks=1)) if newest else timedelta()


def shift_dates(workbook: Iterable[Record], shift: timedelta, zone: ZoneInfo) -> list[Record]:
    """Every record with its dates and times moved, the clock showing the same in ``zone``; forecasts sealed again."""
    return [_reseal(_moved(record, shift, zone)) for record in workbook]


def _moved(record: Record, shift: timedelta, zone: ZoneInfo) -> Record:
    own = zone_named(record.zone) if isinstance(record, Interview) else None
    dated = {
        name: (value + shift).replace(tzinfo=own if own and name == "held_at" else zone)
        if isinstance(value, datetime)
        else value + shift
        for name in type(record).model_fields
        if isinstance(value := getattr(record, name), date)
    }
    return record.changed(**dated) if dated else record


def _reseal(record: Record) -> Record:
    if isinstance(record, Interview) and record.forecast is not None and record.forecast_at:
        return record.changed(seal=seal_of(record.id, record.forecast, record.forecast_at))
    return record


def _moved_answers(answers: Mapping[str, JsonValue], shift: timedelta) -> dict[str, JsonValue]:
    dated = ("date", "reply_by", "promise_by")
    return {
        field: (date.fromisoformat(value) + shift).isoformat()
        if field in dated and isinstance(value, str) and value
        else value
        for field, value in answers.items()
    }
