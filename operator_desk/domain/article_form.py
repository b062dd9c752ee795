"""An article as an editor's form holds it: every field a text, read into an article or refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from operator_desk.domain.article import Article, Phone
from operator_desk.domain.article_checks import days_fault
from operator_desk.domain.article_json import from_json
from operator_desk.domain.errors import UserError

TEXTS = (
    *("key", "kind", "title", "body", "source", "section", "category"),
    *("successor", "region", "owner", "answer"),
)
LISTS = ("keywords", "old_names")
DAYS = ("valid_from", "repealed_on", "version_date", "review_by")
PHONE_FIELDS = ("number", "use", "audience", "hours", "confirmed_on")
MAX_KEY, MAX_TITLE = 200, 200

Sheet = dict[str, Any]  # every field of an article as a text; `phones` a list of such
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
_NUMBER = re.compile(r"(?=(?:\D*\d){3})[+*#]?[\d\s()*#-]{3,40}(?:\s*(?:转|ext\.?|x)\s*\d{1,6})?")
_NO_DAY = {
    "valid_from": UserError("Valid from: write a day as 2026-11-25."),
    "repealed_on": UserError("Repealed on: write a day as 2026-11-25."),
    "version_date": UserError("Version of: write a day as 2026-11-25."),
    "review_by": UserError("Review by: write a day as 2026-11-25."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field; what `blocks` has to be mended before a review."""

    field: str
    error: UserError
    blocks: bool = True


def sheet_of(article: Article) -> Sheet:
    """The texts that a form shows of an article."""
    sheet: Sheet = {name: str(getattr(article, name)) for name in TEXTS}
    sheet |= {name: "；".join(getattr(article, name)) for name in LISTS}
    sheet |= {name: _iso(getattr(article, name)) for name in DAYS}
    sheet["phones"] = [_phone_sheet(phone) for phone in article.phones]
    return sheet


def _phone_sheet(phone: Phone) -> dict[str, str]:
    sheet = {name: str(getattr(phone, name)) for name in PHONE_FIELDS[:-1]}
    return sheet | {"confirmed_on": _iso(phone.confirmed_on)}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def read_day(text: str) -> date | None:
    """The day that was typed (2026-11-25, 2026年11月25日, 20261125); None for none.

    ValueError: no day.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) for part in found.groups() if part is not None)
    return date(year, month, day)


def read_sheet(sheet: Mapping[str, Any]) -> tuple[Article | None, list[Problem]]:
    """The article of a form, None where it cannot be made, and what is wrong with its fields."""
    problems = [*_texts(sheet), *_days(sheet), *_order(sheet), *_phones(sheet)]
    if any(problem.blocks for problem in problems):
        return None, problems
    try:
        article = from_json(_row(sheet))
    except UserError as error:
        return None, [*problems, Problem("", error)]
    return article, problems


def _row(sheet: Mapping[str, Any]) -> dict[str, Any]:
    """The object of an import file that says the same."""
    row = dict(sheet) | {name: _iso(read_day(sheet.get(name, ""))) for name in DAYS}
    row["phones"] = [
        dict(phone) | {"confirmed_on": _iso(read_day(phone.get("confirmed_on", "")))}
        for phone in _filled(sheet)
    ]
    return row


def _filled(sheet: Mapping[str, Any]) -> list[dict[str, str]]:
    """The rows of the phones in which something stands besides whom they are for."""
    rows = sheet.get("phones", ())
    return [
        row for row in rows if any(row.get(name) for name in PHONE_FIELDS if name != "audience")
    ]


def _texts(sheet: Mapping[str, Any]) -> Iterator[Problem]:
    for name in (*TEXTS, *LISTS):
        if not _whole(sheet.get(name, "")):
            yield Problem(name, UserError("This text holds half a character; type it anew."))
    yield from _key(sheet.get("key", "").strip())
    title = sheet.get("title", "").strip()
    if not title:
        yield Problem("title", UserError("The title is missing."))
    elif len(title) > MAX_TITLE or "\n" in title:
        yield Problem(
            "title",
            UserError("The title is one line of at most {most} characters.", most=MAX_TITLE),
        )


def _whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _key(key: str) -> Iterator[Problem]:
    if not key:
        yield Problem("key", UserError("The key is missing."))
    elif len(key) > MAX_KEY or not key.isprintable():
        yield Problem(
            "key",
            UserError("The key is one line of at most {most} characters.", most=MAX_KEY),
        )


def _days(sheet: Mapping[str, Any]) -> Iterator[Problem]:
    for name in DAYS:
        if not _is_day(sheet.get(name, "")):
            yield Problem(name, _NO_DAY[name])


def _is_day(text: str) -> bool:
    try:
        read_day(text)
    except ValueError:
        return False
    return True


def _phones(sheet: Mapping[str, Any]) -> Iterator[Problem]:
    for place, phone in enumerate(sheet.get("phones", ()), 1):
        if phone not in _filled(sheet):
            continue
        number = unicodedata.normalize("NFKC", phone.get("number", "")).strip()
        if not number:
            yield Problem("phones", UserError("Number {n}: the number is missing.", n=place))
        elif not is_number(number):
            yield Problem(
                "phones",
                UserError(
                    "Number {n}: {number} does not look like a telephone number.",
                    n=place,
                    number=number,
                ),
            )
        if not _is_day(phone.get("confirmed_on", "")):
            yield Problem(
                "phones",
                UserError("Number {n}: write the day it was confirmed as 2026-11-25.", n=place),
            )


def is_number(text: str) -> bool:
    """Whether a text looks like a telephone number, an extension (转 12) allowed."""
    return _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def _order(sheet: Mapping[str, Any]) -> Iterator[Problem]:
    texts = [sheet.get(name, "") for name in ("valid_from", "repealed_on")]
    if all(map(_is_day, texts)) and (fault := days_fault(*map(read_day, texts))):
        yield Problem("repealed_on", fault)
