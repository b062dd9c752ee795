"""Instants are UTC; one function says which local day of the hotline they belong to."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_TYPED = re.compile(
    r"(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?\s+)?(\d{1,2})[:：时点.](\d{2})分?"
)


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
    if not _INSTANT.fullmatch(text):
        raise ValueError(f"not an instant in fixed width: {text!r}")
    return datetime.fromisoformat(text)  # a tenth of what strptime takes


def is_instant(text: str) -> bool:
    """Whether a text is one made by `format_instant`."""
    try:
        parse_instant(text)
    except ValueError:
        return False
    return True


def local_day(at: datetime, zone: str, day_start: time = time(0)) -> date:
    """The hotline's local day of an instant: days begin at `day_start` in `zone`.

    A day ends where the next one begins. So an hour that comes twice, when clocks are put
    back, does not bring back the day before; each call lies in one day, in order.
    """
    place = ZoneInfo(zone)
    today = at.astimezone(place).date()
    for day in (today + timedelta(days=1), today):
        if datetime.combine(day, day_start, tzinfo=place).astimezone(UTC) <= at:
            return day
    return today - timedelta(days=1)


def deadline(at: datetime, zone: ZoneInfo) -> tuple[date, str]:
    """Local day and time of the first late instant; midnight is 24:00 of the day that ends.

    So a limit that ends with Monday is not read as one that begins with Tuesday.
    """
    local = at.astimezone(zone)
    if local.time() == time(0):
        return local.date() - timedelta(days=1), "24:00"
    return local.date(), f"{local:%H:%M}"


def parse_local(text: str, at: datetime, zone: ZoneInfo) -> datetime | None:
    """The instant that a person typed: `14:05`, `11-23 14:05` or with a year; None: unreadable.

    A time alone is the last such time before `at`, a day without year the last such day. A time
    after `at` is none.
    """
    found, local = _typed(text), at.astimezone(zone)
    if found is None:
        return None
    year, month, _day, _hour, _minute = found
    try:
        made = _filled(found, local)
        if made > local and year is None:
            made = made.replace(year=local.year - 1) if month else made - timedelta(days=1)
    except ValueError:
        return None
    return made.astimezone(UTC) if made <= local else None


def parse_coming(text: str, at: datetime, zone: ZoneInfo) -> datetime | None:
    """The instant to come that a person typed, as in `parse_local`; None: unreadable or past.

    A time alone is the next such time after `at`, a day without year the next such day.
    """
    found, local = _typed(text), at.astimezone(zone)
    if found is None:
        return None
    year, month, _day, _hour, _minute = found
    try:
        made = _filled(found, local)
        if made <= local and year is None:
            made = made.replace(year=local.year + 1) if month else made + timedelta(days=1)
    except ValueError:
        return None
    return made.astimezone(UTC) if made > local else None


def _typed(text: str) -> list[int | None] | None:
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return [int(part) if part else None for part in found.groups()] if found else None


def _filled(found: list[int | None], local: datetime) -> datetime:
    """The local time with what was typed; ValueError for a day or an hour that is none."""
    year, month, day, hour, minute = found
    return local.replace(
        year=year or local.year,
        month=month or local.month,
        day=day or local.day,
        hour=hour or 0,
        minute=minute or 0,
        second=0,
        microsecond=0,
    )
