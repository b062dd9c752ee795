"""Requests of another system: rows of a CSV or XLSX file, read as a map says."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from operator_desk.domain.errors import UserError
from operator_desk.domain.request_map import RequestMap, joined
from operator_desk.domain.requests import Request, Stage
from operator_desk.domain.said import Said, said
from operator_desk.importers.rows import Read, collect, numbered, once
from operator_desk.importers.table import Row, table

MAX_TEXT = 20_000  # characters of one cell that is read
_BETWEEN = {"category": " / ", "title": ": ", "place": ", ", "answer": " "}
_CELL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?")  # how a workbook's time is read


def requests(path: Path, map_: RequestMap, now: datetime) -> Read[Request]:
    """The requests of a file. UserError: it cannot be read as a whole, or lacks a column."""
    header, rows = table(path, times=True)
    for name in map_.names:
        if name not in header:
            raise UserError("{path} has no column {column}.", path=path.name, column=name)
        if header.count(name) > 1:
            raise UserError("{path} has the column {column} twice.", path=path.name, column=name)
    seen: dict[str, int] = {}

    def make(row: tuple[int, Row]) -> Request:
        made = _Reading(row[1], map_, now).request()
        once(seen, made.reference, row[0])
        return made

    return collect(path.name, numbered(rows), make)


class _Reading:
    """One row being read."""

    def __init__(self, row: Row, map_: RequestMap, now: datetime) -> None:
        self._row, self._map, self._now = row, map_, now

    def request(self) -> Request:
        """The request of the row. UserError: it says too little, or what the map does not know."""
        map_ = self._map
        created = self._created()
        stage, closed, odd = self._stage(created)
        category = self._text("category")
        code = map_.categories.get(category) or self._first_category()
        return Request(
            source=map_.source,
            reference=self._needed("reference"),
            created=created,
            stage=stage,
            closed=closed,
            odd=odd,
            title=self._needed("title"),
            kind=map_.kind,
            urgency=map_.urgency,
            category=code,
            category_text=None if code else category or None,
            place=self._text("place"),
            unit=self._text("unit") if stage is Stage.REGISTERED else self._needed("unit"),
            unit_name=self._text("unit_name") or self._text("unit"),
            words=self._words(stage),
        )

    def _first_category(self) -> str | None:
        """A row of the map may name the first of several columns alone."""
        columns = self._map.columns["category"]
        return self._map.categories.get(self._row[columns[0]]) if columns else None

    def _words(self, stage: Stage) -> str:
        words = self._text("answer")
        if words or not stage.settled:
            return words
        return self._map.no_answer or self._needed("answer")

    def _created(self) -> datetime:
        created = self._instant("created", self._needed("created"))
        if created > self._now:
            raise UserError("{when} lies in the future.", when=self._text("created"))
        return created

    def _stage(self, created: datetime) -> tuple[Stage, datetime | None, Said | None]:
        """How far the row has come, when it was closed, and what contradicts itself in it."""
        status, said_at = self._needed("status"), self._text("closed")
        stage = self._map.status.get(status)
        if stage is None:
            raise UserError("The map does not say how far {status} has come.", status=status)
        if not stage.settled:
            if not said_at:
                return stage, None, None
            odd = said("It has a closing time, but is {status}: left open.", status=status)
            return stage, None, odd
        if not said_at:
            odd = said("It is {status}, but has no closing time: left open.", status=status)
            return Stage.SIGNED, None, odd
        closed = self._instant("closed", said_at, not_before=created)
        if created <= closed <= self._now:
            return stage, closed, None
        odd = said("It was closed before it was made ({when}): left open.", when=said_at)
        if closed > self._now:
            odd = said("It is closed in the future ({when}): left open.", when=said_at)
        return Stage.SIGNED, None, odd

    # -- cells ---------------------------------------------------------------------------

    def _needed(self, field: str) -> str:
        text = self._text(field)
        if not text:
            columns = self._map.columns[field]
            name = columns[0] if columns else field
            raise UserError("Field {field} is missing or empty.", field=name)
        return text

    def _text(self, field: str) -> str:
        return joined(map(self._cell, self._map.columns[field]), _BETWEEN.get(field, " "))

    def _cell(self, column: str) -> str:
        text = self._row[column]
        if "\x00" in text:
            raise UserError("Field {field} is not a text.", field=column)
        if len(text) > MAX_TEXT:
            raise UserError(
                "Field {field} has more than {most} characters.", field=column, most=MAX_TEXT
            )
        return text

    def _instant(self, field: str, text: str, not_before: datetime | None = None) -> datetime:
        local = self._local(field, text)
        if local.tzinfo is not None:
            return local.astimezone(UTC)
        at = _instant(local, self._map.zone)
        if not_before is not None and at < not_before:
            # In the hour that comes twice the second one may be meant.
            return max(at, _instant(local.replace(fold=1), self._map.zone))
        return at

    def _local(self, field: str, text: str) -> datetime:
        found = _parsed(text, self._map.formats)
        if found is None or not 1900 <= found.year < 9000:
            raise UserError(
                "Field {field}: {value} is no time in the format of the map.",
                field=self._map.columns[field][0],
                value=text,
            )
        return found


def _parsed(text: str, formats: tuple[str, ...]) -> datetime | None:
    if _CELL.fullmatch(text):
        formats = (*formats, "%Y-%m-%dT%H:%M:%S.%f" if "." in text else "%Y-%m-%dT%H:%M:%S")
    for one in formats:
        try:
            return datetime.strptime(text, one)
        except ValueError:
            continue
    return None


def _instant(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a local time.

    One that the clocks leave out in spring is counted on from before the change, one that comes
    twice in autumn is the first (RFC 5545, 3.3.5).
    """
    return local.replace(tzinfo=zone).astimezone(UTC)
