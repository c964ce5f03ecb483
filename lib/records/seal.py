"""The seal on a forecast: it notices an edit; it doesn't stop someone who wants to cheat."""

from datetime import datetime
from hashlib import sha256

from lib.records.interview import Interview


def seal_of(interview_id: str, forecast: int, forecast_at: datetime) -> str:
    """16 hex digits of SHA-256 over id, forecast and the time at which it was first saved."""
    text = f"{interview_id}|{forecast}|{forecast_at.isoformat()}"
    return sha256(text.encode()).hexdigest()[:16]


def seal_forecast(interview: Interview, forecast: int, at: datetime) -> Interview:
    """The interview with its forecast set and sealed.

    An interview that already has a forecast or a seal, or whose outcome is known, comes back as it is: a forecast may
    be given until the outcome is known, and never changed, not even after someone took it out of the file.
    """
    if interview.forecast is not None or interview.seal or interview.outcome_is_known:
        return interview
    at = at.replace(microsecond=0)
    return interview.changed(forecast=forecast, forecast_at=at, seal=seal_of(interview.id, forecast, at))


def seal_is_broken(interview: Interview) -> bool:
    """Whether the forecast, its time or its seal was edited outside of the workbook."""
    if interview.forecast is None:
        return bool(interview.seal)
    if interview.forecast_at is None:
        return True
    return interview.seal != seal_of(interview.id, interview.forecast, interview.forecast_at)
