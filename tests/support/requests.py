"""Lists of requests for tests: a few made up, and how long a real one may take, counted apart."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.support.data import needs_data

NEW_YORK = ZoneInfo("America/New_York")
HEADER = (
    "Unique Key", "Created Date", "Closed Date", "Agency", "Agency Name", "Complaint Type",
    "Descriptor", "Incident Zip", "Incident Address", "City", "Status", "Resolution Description",
)  # fmt: skip
Row = dict[str, str]
_DAYS = {"Street Condition": 7, "Graffiti": 10}  # all others have 5


def row(key: str, made: str, closed: str = "", **given: str) -> Row:
    """A request about noise that the police closed, or that is open; `given` by first words."""
    plain = {
        "Unique Key": key,
        "Created Date": made,
        "Closed Date": closed,
        "Agency": "NYPD",
        "Agency Name": "New York City Police Department",
        "Complaint Type": "Noise - Residential",
        "Descriptor": "Loud Music/Party",
        "Incident Zip": "10011",
        "Incident Address": "5 LAKE STREET",
        "City": "BRONX",
        "Status": "Closed" if closed else "Open",
        "Resolution Description": "The Police Department responded." if closed else "",
    }
    names = {name.split()[0]: name for name in ("Agency", "Status", "Resolution Description")}
    return plain | {names.get(name, name): value for name, value in given.items()}


def written(path: Path, rows: Iterable[Row]) -> Path:
    """A CSV file of rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER)
        writer.writeheader()
        writer.writerows(rows)
    return path


def real() -> Path:
    """The real list at hand; skips the test when it is not there."""
    return needs_data() / "nyc311_requests.csv"


def rows_of(path: Path) -> list[Row]:
    """The rows of a list as they stand."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def late(rows: Iterable[Row], now: datetime) -> Iterator[str]:
    """Keys of the requests of spring 2023 that came late, counted day by day.

    The day it was made is not counted; in these weeks there is no federal holiday.
    """
    for one in rows:
        made, closed = _local(one["Created Date"]), one["Closed Date"]
        ended = _local(closed) if closed and one["Status"] == "Closed" else now
        if ended < made:
            ended = now
        if ended >= _first_late(made.date(), _DAYS.get(one["Complaint Type"], 5)):
            yield one["Unique Key"]


def _first_late(day: date, working: int) -> datetime:
    while working:
        day += timedelta(days=1)
        working -= day.weekday() < 5
    return datetime.combine(day + timedelta(days=1), time(), NEW_YORK)


def _local(text: str) -> datetime:
    day, clock, half = text.split()
    month, of_month, year = map(int, day.split("/"))
    hour, minute, second = map(int, clock.split(":"))
    hour = hour % 12 + 12 * (half == "PM")
    return datetime(year, month, of_month, hour, minute, second, tzinfo=NEW_YORK)
