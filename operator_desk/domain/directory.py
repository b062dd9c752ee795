"""The department directory: which number to say first, which is old, which was long unconfirmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from operator_desk.domain.article import Article, ArticleKind, Phone, Validity
from operator_desk.domain.hours import Opening, State, state
from operator_desk.domain.knowledge import Hit
from operator_desk.domain.numbers import number_key

CONFIRMED_FOR = 365  # days for which a number that somebody has checked is taken for right
_NUMBER = re.compile(r"\+?\d[\d\-‐–—() ]*\d")
_LINE = 96
_SHORTEST = 3  # digits of a telephone number (110)
# An area code and what follows it: seven digits or eight, or a short number after a dash.
_AREA = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})")
_DASHED = re.compile(r"\(?0\d{2,3}[)\- ]+(\d.*)")
_EXTENSION = re.compile(r"转|ext|分机|#|x", re.IGNORECASE)


def numbers_in(text: str) -> list[str]:
    """The telephone numbers that stand in a text, as written there."""
    form = unicodedata.normalize("NFKC", text)
    found = (hit[0].strip() for hit in _NUMBER.finditer(form))
    return [number for number in found if sum(sign.isdigit() for sign in number) >= _SHORTEST]


def old_numbers(article: Article) -> list[str]:
    """Numbers under which a contact could be reached before, from its old names."""
    if article.kind is not ArticleKind.CONTACT:
        return []
    now = {key for phone in article.phones for key in dialled(phone.number)}
    found = dict.fromkeys(number for name in article.old_names for number in numbers_in(name))
    return [number for number in found if not now & dialled(number)]


def dialled(number: str) -> set[str]:
    """The digits by which a number may be asked for: whole, and without its area code."""
    form = _EXTENSION.split(unicodedata.normalize("NFKC", number).strip())[0]
    whole = re.sub(r"\D", "", number_key(form))
    found = {whole}
    if area := _AREA.fullmatch(whole):
        found.add(area[2])
    if dashed := _DASHED.fullmatch(form.strip()):
        found.add(re.sub(r"\D", "", dashed[1]))
    return found - {""}


def in_order(phones: Iterable[Phone]) -> list[Phone]:
    """Public numbers first, internal ones below them; else as they stand."""
    return sorted(phones, key=lambda phone: phone.audience != "public")


def stale(confirmed_on: date | None, on: date) -> bool:
    """Whether a number was confirmed, but so long ago that it has to be looked at again."""
    return confirmed_on is not None and (on - confirmed_on).days > CONFIRMED_FOR


def confirmed(contact: Article) -> date | None:
    """When the number that is said first was confirmed."""
    first = next(iter(in_order(contact.phones)), None)
    return first.confirmed_on if first else None


def listed(contacts: Iterable[Article], on: date, stars: Sequence[str] = ()) -> list[Hit]:
    """The directory as rows to choose from: favourites first, in their order (`stars`, keys);
    the others by body, what can only be asked inside last.

    Contacts that are not in force on the day stand in no directory.
    """
    rows = [one for one in contacts if one.validity(on) is Validity.VALID]
    first = {key: place - len(stars) for place, key in enumerate(stars)}  # all below 0
    rows.sort(
        key=lambda one: (first.get(one.key, 0), not _public(one), not one.category, *_place(one))
    )
    return [_row(one, on) for one in rows]


def _place(contact: Article) -> tuple[bytes, bytes]:
    """By body and name; the common characters of GB 18030 stand in the order of their pinyin."""
    return contact.category.encode("gb18030"), contact.title.encode("gb18030")


def _public(contact: Article) -> list[Phone]:
    return [phone for phone in contact.phones if phone.audience == "public"]


def said(contact: Article) -> tuple[tuple[str, str], ...]:
    """The numbers that may be said to a caller, each with its hours; first the one to say first."""
    return tuple((phone.number, phone.hours) for phone in _public(contact))


def number_now(
    numbers: Sequence[tuple[str, str]], at: datetime, zone: ZoneInfo
) -> tuple[str, State]:
    """The first number where somebody answers at an instant, else the first; with its state."""
    states = [(number, state(hours, at, zone)) for number, hours in numbers]
    return next((one for one in states if one[1].opening is Opening.OPEN), states[0])


def _row(contact: Article, on: date) -> Hit:
    public = _public(contact)
    told = [contact.category, *dict.fromkeys(phone.use for phone in public), contact.body]
    return Hit(
        key=contact.key,
        kind=contact.kind,
        title=contact.title,
        score=0.0,
        validity=Validity.VALID,
        snippet=" · ".join(filter(None, told))[:_LINE].replace("\n", " "),
        category=contact.category,
        region=contact.region,
        phone=public[0].number if public else "",
        numbers=said(contact),
        stale=stale(confirmed(contact), on),
    )
