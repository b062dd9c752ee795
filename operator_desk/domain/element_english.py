"""What the rules find in an English statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from operator_desk.domain import element_days
from operator_desk.domain.element_finds import Before, Find, Kind, Trait, hits
from operator_desk.domain.element_numerals import (
    DIGITS,
    ENGLISH,
    figure_english,
    money,
    whole_english,
)
from operator_desk.domain.element_places import KnownPlaces

_I = re.IGNORECASE
_MONEY = re.compile(
    rf"\$\s?(?:{DIGITS})(?:\s?(?:thousand|million|k\b))?(?:\s?(?:-|to)\s?\$?{DIGITS})?"
    rf"|\b{ENGLISH}\s+(?:dollars?|bucks|cents|usd)\b",
    _I,
)
_FOR = Before(
    (Trait.LEFT, r"\b(?:left|remaining|balance)\b[^.;]{0,8}$"),
    (Trait.OWED, r"\b(?:owes?|owed|unpaid)\b[^.;]{0,12}$"),
    (Trait.PAID, r"\b(?:paid|pay|charged|spent|cost|gave)\b[^.;]{0,12}$"),
    reach=24,
)
_HOME = Before(
    (Trait.HOME, r"\b(?:live|living|lives|home|address) (?:at|in|on|is)\b[^.;]{0,6}$"), reach=24
)
_WHO = (
    "people|persons|tenants?|families|family|households?|workers?|employees"
    "|residents?|children|kids?|neighbou?rs?|adults?|seniors|men|women"
    "|students|passengers|homes|apartments|units|customers|patients|guests"
    "|pedestrians|roommates|babies|of us"
)
_PEOPLE = re.compile(
    r"\b(?:(?:about|around|over|nearly|at least|more "
    rf"than)\s+)?(?P<n>{ENGLISH})\s+(?:(?:elderly|other|old|young|small|little"
    rf"|sick|more|different)\s+)?(?:{_WHO})\b",
    _I,
)
_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in element_days.MONTHS if name != "may")
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)"
_CLOCK = (
    r"(?:\d{1,2}(?::[0-5]\d)?\s?[ap]\.?m\b\.?|(?:[01]?\d|2[0-3]):[0-5]\d|noon"
    r"|midnight|\d{1,2} o'clock)"
)
_RANGE = r"\s?(?:-|–|to|and|until|till)\s?"
_LENGTH = rf"{ENGLISH}\s+(?:minutes?|hours?|days?|weeks?|months?|years?|nights?)"
_TIME: tuple[tuple[str, Trait, re.Pattern[str]], ...] = (
    (
        "day",
        Trait.DAY,
        re.compile(
            rf"\b(?:(?:{_MONTH}|may(?=\s\d))\s?\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s(?:19"
            rf"|20)\d\d)?|(?:{_MONTH}|may)\s(?:of\s)?(?:19|20)\d\d"
            rf"|(?:(?<=since )|(?<=in )|(?<=last )|(?<=until ))(?:{_MONTH}|may)\b"
            r"|(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?:/(?:20)?\d\d)?(?![\d/])"
            r"|(?:19|20)\d\d-\d\d-\d\d"
            rf"|yesterday(?:\s{_PART})?|today|tonight|tomorrow(?:\s{_PART})?"
            rf"|this\s{_PART}|last\s(?:night|week|month|year|{_WEEKDAY}(?:\s{_PART})?)"
            rf"|(?:this|next|on)\s{_WEEKDAY}(?:\s{_PART})?|(?:(?<=since )|(?<=until )"
            rf"|(?<=by )){_WEEKDAY}|{_LENGTH}\sago|(?:(?<=since )|(?<=in ))(?:19"
            r"|20)\d\d)"
            rf"(?:,?\s(?:at\s|around\s|about\s)?{_CLOCK}(?:{_RANGE}{_CLOCK})?)?",
            _I,
        ),
    ),
    ("clock", Trait.CLOCK, re.compile(rf"(?<![\d:$]){_CLOCK}(?:{_RANGE}{_CLOCK})?", _I)),
    (
        "often",
        Trait.OFTEN,
        re.compile(
            rf"\b(?:every|each)\s(?:single\s)?(?:other\s)?(?:{_PART}|day|week|weekend"
            rf"|month|{_WEEKDAY}(?:\s{_PART})?)(?:\s(?:at|from"
            rf"|around)\s{_CLOCK}(?:{_RANGE}{_CLOCK})?)?",
            _I,
        ),
    ),
    ("lasting", Trait.LASTING, re.compile(rf"\b{_LENGTH}(?!\s(?:ago|old))(?:\sin a row)?", _I)),
)
_SINCE = re.compile(r"\b(?:since|starting|started|beginning|began|from)\s(?:on\s|about\s)?$", _I)
_UNTIL = re.compile(r"\b(?:until|till|by|through)\s$", _I)

_STREET = (
    "(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Place|Pl"
    "|Court|Ct|Parkway|Pkwy|Terrace|Way|Square|Plaza|Highway|Hwy|Expressway"
    "|Broadway)"
)
_NAME = (
    r"(?:(?:[NSEW]\.?|North|South|East|West)\s)?(?:(?:[A-Z][A-Za-z'’]+"
    r"|\d{1,3}(?:st|nd|rd|th))\s){1,3}"
)
_ROAD = rf"(?:{_NAME}{_STREET}\b\.?|Broadway)"
_ROOM = (
    r"(?:,?\s(?:apt\.?|apartment|unit|suite|room|floor|#)\s?#?[\dA-Z]{1,5}\b"
    r"|,?\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|top)\sfloor)"
)
_ADDRESS = re.compile(
    rf"(?:\b\d{{1,5}}(?:-\d{{1,4}})?\s)?{_ROAD}(?i:{_ROOM})*(?:\s(?:and|near|at"
    rf"|between|&)\s{_ROAD})*(?:,\s(?:Manhattan|Brooklyn|Queens|Bronx|Staten "
    r"Island))?"
)
_ROOM_ONLY = re.compile(r"\b(?:apt\.?|apartment|unit|suite)\s#?\d{1,4}[A-Z]?\b", _I)
_SPOT = re.compile(
    r"\b(?:[A-Z][A-Za-z'’]+\s){1,3}(?:Park|Playground|Station|Terminal|Library"
    r"|Bridge|Houses|Towers|Apartments|Square)\b"
)
_FIRM = re.compile(
    r"\b(?:[A-Z][A-Za-z0-9'’&.-]*\s(?:of\s|and\s|&\s)?){1,4}(?:Inc|LLC"
    r"|Corp(?:oration)?|Company|Co|Restaurant|Deli|Cafe|School|Hospital"
    r"|Pharmacy|Market|Management|Bar|Grill|Gym|Hotel|Realty"
    r"|Construction|Towing|Supermarket|Store|Bakery|Pizza|Clinic|Academy"
    r"|College|University|Bank|Properties|Laundromat|Salon|Garage"
    r"|Services)\b\.?"
)
_ENGLISH_STOP = re.compile(
    r"^(?:(?:The|A|An|My|Our|This|That|At|In|On|From|To|For|And|But|Yesterday"
    r"|Today|I|He|She|They|We|It|There|Since|Near|Outside|Behind|Inside"
    r"|Between|Is|Across)\s)+"
)
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Officer|Principal"
    r"|Inspector)\.?\s[A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z'’-]+)?"
    r"|\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur)\s(?:elderly\s|old\s)?(?:mother|father"
    r"|mom|dad|husband|wife|son|daughter|brother|sister|grandmother"
    r"|grandfather|neighbou?r|landlord|roommate|boss|aunt|uncle|partner|child"
    r"|baby|parents)\b"
    r"|(?:(?<=name is )|(?<=named )|(?<=called ))[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2}"
)
_FIRM_TRAITS = (
    (Trait.HOSPITAL, re.compile("Hospital|Clinic|Pharmacy")),
    (Trait.SCHOOL, re.compile("School|Academy|College|University")),
    (Trait.MANAGER, re.compile("Management|Realty|Properties")),
    (Trait.BANK, re.compile("Bank")),
)


def amounts(text: str) -> Iterator[Find]:
    """Sums in dollars."""
    for find in hits(Kind.AMOUNT, "money", _MONEY, text):
        first = re.split(r"(?<=\d)\s?(?:-|to)\s?\$?(?=\d)", find.words)[0]
        value = None if re.search("cents", find.words, _I) else figure_english(first)
        traits = _FOR.traits(text, find)
        yield replace(find, value="" if value is None else money(value), traits=traits)


def people(text: str) -> Iterator[Find]:
    """How many people, families or homes."""
    for hit in _PEOPLE.finditer(text):
        value = whole_english(hit["n"])
        value_words = "" if value is None else str(value)
        yield Find(Kind.PEOPLE, *hit.span(), hit[0], value_words, rule="counted")


def times(text: str, today: date | None = None) -> Iterator[Find]:
    """Days, times of day, how long and how often."""
    for rule, trait, pattern in _TIME:
        for find in hits(Kind.TIME, rule, pattern, text, trait):
            before, traits = text[max(0, find.start - 16) : find.start], {trait}
            if trait is not Trait.LASTING and _SINCE.search(before):
                traits.add(Trait.SINCE)
            if trait is not Trait.LASTING and _UNTIL.search(before):
                traits.add(Trait.UNTIL)
            if re.search(_CLOCK, find.words, _I):
                traits.add(Trait.CLOCK)
            value = element_days.value_english(find.words, today)
            yield replace(find, value=value, traits=frozenset(traits))


def places(text: str, known: KnownPlaces) -> Iterator[Find]:
    """Addresses, corners, parks, and known districts."""
    for find in _places(text, known):
        yield replace(find, traits=_HOME.traits(text, find))


def _places(text: str, known: KnownPlaces) -> Iterator[Find]:
    for hit in _ADDRESS.finditer(text):
        start = _named_from(hit)
        words = text[start : hit.end()]
        house = bool(re.match(r"\d+(?:-\d+)?\s", words)) or bool(re.search(_ROOM, words, _I))
        traits = {Trait.ROAD} | ({Trait.HOUSE} if house else set())
        yield Find(Kind.PLACE, start, hit.end(), words, "", frozenset(traits), "road")
    yield from hits(Kind.PLACE, "house", _ROOM_ONLY, text, Trait.HOUSE)
    for hit in _SPOT.finditer(text):
        words = text[_named_from(hit) : hit.end()]
        if " " in words:
            traits = {Trait.ROAD}
            yield Find(
                Kind.PLACE, hit.end() - len(words), hit.end(), words, "", frozenset(traits), "spot"
            )
    for start, end, place in known.among(text):
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            words = text[start:end]
            yield Find(Kind.PLACE, start, end, words, place.code, frozenset({Trait.AREA}), "known")


def _named_from(hit: re.Match[str]) -> int:
    """Where a name begins, behind words that only begin the sentence."""
    lead = _ENGLISH_STOP.match(hit[0])
    return hit.start() + (lead.end() if lead else 0)


def persons(text: str) -> Iterator[Find]:
    """Persons by title, kin or name."""
    yield from hits(Kind.PERSON, "person", _PERSON, text)


def firms(text: str) -> Iterator[Find]:
    """Companies, shops, schools and hospitals by their names."""
    for hit in _FIRM.finditer(text):
        start = _named_from(hit)
        words = text[start : hit.end()]
        if " " in words:
            traits = frozenset(trait for trait, pattern in _FIRM_TRAITS if pattern.search(words))
            yield Find(Kind.FIRM, start, hit.end(), words, "", traits, "name")
