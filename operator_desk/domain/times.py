"""Instants are UTC; one function says which local day of the hotline they belong to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


def format_instant(value: datetime) -> str:
    """An instant as fixed-width text, microseconds, `Z`; ValueError for a naive value."""
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return value.astimezone(UTC).strftime(FORMAT).rjust(27, "0")


def parse_instant(text: str) -> datetime:
    """The instant of a text made by `format_instant`; anything else raises ValueError."""
    value = datetime.strptime(text, FORMAT).replace(tzinfo=UTC)
    if format_instant(value) != text:
        raise ValueError(f"not an instant in fixed width: {text!r}")
    return value


def local_day(at: datetime, zone: str, day_start: time = time(0)) -> date:
    """The hotline's local day of an instant: days begin at `day_start` in `zone`."""
    local = at.astimezone(ZoneInfo(zone))
    shift = timedelta(hours=day_start.hour, minutes=day_start.minute)
    return (local - shift).date() if shift else local.date()
