"""Where a telephone number stands in articles, and which numbers a new text drops."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.numbers import number_key

# What a caller is told; the others say only how an article is found or where it comes from.
TOLD = ("answer", "phones", "title", "body")
FIELDS = (*TOLD, "keywords", "old_names", "source", "owner")
_SHORTEST, _LONG = 3, 7  # digits; a long number may be written in groups
_AREA = r"(?:10|2\d|[3-9]\d{2})"
_GAP = r"[\s()\-‐–—.·/]{0,2}"
_BEFORE = rf"(?:(?:\+|00)86{_GAP}(?:0?({_AREA}){_GAP})?|\(?0({_AREA}){_GAP})?"
_SPLIT = re.compile(rf"0({_AREA})(\d{{7,8}})|\(?0({_AREA})[\s)\-–—]+(\d.*)")
_EXTENSION = re.compile(r"转|ext|分机|#|x", re.IGNORECASE)
_MEASURES = "%％元人年月日条个万米克"  # 110 米 is no number to call
# What is a telephone number in a text when nobody says so.
_DAY = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
_SAID = re.compile(
    rf"(?<![\d.])(?!{_DAY})(?:\(?0{_AREA}[\s)\-–—]{{0,2}}\d{{3,4}}[\s\-–—]?\d{{4}}|1[3-9]\d{{9}}"
    rf"|[48]00[\s\-–—]?\d{{3,4}}[\s\-–—]?\d{{3,4}}|[2-8]\d{{6,7}}|1\d{{4}}|9\d{{4,5}})"
    rf"(?!\d|\s?[{_MEASURES}])"
)
_AHEAD, _BEHIND = 8, 24  # characters shown around a number, which must not be cut off
# Full-width signs to plain ones, each to one: a place is the same in both.
_PLAIN = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is looked for: the area code with its 0 ("" any), and the rest."""

    area: str
    local: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text of plain signs; groups 1 and 2 are the area code found there."""
        if len(self.local) >= _LONG:
            return re.compile(rf"(?<!\d){_BEFORE}{_GAP.join(self.local)}(?!\d)")
        return re.compile(rf"(?<![\d.]){_BEFORE}{self.local}(?!\d|\.\d|\s?[{_MEASURES}])")


@dataclass(frozen=True, slots=True)
class Place:
    """A field of an article that holds the number, and the words around it."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An article that holds a number, and where."""

    number: str
    article: Article
    places: tuple[Place, ...]

    @property
    def told(self) -> bool:
        """Whether a caller may be told the number from this article."""
        return any(place.field in TOLD for place in self.places)


def number_of(text: str) -> Number:
    """A number as somebody typed it, without an extension. UserError: no number."""
    form = _EXTENSION.split(unicodedata.normalize("NFKC", text).strip())[0].strip()
    split = _SPLIT.fullmatch(form) or _SPLIT.fullmatch(number_key(form))
    area, local = (split[1] or split[3], split[2] or split[4]) if split else ("", number_key(form))
    local = re.sub(r"\D", "", local)
    if len(local) < _SHORTEST:
        raise UserError("{number} is no telephone number.", number=text)
    return Number(f"0{area}" if area else "", local)


def places(article: Article, number: Number) -> tuple[Place, ...]:
    """Every field of an article that holds a number, with or without its area code."""
    found = []
    for field, text in _texts(article):
        span = _first(text.translate(_PLAIN), number)
        if span is not None:
            found.append(Place(field, _around(text, *span)))
    return tuple(found)


def dropped(before: Article, after: Article) -> tuple[str, ...]:
    """The numbers that callers were told and are not told any more, as they were written."""
    found: dict[Number, str] = {}
    for text in _numbers(before):
        found.setdefault(number_of(text), text)
    return tuple(
        text
        for number, text in found.items()
        if not any(place.field in TOLD for place in places(after, number))
    )


def _numbers(article: Article) -> Iterator[str]:
    for phone in article.phones:
        if sum(sign.isdigit() for sign in phone.number) >= _SHORTEST:
            yield phone.number.strip()
    for field, text in _texts(article):
        if field in TOLD and field != "phones":
            yield from (hit[0] for hit in _SAID.finditer(text.translate(_PLAIN)))


def _texts(article: Article) -> Iterator[tuple[str, str]]:
    """Every text of an article with its field."""
    for field in FIELDS:
        value = getattr(article, field)
        if field == "phones":
            texts = [f"{phone.number} {phone.use}".strip() for phone in article.phones]
        else:
            texts = list(value) if isinstance(value, tuple) else [value]
        yield from ((field, text) for text in texts)


def _first(text: str, number: Number) -> tuple[int, int] | None:
    """Where a number stands first; one of another area is another number."""
    for hit in number.pattern.finditer(text):
        area = hit[1] or hit[2]
        if not number.area or not area or number.area == f"0{area}":
            return hit.span()
    return None


def _around(text: str, start: int, end: int) -> str:
    low, high = max(0, start - _AHEAD), min(len(text), end + _BEHIND)
    words = " ".join(text[low:high].split())
    return f"{'…' if low else ''}{words}{'…' if high < len(text) else ''}"
